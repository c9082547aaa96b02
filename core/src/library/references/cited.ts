/** What a note cites, in the order in which it does: the works to list, each under the key it is cited by, and what is missing. */
import type { Analysis, Source } from '../../analysis.ts';
import type { Entry } from '../model.ts';

export interface CitedWork {
  /** The citation key as the note writes it, else the entry's own id. */
  readonly id: string;
  readonly entry: Entry;
}

export interface CitedWorks {
  readonly works: readonly CitedWork[];
  /** Identifiers that the note cites and the library does not hold, as a person would write them. */
  readonly missing: readonly string[];
}

export function citedWorks({ sources, library }: Analysis): CitedWorks {
  const works = new Map<string, CitedWork>();
  const missing = new Set<string>();
  const visit = (source: Source): void => {
    for (const held of source.holds ?? []) visit(held);
    const { entry, type, id } = source;
    if (entry === undefined) {
      if (type === 'arxiv' && source.malformed === undefined) missing.add(`arXiv:${id}`);
      else if (type === 'doi') missing.add(`doi:${id}`);
      else if (type === 'key') missing.add(`@${id}`);
      return;
    }
    // A note or line is cited through the papers that it rests on.
    for (const work of entry.kind === 'paper' ? [entry] : library.foundations(entry)) {
      if (work.kind !== 'paper') continue;
      const known = works.get(work.id);
      const key = type === 'key' && work === entry ? id : undefined;
      if (known === undefined) works.set(work.id, { id: key ?? work.id, entry: work });
      // Cited by its arXiv ID first and by a key later: the key is what other tools look up.
      else if (key !== undefined && known.id === work.id) works.set(work.id, { id: key, entry: work });
    }
  };
  for (const source of sources) visit(source);
  return { works: [...works.values()], missing: [...missing] };
}
