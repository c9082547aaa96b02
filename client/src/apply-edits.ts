/** Makes an edit that the server worked out on a document, as one step to undo, unless the document has changed since. */
import * as vscode from 'vscode';

export interface OffsetEdit {
  /** UTF-16 offsets; half open. */
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** False, with a word to the person, when the document is no longer at the version that the offsets are of. */
export async function applyEdits(
  document: vscode.TextDocument,
  version: number,
  edits: readonly OffsetEdit[],
): Promise<boolean> {
  const name = vscode.workspace.asRelativePath(document.uri);
  if (document.version !== version) {
    void vscode.window.showWarningMessage(
      vscode.l10n.t('{0} changed meanwhile, so nothing was written. Try again.', name),
    );
    return false;
  }
  const change = new vscode.WorkspaceEdit();
  for (const { start, end, newText } of edits)
    change.replace(
      document.uri,
      new vscode.Range(document.positionAt(start), document.positionAt(end)),
      newText,
    );
  if (await vscode.workspace.applyEdit(change)) return true;
  throw new Error(vscode.l10n.t('{0} could not be edited.', name));
}
