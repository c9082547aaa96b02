/** The prompt leaves the workbench, and a model's reply comes back: it is read, what it cites is looked up, what it brings is taken over. */
import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import type { SampleWorkspace } from './sample-workspace.ts';
import type { Step } from './step.ts';

/** What arXiv's stand-in knows. */
export const paper = { id: '2503.00009v1', title: 'A Study of Tides Made Up for the Test' };

/** The way out of the workbench and back. */
export const replies: readonly Step[] = [
  [
    'saves the prompt as a prompt file',
    async (editor, workspace) => {
      await editor.webview.getByRole('button', { name: 'Save as .prompt.md' }).click();
      await editor.acceptFileName(/draft\.prompt\.md$/);
      await editor.webview.getByRole('status').filter({ hasText: 'Saved' }).waitFor({ state: 'attached' });
      assert.match(
        workspace.read('draft.prompt.md'),
        /^---\ndescription: "Re-test what “Can training keep a persona steady\?” holds"\n---\n\nYou are a sceptical/,
      );
    },
  ],
  [
    'reads the model’s reply that is pasted into the workbench, and offers what may be taken over',
    async (editor) => {
      const page = editor.webview;
      await page.getByRole('button', { name: 'Verify a reply…' }).click();
      const box = page.getByRole('textbox', { name: 'Paste the whole reply here' });
      await box.fill(
        'Claim 1 still holds (arXiv:2511.00222). See also arXiv:2613.00001 and arXiv:2503.00009.\n\n## Research questions\n\n1. Does drift vanish when dialogues are summarised?\n',
      );
      await editor.picture('workbench-reply');
      await box.press('Control+Enter');
      await editor.page.locator('.tab', { hasText: 'Reply.md' }).waitFor();
      await editor.waitForText(/1\. held.*“still holds”/);
      await editor.notice('Take Over…');
      await editor.lens(/^Take Over….*Look Up 1 Unknown Paper$/).waitFor();
      await editor.picture('reply-report');
    },
  ],
  [
    'looks up what the reply cites, and brings what it found and all else in one preview',
    async (editor, workspace) => {
      await editor
        .lens(/Look Up 1 Unknown Paper/)
        .getByText('Look Up 1 Unknown Paper')
        .click();
      await editor.chooseFromList('New file: references.bib');
      const line = 'does-drift-vanish-when-dialogues-are-summarised.md';
      await editor.tickInPreview(line, 'draft.md', 'references.bib');
      await editor.picture('reply-preview');
      await editor.applyPreview();
      await editor.waitForText(/\(checked \d{4}-\d{2}\)/);
      // VS Code saves what it changed.
      await written(workspace, 'references.bib', /eprint = \{2503\.00009\}/);
      await written(workspace, 'draft.md', /\(checked \d{4}-\d{2}\)/);
      await written(workspace, line, /^---\nkind: line\n/);
      await editor.closeTab('Reply.md');
      await editor.webview.getByRole('heading', { name: 'Research prompt' }).click();
    },
  ],
];

/** Waits until a file holds the words on disk. */
async function written(workspace: SampleWorkspace, file: string, words: RegExp): Promise<void> {
  for (let waited = 0; waited < 20_000 && !words.test(workspace.read(file)); waited += 100) await pause(100);
  assert.match(workspace.read(file), words);
}
