/** Walks through the notes of the workspace: open ones as they are now, the others as they are on disk. Lets the keyboard through. */
import type { CancellationToken } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '#core';
import type { Workspace } from '../workspace.ts';

/** How long notes are read at a stretch while somebody may be typing. */
const STRETCH_MILLISECONDS = 12;

export interface WorkspaceNote {
  readonly uri: string;
  /** Undefined for a note that is not open. */
  readonly version: number | undefined;
  readonly analysis: Analysis;
}

/** Those that are worth reading closely by their text alone. Cancelled, it ends. */
export async function* notesWorthReading(
  workspace: Workspace,
  open: readonly TextDocument[],
  isWorthReading: (text: string, uri: string) => boolean,
  token: CancellationToken,
): AsyncGenerator<WorkspaceNote> {
  let since = performance.now();
  for (const { uri, text, version } of await notesOf(workspace, open)) {
    if (token.isCancellationRequested) return;
    if (isWorthReading(text, uri))
      yield { uri, version, analysis: workspace.analysed(uri, text, await workspace.settingsOf(uri)) };
    if (performance.now() - since < STRETCH_MILLISECONDS) continue;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  }
}

async function notesOf(
  workspace: Workspace,
  open: readonly TextDocument[],
): Promise<readonly { readonly uri: string; readonly text: string; readonly version: number | undefined }[]> {
  const found = new Map<string, { text: string; version: number | undefined }>(
    open.map((document) => [document.uri, { text: document.getText(), version: document.version }]),
  );
  for (const folder of workspace.folders)
    for (const { uri, text } of (await workspace.runtime.readNotes(folder.uri)).notes)
      // An editor shows no byte order mark, and counts none.
      if (!found.has(uri)) found.set(uri, { text: text.replace(/^\uFEFF/, ''), version: undefined });
  return [...found].map(([uri, one]) => ({ uri, ...one }));
}
