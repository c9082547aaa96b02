/**
 * Says why something is not renamed. The editor asks the next extension when one refuses, and its own Markdown support takes
 * “[@key]” for a link’s label: it would rename it in one file, “@” and all.
 */
import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { noteLanguages } from './notes.ts';

const { l10n } = vscode;

export const renameRefusals: Pick<Middleware, 'prepareRename' | 'provideRenameEdits'> = {
  async prepareRename(document, position, token, next) {
    try {
      return await next(document, position, token);
    } catch (error) {
      // Elsewhere the editor tells it at the cursor.
      if (document.getWordRangeAtPosition(position, /@[^\s;,[\]]+/) !== undefined) tell(error);
      throw error;
    }
  },
  async provideRenameEdits(document, position, newName, token, next) {
    try {
      const edit = await next(document, position, newName, token);
      for (const [uri] of edit?.entries() ?? []) requireSaved(uri);
      return edit;
    } catch (error) {
      tell(error);
      return new vscode.WorkspaceEdit();
    }
  },
};

function tell(error: unknown): void {
  void vscode.window.showWarningMessage(error instanceof Error ? error.message : String(error));
}

/** The server reads a bibliography from disk: in one with unsaved changes it would write over other words than it meant. */
function requireSaved(uri: vscode.Uri): void {
  const unsaved = vscode.workspace.textDocuments.some(
    (document) =>
      document.isDirty &&
      !noteLanguages.includes(document.languageId) &&
      document.uri.toString() === uri.toString(),
  );
  if (!unsaved) return;
  const name = vscode.workspace.asRelativePath(uri);
  throw new Error(l10n.t('{0} has unsaved changes: save it, then rename again.', name));
}
