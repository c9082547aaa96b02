/**
 * A newcomer's first quarter of an hour, driven in a browser on the installed package: a note with the usual mistakes is
 * typed, marked, looked up, fixed, turned into a prompt, and the prompt is edited and copied. Leaves a picture of each step.
 */
import assert from 'node:assert/strict';
import { mkdirSync } from 'node:fs';
import { folderAddress, openBrowser } from '../../scripts/testbed/browser.ts';
import type { Testbed } from '../../scripts/testbed/prepare.ts';
import { startEditorServer } from '../../scripts/testbed/server.ts';
import { atomFeed, standIn } from '../../server/src/lookup/stand-in.ts';
import { EditorDriver } from './editor-driver.ts';
import { paper, replies } from './reply-steps.ts';
import { copySampleWorkspace } from './sample-workspace.ts';
import type { Step } from './step.ts';
import { templates } from './template-steps.ts';
import { views } from './view-steps.ts';

const note = `# Can training keep a persona steady?

Training user simulators for consistency reduces persona drift by more than 55%.

Persona vectors predict unwanted trait shifts (2024-01, arXiv:2507.21509).

Steering keeps drift in check without costing capability (arXiv:2613.10387).
`;

/** Beside the sample's own notes: identifiers that do not say what they name. */
const reading = `# What steadies a persona?

Training user simulators for consistency reduces persona drift by more than 55% [@abdulhai2025consistently]. Far more capable models hardly keep a persona better over many turns (arXiv:2407.18416).

Steering caps drift along a single axis without cost to capability.

Read next:

- arXiv:2507.21509, on fine-tuning
- https://arxiv.org/abs/2504.07912
`;

const steps: readonly Step[] = [
  [
    'marks the usual mistakes while they are typed',
    async (editor) => {
      await editor.openFile('draft.md');
      await editor.lines.first().click();
      await editor.type(note);
      await editor.squiggleUnder('reduces persona drift');
      await editor.squiggleUnder('2613.10387');
      await editor.statusBar.filter({ hasText: 'unsourced' }).waitFor();
      await editor.lens(/1 unsourced/).waitFor();
      await editor.picture('problems');
    },
  ],
  [
    'shows a card on an arXiv ID',
    async (editor) => {
      const card = await editor.hover('2507.21509');
      await card.getByText('Persona Vectors').first().waitFor();
      await editor.picture('hover');
      await editor.page.keyboard.press('Escape');
    },
  ],
  [
    'cites the paper that fits',
    async (editor) => {
      const menu = await editor.openQuickFixes('reduces persona drift');
      const fix = menu.locator('.monaco-list-row', { hasText: 'Consistently Simulating' }).first();
      await fix.waitFor();
      await editor.picture('quick-fix');
      await fix.click();
      await editor.waitForText(/55%[^.]*(2511\.00222|abdulhai2025consistently)/);
      await editor.picture('cited');
    },
  ],
  [
    'finds a source in the library by what is typed',
    async (editor) => {
      await editor.click('Steering keeps');
      await editor.command('Inquiry: Cite…');
      await editor.typeInList('persona chen');
      await editor.firstInList(/Persona Vectors/, /Promise with a Catch/);
      await editor.picture('cite');
      await editor.page.keyboard.press('Escape');
    },
  ],
  [
    'builds the prompt beside the note, and keeps up with it',
    async (editor) => {
      await editor.command('Inquiry: Build Research Prompt');
      const page = editor.webview;
      await page.getByRole('heading', { name: 'Research prompt' }).waitFor();
      await page.getByRole('region', { name: 'Prompt' }).filter({ hasText: 'arXiv:2511.00222' }).waitFor();
      await editor.picture('workbench');
    },
  ],
  [
    'shows the evidence on a line of time, from the keyboard too',
    async (editor) => {
      const page = editor.webview;
      const chart = page.getByRole('group', { name: /^Claims at the dates of their evidence/ });
      const caption = page.locator('.caption');
      await chart.getByRole('button').first().focus();
      await caption.filter({ hasText: 'Persona vectors predict' }).waitFor();
      await editor.page.keyboard.press('ArrowRight');
      await caption.filter({ hasText: 'arXiv:2511.00222 Consistently Simulating' }).waitFor();
      await editor.picture('timeline');
      await editor.page.keyboard.press('Enter');
      await editor.cursorOnLine(3);
      await page.locator('[aria-current="true"]').filter({ hasText: 'arXiv:2511.00222' }).waitFor();
    },
  ],
  [
    'takes edits of role and claims',
    async (editor) => {
      const page = editor.webview;
      const text = page.getByRole('region', { name: 'Prompt' });
      await page
        .getByRole('textbox', { name: 'Role' })
        .fill('You are a sceptical reviewer of persona research.');
      await text.filter({ hasText: 'sceptical reviewer' }).waitFor();
      const tokens = page.getByRole('spinbutton', { name: /^Tokens/ });
      const cut = page.getByText('over the length of 300 tokens');
      await tokens.fill('300');
      await tokens.press('Tab');
      await cut.first().waitFor({ state: 'attached' });
      await tokens.fill('');
      await tokens.press('Tab');
      await cut.first().waitFor({ state: 'detached' });
      const box = page.getByRole('checkbox', { name: /^Include the claim: Persona vectors predict/ });
      await box.uncheck();
      await text.filter({ hasNotText: 'Persona vectors predict' }).waitFor();
    },
  ],
  [
    'copies the prompt as edited',
    async (editor) => {
      const page = editor.webview;
      await page.getByRole('button', { name: 'Copy prompt' }).click();
      await page.getByRole('button', { name: 'Copied' }).waitFor();
      const copied = await editor.clipboard();
      assert.match(copied, /^You are a sceptical reviewer of persona research\./);
      assert.match(copied, /arXiv:2511\.00222/);
      assert.doesNotMatch(copied, /Persona vectors predict/);
    },
  ],
  [
    'keeps the edits when the note changes and when the workbench is hidden',
    async (editor) => {
      await editor.click('Steering keeps');
      await editor.page.keyboard.press('Control+End');
      await editor.type(
        '\nRL post-training amplifies behaviours learned in pretraining (2025-04, arXiv:2504.07912).',
      );
      const page = editor.webview;
      await page.getByRole('region', { name: 'Prompt' }).filter({ hasText: '2504.07912' }).waitFor();
      assert.equal(
        await page.getByRole('textbox', { name: 'Role' }).inputValue(),
        'You are a sceptical reviewer of persona research.',
      );
      await editor.closeTab('Research prompt');
      await editor.page.locator('iframe.webview').waitFor({ state: 'detached' });
      await editor.command('Inquiry: Build Research Prompt');
      await editor.webview.getByRole('textbox', { name: 'Role' }).waitFor();
      assert.equal(
        await editor.webview.getByRole('textbox', { name: 'Role' }).inputValue(),
        'You are a sceptical reviewer of persona research.',
      );
    },
  ],
];

/** Pictures only: facts in the text, and the seed line. */
const gallery: readonly Step[] = [
  [
    'counts over the title, and names what an ID means',
    async (editor) => {
      await editor.command('View: Close All Editors in Group');
      await editor.openFile('reading.md');
      await editor.lens(/^\d+ claims/).waitFor();
      await editor.waitForText(/arXiv:2507\.21509.?Persona Vectors · 2025-07/);
      await editor.squiggleUnder('Steering caps');
      await editor.picture('facts-in-line');
    },
  ],
  [
    'opens the seed line',
    async (editor) => {
      await editor.openFile('persona-distortion.md');
      await editor.closeTab('reading.md');
      await editor.statusBar.filter({ hasText: /unsourced|re-test|claims/ }).waitFor();
      await editor.goToLine(49);
      await editor.squiggleUnder('2025-03');
      await editor.picture('seed-line');
    },
  ],
];

/** Returns the number of steps that passed; throws at the first that fails, with a picture of it. */
export async function runInBrowser(testbed: Testbed, vsix: string): Promise<number> {
  mkdirSync('artifacts/screenshots', { recursive: true });
  const workspace = copySampleWorkspace();
  workspace.write('draft.md', '');
  workspace.write('reading.md', reading);
  const arxiv = await standIn(() => ({ body: atomFeed(paper) }));
  const server = await startEditorServer(testbed, {
    environment: { INQUIRY_ARXIV_ENDPOINT: `${arxiv.address}/api/query` },
    extensions: [vsix],
    settings: { 'editor.wordWrap': 'on', 'editor.fontSize': 14, 'workbench.layoutControl.enabled': false },
  });
  const { page, close } = await openBrowser(testbed, server.origin);
  const editor = new EditorDriver(page);
  const all = [...steps, ...templates, ...replies, ...gallery, ...views];
  try {
    await page.goto(folderAddress(server.origin, workspace.folder));
    await editor.ready();
    for (const [name, run] of all) {
      const since = performance.now();
      try {
        await run(editor, workspace);
      } catch (error) {
        await editor.picture('failure');
        console.log(`  ✖ ${name}`);
        for (const notice of await editor.notices()) console.log(`    on the screen: ${notice}`);
        throw error;
      }
      console.log(`  ✔ ${name} (${Math.round(performance.now() - since)} ms)`);
    }
    return all.length;
  } finally {
    await close();
    await server.stop();
    await arxiv.close();
    workspace.remove();
  }
}
