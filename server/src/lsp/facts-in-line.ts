/**
 * What stands over the title and behind identifiers: code lenses and inlay hints. Editors ask for them in the pauses of typing, when
 * the note was checked already; what the settings switch off costs nothing.
 */
import { CodeLensRefreshRequest, type Connection, type InlayHint } from 'vscode-languageserver';
import { hintsIn, hoverAt, noteLenses, summaryOf, type NoteLens } from '#core';
import type { Abilities } from './abilities.ts';
import { toHint, toLens } from './convert.ts';
import type { Diagnostics } from './handlers/diagnostics.ts';
import type { Served } from './served.ts';

/** By then an editor that is typed in has asked by itself. */
const LAG_MILLISECONDS = 800;

export function answerFactsInLine(
  { connection, documents, workspace, log }: Served,
  diagnostics: Diagnostics,
  abilities: Abilities,
): void {
  /** What stands over the titles of open notes, as last answered. */
  const answered = new Map<string, string>();
  /** What should stand there since the last checks. */
  const due = new Map<string, string>();
  let catchingUp: ReturnType<typeof setTimeout> | undefined;
  connection.onCodeLens(async ({ textDocument: { uri } }) => {
    const document = documents.get(uri);
    if (!document || !(await workspace.settingsOf(uri))['codeLens.enabled']) return null;
    try {
      // Those of the problems that the person sees, and when they see them.
      const { analysis, result } = await diagnostics.shown(document);
      const runsCommands = workspace.cacheFolder !== undefined;
      const lenses = noteLenses(analysis, summaryOf(analysis, result));
      answered.set(uri, wordsOf(lenses));
      return lenses
        .filter(({ leadsTo }) => runsCommands || leadsTo !== 'prompt')
        .map((lens) => toLens(lens, uri, analysis.note.lines, runsCommands));
    } catch (error) {
      log('Counting claims for the code lens', error);
      return null;
    }
  });

  // VS Code forgets to ask when somebody leaves the note right after a change: to the palette, or to the prompt beside it.
  diagnostics.onChecked = (uri, { analysis, result }) => {
    if (!abilities.refreshesLenses || !answered.has(uri)) return;
    // Words alone are kept: a version of the note must not outlive the next.
    due.set(uri, wordsOf(noteLenses(analysis, summaryOf(analysis, result))));
    clearTimeout(catchingUp);
    catchingUp = setTimeout(() => {
      catchUp().catch((error: unknown) => {
        log('Refreshing the code lens', error);
      });
    }, LAG_MILLISECONDS);
  };
  async function catchUp(): Promise<void> {
    const isBehind = [...due].some(([uri, words]) => answered.has(uri) && answered.get(uri) !== words);
    due.clear();
    if (isBehind) await connection.sendRequest(CodeLensRefreshRequest.type);
  }
  documents.onDidClose(({ document }) => answered.delete(document.uri));

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

const wordsOf = (lenses: readonly NoteLens[]): string => lenses.map(({ title }) => title).join(' ');

/** The library, the settings or the day changed; editors notice by themselves when a note does. */
export async function refreshFactsInLine(connection: Connection, abilities: Abilities): Promise<void> {
  if (abilities.refreshesLenses) await connection.sendRequest(CodeLensRefreshRequest.type);
  if (abilities.refreshesHints) await connection.languages.inlayHint.refresh();
}
