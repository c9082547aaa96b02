/** Templates of the research prompt in a real VS Code: from a command, out of the setting's folder, as files that are no notes. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { fileIn, folder, openNew, problemOf, until, write } from './support.ts';

const choose = (name: string | undefined): Thenable<void> =>
  vscode.workspace
    .getConfiguration('inquiry', folder())
    .update('prompt.template', name, vscode.ConfigurationTarget.Workspace);

/** The clipboard once it holds a prompt that is as wanted. */
async function copied(wanted: RegExp): Promise<string> {
  return until(`a prompt like ${String(wanted)}`, async () => {
    await vscode.commands.executeCommand('inquiry.copyResearchPrompt', fileIn('notes/templated.md'));
    const text = await vscode.env.clipboard.readText();
    return wanted.test(text) ? text : undefined;
  });
}

export function defineTemplateTests(): void {
  describe('A template of the prompt', () => {
    before(async () => {
      await openNew(
        'notes/templated.md',
        '# Planning\n\nNo language model plans ahead reliably (2025-02, arXiv:2502.00012).\n',
      );
    });
    afterEach(async () => {
      await choose(undefined);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });

    it('may be one that is built in, by a setting', async () => {
      await choose('short');
      const text = await copied(/For each claim, by its number, in one line/);
      assert.match(text, /1\. No language model plans ahead reliably/);
      assert.doesNotMatch(text, /Anchor papers/);
    });

    it('begins as a copy with a comment, and is no note', async () => {
      await vscode.commands.executeCommand('inquiry.newPromptTemplate', { name: 'host' });
      const document = await until('the template', () =>
        vscode.window.visibleTextEditors
          .map((editor) => editor.document)
          .find(({ uri }) => uri.path.endsWith('/.inquiry/templates/host.md')),
      );
      assert.match(document.getText(), /^\{\{!\n[^{}]*\}\}\n\{\{role\}\}/);
      // A claim without a source, and no problem: while a note that was opened later has one.
      const edit = new vscode.WorkspaceEdit();
      edit.insert(
        document.uri,
        new vscode.Position(document.lineCount, 0),
        '\nModels gained 14% on MMLU in 2023.\n',
      );
      await vscode.workspace.applyEdit(edit);
      const note = await openNew('notes/other.md', '# Other\n\nModels gained 14% on MMLU in 2023.\n');
      await problemOf(note, 'unsourced-claim');
      assert.deepEqual(vscode.languages.getDiagnostics(document.uri), []);
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });

    it('is taken as it is written now, and as it is mended', async () => {
      await write('.inquiry/templates/own.txt', 'First. {{question}}\n');
      await choose('own.txt');
      assert.match(await copied(/^First\. /), /^First\. What does the evidence on “Planning” show/);
      await write('.inquiry/templates/own.txt', 'Second. {{question}}\n');
      await copied(/^Second\. /);
      await write('.inquiry/templates/own.txt', '{{qestion}}\n');
      await vscode.env.clipboard.writeText('nothing');
      await vscode.commands.executeCommand('inquiry.copyResearchPrompt', fileIn('notes/templated.md'));
      assert.equal(await vscode.env.clipboard.readText(), 'nothing');
    });
  });
}
