/**
 * Looks papers up and adds them to the user's own file, because a person asked and never else. What is asked of whom, and
 * the edit itself, is the server's; the file is shown with the edit in it, unsaved, one undo away.
 */
import * as vscode from 'vscode';
import type { LookUpParams, LookUpResult } from '#core/protocol.ts';
import { applyEdits } from './apply-edits.ts';
import { fileToAddTo } from './library-file.ts';
import { mayBeSaved } from './lost-letters.ts';
import { isThere, placeForNotes } from './place-for-notes.ts';
import type { Session } from './session.ts';

const { l10n } = vscode;

/** Identifiers as they stand in notes; whether one is sound is for the server to say. */
const IDENTIFIER = /(?:\d{4}\.\d{4,5}|\b[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?|10\.\d{4,9}\/[^\s)\]"'>]+/;

export async function lookUpPaper(session: Session, argument: unknown): Promise<void> {
  const id = await identifierFor(argument, l10n.t('Look up a paper'));
  if (id === undefined) return;
  const result = await ask(session, { id });
  if (result === undefined) return;
  if (result.status !== 'ok') {
    void vscode.window.showWarningMessage(result.message);
    return;
  }
  const add = l10n.t('Add to Library');
  const open = l10n.t('Open in Browser');
  void vscode.window.showInformationMessage(result.message, add, open).then(async (choice) => {
    if (choice === add) await vscode.commands.executeCommand('inquiry.addToLibrary', id);
    if (choice === open && result.url !== undefined)
      await vscode.env.openExternal(vscode.Uri.parse(result.url));
  });
}

export async function addToLibrary(session: Session, argument: unknown): Promise<void> {
  const id = await identifierFor(argument, l10n.t('Add a paper to the library'));
  if (id === undefined) return;
  const file = await fileToAddTo();
  if (file === undefined) return;
  const document = await vscode.workspace.openTextDocument(file);
  const { version } = document;
  const result = await ask(session, { id, addTo: { path: file.path, text: document.getText() } });
  if (result === undefined) return;
  const { edit, title = id } = result;
  if (edit === undefined) {
    void vscode.window.showWarningMessage(result.fault ?? result.message);
    return;
  }
  if (!(await mayBeSaved(file)) || !(await applyEdits(document, version, [edit]))) return;
  const added = new vscode.Range(
    document.positionAt(edit.start),
    document.positionAt(edit.start + edit.newText.length),
  );
  const name = vscode.workspace.asRelativePath(file);
  await vscode.window.showTextDocument(document, { selection: added, preview: false });
  const save = l10n.t('Save');
  void vscode.window
    .showInformationMessage(
      l10n.t('Added “{0}” to {1}. It counts once the file is saved; undo takes it out.', title, name),
      save,
    )
    .then(async (choice) => {
      if (choice === save) await document.save();
    });
}

/** An unsaved note with its name and place; the one that is there already, rather than a second. */
export async function newNoteFromPaper(session: Session, argument: unknown): Promise<void> {
  const id = await identifierFor(argument, l10n.t('New note from a paper'));
  if (id === undefined) return;
  const result = await ask(session, { id, note: true });
  if (result === undefined) return;
  const { note } = result;
  if (note === undefined) {
    void vscode.window.showWarningMessage(result.message);
    return;
  }
  const folder = placeForNotes();
  if (folder === undefined) {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: note.text });
    await vscode.window.showTextDocument(document, { preview: false });
    return;
  }
  const file = vscode.Uri.joinPath(folder, note.name);
  const exists = await isThere(file);
  const document = await vscode.workspace.openTextDocument(exists ? file : file.with({ scheme: 'untitled' }));
  const editor = await vscode.window.showTextDocument(document, { preview: false });
  if (exists)
    void vscode.window.showInformationMessage(
      l10n.t('There is a note of that name already: {0}.', note.name),
    );
  else if (document.getText() === '')
    await editor.edit((edit) => {
      edit.insert(new vscode.Position(0, 0), note.text);
    });
}

/** Undefined when the person thought better of it, or the workspace is not trusted. */
async function identifierFor(argument: unknown, title: string): Promise<string | undefined> {
  if (!vscode.workspace.isTrusted) {
    void vscode.window.showInformationMessage(
      l10n.t('Papers are looked up only in a workspace that you trust.'),
    );
    return undefined;
  }
  if (typeof argument === 'string') return argument;
  const editor = vscode.window.activeTextEditor;
  const range = editor?.document.getWordRangeAtPosition(editor.selection.active, IDENTIFIER);
  const here = range && editor?.document.getText(range);
  if (here !== undefined) return here;
  const typed = await vscode.window.showInputBox({
    title,
    prompt: l10n.t('An arXiv ID or a DOI. It is sent to arXiv, or to Crossref, DataCite and OpenAlex.'),
    placeHolder: '2503.16527',
    validateInput: (value) =>
      value.trim() === '' || IDENTIFIER.test(value)
        ? undefined
        : l10n.t('This is neither an arXiv ID, like 2503.16527, nor a DOI, like 10.1000/182.'),
  });
  return typed === undefined || typed.trim() === '' ? undefined : typed.trim();
}

/** With progress and Cancel; undefined, and said so, when cancelled. */
async function ask(session: Session, params: LookUpParams): Promise<LookUpResult | undefined> {
  const result = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: l10n.t('Inquiry is looking up {0}', params.id),
      cancellable: true,
    },
    (_progress, token) =>
      Promise.race([
        session.lookUp(params, token),
        new Promise<undefined>((resolve) =>
          token.onCancellationRequested(() => {
            resolve(undefined);
          }),
        ),
      ]),
  );
  if (result === undefined)
    void vscode.window.showInformationMessage(l10n.t('Stopped looking up {0}.', params.id));
  return result;
}
