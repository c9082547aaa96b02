/** Checks every note of the workspace on request; the problems of closed notes arrive as diagnostics too. */
import type { CancellationToken, Connection } from 'vscode-languageserver';
import { summaryOf } from '#core';
import type { CheckWorkspaceResult } from '#core/protocol.ts';
import { toDiagnostics } from '../convert.ts';
import { notesOnDisk } from '../notes-on-disk.ts';
import { listedOf } from '../summary.ts';
import type { Workspace } from '../workspace.ts';

export async function checkWorkspace(
  workspace: Workspace,
  connection: Connection,
  isOpen: (uri: string) => boolean,
  token: CancellationToken,
): Promise<CheckWorkspaceResult> {
  await workspace.ready;
  const unreadable: string[] = [];
  let files = 0;
  let claims = 0;
  let problems = 0;
  for (const folder of workspace.folders) {
    const found = await notesOnDisk(workspace, folder.uri);
    unreadable.push(...found.unreadable);
    for (const { uri, text } of found.notes) {
      if (token.isCancellationRequested) return { files, claims, problems, unreadable };
      const settings = await workspace.settingsOf(uri);
      let checked;
      try {
        checked = workspace.check(uri, text, settings);
        if (!workspace.elsewhere.isEmpty) {
          const before = workspace.store.generation;
          await workspace.elsewhere.askFor(checked.analysis);
          if (workspace.store.generation !== before) checked = workspace.check(uri, text, settings);
        }
      } catch (error) {
        unreadable.push(
          `${uri} could not be checked: ${error instanceof Error ? error.message : String(error)}.`,
        );
        continue;
      }
      const { analysis, result } = checked;
      files++;
      claims += summaryOf(analysis, result).claims;
      problems += listedOf(checked);
      // Open notes may differ from the disk, and have their problems already.
      if (!isOpen(uri))
        await connection.sendDiagnostics({
          uri,
          diagnostics: toDiagnostics(analysis.note, result.problems),
        });
    }
  }
  return { files, claims, problems, unreadable };
}
