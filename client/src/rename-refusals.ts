/**
 * Says why something is not renamed. The editor asks the next extension when one refuses, and its own Markdown support takes
 * “[@key]” and “[[note]]” for labels of links: it would change them in one file alone.
 */
import * as vscode from 'vscode';
import type { Middleware } from 'vscode-languageclient';
import { noteLanguages } from './notes.ts';

const { l10n } = vscode;

/** What may look like a link’s label: “[@key]”, “[[note]]”. */
const BRACKETED = /@[^\s;,[\]]+|\[\[[^\]\n]+\]\]/;

export const renameRefusals: Pick<Middleware, 'prepareRename' | 'provideRenameEdits'> = {
  async prepareRename(document, position, token, next) {
    try {
      return await next(document, position, token);
    } catch (error) {
      const name = document.getWordRangeAtPosition(position, BRACKETED);
      // Elsewhere the editor tells it at the cursor.
      if (name === undefined) throw error;
      tell(error);
      // Given back, so that nobody else renames it; what is typed then is refused.
      return name;
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
