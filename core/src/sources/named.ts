/** An entry by any of the names that a note's "rests on" may give it: its id, an arXiv ID, a DOI, a key, a link, a title. */
import { parseArxivId } from '../identifiers/index.ts';
import type { Entry, Library } from '../library/model.ts';

export function entryNamed(library: Library, reference: string): Entry | undefined {
  const arxiv = parseArxivId(reference);
  return (
    library.get(reference) ??
    (arxiv && arxiv.malformed === undefined ? library.byArxiv(arxiv.id) : undefined) ??
    library.byDoi(reference) ??
    library.byKey(reference) ??
    library.byNote(reference)
  );
}
