/** Lines of inquiry in a real VS Code: begun from a question. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { fileIn, openNew, placeOf, until } from './support.ts';

const inFront = (path: string): vscode.TextEditor | undefined => {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.uri.path.endsWith(path) === true ? editor : undefined;
};

const textOf = async (path: string): Promise<string> =>
  new TextDecoder().decode(await vscode.workspace.fs.readFile(fileIn(path)));

export function defineLineTests(): void {
  describe('A line of inquiry', () => {
    afterEach(async () => {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    });

    it('begins from the next line at the cursor, beside the note, with the cursor at its framing', async () => {
      const note = await openNew(
        'notes/asks.md',
        '# Drift\n\n## Next lines\n\n- Does drift vanish in summaries?\n',
      );
      const editor = await vscode.window.showTextDocument(note);
      const at = placeOf(note, 'vanish');
      editor.selection = new vscode.Selection(at, at);
      const making = vscode.commands.executeCommand('inquiry.newLine');
      const path = 'notes/does-drift-vanish-in-summaries.md';
      const line = await until('the line', async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return inFront(path);
      });
      await making;
      assert.match(
        await textOf(path),
        /^---\nkind: line\ntitle: Does drift vanish in summaries\?\ndate: \d{4}-\d\d-\d\d\n---\n\n# Does drift vanish in summaries\?\n\n\n\n## Answer\n\n## Sources\n$/,
      );
      const before = line.document.getText(
        new vscode.Range(new vscode.Position(0, 0), line.selection.active),
      );
      assert.match(before, /\n# Does drift vanish in summaries\?\n\n$/);
    });

    it('is opened, not made anew, where there is one of that name', async () => {
      const own = '---\nkind: line\n---\n\n# Is this mine?\n\nIt is.\n';
      await openNew('notes/is-this-mine.md', own);
      await openNew('notes/other.md', '# Other\n');
      await vscode.commands.executeCommand('inquiry.newLine', 'Is this mine?');
      assert.equal(inFront('notes/is-this-mine.md')?.document.getText(), own);
    });
  });
}
