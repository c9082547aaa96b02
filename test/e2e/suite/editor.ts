/** The main job in a real VS Code: problems, hover, fix, prompt, settings and library, on the extension as users install it. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  apply,
  fileIn,
  hoverText,
  noProblemOf,
  open,
  openNew,
  problemOf,
  problems,
  quickFix,
  ruleOf,
  until,
  write,
} from './support.ts';

const sample = 'notes/persona-drift.md';

export function defineTests(): void {
  describe('Inquiry in VS Code', () => {
    afterEach(async () => {
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });

    it('sleeps until a note opens, and wakes quickly', async () => {
      const extension = vscode.extensions.getExtension('inquiry.inquiry');
      assert.ok(extension);
      assert.equal(extension.isActive, false);
      // The time of this test, printed by the runner, is that of loading and activating.
      await extension.activate();
    });

    it('marks a claim without a source, and nothing that has one', async () => {
      const document = await open(sample);
      const problem = await problemOf(document, 'unsourced-claim');
      assert.match(document.getText(problem.range), /^Training user simulators .* 55%\.?$/);
      const others = problems(document).filter(
        (other) => ruleOf(other) === 'unsourced-claim' && other !== problem,
      );
      assert.deepEqual(others, []);
    });

    it('links each problem to the page of its rule', async () => {
      const problem = await problemOf(await open(sample), 'unsourced-claim');
      assert.ok(typeof problem.code === 'object');
      assert.match(problem.code.target.toString(), /unsourced-claim/);
    });

    it('shows a card with title and authors on an arXiv ID', async () => {
      const card = await hoverText(await open(sample), '2507.21509');
      assert.match(card, /Persona Vectors/);
      assert.match(card, /Chen/);
      assert.match(card, /2025-07/);
    });

    it('cites the paper that fits, by a quick fix, in one step', async () => {
      const document = await open(sample);
      const before = document.getText();
      const problem = await problemOf(document, 'unsourced-claim');
      await apply(await quickFix(document, problem, /Consistently Simulating/));
      await noProblemOf(document, 'unsourced-claim');
      assert.match(document.getText(), /55%.*(abdulhai2025consistently|2511\.00222)/);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), before);
    });

    it('says why an impossible arXiv ID cannot exist, while it is being written', async () => {
      const document = await openNew('notes/draft.md', '# Draft\n\n');
      const editor = await vscode.window.showTextDocument(document);
      await editor.edit((edit) => {
        edit.insert(new vscode.Position(2, 0), 'Drift halves with steering (arXiv:2513.00001).');
      });
      const problem = await problemOf(document, 'malformed-arxiv-id');
      assert.match(problem.message, /month/i);
      assert.equal(problem.severity, vscode.DiagnosticSeverity.Error);
    });

    it('copies the research prompt of the note in front', async () => {
      await open(sample);
      await vscode.env.clipboard.writeText('nothing');
      await vscode.commands.executeCommand('inquiry.copyResearchPrompt');
      const prompt = await vscode.env.clipboard.readText();
      assert.match(prompt, /What keeps a persona steady/);
      assert.match(prompt, /\(2025-07(-\d\d)?, arXiv:2507\.21509\)/);
      assert.match(prompt, /\(3\)/);
    });

    it('obeys a severity set to off, and set back', async () => {
      const document = await open(sample);
      await problemOf(document, 'unsourced-claim');
      const rules = vscode.workspace.getConfiguration('inquiry.rules');
      await rules.update('unsourced-claim', 'off', vscode.ConfigurationTarget.Workspace);
      try {
        await noProblemOf(document, 'unsourced-claim');
      } finally {
        await rules.update('unsourced-claim', undefined, vscode.ConfigurationTarget.Workspace);
      }
      await problemOf(document, 'unsourced-claim');
    });

    it('notices a reference added to the bibliography', async () => {
      const document = await openNew(
        'notes/new-key.md',
        '# Attention\n\nAttention alone translates better than recurrence [@vaswani2017attention].\n',
      );
      const problem = await problemOf(document, 'unknown-source');
      assert.equal(document.getText(problem.range).includes('vaswani2017attention'), true);
      const bibliography = fileIn('refs.bib');
      const before = await vscode.workspace.fs.readFile(bibliography);
      const entry =
        '\n@article{vaswani2017attention,\n  author = {Vaswani, Ashish},\n  title = {Attention Is All You Need},\n  year = {2017},\n  eprint = {1706.03762},\n  archiveprefix = {arXiv},\n}\n';
      await vscode.workspace.fs.writeFile(
        bibliography,
        new TextEncoder().encode(new TextDecoder().decode(before) + entry),
      );
      await noProblemOf(document, 'unknown-source');
      assert.match(await hoverText(document, '@vaswani2017attention'), /Attention Is All You Need/);
    });

    it('looks an unknown paper up and adds it to the bibliography, one undo away', async () => {
      await write('mine.bib', '% My papers.\n');
      const settings = vscode.workspace.getConfiguration('inquiry');
      await settings.update('library.addTo', 'mine.bib', vscode.ConfigurationTarget.Workspace);
      const note = await openNew('notes/unknown.md', '# Tides\n\nTides turn (arXiv:2503.00009).\n');
      const problem = await problemOf(note, 'unknown-source');
      await apply(await quickFix(note, problem, /add it to your library/));
      const bibliography = vscode.window.activeTextEditor?.document;
      assert.equal(bibliography?.uri.path.endsWith('/mine.bib'), true);
      assert.match(
        bibliography?.getText() ?? '',
        /^% My papers\.\n\n@\w+\{lovelace2025study,[^]*2503\.00009/,
      );
      await vscode.commands.executeCommand('undo');
      assert.equal(bibliography?.getText(), '% My papers.\n');
      await vscode.commands.executeCommand('redo');
      await bibliography?.save();
      await noProblemOf(note, 'unknown-source');
      await settings.update('library.addTo', undefined, vscode.ConfigurationTarget.Workspace);
    });

    it('begins a note from a paper of the library, beside the note in front', async () => {
      await openNew('notes/reading.md', '# Reading\n');
      await vscode.commands.executeCommand('inquiry.newNoteFromPaper', '2507.21509');
      const document = vscode.window.activeTextEditor?.document;
      assert.equal(document?.isUntitled, true);
      assert.match(document.uri.path, /\/notes\/persona-vectors[\w-]*\.md$/);
      assert.match(document.getText(), /^---\nkind: note\n[^]*# Persona Vectors[^]*arXiv:2507\.21509/);
    });

    it('checks the whole workspace on request, and marks nothing twice', async () => {
      const closed = 'notes/closed.md';
      await write(closed, '# Drift\n\nPersonas drift in long talks [@nobody1999missing].\n');
      await vscode.commands.executeCommand('inquiry.checkWorkspace');
      await until('problems of a note that is not open', () =>
        vscode.languages
          .getDiagnostics(fileIn(closed))
          .find((problem) => ruleOf(problem) === 'unknown-source'),
      );
      const document = await open(closed);
      const editor = await vscode.window.showTextDocument(document);
      await problemOf(document, 'unknown-source');
      // A problem told twice, once on request and once on opening, would outlive its repair.
      const key = document.getText().indexOf(' [@');
      await editor.edit((edit) => {
        const end = key + ' [@nobody1999missing]'.length;
        edit.delete(new vscode.Range(document.positionAt(key), document.positionAt(end)));
      });
      await noProblemOf(document, 'unknown-source');
    });

    it('cites what a person picks from the library', async () => {
      const document = await openNew('notes/cite.md', '# Vectors\n\nTraits move along one line.\n');
      const editor = await vscode.window.showTextDocument(document);
      const at = document.positionAt(document.getText().indexOf('move'));
      editor.selection = new vscode.Selection(at, at);
      const before = document.getText();
      const done = vscode.commands.executeCommand('inquiry.cite');
      await until('the citation', async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return document.getText() === before ? undefined : true;
      });
      await done;
      assert.match(document.getText(), /Traits move along one line \(.+\)\.\n$/);
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), before);
    });

    it('shows the text about a wrong flag, and sends nothing', async () => {
      const document = await open(sample);
      const problem = await problemOf(document, 'unsourced-claim');
      await vscode.env.clipboard.writeText('nothing');
      const start = document.offsetAt(problem.range.start);
      const shown = vscode.commands.executeCommand('inquiry.reportWrongFlag', {
        uri: document.uri.toString(),
        start,
      });
      await shown;
      const text = vscode.window.activeTextEditor?.document.getText() ?? '';
      assert.match(
        text,
        /^# Wrong flag: unsourced-claim\n[^]*> Training user simulators[^]*Inquiry \d+\.\d+/,
      );
      assert.equal(await vscode.env.clipboard.readText(), 'nothing');
    });

    it('copies one prompt for the claims of the workspace that are due', async () => {
      await write(
        'notes/due.md',
        '# Due\n\nNo model keeps a persona for long (2025-03, arXiv:2503.16527).\n',
      );
      await vscode.env.clipboard.writeText('nothing');
      await vscode.commands.executeCommand('inquiry.showRetestQueue');
      await vscode.commands.executeCommand('inquiry.copyRetestPrompt');
      const prompt = await vscode.env.clipboard.readText();
      assert.match(
        prompt,
        /From arXiv:2503\.16527:\n(?:.+\n)*\d+\. No model keeps a persona for long \(2025-03\)\./,
      );
    });

    it('puts the claim at the cursor into the re-test prompt', async () => {
      const document = await openNew(
        'notes/chosen.md',
        '# Chosen\n\nLanguage models still fail to plan ahead (2025-02, arXiv:2502.00011).\n',
      );
      const start = document.getText().indexOf('fail');
      await vscode.commands.executeCommand('inquiry.addToRetestPrompt', {
        uri: document.uri.toString(),
        start,
      });
      await vscode.commands.executeCommand('inquiry.copyRetestPrompt');
      const prompt = await vscode.env.clipboard.readText();
      assert.match(prompt, /1\. Language models still fail to plan ahead/);
      assert.doesNotMatch(prompt, /^2\. /m);
    });

    it('marks claims re-tested, one undo away', async () => {
      const document = await openNew(
        'notes/retest.md',
        '# Planning\n\nNo model plans ahead today (2025-02, arXiv:2502.00012).\n',
      );
      const before = document.getText();
      await problemOf(document, 'stale-evidence');
      const done = vscode.commands.executeCommand('inquiry.markClaimsRetested');
      // The list of ways takes a moment to open.
      await until('the mark', async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return document.getText() === before ? undefined : true;
      });
      await done;
      assert.match(document.getText(), /checked/);
      await noProblemOf(document, 'stale-evidence');
      await vscode.commands.executeCommand('undo');
      assert.equal(document.getText(), before);
    });

    it('opens the workbench without a murmur', async () => {
      await open(sample);
      await vscode.commands.executeCommand('inquiry.buildResearchPrompt');
      await until('the workbench tab', () =>
        vscode.window.tabGroups.all
          .flatMap((group) => group.tabs)
          .find((tab) => tab.label.startsWith('Research prompt')),
      );
    });
  });
}
