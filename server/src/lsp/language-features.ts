/**
 * What every editor asks: cards, completions, fixes, links, definitions and references in an open note. Every handler is
 * guarded: what throws is logged by name and answered with nothing.
 */
import {
  ResponseError,
  type DocumentHighlightParams,
  type DocumentLinkParams,
  type DocumentSymbolParams,
  type HoverParams,
  type PrepareRenameParams,
  type ReferenceParams,
  type RenameParams,
} from 'vscode-languageserver';
import {
  completionDocumentation,
  completionQueryAt,
  completionsAt,
  claimSymbols,
  documentLinks,
  foldedParts,
  highlightsAt,
  hoverAt,
} from '#core';
import type { Abilities } from './abilities.ts';
import { toClaimSymbol, toCompletion, toFold, toHover, toLink } from './convert.ts';
import { uriBeside } from './beside.ts';
import { codeActionsFor, withCandidates } from './handlers/code-actions.ts';
import { definitionsAt, referencesAt } from './handlers/places.ts';
import { workspaceSymbols } from './handlers/symbols.ts';
import type { RenameHost } from './rename/host.ts';
import { prepareRename, rename } from './rename/rename.ts';
import type { Served } from './served.ts';
import type { Checked } from './workspace.ts';

/** Completions from libraries elsewhere, behind the library's own. */
const MOST_FROM_ELSEWHERE = 20;

export function answerLanguageFeatures(
  { connection, documents, workspace, runtime, log }: Served,
  abilities: Abilities,
): void {
  /** A handler on an open note; `nothing` when the note is closed or the work fails. */
  const onNote =
    <P extends { readonly textDocument: { readonly uri: string } }, R>(
      what: string,
      nothing: R,
      work: (checked: Checked, params: P) => R | Promise<R>,
    ) =>
    async (params: P): Promise<R> => {
      const document = documents.get(params.textDocument.uri);
      if (!document) return nothing;
      try {
        return await work(await workspace.checkedOf(document), params);
      } catch (error) {
        // A refusal is an answer: the person reads it.
        if (error instanceof ResponseError) throw error;
        log(what, error);
        return nothing;
      }
    };

  const hover = onNote('Hover', null, ({ analysis }, { position }: HoverParams) => {
    const card = hoverAt(analysis, analysis.note.lines.offsetAt(position));
    return card ? toHover(card, analysis.note.lines) : null;
  });
  connection.onHover(async (params) => {
    // A card that comes a moment later beats one that says "not in your library" of what was not read yet.
    await workspace.ready.catch(() => undefined);
    await workspace.elsewhere.settled();
    return hover(params);
  });
  connection.onCompletion(
    onNote('Completion', null, async ({ analysis }, { position }) => {
      const { lines } = analysis.note;
      const offset = lines.offsetAt(position);
      const query = workspace.elsewhere.isEmpty ? undefined : completionQueryAt(analysis, offset);
      const elsewhere =
        query === undefined ? [] : await workspace.elsewhere.completions(query, MOST_FROM_ELSEWHERE);
      const items = completionsAt(
        analysis,
        offset,
        elsewhere.map(({ entry }) => entry),
      ).map((item) => toCompletion(item, lines));
      // The engine ranks and cuts: with more letters typed it must be asked again.
      return items.length === 0 ? null : { isIncomplete: true, items };
    }),
  );
  connection.onCompletionResolve((item) => {
    const entry =
      typeof item.data === 'string'
        ? (workspace.store.library.get(item.data) ?? workspace.elsewhere.met(item.data))
        : undefined;
    return entry
      ? {
          ...item,
          documentation: { kind: 'markdown', value: completionDocumentation(entry, workspace.store.library) },
        }
      : item;
  });
  connection.onCodeAction(
    onNote('Code actions', null, async (checked, params) =>
      codeActionsFor(await withCandidates(checked, params, workspace.elsewhere), params, {
        runsCommands: workspace.cacheFolder !== undefined,
        createsFiles: abilities.createsFiles,
      }),
    ),
  );
  connection.onDocumentLinks(
    onNote('Document links', null, ({ analysis }, { textDocument: { uri } }: DocumentLinkParams) =>
      documentLinks(analysis).map((link) =>
        toLink(link, analysis.note.lines, runtime.uriOf, (path) =>
          uriBeside(uri, analysis.surroundings ?? { path: '' }, path),
        ),
      ),
    ),
  );
  connection.onDefinition(
    onNote('Definition', [], ({ analysis }, params) => definitionsAt(workspace, analysis, params)),
  );
  connection.onReferences((params, token) =>
    onNote('References', [], async ({ analysis }: Checked, asked: ReferenceParams) =>
      referencesAt(workspace, analysis, asked, documents.all(), token),
    )(params),
  );
  connection.onDocumentHighlight(
    onNote('Highlights', null, ({ analysis }, { position }: DocumentHighlightParams) => {
      const { lines } = analysis.note;
      const spans = highlightsAt(analysis, lines.offsetAt(position));
      return spans.length === 0 ? null : spans.map((span) => ({ range: lines.rangeOf(span) }));
    }),
  );
  connection.onFoldingRanges(
    onNote('Folding', null, ({ analysis }) =>
      foldedParts(analysis).map((span) => toFold(span, analysis.note.lines)),
    ),
  );
  const claims = onNote('Symbols', null, ({ analysis, result }, _: DocumentSymbolParams) =>
    claimSymbols(analysis, result).map((symbol) => toClaimSymbol(symbol, analysis.note.lines)),
  );
  connection.onDocumentSymbol(async (params) =>
    (await workspace.settingsOf(params.textDocument.uri))['outline.claims'] ? claims(params) : null,
  );
  connection.onWorkspaceSymbol(async ({ query }) => {
    try {
      return await workspaceSymbols(workspace, documents.all(), query);
    } catch (error) {
      log('Workspace symbols', error);
      return null;
    }
  });
  // A key whose file was not read yet would be renamed in notes alone.
  const libraryRead = (): Promise<void> => workspace.ready.catch(() => undefined);
  const renameHost = (): RenameHost => ({
    workspace,
    open: documents.all(),
    editsVersions: abilities.editsVersions,
    renamesFiles: abilities.renamesFiles,
  });
  const preparing = onNote('Preparing to rename', null, ({ analysis }, params: PrepareRenameParams) =>
    prepareRename(renameHost(), analysis, params),
  );
  connection.onPrepareRename(async (params) => {
    await libraryRead();
    return preparing(params);
  });
  connection.onRenameRequest(async (params, token) => {
    await libraryRead();
    return onNote('Renaming', null, ({ analysis }: Checked, asked: RenameParams) =>
      rename(renameHost(), analysis, asked, token),
    )(params);
  });
}
