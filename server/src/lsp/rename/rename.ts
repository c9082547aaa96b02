/** “Rename Symbol” in a note: what can be renamed there, what the new name may be, and where it is written. */
import type {
  CancellationToken,
  Position,
  PrepareRenameResult,
  RenameParams,
  TextDocumentPositionParams,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { keyFault, renameTargetAt, type Analysis, type RenameTarget } from '#core';
import { toWorkspaceEdit } from '../convert.ts';
import type { Workspace } from '../workspace.ts';
import type { Changes } from './changes.ts';
import { refusal, type RenameHost } from './host.ts';
import { keyChanges, requireOwnKey } from './key.ts';
import { fileChanges, titleChanges } from './note.ts';

type Nameable = Exclude<RenameTarget, { readonly kind: 'fixed' }>;

/** Null where nothing stands that Inquiry names: another part of the editor may know what to do. */
export function prepareRename(
  { workspace }: RenameHost,
  analysis: Analysis,
  { textDocument, position }: TextDocumentPositionParams,
): PrepareRenameResult | null {
  const target = targetAt(workspace, analysis, textDocument.uri, position);
  return target ? { range: analysis.note.lines.rangeOf(target.span), placeholder: target.name } : null;
}

export async function rename(
  host: RenameHost,
  analysis: Analysis,
  { textDocument: { uri }, position, newName }: RenameParams,
  token: CancellationToken,
): Promise<WorkspaceEdit | null> {
  const target = targetAt(host.workspace, analysis, uri, position);
  if (!target) return null;
  const name = newName.replace(/\s+/g, ' ').trim();
  const changes = await changesFor(host, analysis, uri, target, name, token);
  return toWorkspaceEdit(changes, host.editsVersions);
}

function changesFor(
  host: RenameHost,
  analysis: Analysis,
  uri: string,
  target: Nameable,
  name: string,
  token: CancellationToken,
): Promise<Changes> {
  switch (target.kind) {
    case 'key': {
      const key = name.replace(/^@/, '');
      const fault = keyFault(analysis, key, target.entry);
      if (fault !== undefined) throw refusal(fault);
      return keyChanges(host, target, key, token);
    }
    case 'file':
      return fileChanges(host, uri, target, name, token);
    case 'title':
      return titleChanges(host, uri, target, name, token);
  }
}

function targetAt(
  workspace: Workspace,
  analysis: Analysis,
  uri: string,
  position: Position,
): Nameable | undefined {
  const from = workspace.runtime.relativePath(uri, workspace.folderOf(uri));
  const offset = analysis.note.lines.offsetAt(position);
  const target = renameTargetAt(analysis, offset, from, workspace.notesAround(uri));
  if (target?.kind === 'fixed') throw refusal(target.message);
  if (target?.kind === 'key') requireOwnKey(workspace, target);
  return target;
}
