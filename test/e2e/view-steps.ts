/** The browser-driven run through the views of the activity bar, beside the seed line and a reading note. */
import assert from 'node:assert/strict';
import type { Step } from './step.ts';

export const views: readonly Step[] = [
  [
    'shows what is due in the workspace, and makes one prompt of what is chosen',
    async (editor) => {
      await editor.command('Inquiry: Show Re-test Queue');
      const claims = editor.view('Re-test Queue');
      await claims.first().waitFor();
      await claims.nth(2).getByRole('checkbox').click();
      await claims.nth(2).getByRole('checkbox', { checked: true }).waitFor();
      await claims.nth(2).click();
      await editor.picture('retest-queue');
      await editor.command('Inquiry: Copy Re-test Prompt');
      await editor.page.getByText('Copied the re-test prompt of 1 claim.').first().waitFor();
      assert.match(await editor.clipboard(), /^You re-test claims [^]*\n1\. /);
    },
  ],
  [
    'shows who cites what of the library, and what may come next',
    async (editor) => {
      await editor.openFile('reading.md');
      await editor.foldView('Re-test Queue');
      await editor.command('Notifications: Clear All Notifications');
      const library = editor.view('Library');
      await library.filter({ hasText: 'Papers' }).click();
      const paper = library.filter({ hasText: 'Persona Vectors: Monitoring' });
      // Its badge comes when the notes are counted.
      await paper.and(editor.page.getByRole('treeitem', { name: /cited in \d+ notes/ })).waitFor();
      await paper.locator('.monaco-tl-twistie').click();
      const claim = library.filter({ hasText: 'persona-drift.md' }).first();
      await claim.waitFor();
      const next = editor.view('Next Lines');
      await next.filter({ hasText: 'Can fine-tuning or RLHF alone' }).locator('.monaco-tl-twistie').click();
      await next.filter({ hasText: 'Abdulhai et al.' }).waitFor();
      await editor.picture('library');
      await claim.click();
      await editor.page.locator('.tab.active', { hasText: 'persona-drift.md' }).waitFor();
    },
  ],
  [
    'keeps of the library what has every word that is typed',
    async (editor) => {
      await editor.command('Inquiry: Filter Library…');
      await editor.typeInList('persona gym');
      const library = editor.view('Library');
      await library.filter({ hasText: 'Samuel et al. 2024' }).waitFor();
      await library.filter({ hasText: 'Abdulhai' }).waitFor({ state: 'detached' });
      await editor.picture('library-filtered');
      await editor.page.keyboard.press('Escape');
      await library.filter({ hasText: 'Abdulhai' }).first().waitFor();
    },
  ],
];
