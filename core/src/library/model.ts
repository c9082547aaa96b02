/** Papers, notes and lines as data, and the port through which the rest of the engine asks for them. */
import type { PartialDate } from '../dates/calendar-date.ts';
import type { Span } from '../text/span.ts';

export type EntryKind = 'paper' | 'note' | 'line';

/** One work or note of the library. */
export interface Entry {
  /** The entry's own id as its file gives it: a CSL-JSON `id`, a BibTeX key, a note's path without ".md". Unique in a library. */
  readonly id: string;
  readonly kind: EntryKind;
  readonly title: string;
  /** "Family, Given" apart, in order; empty when unknown. Group authors have only `family`. */
  readonly authors: readonly { readonly family: string; readonly given?: string }[];
  /** False when the list goes on. */
  readonly authorsComplete?: boolean;
  /** Papers: first submission, else issued. Notes and lines: their own date. */
  readonly date?: PartialDate;
  /** Papers: "submitted" when `date` is the day of first submission, which decides over an ID's month. */
  readonly dateIs?: 'submitted' | 'issued' | 'public-by';
  /** Without its version. */
  readonly arxiv?: string;
  /** Lower case. */
  readonly doi?: string;
  readonly url?: string;
  /** Citation keys that resolve to it besides `id`. */
  readonly keys?: readonly string[];
  readonly category?: string;
  readonly venue?: string;
  readonly keywords?: readonly string[];
  /** Notes and lines: other names that a link may use. */
  readonly aliases?: readonly string[];
  /** Ascending by version. */
  readonly versions?: readonly { readonly version: number; readonly date?: PartialDate }[];
  readonly status?: 'withdrawn' | 'retracted' | 'superseded';
  /** The abstract, a note's takeaway, a line's answer: what ranking and figure checks read. */
  readonly text?: string;
  /** Notes and lines: ids of the entries they rest on. */
  readonly restsOn?: readonly string[];
  /** Papers that several files describe: where they disagree. Absent when they do not. */
  readonly conflicts?: readonly Conflict[];
  /**
   * Where it came from; line from 0. `bundled`: with the product, so that the user's own description goes first.
   * `elsewhere`: held by no file here but by a library that was asked, named for people ("papers.example.org").
   */
  readonly origin: {
    readonly path: string;
    readonly line: number;
    readonly bundled?: boolean;
    readonly elsewhere?: string;
  };
}

/** What files say differently of one work. */
export interface Conflict {
  readonly field: 'title' | 'authors' | 'date' | 'venue' | 'doi';
  /** At least two, in the order of the files; one that another file only says in other words is not among them. */
  readonly values: readonly { readonly value: string; readonly origins: readonly Entry['origin'][] }[];
}

/** A note's or paper's exact title met in running text. */
export interface TitleMention {
  readonly span: Span;
  readonly entry: Entry;
}

export interface SearchHit {
  readonly entry: Entry;
  /**
   * Higher is better. Of a claim, about the share of what it says that the entry says too: from 0, seldom above 1. Of a search,
   * comparable within one query only.
   */
  readonly score: number;
  /** Query words that matched, as written in the query. */
  readonly matched: readonly string[];
}

export interface SuggestContext {
  /** The sentences around the claim, in order. */
  readonly context?: string;
  /** Entry ids that the note already cites. */
  readonly cited?: readonly string[];
  readonly top: number;
}

/** What could not be read while loading; the rest was. */
export interface LibraryFault {
  readonly path: string;
  /** From 0. */
  readonly line: number;
  /** One clear sentence: what is wrong, what to do. */
  readonly message: string;
}

/** The engine's view of a library: immutable, synchronous, in memory. */
export interface Library {
  readonly size: number;
  readonly faults: readonly LibraryFault[];
  entries(): Iterable<Entry>;
  get(id: string): Entry | undefined;
  byArxiv(id: string): Entry | undefined;
  byDoi(doi: string): Entry | undefined;
  /** A citation key, with or without its case. */
  byKey(key: string): Entry | undefined;
  /** A wikilink's or relative link's target: path, file name without ".md", title or alias. */
  byNote(target: string): Entry | undefined;
  byTitle(title: string): Entry | undefined;
  /** Whether any file with citation keys is loaded: only then may an unknown key be called unknown. */
  readonly hasKeys: boolean;
  /** Exact titles of notes and papers in running text, longest first where they overlap, in order. */
  findTitles(text: string): readonly TitleMention[];
  /** What each file says of an entry, in the order of the files; the entry alone where one file describes it. */
  descriptions(id: string): readonly Entry[];
  /** Entries that rest on the given one. */
  restingOn(id: string): readonly Entry[];
  /** The entries that a note or line rests on, as far as the library holds them. */
  foundations(entry: Entry): readonly Entry[];
  search(query: string, top: number): readonly SearchHit[];
  /** Ranked entries for a claim. */
  suggest(claim: string, context: SuggestContext): readonly SearchHit[];
}
