/** Templates of the prompt in the workbench, as a person chooses, writes, breaks and mends one. */
import assert from 'node:assert/strict';
import type { Step } from './step.ts';

export const templates: readonly Step[] = [
  [
    'writes the prompt in another template',
    async (editor) => {
      const page = editor.webview;
      const text = page.getByRole('region', { name: 'Prompt' });
      await text.filter({ hasText: 'Anchor papers' }).waitFor();
      await page.getByRole('combobox', { name: 'Template' }).selectOption('short');
      await text.filter({ hasNotText: 'Anchor papers' }).filter({ hasText: 'in one line' }).waitFor();
      await page.getByText('the template “short” names none').waitFor({ state: 'attached' });
    },
  ],
  [
    'begins one’s own as a copy, and follows while it is written',
    async (editor, workspace) => {
      const page = editor.webview;
      await page.getByRole('button', { name: 'Write your own…' }).click();
      await editor.acceptFileName(/^my-template$/);
      await editor.page.locator('.tab', { hasText: 'my-template.md' }).waitFor();
      assert.match(workspace.read('.inquiry/templates/my-template.md'), /^\{\{!\n.*\n\}\}\n\{\{role\}\}/s);
      const chosen = page.getByRole('combobox', { name: 'Template' });
      const end = Date.now() + 10_000;
      while ((await chosen.inputValue()) !== 'my-template.md' && Date.now() < end)
        await editor.page.waitForTimeout(50);
      assert.equal(await chosen.inputValue(), 'my-template.md');
      await editor.page.keyboard.press('Control+End');
      await editor.type('Answer in German.');
      await page.getByRole('region', { name: 'Prompt' }).filter({ hasText: 'Answer in German.' }).waitFor();
      await editor.picture('templates');
    },
  ],
  [
    'says what is wrong with it and where, and makes no prompt until that is mended',
    async (editor) => {
      const page = editor.webview;
      // The editor itself closes the braces.
      await editor.type(' {{qestion');
      const fault = page.getByRole('alert').filter({ hasText: /line 25: .*did you mean “question”\?/ });
      await fault.waitFor();
      assert.equal(await page.getByRole('button', { name: 'Copy prompt' }).isDisabled(), true);
      await editor.picture('template-fault');
      await editor.goToLine(1);
      await editor.cursorOnLine(1);
      await page.getByRole('button', { name: 'Show where' }).click();
      await editor.cursorOnLine(25);
      await editor.page.keyboard.press('Shift+End');
      await editor.type('Answer in French.');
      await page.getByRole('alert').waitFor({ state: 'detached' });
      await page.getByRole('combobox', { name: 'Template' }).selectOption('default');
      await page.getByRole('region', { name: 'Prompt' }).filter({ hasText: 'Anchor papers' }).waitFor();
      await editor.command('File: Save');
      await editor.page.locator('.tab.dirty', { hasText: 'my-template.md' }).waitFor({ state: 'detached' });
      await editor.closeTab('my-template.md');
      await page.getByRole('heading', { name: 'Research prompt' }).click();
    },
  ],
];
