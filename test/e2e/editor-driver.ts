/** VS Code in a browser, moved by the keyboard and the mouse, in a user's words. Selectors live here and nowhere else. */
import type { FrameLocator, Locator, Page } from 'playwright-core';

const patience = 45_000;

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

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
    // Other entries may hold the same words: the one that is called so, and no longer, is meant.
    await this.page
      .locator(
        `.quick-input-list .monaco-list-row[aria-label="${expected}"], .quick-input-list .monaco-list-row[aria-label^="${expected},"]`,
      )
      .first()
      .click();
  }

  /** Into the list that a command opens, once it is there. */
  async typeInList(query: string): Promise<void> {
    const input = this.page.locator('.quick-input-widget:visible input').first();
    await input.waitFor();
    // The palette that the command was chosen in looks the same until its text is gone.
    await this.page.waitForFunction(
      (box) => box instanceof HTMLInputElement && box.value === '',
      await input.elementHandle(),
    );
    await this.page.keyboard.type(query);
  }

  /** In a list that a command opened, the row of that name. */
  async chooseFromList(name: string): Promise<void> {
    await this.page.locator('.quick-input-widget:visible .monaco-list-row', { hasText: name }).click();
  }

  /** In VS Code's preview of an edit, which is to show these files and no other, unticked: ticks each with all that is in it. */
  async tickInPreview(...files: readonly string[]): Promise<void> {
    const rows = this.#preview.locator('.monaco-list-row[aria-level="1"]');
    for (const file of files) {
      const box = rows.filter({ hasText: file }).getByRole('checkbox');
      await box.waitFor();
      if (await box.isChecked()) throw new Error(`${file} is ticked before anybody did.`);
      await box.click();
    }
    if ((await rows.count()) !== files.length) throw new Error('The preview shows other files, too.');
  }

  async applyPreview(): Promise<void> {
    await this.#preview.getByRole('button', { name: 'Apply' }).click();
    await this.#preview.waitFor({ state: 'hidden' });
  }

  get #preview(): Locator {
    return this.page.locator('.bulk-edit-panel');
  }

  /** In VS Code's own box for a file's name, which it proposes. */
  async acceptFileName(proposed: RegExp): Promise<void> {
    const input = this.page.locator('.quick-input-widget:visible input').first();
    await input.waitFor();
    const end = Date.now() + patience;
    while (!proposed.test(await input.inputValue())) {
      if (Date.now() > end) throw new Error(`Another file name is proposed: ${await input.inputValue()}`);
      await this.page.waitForTimeout(50);
    }
    await this.page.keyboard.press('Enter');
    await input.waitFor({ state: 'hidden' });
  }

  /** Waits for a button in a notice. */
  async notice(button: string): Promise<void> {
    await this.page.locator('.notification-toast').getByRole('button', { name: button }).waitFor();
  }

  /** Waits until a list begins with these rows: what was there before the query may hold them further down. */
  async firstInList(...rows: readonly RegExp[]): Promise<void> {
    for (const [index, words] of rows.entries())
      await this.page
        .locator(`.quick-input-widget:visible .monaco-list-row[data-index="${String(index)}"]`)
        .filter({ hasText: words })
        .waitFor();
  }

  /** The rows of a view in the side bar. */
  view(name: string): Locator {
    return this.page.locator('.sidebar').getByRole('tree', { name }).locator('.monaco-list-row');
  }

  async foldView(name: string): Promise<void> {
    await this.page.locator('.sidebar').getByRole('button', { name }).first().click();
  }

  async goToLine(line: number): Promise<void> {
    await this.page.keyboard.press('Control+G');
    const input = this.page.locator('.quick-input-widget input').first();
    await input.waitFor({ state: 'visible' });
    await input.fill(`:${line}`);
    await this.page.keyboard.press('Enter');
  }

  /** Waits until the cursor of the editor in front is there, as the status bar says. */
  async cursorOnLine(line: number): Promise<void> {
    await this.page.locator('.statusbar-item', { hasText: `Ln ${String(line)}, ` }).waitFor();
  }

  get lines(): Locator {
    return this.page.locator('.editor-instance .view-lines .view-line');
  }

  /** Where the words stand on the screen. VS Code cuts a line into many elements: they are found by their characters. */
  async boxOf(words: string): Promise<Box> {
    const found = await this.page.waitForFunction(
      (wanted) => {
        for (const line of document.querySelectorAll('.editor-instance .view-line')) {
          const start = (line.textContent ?? '').replaceAll('\u00a0', ' ').indexOf(wanted);
          if (start < 0) continue;
          const range = document.createRange();
          const pieces = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
          let passed = 0;
          for (let piece = pieces.nextNode(); piece !== null; piece = pieces.nextNode()) {
            const length = piece.textContent?.length ?? 0;
            if (start >= passed && start < passed + length) range.setStart(piece, start - passed);
            const end = start + wanted.length;
            if (end > passed && end <= passed + length) range.setEnd(piece, end - passed);
            passed += length;
          }
          const { x, y, width, height } = range.getBoundingClientRect();
          return { x, y, width, height };
        }
        return undefined;
      },
      words,
      { timeout: patience },
    );
    const box = await found.jsonValue();
    if (box === undefined) throw new Error(`“${words}” is not on the screen.`);
    return box;
  }

  /** Waits for a squiggle under these words: marks and text are separate layers, matched by their place. */
  async squiggleUnder(words: string): Promise<void> {
    const text = await this.boxOf(words);
    await this.page.waitForFunction(
      (spot) => {
        for (const mark of document.querySelectorAll('.monaco-editor [class*="squiggly-"]')) {
          const box = mark.getBoundingClientRect();
          const across = box.left < spot.x + spot.width && box.right > spot.x;
          if (across && box.top < spot.y + spot.height && box.bottom > spot.y) return true;
        }
        return false;
      },
      text,
      { timeout: patience },
    );
  }

  /** What stands over a line and can be clicked. */
  lens(title: RegExp): Locator {
    return this.page.locator('.codelens-decoration').filter({ hasText: title }).first();
  }

  async hover(words: string): Promise<Locator> {
    const box = await this.boxOf(words);
    await this.page.mouse.move(2, 2);
    await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 3 });
    const card = this.page.locator('.monaco-hover:visible').first();
    await card.waitFor();
    return card;
  }

  async click(words: string): Promise<void> {
    const box = await this.boxOf(words);
    await this.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  }

  /** Puts the cursor on the words, opens the quick fixes and chooses one. */
  async openQuickFixes(words: string): Promise<Locator> {
    await this.click(words);
    await this.page.keyboard.press('Control+.');
    const menu = this.page.locator('.action-widget:visible').first();
    await menu.waitFor();
    return menu;
  }

  /** Of every editor in sight, one after the other. */
  async editorText(): Promise<string> {
    const texts = await this.page.locator('.editor-instance').evaluateAll((editors) =>
      editors.map((editor) =>
        [...editor.querySelectorAll('.view-line')]
          .map((line) => ({ top: line.getBoundingClientRect().top, text: line.textContent ?? '' }))
          .sort((a, b) => a.top - b.top)
          .map((line) => line.text)
          .join('\n'),
      ),
    );
    return texts.join('\n').replaceAll('\u00a0', ' ');
  }

  /** Waits for text as written: where the window wraps a line, and a hint in it moves that place, does not count. */
  async waitForText(pattern: RegExp): Promise<void> {
    const end = Date.now() + patience;
    while (!pattern.test((await this.editorText()).replaceAll('\n', ''))) {
      if (Date.now() > end)
        throw new Error(`The editor never showed ${String(pattern)}:\n${await this.editorText()}`);
      await this.page.waitForTimeout(50);
    }
  }

  async closeTab(title: string): Promise<void> {
    await this.page.locator('.tab', { hasText: title }).first().click({ button: 'middle' });
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

  /** What VS Code tells in the corner, and in dialogs. */
  notices(): Promise<string[]> {
    return this.page
      .locator('.notification-toast, .monaco-dialog-box, .quick-input-widget:visible')
      .allInnerTexts();
  }

  clipboard(): Promise<string> {
    return this.page.evaluate(() => navigator.clipboard.readText());
  }

  get statusBar(): Locator {
    return this.page.locator('[id="inquiry.inquiry.inquiry.status"]');
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
