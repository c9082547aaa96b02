/** “Rename Symbol” in a note: what can be renamed there, what the new name may be, and where it is written. */
import type {
  CancellationToken,
  PrepareRenameResult,
  RenameParams,
  TextDocumentPositionParams,
  WorkspaceEdit,
} from 'vscode-languageserver';
import { keyFault, renameTargetAt, type Analysis } from '#core';
import { toWorkspaceEdit } from '../convert.ts';
import type { Workspace } from '../workspace.ts';
import { refusal, type RenameHost } from './host.ts';
import { keyChanges, requireOwnKey, type KeyTarget } from './key.ts';

/** Null where nothing stands that Inquiry names: another part of the editor may know what to do. */
export function prepareRename(
  workspace: Workspace,
  analysis: Analysis,
  { position }: TextDocumentPositionParams,
): PrepareRenameResult | null {
  const target = targetAt(workspace, analysis, position);
  return target ? { range: analysis.note.lines.rangeOf(target.span), placeholder: target.name } : null;
}

export async function rename(
  host: RenameHost,
  analysis: Analysis,
  { position, newName }: RenameParams,
  token: CancellationToken,
): Promise<WorkspaceEdit | null> {
  const target = targetAt(host.workspace, analysis, position);
  if (!target) return null;
  const key = newName.trim().replace(/^@/, '');
  const fault = keyFault(analysis, key, target.entry);
  if (fault !== undefined) throw refusal(fault);
  return toWorkspaceEdit(await keyChanges(host, target, key, token), host.editsVersions);
}

function targetAt(
  workspace: Workspace,
  analysis: Analysis,
  position: TextDocumentPositionParams['position'],
): KeyTarget | undefined {
  const target = renameTargetAt(analysis, analysis.note.lines.offsetAt(position));
  if (target?.kind === 'fixed') throw refusal(target.message);
  if (target) requireOwnKey(workspace, target);
  return target;
}
