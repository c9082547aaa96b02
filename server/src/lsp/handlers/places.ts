/** “Go to Definition” and “Find All References” of a source: the entry in its file, and every citation of it in the workspace. */
import type { CancellationToken, DefinitionParams, Location, ReferenceParams } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { citationsOf, citedAt, descriptionsAt, mayCite, type Analysis, type Entry } from '#core';
import type { Workspace } from '../workspace.ts';

/** How long notes are read at a stretch while somebody may be typing. */
const STRETCH_MILLISECONDS = 12;

export function definitionsAt(
  workspace: Workspace,
  analysis: Analysis,
  { position }: DefinitionParams,
): Location[] {
  return descriptionsAt(analysis, analysis.note.lines.offsetAt(position)).map((origin) =>
    locationOf(workspace, origin),
  );
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
  let since = performance.now();
  for (const { uri, text } of await notesOf(workspace, open)) {
    if (token.isCancellationRequested) break;
    if (isWorthReading(text)) {
      const read = workspace.analysed(uri, text, await workspace.settingsOf(uri));
      for (const span of citationsOf(read, entry.id))
        found.push({ uri, range: read.note.lines.rangeOf(span) });
    }
    if (performance.now() - since < STRETCH_MILLISECONDS) continue;
    await new Promise((resolve) => setTimeout(resolve));
    since = performance.now();
  }
  return found;
}

async function notesOf(
  workspace: Workspace,
  open: readonly TextDocument[],
): Promise<readonly { readonly uri: string; readonly text: string }[]> {
  const texts = new Map(open.map((document) => [document.uri, document.getText()]));
  for (const folder of workspace.folders)
    for (const { uri, text } of (await workspace.runtime.readNotes(folder.uri)).notes)
      if (!texts.has(uri)) texts.set(uri, text);
  return [...texts].map(([uri, text]) => ({ uri, text }));
}

function locationOf({ runtime }: Workspace, { path, line }: Entry['origin']): Location {
  const start = { line, character: 0 };
  return { uri: runtime.uriOf(path), range: { start, end: start } };
}
