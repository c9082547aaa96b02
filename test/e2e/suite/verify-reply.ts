/** “Verify a Model's Reply” in a real VS Code: the report beside the note. */
import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openNew, until } from './support.ts';

const isReport = ({ uri }: vscode.TextDocument): boolean => uri.scheme === 'inquiry-report';

export function defineReplyTests(): void {
  describe('A model’s reply', () => {
    afterEach(async () => {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    });

    it('is read against the note and the library, in a report beside the note', async () => {
      const note = await openNew(
        'notes/asked.md',
        '# Planning\n\nNo language model plans ahead reliably (2025-02, arXiv:2502.00012).\n',
      );
      await vscode.commands.executeCommand('inquiry.verifyReply', {
        reply:
          'Claim 1 no longer holds: see arXiv:2613.00001 and “Persona Vectors: Monitoring and Controlling Character Traits in Language Models” (arXiv:2604.22503).\n',
        note: note.uri.toString(),
      });
      const report = await until('the report', () =>
        vscode.window.visibleTextEditors.map((editor) => editor.document).find(isReport),
      );
      const text = report.getText();
      assert.match(text, /- \*\*1\. fell\*\* — “no longer holds”/);
      assert.match(text, /### Impossible \(1\)/);
      assert.match(text, /belongs to arXiv:2507\.21509/);
      assert.equal(vscode.window.activeTextEditor?.document.uri.toString(), note.uri.toString());
      // A report is nobody's note: nothing in it is flagged.
      assert.deepEqual(vscode.languages.getDiagnostics(report.uri), []);
    });
  });
}
