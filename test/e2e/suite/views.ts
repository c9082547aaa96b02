/** The views of the library in a real VS Code, walked through from the keyboard. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openNew, until } from './support.ts';

async function run(...commands: readonly string[]): Promise<void> {
  for (const command of commands) await vscode.commands.executeCommand(command);
}

/** A list that has no row yet takes no key; whoever walks through it tries again. */
const walk = (...commands: readonly string[]): Promise<void> => run(...commands).catch(() => undefined);

const inFront = (path: string): vscode.TextEditor | undefined => {
  const editor = vscode.window.activeTextEditor;
  return editor?.document.uri.path.endsWith(path) === true ? editor : undefined;
};

export function defineViewTests(): void {
  describe('The views of the library', () => {
    afterEach(async () => {
      await run('inquiry.clearLibraryFilter', 'workbench.action.revertAndCloseActiveEditor');
    });

    it('open an entry, and cite it at the cursor of the note in front', async () => {
      const document = await openNew(
        'tides/echo.md',
        '# Echo\n\nTraining amplifies what was there [@chen2025persona].\n',
      );
      await vscode.commands.executeCommand('inquiry.filterLibrary', 'echo chamber');
      await until('the entry', async () => {
        // A shelf, and the one paper that is left on it.
        await walk('inquiry.library.focus', 'list.focusFirst', 'list.focusDown', 'list.select');
        return inFront('refs.bib');
      });
      const editor = await vscode.window.showTextDocument(document);
      const end = document.lineAt(2).range.end;
      editor.selection = new vscode.Selection(end, end);
      await run('inquiry.insertCitation');
      assert.match(document.getText(), /chen2025persona\]\. \[@zhao2025echo\]\n/);
    });

    it('lead from an entry to the claims that cite it', async () => {
      await openNew('tides/vectors.md', '# Vectors\n\nTraits shift in training [@chen2025persona].\n');
      await openNew('tides/empty.md', '# Empty\n');
      await vscode.commands.executeCommand('inquiry.filterLibrary', 'persona vectors chen');
      const editor = await until('the claim', async () => {
        await walk('inquiry.library.focus', 'list.focusFirst', 'list.focusDown', 'list.expand');
        await walk('list.focusDown', 'list.select');
        const active = vscode.window.activeTextEditor;
        const line = active?.document.lineAt(active.selection.active.line).text ?? '';
        return active?.document.languageId === 'markdown' && /@chen2025persona|2507\.21509/.test(line)
          ? active
          : undefined;
      });
      assert.ok(editor.selection.active.character > 0);
    });

    it('lead from a note to the lines and notes that share its sources', async () => {
      const note = await openNew(
        'tides/drift.md',
        '# Drift\n\nDrift falls in training [@abdulhai2025consistently].\n',
      );
      await until('the line', async () => {
        // A walk that came too early may have opened another note, and then the view is of that.
        if (vscode.window.activeTextEditor?.document !== note) await vscode.window.showTextDocument(note);
        await walk(
          'inquiry.nextLines.focus',
          'list.focusFirst',
          'list.expand',
          'list.focusDown',
          'list.select',
        );
        return vscode.window.activeTextEditor?.document.uri.path.includes('/seeds/') === true
          ? true
          : undefined;
      });
    });
  });
}
