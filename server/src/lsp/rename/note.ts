/** Another name for a note’s file, or another title for a note: in the note itself, in every note that links to it, and as its file. */
import type { CancellationToken } from 'vscode-languageserver';
import {
  fileNameFor,
  mayLinkTo,
  noteNameEdits,
  noteNameFault,
  ownTitleEdits,
  renamedPath,
  stemOf,
  titleEdits,
  titleFault,
  titleKey,
  type Analysis,
  type Edit,
  type RenameTarget,
} from '#core';
import { notesWorthReading } from '../handlers/workspace-notes.ts';
import type { Workspace } from '../workspace.ts';
import { Changes } from './changes.ts';
import { refusal, type RenameHost } from './host.ts';

type FileTarget = Extract<RenameTarget, { readonly kind: 'file' }>;
type TitleTarget = Extract<RenameTarget, { readonly kind: 'title' }>;

/** `asked` is the note in which somebody renames. */
export async function fileChanges(
  host: RenameHost,
  asked: string,
  { path }: FileTarget,
  newName: string,
  token: CancellationToken,
): Promise<Changes> {
  const { workspace } = host;
  const paths = workspace.notesAround(asked);
  const name = stemOf(newName);
  refuseIf(noteNameFault(path, name, paths));
  if (!host.renamesFiles) throw refusal('This editor does not rename files together with their links.');
  const changes = await editsIn(host, asked, mayLinkTo(path), token, (analysis, from) =>
    noteNameEdits(analysis, from, path, name, paths),
  );
  renameFile(changes, workspace, asked, path, name);
  return changes;
}

export async function titleChanges(
  host: RenameHost,
  asked: string,
  { path, title }: TitleTarget,
  newTitle: string,
  token: CancellationToken,
): Promise<Changes> {
  const { workspace } = host;
  refuseIf(titleFault(newTitle));
  const paths = workspace.notesAround(asked);
  // Without a folder nobody knows who links to the file.
  const mayMove = host.renamesFiles && workspace.folderOf(asked) !== undefined;
  const name = mayMove ? fileNameFor(path, title, newTitle) : stemOf(path);
  const moves = name !== stemOf(path);
  if (moves) refuseIf(noteNameFault(path, name, paths));
  const linksTo = mayLinkTo(path);
  const key = titleKey(title);
  const isWorthReading = (text: string): boolean => linksTo(text) || titleKey(text).includes(key);
  const changes = await editsIn(host, asked, isWorthReading, token, (analysis, from) => [
    ...(from === path ? ownTitleEdits(analysis, title, newTitle) : []),
    ...titleEdits(analysis, from, path, title, newTitle, paths),
    ...(moves ? noteNameEdits(analysis, from, path, name, paths) : []),
  ]);
  if (moves) renameFile(changes, workspace, asked, path, name);
  return changes;
}

function refuseIf(fault: string | undefined): void {
  if (fault !== undefined) throw refusal(fault);
}

/** In the notes of the folder that the asking note lies in. */
async function editsIn(
  { workspace, open }: RenameHost,
  asked: string,
  isWorthReading: (text: string) => boolean,
  token: CancellationToken,
  editsOf: (analysis: Analysis, from: string) => readonly Edit[],
): Promise<Changes> {
  const changes = new Changes();
  const folder = workspace.folderOf(asked);
  const isBeside = (uri: string): boolean =>
    folder === undefined ? uri === asked : workspace.folderOf(uri) === folder;
  const wanted = (text: string, uri: string): boolean => isBeside(uri) && isWorthReading(text);
  for await (const { uri, version, analysis } of notesWorthReading(workspace, open, wanted, token)) {
    const from = workspace.runtime.relativePath(uri, folder);
    changes.add({ uri, version, lines: analysis.note.lines, edits: editsOf(analysis, from) });
  }
  return changes;
}

function renameFile(changes: Changes, workspace: Workspace, asked: string, path: string, name: string): void {
  const folder = workspace.folderOf(asked);
  const uriOf = (one: string): string =>
    `${folder?.replace(/\/$/, '') ?? ''}/${one.split('/').map(encodeURIComponent).join('/')}`;
  const oldUri = workspace.runtime.relativePath(asked, folder) === path ? asked : uriOf(path);
  changes.renameFile(oldUri, uriOf(renamedPath(path, name)));
}
