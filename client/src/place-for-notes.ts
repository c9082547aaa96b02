/** Where new notes and lines of inquiry go. */
import * as vscode from 'vscode';
import { folderInFront } from './library-file.ts';
import { isNote } from './notes.ts';

/** Beside the note, for that is where this person keeps notes; else at the top of the folder. Undefined where none is open. */
export function placeForNotes(
  beside: vscode.TextDocument | undefined = vscode.window.activeTextEditor?.document,
): vscode.Uri | undefined {
  return beside && isNote(beside) && vscode.workspace.getWorkspaceFolder(beside.uri)
    ? vscode.Uri.joinPath(beside.uri, '..')
    : folderInFront()?.uri;
}

export const isThere = (file: vscode.Uri): Thenable<boolean> =>
  vscode.workspace.fs.stat(file).then(
    () => true,
    () => false,
  );
