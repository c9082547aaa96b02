/**
 * Where the question of a note may go next: lines and notes of the library that rest on the same works, and notes that no line
 * has taken up. Works from what the library says that each rests on; reads no text.
 */
import type { Analysis } from '../analysis.ts';
import type { Entry, Library } from '../library/model.ts';
import { isOwnEntry } from '../sources/index.ts';
import { Once } from '../text/once.ts';
import { entriesCited } from './citing-claims.ts';
import { inShelfOrder } from './shelves.ts';

export interface NextLines {
  /** Whether the library holds anything that the note cites: without, nothing can be related to it. */
  readonly hasSources: boolean;
  /** Closest first. */
  readonly related: readonly RelatedEntry[];
  /** Newest first. */
  readonly unused: readonly Entry[];
}

export interface RelatedEntry {
  /** A note or a line. */
  readonly entry: Entry;
  /** The works that both rest on, the rarest first; never empty. */
  readonly shared: readonly Entry[];
}

/** A line rests on notes, and those on papers; further down the links of a large vault lead everywhere. */
const STEPS = 2;

const worked = new Once<Analysis, NextLines>('next lines');

/** Of an analysed note, worked out once for each analysis. */
export const nextLines = (analysis: Analysis): NextLines =>
  worked.of(analysis, () => {
    const { library, sources } = analysis;
    const isOwn = (entry: Entry): boolean => isOwnEntry(entry, analysis);
    const cited = entriesCited(sources).filter((entry) => !isOwn(entry));
    return {
      hasSources: cited.length > 0,
      related: relatedEntries(library, cited, isOwn),
      unused: unusedNotes(library, cited, isOwn),
    };
  });

/**
 * Lines and notes of the library that share sources with a note, closest first. `cited` is what the note cites: it is no news,
 * and is left out, as is what `isOwn` says is the note itself.
 *
 * A note or line stands for the works that it rests on, and for itself where the library knows of none: two notes on one paper
 * share that paper, whoever cites which. A shared work weighs `ln(1 + N / n)`, where `n` of the library's `N` notes and lines rest on
 * it: what everybody cites says little. Equal weights: lines first, then the newest, then by title.
 */
export function relatedEntries(
  library: Library,
  cited: readonly Entry[],
  isOwn: (entry: Entry) => boolean = () => false,
): readonly RelatedEntry[] {
  const known = new Set(cited.map(({ id }) => id));
  let all = 0;
  for (const { kind } of library.entries()) if (kind !== 'paper') all++;
  const found = new Map<Entry, { shared: Entry[]; weight: number }>();
  const weighed = [...worksUnder(library, cited)]
    .map((work) => ({ work, users: restingOn(library, work) }))
    .map(({ work, users }) => ({ work, users, weight: Math.log(1 + all / Math.max(1, users.size)) }))
    .sort((a, b) => b.weight - a.weight || compareIds(a.work, b.work));
  for (const { work, users, weight } of weighed)
    for (const user of users) {
      if (known.has(user.id) || isOwn(user)) continue;
      const related = found.get(user) ?? { shared: [], weight: 0 };
      related.shared.push(work);
      related.weight += weight;
      found.set(user, related);
    }
  const isLine = (entry: Entry): number => (entry.kind === 'line' ? 1 : 0);
  const inOrder = new Map(inShelfOrder(found.keys()).map((entry, place) => [entry, place]));
  return [...found]
    .map(([entry, { shared, weight }]) => ({ entry, shared, weight, place: inOrder.get(entry) ?? 0 }))
    .sort((a, b) => b.weight - a.weight || isLine(b.entry) - isLine(a.entry) || a.place - b.place)
    .map(({ entry, shared }) => ({ entry, shared }));
}

/** Notes of the library that no line of it rests on, the newest first; without those that a note cites, and without itself. */
export function unusedNotes(
  library: Library,
  cited: readonly Entry[] = [],
  isOwn: (entry: Entry) => boolean = () => false,
): readonly Entry[] {
  const known = new Set(cited.map(({ id }) => id));
  const unused: Entry[] = [];
  for (const entry of library.entries())
    if (
      entry.kind === 'note' &&
      !known.has(entry.id) &&
      !library.restingOn(entry.id).some(({ kind }) => kind === 'line') &&
      !isOwn(entry)
    )
      unused.push(entry);
  return inShelfOrder(unused);
}

/** What entries rest on in the end; what rests on nothing that the library holds stands for itself. */
function worksUnder(library: Library, entries: readonly Entry[]): Set<Entry> {
  const works = new Set<Entry>();
  const add = (entry: Entry, steps: number): void => {
    const under = entry.kind === 'paper' || steps === 0 ? [] : library.foundations(entry);
    if (under.length === 0) works.add(entry);
    for (const each of under) add(each, steps - 1);
  };
  for (const entry of entries) add(entry, STEPS);
  return works;
}

/** Notes and lines that rest on a work, themselves or by a note that does. */
function restingOn(library: Library, work: Entry): Set<Entry> {
  const found = new Set<Entry>();
  const add = (id: string, steps: number): void => {
    for (const entry of library.restingOn(id)) {
      if (entry.kind === 'paper' || entry.id === work.id) continue;
      const isNew = !found.has(entry);
      found.add(entry);
      if (isNew && steps > 1) add(entry.id, steps - 1);
    }
  };
  add(work.id, STEPS);
  return found;
}

const compareIds = (a: Entry, b: Entry): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
