/**
 * What stands over the title and behind identifiers: code lenses and inlay hints. Editors ask for them in the pauses of typing, when
 * the note was checked already; what the settings switch off costs nothing.
 */
import { CodeLensRefreshRequest, type Connection, type InlayHint } from 'vscode-languageserver';
import { hintsIn, hoverAt, noteLenses, summaryOf } from '#core';
import type { Abilities } from './abilities.ts';
import { toHint, toLens } from './convert.ts';
import type { Diagnostics } from './handlers/diagnostics.ts';
import type { Served } from './served.ts';

export function answerFactsInLine(
  { connection, documents, workspace, log }: Served,
  diagnostics: Diagnostics,
  abilities: Abilities,
): void {
  connection.onCodeLens(async ({ textDocument: { uri } }) => {
    const document = documents.get(uri);
    if (!document || !(await workspace.settingsOf(uri))['codeLens.enabled']) return null;
    try {
      // Those of the problems that the person sees, and when they see them.
      const { analysis, result } = await diagnostics.shown(document);
      const runsCommands = workspace.cacheFolder !== undefined;
      return noteLenses(analysis, summaryOf(analysis, result))
        .filter(({ leadsTo }) => runsCommands || leadsTo !== 'prompt')
        .map((lens) => toLens(lens, uri, analysis.note.lines, runsCommands));
    } catch (error) {
      log('Counting claims for the code lens', error);
      return null;
    }
  });

  connection.languages.inlayHint.on(async ({ textDocument: { uri }, range }) => {
    const document = documents.get(uri);
    if (!document || !(await workspace.settingsOf(uri))['inlayHints.enabled']) return null;
    try {
      await workspace.worthChecking;
      const { analysis } = await workspace.checkedOf(document);
      const { lines } = analysis.note;
      return hintsIn(analysis, lines.spanOf(range)).map((hint) => {
        const card = abilities.resolvesHints ? undefined : hoverAt(analysis, hint.about);
        return toHint(hint, lines, { uri, version: document.version }, card);
      });
    } catch (error) {
      log('Inlay hints', error);
      return null;
    }
  });

  connection.languages.inlayHint.resolve(async (hint): Promise<InlayHint> => {
    const { uri, version, about } = hint.data as { uri: string; version: number; about: number };
    const document = documents.get(uri);
    // Of a text that is no more: the editor asks for new hints anyway.
    if (document?.version !== version) return hint;
    try {
      const card = hoverAt((await workspace.checkedOf(document)).analysis, about);
      return card ? { ...hint, tooltip: { kind: 'markdown', value: card.markdown } } : hint;
    } catch (error) {
      log('The card of an inlay hint', error);
      return hint;
    }
  });
}

/** The library, the settings or the day changed; editors notice by themselves when a note does. */
export async function refreshFactsInLine(connection: Connection, abilities: Abilities): Promise<void> {
  if (abilities.refreshesLenses) await connection.sendRequest(CodeLensRefreshRequest.type);
  if (abilities.refreshesHints) await connection.languages.inlayHint.refresh();
}
