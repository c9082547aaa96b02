/** What a cited source comes down to: papers with a reference a stranger can look up and a date. Notes come down to the papers they rest on. */
import type { Source } from '../analysis.ts';
import type { PartialDate } from '../dates/calendar-date.ts';
import { arxivIdMonth, parseArxivId } from '../identifiers/index.ts';
import type { Entry, Library } from '../library/model.ts';

export interface Evidence {
  /** "arXiv:2504.07912", "doi:10.…", an address, else authors and title. */
  readonly id: string;
  /** "YYYY-MM" where known that well. */
  readonly date: PartialDate | undefined;
  /** Undefined when the library does not hold the paper. */
  readonly paper: Entry | undefined;
  /** An author-year citation that the sentence keeps: it needs no mark of its own. */
  readonly inText?: true;
}

const DEEPEST = 4;

/** The papers behind one source, in order; empty when it names nothing that could be looked up ("[12]"). */
export function evidenceOf(source: Source, library: Library): Evidence[] {
  if (source.malformed !== undefined) return [];
  if (source.entry) return ofEntry(source.entry, library, DEEPEST);
  switch (source.type) {
    case 'arxiv':
      return [{ id: `arXiv:${source.id}`, date: arxivIdMonth(source.id), paper: undefined }];
    case 'doi':
      return [{ id: `doi:${source.id}`, date: undefined, paper: undefined }];
    case 'key':
      return [{ id: `[@${source.id}]`, date: undefined, paper: undefined }];
    case 'link':
      return /^https?:/.test(source.id) ? [{ id: source.id, date: undefined, paper: undefined }] : [];
    case 'author-year': {
      const year = /\d{4}(?=[a-z]?$)/.exec(source.id)?.[0];
      return [{ id: readable(source.id), date: year, paper: undefined, inText: true }];
    }
    default:
      return [];
  }
}

function ofEntry(entry: Entry, library: Library, depth: number): Evidence[] {
  if (entry.kind === 'paper') return [{ id: referenceTo(entry), date: monthOf(entry), paper: entry }];
  if (depth === 0) return [];
  return unique((entry.restsOn ?? []).flatMap((id) => ofReference(id, entry, library, depth - 1)));
}

/** One of the sources a note names, by whatever name it gives: an entry's id, an arXiv ID, a DOI, a key, a note. */
function ofReference(reference: string, from: Entry, library: Library, depth: number): Evidence[] {
  const arxiv = parseArxivId(reference)?.id;
  const entry =
    library.get(reference) ??
    (arxiv === undefined ? undefined : library.byArxiv(arxiv)) ??
    library.byDoi(reference.replace(/^doi:\s?/i, '').toLowerCase()) ??
    library.byKey(reference.replace(/^@/, '')) ??
    library.byNote(reference);
  if (entry) return entry === from ? [] : ofEntry(entry, library, depth);
  return arxiv === undefined ? [] : [{ id: `arXiv:${arxiv}`, date: arxivIdMonth(arxiv), paper: undefined }];
}

/** Something a reader without this library can look up. */
export function referenceTo(paper: Entry): string {
  if (paper.arxiv !== undefined) return `arXiv:${paper.arxiv}`;
  if (paper.doi !== undefined) return `doi:${paper.doi}`;
  if (paper.url !== undefined) return paper.url;
  const [first, second] = paper.authors;
  if (!first) return paper.title === '' ? `[@${paper.id}]` : `“${paper.title}”`;
  const others = paper.authors.length > 2 || paper.authorsComplete === false ? ' et al.' : '';
  const names = second && others === '' ? `${first.family} and ${second.family}` : `${first.family}${others}`;
  return `${names}, “${paper.title}”`;
}

function monthOf(paper: Entry): PartialDate | undefined {
  const own = paper.date?.slice(0, 7);
  const ofId = paper.arxiv === undefined ? undefined : arxivIdMonth(paper.arxiv);
  // A bare year says less than the ID's month, unless they contradict each other.
  return own === undefined || (own.length === 4 && ofId?.startsWith(own)) ? (ofId ?? own) : own;
}

/** Each once. Addresses count only where nothing better names the work, and at most two of them. */
export function unique(evidence: readonly Evidence[]): Evidence[] {
  const seen = new Set<string>();
  const all = evidence.filter((one) => !seen.has(one.id) && seen.add(one.id));
  const works = all.filter((one) => !isAddress(one.id));
  return works.length > 0 ? works : all.slice(0, 2);
}

export const isAddress = (id: string): boolean => /^https?:/.test(id);

/** "van den berg 2020a" as it is cited: "van den Berg 2020a". */
const readable = (id: string): string =>
  id.replace(/(?:^|[\s-])(?!(?:van|von|der|den|de|la|di|da|del)\b)\p{L}/gu, (start) => start.toUpperCase());
