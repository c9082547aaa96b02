/** What stands over the title and behind identifiers in a real VS Code. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { open, openNew, problemOf, until } from './support.ts';

const lensesOf = (document: vscode.TextDocument): Thenable<vscode.CodeLens[]> =>
  vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 10);

/** Polls: the server is asked through several layers, and the editor keeps what it had until then. */
const lensOf = (document: vscode.TextDocument, title: RegExp): Promise<vscode.Command> =>
  until(`the lens ${String(title)}`, async () => {
    const lenses = await lensesOf(document);
    return lenses.map(({ command }) => command).find((command) => title.test(command?.title ?? ''));
  });

export function defineInLineTests(): void {
  describe('Facts in the text', () => {
    afterEach(async () => {
      await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    });

    it('counts over the title, and a click leads to what is counted', async () => {
      const document = await open('notes/persona-drift.md');
      const problem = await problemOf(document, 'unsourced-claim');
      await lensOf(document, /^\d+ claims$/);
      const prompt = await lensOf(document, /^Build research prompt$/);
      assert.deepEqual(prompt.arguments, [document.uri.toString()]);
      const { command, arguments: given = [] } = await lensOf(document, /^1 unsourced$/);
      await vscode.commands.executeCommand(command, ...(given as unknown[]));
      await until('the claim', () =>
        vscode.window.activeTextEditor?.selection.active.isEqual(problem.range.start) === true
          ? true
          : undefined,
      );
    });

    it('counts anew when the note changes', async () => {
      const document = await openNew(
        'notes/counted.md',
        '# Health\n\nExercise lowers the risk of depression by 26%.\n',
      );
      await lensOf(document, /^1 unsourced$/);
      const editor = await vscode.window.showTextDocument(document);
      await editor.edit((edit) => {
        edit.insert(new vscode.Position(3, 0), '\nOne in five adults has a chronic condition.\n');
      });
      await lensOf(document, /^2 unsourced$/);
    });

    it('shows a short title behind an ID', async () => {
      const document = await openNew(
        'notes/hinted.md',
        '# Traits\n\nTraits move early (arXiv:2507.21509).\n',
      );
      const all = new vscode.Range(0, 0, document.lineCount, 0);
      const [hint] = await until('a hint', async () => {
        const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
          'vscode.executeInlayHintProvider',
          document.uri,
          all,
        );
        return hints.length > 0 ? hints : undefined;
      });
      assert.match(String(hint?.label), /^Persona Vectors · 2025-07$/);
      const line = document.lineAt(2).text;
      assert.equal(line.slice(0, hint?.position.character), 'Traits move early (arXiv:2507.21509');
    });
  });
}
