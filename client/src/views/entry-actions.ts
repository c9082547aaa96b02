/** What can be done with an entry of the library's views; evaluated when the first of them is used. */
import * as vscode from 'vscode';
import type { EntryRow } from '#core/views/messages.ts';
import { applyEdits } from '../apply-edits.ts';
import { noteInFront } from '../notes.ts';
import type { Session } from '../session.ts';

const { l10n } = vscode;

/** Nobody reads more in a list beside the text. */
const MOST_PLACES = 2000;

export async function openEntry({ file, page }: EntryRow): Promise<void> {
  if (file)
    await vscode.window.showTextDocument(vscode.Uri.parse(file.uri), {
      selection: new vscode.Range(file.line, 0, file.line, 0),
    });
  else await openOutside(page);
}

export const openPage = ({ page }: EntryRow): Promise<void> => openOutside(page);

export const openPdf = ({ pdf }: EntryRow): Promise<void> => openOutside(pdf);

async function openOutside(address: string | undefined): Promise<void> {
  if (address !== undefined) await vscode.env.openExternal(vscode.Uri.parse(address));
}

/** As the note in front cites. */
export async function copyCitation(session: Session, entry: EntryRow): Promise<void> {
  const note = noteInFront();
  const { text } = await session.citation({
    id: entry.id,
    ...(note ? { at: { uri: note.uri.toString(), offset: 0 } } : {}),
  });
  if (text === undefined) {
    sayGone(entry);
    return;
  }
  await vscode.env.clipboard.writeText(text);
  void vscode.window.showInformationMessage(l10n.t('Copied {0}', text));
}

/** At the cursor of the note in front, which is shown. */
export async function insertCitation(session: Session, entry: EntryRow): Promise<void> {
  const note = noteInFront();
  const editor = vscode.window.visibleTextEditors.find(({ document }) => document === note);
  if (!editor) {
    void vscode.window.showInformationMessage(
      l10n.t('Open a note and put the cursor where it cites “{0}”.', entry.title),
    );
    return;
  }
  const { document, selection } = editor;
  const { version } = document;
  const at = { uri: document.uri.toString(), offset: document.offsetAt(selection.active) };
  const { text, edits } = await session.citation({ id: entry.id, at });
  if (text === undefined) {
    sayGone(entry);
    return;
  }
  if (!(await applyEdits(document, version, edits))) return;
  const [edit] = edits;
  if (!edit) return;
  const end = document.positionAt(edit.start + edit.newText.length);
  await vscode.window.showTextDocument(document, {
    ...(editor.viewColumn === undefined ? {} : { viewColumn: editor.viewColumn }),
    selection: new vscode.Range(end, end),
  });
}

/** Every place that cites it, listed beside the text of the first. */
export async function findCitations(session: Session, entry: EntryRow): Promise<void> {
  const { rows } = await session.children({
    parent: { of: 'entry', id: entry.id },
    from: 0,
    count: MOST_PLACES,
  });
  const places = rows.flatMap((row) =>
    row.kind === 'claim'
      ? [new vscode.Location(vscode.Uri.parse(row.uri), new vscode.Position(row.line, row.character))]
      : [],
  );
  const [first] = places;
  if (!first) {
    void vscode.window.showInformationMessage(l10n.t('No note of this workspace cites “{0}”.', entry.title));
    return;
  }
  await vscode.window.showTextDocument(first.uri, { selection: first.range });
  await vscode.commands.executeCommand(
    'editor.action.goToLocations',
    first.uri,
    first.range.start,
    places,
    'peek',
    '',
  );
}

function sayGone({ title }: EntryRow): void {
  void vscode.window.showWarningMessage(l10n.t('The library no longer holds “{0}”.', title));
}
