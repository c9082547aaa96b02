/** What the library says of a work that an agent looks up: by its very name, or the nearest by its words. Hosts analyse the query as a note. */
import type { Analysis } from '../analysis.ts';
import { entryCard } from '../features/index.ts';
import { impossibleArxivId, parseArxivId } from '../identifiers/index.ts';
import type { Entry, Library } from '../library/model.ts';
import { entryNamed } from '../sources/index.ts';

/** Shown where nothing has the very name. */
const NEAREST = 5;

export interface LookedUp {
  /** For people, and for a model that reads. */
  readonly words: string;
  readonly match: 'exact' | 'near' | 'impossible' | 'none';
  /** Best first. */
  readonly entries: readonly Entry[];
}

/** Undefined where the query is no name of anything held, nor an identifier: what is near it is `nearestWorks`'s to say. */
export function namedWork(query: string, analysis: Analysis): LookedUp | undefined {
  const { library, today } = analysis;
  const source = analysis.sources[0];
  const found = entryNamed(library, query.trim()) ?? library.byTitle(query) ?? source?.entry;
  if (found) {
    // The query is no note that cites the work.
    const card = entryCard({ ...analysis, sources: [] }, found);
    return { words: `${card}\n\nid: ${found.id}\n`, match: 'exact', entries: [found] };
  }
  const arxiv = parseArxivId(query)?.id ?? (source?.type === 'arxiv' ? source.id : undefined);
  if (arxiv !== undefined) {
    const impossible = impossibleArxivId(arxiv, today);
    return impossible === undefined
      ? notHeld(`arXiv:${arxiv}`)
      : { words: `arXiv:${arxiv} cannot exist: ${impossible}.\n`, match: 'impossible', entries: [] };
  }
  if (source?.type === 'doi') return notHeld(`doi:${source.id}`);
  if (source?.type === 'key') return notHeld(`@${source.id}`);
  return undefined;
}

export function nearestWorks(query: string, library: Library): LookedUp {
  const near = library.search(query, NEAREST).map(({ entry }) => entry);
  return near.length === 0
    ? {
        words: `Nothing in the library is called “${query}”, or comes near it.\n`,
        match: 'none',
        entries: [],
      }
    : {
        words: `Nothing in the library is called “${query}”. The nearest by its words:\n${near.map(lineOf).join('')}`,
        match: 'near',
        entries: near,
      };
}

const notHeld = (name: string): LookedUp => ({
  words: `The library does not hold ${name}. It may exist all the same.\n`,
  match: 'none',
  entries: [],
});

const lineOf = ({ id, title, date }: Entry): string =>
  `- ${title}${date === undefined ? '' : ` (${date.slice(0, 7)})`}  ${id}\n`;
