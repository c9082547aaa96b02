/** Another name for a key and for a note, in a real VS Code: every file that writes the old one follows. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { fileIn, open, openNew, placeOf, until, write } from './support.ts';

const textOf = async (path: string): Promise<string> =>
  (await vscode.workspace.openTextDocument(fileIn(path))).getText();

const renamed = (
  document: vscode.TextDocument,
  words: string,
  name: string,
): Thenable<vscode.WorkspaceEdit> =>
  vscode.commands.executeCommand<vscode.WorkspaceEdit>(
    'vscode.executeDocumentRenameProvider',
    document.uri,
    placeOf(document, words),
    name,
  );

/** Polls: a file that was just written is noticed a moment later. */
const renamedWith = (
  document: vscode.TextDocument,
  words: string,
  name: string,
  file: string,
): Promise<vscode.WorkspaceEdit> =>
  until(`a rename that edits ${file}`, async () => {
    const edit = await renamed(document, words, name);
    return edit.has(fileIn(file)) ? edit : undefined;
  });

export function defineRenameTests(): void {
  describe('Renaming in VS Code', () => {
    afterEach(async () => {
      await vscode.commands.executeCommand('workbench.action.files.saveAll');
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    });

    it('renames a key in notes and bibliography, and in no bibliography with unsaved changes', async () => {
      await write('rename.bib', '@article{okafor2025tides,\n  title = {On tides and personas}\n}\n');
      await write('notes/other.md', '# Other\n\nTides turn [@okafor2025tides, p. 3].\n');
      const document = await openNew('notes/key.md', '# Tides\n\nTides turn [@okafor2025tides].\n');
      const edit = await renamedWith(document, 'okafor2025tides', 'okafor2025', 'rename.bib');
      assert.ok(await vscode.workspace.applyEdit(edit));
      assert.match(document.getText(), /turn \[@okafor2025\]/);
      assert.match(await textOf('notes/other.md'), /\[@okafor2025, p\. 3\]/);
      assert.match(await textOf('rename.bib'), /^@article\{okafor2025,\n/);

      const bibliography = await open('rename.bib');
      assert.ok(await bibliography.save());
      await renamedWith(document, 'okafor2025', 'okafor2026', 'rename.bib');
      const editor = await vscode.window.showTextDocument(bibliography);
      await editor.edit((change) => {
        change.insert(new vscode.Position(0, 0), '% new\n');
      });
      assert.equal((await renamed(document, 'okafor2025', 'okafor2026')).size, 0);
    });

    it('renames no key of the bundled library, and lets nobody else', async () => {
      const document = await openNew('notes/kept.md', '# Axes\n\nSteering caps drift [@lu2026assistant].\n');
      assert.equal((await renamed(document, 'lu2026assistant', 'lu2026')).size, 0);
    });

    it('renames a note with its links', async () => {
      await write('notes/tide-pools.md', '# Tide pools\n\nThey fill.\n');
      await write('notes/linking.md', '# Links\n\nSee [pools](tide-pools.md#tide-pools).\n');
      const document = await openNew('notes/links.md', '# Shores\n\nSee [[tide-pools|pools]].\n');
      const edit = await renamedWith(document, 'tide-pools', 'rock-pools', 'notes/linking.md');
      assert.ok(await vscode.workspace.applyEdit(edit));
      assert.equal(document.getText(), '# Shores\n\nSee [[rock-pools|pools]].\n');
      assert.match(await textOf('notes/linking.md'), /\[pools\]\(rock-pools\.md#tide-pools\)/);
      assert.match(await textOf('notes/rock-pools.md'), /^# Tide pools/);
      await assert.rejects(async () => vscode.workspace.fs.stat(fileIn('notes/tide-pools.md')));
    });

    it('takes the file along when a title changes that it is called after', async () => {
      const document = await openNew('notes/which-tides-turn.md', '# Which tides turn?\n\nAll of them.\n');
      await write('notes/tides.md', '# Tides\n\nSee [[which-tides-turn]].\n');
      const edit = await renamedWith(document, 'Which tides turn?', 'Do tides turn?', 'notes/tides.md');
      assert.ok(await vscode.workspace.applyEdit(edit));
      assert.match(await textOf('notes/do-tides-turn.md'), /^# Do tides turn\?\n/);
      assert.match(await textOf('notes/tides.md'), /\[\[do-tides-turn\]\]/);
    });
  });
}
