/** “New Line of Inquiry”: a file that has its question and its parts, with the cursor where the line says what it explores. */
import * as vscode from 'vscode';
import type { EntryRow } from '#core/views/messages.ts';
import { isNote } from './notes.ts';
import { isThere, placeForNotes } from './place-for-notes.ts';
import type { Session } from './session.ts';

const { l10n } = vscode;

/** `argument`: the question, from a keybinding or a test; `origin`: what the line begins from. A line that is there already is opened, rather than a second made. */
export async function newLine(session: Session, argument: unknown, origin?: EntryRow): Promise<void> {
  const question = typeof argument === 'string' ? argument : await askForQuestion(session, origin);
  if (question === undefined || question.trim() === '') return;
  const { name, text, framingAt } = await session.newLine({
    question,
    ...(origin ? { sources: [origin.id] } : {}),
  });
  const folder = placeForNotes();
  if (folder === undefined) {
    const content = await vscode.workspace.openTextDocument({ language: 'markdown', content: text });
    await showAt(content, framingAt);
    return;
  }
  const file = vscode.Uri.joinPath(folder, name);
  if (await isThere(file)) {
    await vscode.window.showTextDocument(file, { preview: false });
    void vscode.window.showInformationMessage(
      l10n.t('There is a line of that name already: {0}.', vscode.workspace.asRelativePath(file)),
    );
    return;
  }
  const change = new vscode.WorkspaceEdit();
  change.createFile(file, { contents: new TextEncoder().encode(text) });
  if (!(await vscode.workspace.applyEdit(change)))
    throw new Error(l10n.t('{0} could not be made.', vscode.workspace.asRelativePath(file)));
  await showAt(await vscode.workspace.openTextDocument(file), framingAt);
}

async function showAt(document: vscode.TextDocument, offset: number): Promise<void> {
  const at = document.positionAt(offset);
  await vscode.window.showTextDocument(document, { selection: new vscode.Range(at, at), preview: false });
}

/** Undefined when the person thought better of it. */
async function askForQuestion(session: Session, origin: EntryRow | undefined): Promise<string | undefined> {
  const found = origin ? undefined : await questionInFront(session);
  return vscode.window.showInputBox({
    title: l10n.t('New Line of Inquiry'),
    prompt: origin
      ? l10n.t('The question that the line asks. “{0}” is its first source.', origin.title)
      : l10n.t('The question that the line asks.'),
    ...(found === undefined ? {} : { value: found }),
  });
}

/** The selected words, else the question that the cursor stands on. */
async function questionInFront(session: Session): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  if (editor === undefined) return undefined;
  const { document, selection } = editor;
  if (!selection.isEmpty) return document.getText(selection).replace(/\s+/g, ' ').trim();
  if (!isNote(document)) return undefined;
  const offset = document.offsetAt(selection.active);
  return (await session.questionAt({ uri: document.uri.toString(), offset })).question;
}
