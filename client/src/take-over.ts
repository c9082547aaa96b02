/**
 * What a model's reply brings, as one edit in VS Code's own preview, where every part is the person's to tick: marks on the note's
 * claims, new lines of inquiry, and the papers that a look-up found. One edit, so that it is written whole and undone whole.
 */
import * as vscode from 'vscode';
import type { VerifyReplyResult } from '#core/reply/messages.ts';
import { mayBeSaved } from './lost-letters.ts';
import { placeForNotes, isThere } from './place-for-notes.ts';
import { additionOf, type Addition, type FoundPapers } from './reply-lookups.ts';
import type { Session } from './session.ts';

const { l10n } = vscode;

export interface Brought extends Pick<VerifyReplyResult, 'marks' | 'lines'> {
  /** The note that asked, and its text when the reply was read: the marks' offsets are of that. */
  readonly note: { readonly uri: vscode.Uri; readonly text: string } | undefined;
}

/** Nothing is written but what the person ticks. `papers`: as looked up so far. */
export async function takeOver(
  session: Session,
  brought: Brought,
  papers: FoundPapers | undefined,
): Promise<void> {
  const { marks } = brought;
  // Opened anew: it may have been closed meanwhile, and changed by others.
  const note = brought.note && (await vscode.workspace.openTextDocument(brought.note.uri));
  const folder = placeForNotes(note);
  const lines = folder === undefined ? [] : await linesToMake(folder, brought.lines);
  if (papers && !(await mayBeSaved(papers.file))) return;
  const addition = papers && (await additionOf(session, papers));
  // From here on nothing is waited for, so that all places are those of the documents as they are.
  const isNoteAsRead = note?.getText() === brought.note?.text;
  if (addition && addition.document.version !== addition.version) {
    changedMeanwhile(addition.document);
    return;
  }
  const change = new vscode.WorkspaceEdit();
  if (note && isNoteAsRead) addMarks(change, note, marks);
  for (const { file, title, text } of lines)
    change.createFile(
      file,
      { ignoreIfExists: true, contents: new TextEncoder().encode(text) },
      { needsConfirmation: true, label: l10n.t('New line of inquiry: {0}', title) },
    );
  if (addition) addPapers(change, addition);
  if (note && marks.length > 0 && !isNoteAsRead) {
    if (change.size === 0) {
      changedMeanwhile(note);
      return;
    }
    void vscode.window.showWarningMessage(
      l10n.t(
        '{0} changed meanwhile, so the marks on its claims are left out. Verify the reply again for them.',
        vscode.workspace.asRelativePath(note.uri),
      ),
    );
  }
  if (change.size > 0) await vscode.workspace.applyEdit(change, { isRefactoring: true });
  else if (brought.lines.length > 0 && folder === undefined)
    void vscode.window.showInformationMessage(
      l10n.t('Open a folder first: new lines of inquiry are files in it.'),
    );
  else void vscode.window.showInformationMessage(l10n.t('All that the reply brings is there already.'));
}

function changedMeanwhile({ uri }: vscode.TextDocument): void {
  void vscode.window.showWarningMessage(
    l10n.t('{0} changed meanwhile, so nothing was written. Try again.', vscode.workspace.asRelativePath(uri)),
  );
}

interface LineToMake {
  readonly file: vscode.Uri;
  readonly title: string;
  readonly text: string;
}

/** Those that were not taken over before. */
async function linesToMake(folder: vscode.Uri, lines: Brought['lines']): Promise<LineToMake[]> {
  const made: LineToMake[] = [];
  for (const { name, title, text } of lines) {
    const file = vscode.Uri.joinPath(folder, name);
    if (!(await isThere(file))) made.push({ file, title, text });
  }
  return made;
}

function addMarks(change: vscode.WorkspaceEdit, note: vscode.TextDocument, marks: Brought['marks']): void {
  for (const { numbers, text, edits } of marks) {
    const label =
      numbers.length === 1
        ? l10n.t('Claim {0} held: mark it re-tested', numbers[0] ?? 0)
        : l10n.t('Claims {0} held: mark them re-tested', numbers.join(', '));
    for (const { start, end, newText } of edits)
      change.replace(note.uri, new vscode.Range(note.positionAt(start), note.positionAt(end)), newText, {
        needsConfirmation: true,
        label,
        description: text,
      });
  }
}

function addPapers(change: vscode.WorkspaceEdit, { document, titles, edit }: Addition): void {
  const file = vscode.workspace.asRelativePath(document.uri);
  const range = new vscode.Range(document.positionAt(edit.start), document.positionAt(edit.end));
  change.replace(document.uri, range, edit.newText, {
    needsConfirmation: true,
    label:
      titles.length === 1
        ? l10n.t('Add 1 paper to {0}', file)
        : l10n.t('Add {0} papers to {1}', titles.length, file),
    description: titles.join('; '),
  });
}
