/** What the editor's own tools for agents ask: the answers of the MCP server, from the notes, settings and library that are open here. */
import {
  analyse,
  checkedNote,
  namedWork,
  nearestWorks,
  parseNote,
  prettySuggestions,
  withWarnings,
  type Analysis,
} from '#core';
import {
  checkNoteParamsSchema,
  checkNoteRequest,
  findWorkParamsSchema,
  findWorkRequest,
  suggestParamsSchema,
  suggestRequest,
  type Told,
} from '#core/agents/messages.ts';
import type { Served } from './served.ts';

export function answerAgents({ connection, documents, workspace, runtime }: Served): void {
  connection.onRequest(checkNoteRequest, async (message: unknown): Promise<Told> => {
    const { uri, top } = checkNoteParamsSchema.parse(message);
    await workspace.ready;
    const document = documents.get(uri);
    if (!document) throw new Error('The note is not open.');
    // Nobody types while an agent waits: what libraries elsewhere hold of the note is asked for first.
    await workspace.elsewhere.askFor((await workspace.checkedOf(document)).analysis);
    const { analysis, result } = await workspace.checkedOf(document);
    const path = runtime.relativePath(uri, workspace.folderOf(uri));
    const { words, warnings } = checkedNote({ path, analysis, result }, top);
    return { words: withWarnings(words, warnings) };
  });
  connection.onRequest(suggestRequest, async (message: unknown): Promise<Told> => {
    const { claim, context, top } = suggestParamsSchema.parse(message);
    await workspace.ready;
    const library = await workspace.elsewhere.withCandidates(workspace.store.library, claim);
    const hits = library.suggest(claim, context === undefined ? { top } : { top, context });
    return { words: prettySuggestions(claim, hits) };
  });
  connection.onRequest(findWorkRequest, async (message: unknown): Promise<Told> => {
    const { query } = findWorkParamsSchema.parse(message);
    await workspace.ready;
    const settings = await workspace.settingsOf(workspace.folders[0]?.uri ?? '');
    const asNote = (): Analysis =>
      analyse(parseNote(query), workspace.store.library, settings, runtime.today());
    await workspace.elsewhere.askFor(asNote());
    const named = namedWork(query, asNote());
    if (named) return { words: named.words };
    const library = await workspace.elsewhere.withCandidates(workspace.store.library, query);
    return { words: nearestWorks(query, library).words };
  });
}
