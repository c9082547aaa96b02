/** VS Code in a browser, moved by the keyboard and the mouse, in a user's words. Selectors live here and nowhere else. */
import type { FrameLocator, Locator, Page } from 'playwright-core';

const patience = 20_000;

export class EditorDriver {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    page.setDefaultTimeout(patience);
  }

  async ready(): Promise<void> {
    await this.page.locator('.explorer-folders-view .monaco-list-row').first().waitFor({ timeout: 60_000 });
  }

  /** Through the quick picker, as one who keeps their hands on the keyboard. */
  async openFile(name: string): Promise<void> {
    await this.page.keyboard.press('Control+P');
    await this.#pick(name, name);
    await this.page.locator('.tab.active', { hasText: name }).first().waitFor();
    await this.lines.first().waitFor();
  }

  /** Runs a palette command by its title. */
  async command(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.#pick(`>${title}`, title);
  }

  async #pick(query: string, expected: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget input').first();
    await input.waitFor({ state: 'visible' });
    await input.fill(query);
    await this.page.locator('.quick-input-list .monaco-list-row', { hasText: expected }).first().waitFor();
    await this.page.keyboard.press('Enter');
  }

  get lines(): Locator {
    return this.page.locator('.editor-instance .view-lines .view-line');
  }

  squiggles(severity: 'error' | 'warning' | 'info' | 'hint'): Locator {
    return this.page.locator(`.monaco-editor .squiggly-${severity}`);
  }

  /** The squiggle under these words: marks and text are separate layers, matched by their place. */
  async squiggleUnder(words: string): Promise<void> {
    await this.page.waitForFunction((wanted) => {
      const spot = [...document.querySelectorAll('.editor-instance .view-line span span')].find((span) =>
        (span.textContent ?? '').replaceAll('\u00a0', ' ').includes(wanted),
      );
      if (spot === undefined) return false;
      const text = spot.getBoundingClientRect();
      return [...document.querySelectorAll('.monaco-editor [class*="squiggly-"]')].some((mark) => {
        const box = mark.getBoundingClientRect();
        return (
          box.left < text.right && box.right > text.left && box.top < text.bottom && box.bottom > text.top
        );
      });
    }, words);
  }

  async noSquiggles(severity: 'error' | 'warning'): Promise<void> {
    await this.page.waitForFunction(
      (name) => document.querySelectorAll(`.monaco-editor .squiggly-${name}`).length === 0,
      severity,
      { timeout: patience },
    );
  }

  /** A piece of text in the editor, by exact words within one coloured run. */
  words(text: string): Locator {
    return this.page.locator('.editor-instance .view-line span span', { hasText: text }).last();
  }

  async hover(text: string): Promise<Locator> {
    await this.page.mouse.move(2, 2);
    await this.words(text).hover();
    const card = this.page.locator('.monaco-hover:visible').first();
    await card.waitFor();
    return card;
  }

  /** Puts the cursor on the words, opens the quick fixes and chooses one. */
  async openQuickFixes(text: string): Promise<Locator> {
    await this.words(text).click();
    await this.page.keyboard.press('Control+.');
    const menu = this.page.locator('.action-widget');
    await menu.waitFor();
    return menu;
  }

  async editorText(): Promise<string> {
    const lines = await this.page
      .locator('.editor-instance')
      .first()
      .locator('.view-line')
      .evaluateAll((found) =>
        found
          .map((line) => ({ top: line.getBoundingClientRect().top, text: line.textContent ?? '' }))
          .sort((a, b) => a.top - b.top)
          .map((line) => line.text),
      );
    return lines.join('\n').replaceAll('\u00a0', ' ');
  }

  async waitForText(pattern: RegExp): Promise<void> {
    const end = Date.now() + patience;
    while (!pattern.test(await this.editorText())) {
      if (Date.now() > end)
        throw new Error(`The editor never showed ${String(pattern)}:\n${await this.editorText()}`);
      await this.page.waitForTimeout(50);
    }
  }

  /** Types as a person would; a list of completions that opened on the way is sent away before a new line. */
  async type(text: string): Promise<void> {
    for (const [index, line] of text.split('\n').entries()) {
      if (index > 0) {
        await this.page.keyboard.press('Escape');
        await this.page.keyboard.press('Enter');
      }
      await this.page.keyboard.type(line);
    }
    await this.page.keyboard.press('Escape');
  }

  get webview(): FrameLocator {
    return this.page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
  }

  clipboard(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  get statusBar(): Locator {
    return this.page.locator('#inquiry\\.inquiry\\.inquiry\\.status, [id*="inquiry.status"]').first();
  }

  /** Waits until nothing moves, hides the mouse and the blinking cursor, and takes the picture. */
  async picture(name: string): Promise<void> {
    await this.page.screenshot({
      path: `artifacts/screenshots/${name}.png`,
      animations: 'disabled',
      caret: 'hide',
    });
  }
}
