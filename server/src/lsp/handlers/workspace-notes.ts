/** Walks through the notes of the workspace: open ones as they are now, the others as they are on disk. Lets the keyboard through. */
import type { CancellationToken } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Analysis } from '#core';
import { Breath } from '../breath.ts';
import { notesOnDisk } from '../notes-on-disk.ts';
import type { Workspace } from '../workspace.ts';

interface NoteOfWorkspace {
  readonly uri: string;
  /** Undefined for a note that is not open. */
  readonly version: number | undefined;
}

export interface NoteText extends NoteOfWorkspace {
  readonly text: string;
}

export interface WorkspaceNote extends NoteOfWorkspace {
  readonly analysis: Analysis;
}

/** Those that are worth reading closely by their text alone. Cancelled, it ends. */
export async function* notesWorthReading(
  workspace: Workspace,
  open: readonly TextDocument[],
  isWorthReading: (text: string, uri: string) => boolean,
  token: CancellationToken,
): AsyncGenerator<WorkspaceNote> {
  for await (const { uri, text, version } of textsOfNotes(workspace, open, token))
    if (isWorthReading(text, uri))
      yield { uri, version, analysis: workspace.analysed(uri, text, await workspace.settingsOf(uri)) };
}

/** The texts of all notes. Cancelled, it ends. */
export async function* textsOfNotes(
  workspace: Workspace,
  open: readonly TextDocument[],
  token?: CancellationToken,
): AsyncGenerator<NoteText> {
  const breath = new Breath();
  for (const note of await notesOf(workspace, open)) {
    if (token?.isCancellationRequested === true) return;
    yield note;
    await breath.taken();
  }
}

async function notesOf(workspace: Workspace, open: readonly TextDocument[]): Promise<readonly NoteText[]> {
  const found = new Map<string, { text: string; version: number | undefined }>(
    open.map((document) => [document.uri, { text: document.getText(), version: document.version }]),
  );
  for (const folder of workspace.folders)
    for (const { uri, text } of (await notesOnDisk(workspace, folder.uri)).notes)
      // An editor shows no byte order mark, and counts none.
      if (!found.has(uri)) found.set(uri, { text: text.replace(/^\uFEFF/, ''), version: undefined });
  return [...found].map(([uri, one]) => ({ uri, ...one }));
}
