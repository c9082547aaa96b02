/** “Go to Symbol in Workspace”: notes and papers of the workspace’s own files, and the claims of open notes. */
import type { SymbolInformation } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { claimSymbols } from '#core';
import { toEntrySymbol, toWorkspaceClaim } from '../convert.ts';
import type { Workspace } from '../workspace.ts';

/** An editor shows the best of them, and asks again with more letters. */
const MOST_ENTRIES = 60;
const MOST_CLAIMS = 40;

export async function workspaceSymbols(
  workspace: Workspace,
  open: readonly TextDocument[],
  query: string,
): Promise<SymbolInformation[]> {
  const words = query
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (words.length === 0) return [];
  const { library } = workspace.store;
  const found: SymbolInformation[] = [];
  for (const { entry } of library.search(query, MOST_ENTRIES)) {
    const uri = workspace.fileOf(entry.origin);
    if (uri !== undefined) found.push(toEntrySymbol(entry, uri));
  }
  const claims: SymbolInformation[] = [];
  for (const document of open) {
    const { analysis, result } = await workspace.checkedOf(document);
    for (const symbol of claimSymbols(analysis, result)) {
      if (claims.length >= MOST_CLAIMS) break;
      const text = symbol.name.toLowerCase();
      if (words.every((word) => text.includes(word)))
        claims.push(toWorkspaceClaim(symbol, document.uri, analysis.note.lines));
    }
  }
  return [...found, ...claims];
}
