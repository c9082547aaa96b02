/** What the editor's views of the library ask beyond their rows too: an entry's card, and its citation as a note writes it. */
import { citationAt, completionDocumentation } from '#core';
import {
  childrenParamsSchema,
  childrenRequest,
  citationParamsSchema,
  citationRequest,
  entryCardParamsSchema,
  entryCardRequest,
  type CitationResult,
  type EntryCardResult,
} from '#core/views/messages.ts';
import type { Served } from '../served.ts';

export function answerViews({ connection, documents, workspace, views }: Served): void {
  connection.onRequest(childrenRequest, (message: unknown) =>
    views.children(childrenParamsSchema.parse(message)),
  );
  connection.onRequest(entryCardRequest, (message: unknown): EntryCardResult => {
    const { library } = workspace.store;
    const entry = library.get(entryCardParamsSchema.parse(message).id);
    return entry ? { markdown: completionDocumentation(entry, library) } : {};
  });
  connection.onRequest(citationRequest, async (message: unknown): Promise<CitationResult> => {
    const { id, at } = citationParamsSchema.parse(message);
    await workspace.ready;
    const entry = workspace.store.library.get(id);
    if (!entry) return { edits: [] };
    const document = at && documents.get(at.uri);
    const { analysis } = document
      ? await workspace.checkedOf(document)
      : { analysis: workspace.analysed('', '', await workspace.settingsOf('')) };
    const { text, edits } = citationAt(analysis, at?.offset ?? 0, entry);
    return {
      text,
      edits: document
        ? edits.map(({ span, newText }) => ({ start: span.start, end: span.end, newText }))
        : [],
    };
  });
}
