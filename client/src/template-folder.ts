/** Where a person's own templates of the research prompt lie: files there are no notes. */
import * as vscode from 'vscode';
import { within } from './library-file.ts';

/** For a note, or anything else in its folder; undefined where the setting is relative and no folder is open. */
export function folderOfTemplates(note: vscode.Uri | undefined): vscode.Uri | undefined {
  const folder =
    (note && vscode.workspace.getWorkspaceFolder(note)) ?? vscode.workspace.workspaceFolders?.[0];
  const path = vscode.workspace.getConfiguration('inquiry', folder?.uri).get<string>('prompt.templates', '');
  return folder === undefined || path.trim() === '' ? undefined : within(folder, path.trim());
}

/** Whether a name is a template's file's, wherever it lies. */
export const isTemplateName = (name: string): boolean => /\.(?:md|txt)$/i.test(name);

export function isTemplate(file: vscode.Uri): boolean {
  const folder = folderOfTemplates(file);
  return (
    folder !== undefined &&
    file.scheme === folder.scheme &&
    file.path.replace(/\/[^/]*$/, '') === folder.path.replace(/\/$/, '')
  );
}
