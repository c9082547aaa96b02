/** Another key for a work: in every note of the workspace, and in the files of the workspace that give the work its key. */
import type { CancellationToken } from 'vscode-languageserver';
import { keyEdits, keyPlaces, Lines, type Entry, type RenameTarget } from '#core';
import { notesWorthReading } from '../handlers/workspace-notes.ts';
import type { Workspace } from '../workspace.ts';
import { Changes } from './changes.ts';
import { refusal, type RenameHost } from './host.ts';

export type KeyTarget = Extract<RenameTarget, { readonly kind: 'key' }>;

/** Throws where the key is not this workspace’s to change. */
export function requireOwnKey(workspace: Workspace, target: KeyTarget): void {
  if (target.describedIn.length > 0 && filesOf(workspace, target).length === 0)
    throw refusal(whoseKey(workspace, target.key, target.describedIn[0]));
}

const filesOf = (workspace: Workspace, { describedIn }: KeyTarget): string[] =>
  describedIn.map((origin) => workspace.fileOf(origin)).filter((uri) => uri !== undefined);

function whoseKey({ runtime }: Workspace, key: string, origin: Entry['origin'] | undefined): string {
  if (origin?.bundled === true) return `“${key}” is a key of the bundled library and stays as it is.`;
  const path = origin?.path ?? '';
  if (path.startsWith('zotero:')) return `“${key}” comes from Zotero: change the citation key there.`;
  const name = origin?.elsewhere ?? runtime.relativePath(runtime.uriOf(path), undefined);
  return `“${key}” comes from ${name}, outside this workspace: change it there.`;
}

export async function keyChanges(
  { workspace, open }: RenameHost,
  target: KeyTarget,
  newText: string,
  token: CancellationToken,
): Promise<Changes> {
  const { key, entry } = target;
  const changes = new Changes();
  const lowerKey = key.toLowerCase();
  const mayHold = (text: string): boolean => text.toLowerCase().includes(lowerKey);
  for await (const { uri, version, analysis } of notesWorthReading(workspace, open, mayHold, token))
    changes.add({
      uri,
      version,
      lines: analysis.note.lines,
      edits: keyEdits(analysis, key, entry, newText),
    });
  for (const uri of filesOf(workspace, target)) {
    const document = open.find((one) => one.uri === uri);
    const text = document?.getText() ?? (await workspace.runtime.readText(uri));
    const places = text === undefined ? [] : keyPlaces(uri, text, key);
    if (text === undefined || places.length === 0) {
      const name = workspace.runtime.relativePath(uri, workspace.folderOf(uri));
      throw refusal(`“${key}” was not found in ${name}, so nothing was renamed.`);
    }
    const edits = places.map((span) => ({ span, newText }));
    changes.add({ uri, version: document?.version, lines: new Lines(text), edits });
  }
  return changes;
}
