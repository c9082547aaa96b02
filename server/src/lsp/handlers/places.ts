/** “Go to Definition” and “Find All References” of a source: the entry in its file, and every citation of it in the workspace. */
import type { CancellationToken, DefinitionParams, Location, ReferenceParams } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  citationsOf,
  citedAt,
  descriptionsAt,
  linkedNoteAt,
  mayCite,
  type Analysis,
  type Entry,
} from '#core';
import { uriBeside } from '../beside.ts';
import type { Workspace } from '../workspace.ts';
import { notesWorthReading } from './workspace-notes.ts';

export function definitionsAt(
  workspace: Workspace,
  analysis: Analysis,
  { position, textDocument }: DefinitionParams,
): Location[] {
  const offset = analysis.note.lines.offsetAt(position);
  const note = linkedNoteAt(analysis, offset);
  if (note !== undefined && analysis.surroundings) {
    const start = { line: 0, character: 0 };
    return [{ uri: uriBeside(textDocument.uri, analysis.surroundings, note), range: { start, end: start } }];
  }
  return descriptionsAt(analysis, offset).map((origin) => locationOf(workspace, origin));
}

/** Open notes as they are now, the others as they are on disk. Cancelled, it answers with what was found so far. */
export async function referencesAt(
  workspace: Workspace,
  analysis: Analysis,
  { position, context }: ReferenceParams,
  open: readonly TextDocument[],
  token: CancellationToken,
): Promise<Location[]> {
  const offset = analysis.note.lines.offsetAt(position);
  const entry = citedAt(analysis, offset);
  if (!entry) return [];
  const found = context.includeDeclaration
    ? descriptionsAt(analysis, offset).map((origin) => locationOf(workspace, origin))
    : [];
  const isWorthReading = mayCite(analysis.library, entry);
  for await (const note of notesWorthReading(workspace, open, isWorthReading, token))
    for (const span of citationsOf(note.analysis, entry.id))
      found.push({ uri: note.uri, range: note.analysis.note.lines.rangeOf(span) });
  return found;
}

function locationOf({ runtime }: Workspace, { path, line }: Entry['origin']): Location {
  const start = { line, character: 0 };
  return { uri: runtime.uriOf(path), range: { start, end: start } };
}
