/** “Report a Wrong Flag”: shows the text of an issue, to be read and changed; copying and opening the page are the person's to do. */
import * as vscode from 'vscode';
import * as z from 'zod/mini';
import { isNote } from './notes.ts';
import type { Session } from './session.ts';

const { l10n } = vscode;

const ISSUES = 'https://github.com/inquiry-notes/inquiry/issues/new';

const placeSchema = z.object({ uri: z.string(), start: z.int() });

export async function reportWrongFlag(session: Session, version: string, argument: unknown): Promise<void> {
  const place = placeSchema.safeParse(argument).data;
  const editor = vscode.window.activeTextEditor;
  const uri = place?.uri ?? (editor && isNote(editor.document) ? editor.document.uri.toString() : undefined);
  const offset = place?.start ?? editor?.document.offsetAt(editor.selection.active);
  const { text } =
    uri === undefined || offset === undefined ? {} : await session.wrongFlag({ uri, offset, version });
  if (text === undefined) {
    void vscode.window.showInformationMessage(l10n.t('Put the cursor on what is wrongly flagged first.'));
    return;
  }
  // Plain text: Markdown would be checked as a note, and flagged again.
  const document = await vscode.workspace.openTextDocument({ language: 'plaintext', content: text });
  await vscode.window.showTextDocument(document, { preview: false });
  const copy = l10n.t('Copy');
  const page = l10n.t('Copy and Open Issues Page');
  void vscode.window
    .showInformationMessage(
      l10n.t('Read and change the text as you like. Nothing has been copied or sent.'),
      copy,
      page,
    )
    .then(async (choice) => {
      if (choice === undefined) return;
      await vscode.env.clipboard.writeText(document.getText());
      if (choice === page) await vscode.env.openExternal(vscode.Uri.parse(ISSUES));
    });
}
