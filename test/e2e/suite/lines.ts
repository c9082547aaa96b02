/** Lines of inquiry in a real VS Code: begun from a question, imported from a page. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { fileIn, openNew, placeOf, until, write } from './support.ts';

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

    it('is imported from a page, previewed, beside the note in front; what is there already stays', async () => {
      const note = '---\nkind: note\ntitle: Do bees know zero?\n---\n\n# Do bees know zero?\n\nMine.\n';
      await write('bees/notes/do-bees-know-zero.md', note);
      await write('bees/papers.json', '[\n  {"id": "own", "type": "book", "title": "My Own Book"}\n]\n');
      await write(
        'page.txt',
        'INQUIRING LINE\n\nDo bees count?\n\nThis explores numerosity in insects.\n\n\n' +
          'Bees tell three from four Can bees count to four?, and nothing from one Do bees know zero?.\n\n\n' +
          'Sources 2 notes\n\nCan bees count to four?\n\nThey can (arXiv:2503.00009).\n\n' +
          'Do bees know zero?\n\nThey do.\n',
      );
      await openNew('bees/inbox.md', '# Inbox\n');
      let importing: Thenable<void> | undefined;
      await until('the line', async () => {
        // An “Apply” that comes before the tick leaves the line out; it is offered again.
        importing ??= vscode.commands.executeCommand('inquiry.importLine', 'page.txt').then(() => {
          importing = undefined;
        });
        await vscode.commands.executeCommand('list.focusFirst');
        await vscode.commands.executeCommand('refactorPreview.toggleCheckedState');
        await vscode.commands.executeCommand('refactorPreview.apply');
        return inFront('bees/do-bees-count.md');
      });
      assert.match(
        await textOf('bees/do-bees-count.md'),
        /^---\nkind: line\ntitle: Do bees count\?\n---\n[^]*\(\[Can bees count to four\?\]\(notes\/can-bees-count-to-four\.md\)\)/,
      );
      assert.match(await textOf('bees/notes/can-bees-count-to-four.md'), /^---\nkind: note\n/);
      assert.equal(await textOf('bees/notes/do-bees-know-zero.md'), note);
      const papers = JSON.parse(await textOf('bees/papers.json')) as readonly {
        id: string;
        number?: string;
      }[];
      assert.deepEqual([papers[0]?.id, papers[1]?.number], ['own', 'arXiv:2503.00009']);
    });

    it('is not made of references', async () => {
      await vscode.commands.executeCommand('inquiry.importLine', 'refs.bib');
      const made = await vscode.workspace.findFiles('refs*.md');
      assert.deepEqual(made, []);
    });
  });
}
