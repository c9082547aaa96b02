/** Reads the on-disk index of arXiv: by ID, and by words, best first. Read-only; safe for many windows at once. */
import { Beginnings, Vocabulary } from '#core/library/terms.ts';
import type { Entry, SearchHit } from '#core';
import { NoSqliteError, openDatabase, type Row, type SqlDatabase } from './database.ts';
import { FORMAT, LIST_PAPERS } from './format.ts';
import { Tally } from './tally.ts';
import { impactsAmong } from './impacts.ts';
import { entryOf, wordsOf } from './record.ts';

/** The lists bring candidates; so many of the best are then scored by their own text. */
const CANDIDATES = 100;
const CANDIDATES_A_STEP = 20;
const MOST_TERMS = 24;
/** Postings read for one query: the lists of a few common words, or of many rare ones. */
const MOST_POSTINGS = 200_000;
const LEAST_LISTED = 3;
const MOST_VOCABULARY = 100_000;

interface Segment {
  readonly number: number;
  readonly first: number;
  readonly count: number;
}

export class ArxivIndex {
  readonly path: string;
  readonly size: number;
  readonly #database: SqlDatabase;
  readonly #segments: readonly Segment[];
  readonly #byId;
  readonly #byNumber;
  readonly #words;
  readonly #postings;
  readonly #postingPapers;
  readonly #papers = new Map<string, number>();
  /** Of the papers looked at lately: their words are known again at once. */
  #vocabulary = new Vocabulary();
  readonly #tally = new Tally();

  private constructor(path: string, database: SqlDatabase) {
    this.path = path;
    this.#database = database;
    this.#segments = this.#database
      .prepare('SELECT number, first, count FROM segment ORDER BY number')
      .all()
      .map(segmentOf);
    this.size = this.#segments.reduce((sum, segment) => sum + segment.count, 0);
    this.#byId = this.#database.prepare('SELECT * FROM record WHERE arxiv = ?');
    this.#byNumber = this.#database.prepare('SELECT * FROM record WHERE number = ?');
    // Many at a time: the WebAssembly build locks the file, and looks whether it changed, for every statement.
    this.#words = this.#database.prepare(
      `SELECT number, title, authors, abstract FROM record WHERE number IN (${places(CANDIDATES_A_STEP)})`,
    );
    this.#postingPapers = this.#database.prepare(
      'SELECT sum(papers) AS papers FROM posting WHERE segment IN (SELECT number FROM segment) AND term = ?',
    );
    this.#postings = this.#database.prepare(
      `SELECT term, papers, list FROM posting WHERE segment = ? AND term IN (${places(MOST_TERMS)})`,
    );
  }

  /** Rejects with one clear sentence when the file is not a whole index. */
  static async open(path: string, engine?: SqlDatabase['engine']): Promise<ArxivIndex> {
    let database: SqlDatabase | undefined;
    try {
      database = await openDatabase(path, { readOnly: true, ...(engine === undefined ? {} : { engine }) });
      const format = database.prepare("SELECT value FROM meta WHERE key = 'format'").get()?.['value'];
      if (format !== FORMAT) throw new Error('it is of another kind or was not finished');
      return new ArxivIndex(path, database);
    } catch (error) {
      database?.close();
      if (error instanceof NoSqliteError) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw new Error(
        `${path} is no index of arXiv that can be read (${reason}). Build it with “inquiry library build”.`,
        { cause: error },
      );
    }
  }

  /** By arXiv ID without version. */
  byArxiv(id: string): Entry | undefined {
    const row = this.#byId.get(id);
    return row && entryOf(row, this.path);
  }

  /** Best first; ties go to the newer paper. */
  search(query: string, top: number): readonly SearchHit[] {
    const steps = this.#steps(query, top);
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
    }
  }

  /** The same, some milliseconds at a time, so that whoever types meanwhile is not held up; empty once nobody wants it. */
  async searchInSteps(query: string, top: number, isStale?: () => boolean): Promise<readonly SearchHit[]> {
    const steps = this.#steps(query, top);
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
      await new Promise((resolve) => setImmediate(resolve));
      if (isStale?.() === true) return [];
    }
  }

  /** Pauses between segments and now and then between candidates. */
  *#steps(query: string, top: number): Generator<undefined, readonly SearchHit[]> {
    if (this.#vocabulary.size > MOST_VOCABULARY) this.#vocabulary = new Vocabulary();
    const vocabulary = this.#vocabulary;
    const terms = this.#terms(query, vocabulary);
    const order = new Map(terms.map((term, at) => [term.id, at]));
    const beginnings = new Beginnings(terms.map(({ term }) => term));
    const candidates = new Best(Math.max(CANDIDATES, top));
    for (const segment of this.#segments) {
      this.#searchSegment(segment, terms, candidates);
      yield;
    }
    const hits: Ranked[] = [];
    // What the lists leave open can no longer bring it among the best.
    const mayRank = ({ score, missing }: Candidate): boolean =>
      hits.length < top || score + missing >= (hits[top - 1]?.score ?? 0);
    const rest = candidates.sorted();
    let next = 0;
    for (;;) {
      const step: Candidate[] = [];
      while (next < rest.length && step.length < CANDIDATES_A_STEP) {
        const candidate = rest[next++];
        if (candidate && mayRank(candidate)) step.push(candidate);
      }
      if (step.length === 0) break;
      const rows = this.#wordsOf(step);
      for (const candidate of step) {
        const row = mayRank(candidate) ? rows.get(candidate.number) : undefined;
        if (!row) continue;
        const impacts = impactsAmong(vocabulary, wordsOf(row), order, beginnings);
        const score = terms.reduce((sum, { weight }, at) => sum + weight * (impacts[at] ?? 0), 0);
        hits.push({ number: candidate.number, score, impacts });
        hits.sort((a, b) => b.score - a.score || b.number - a.number);
        if (hits.length > top) hits.pop();
      }
      yield;
    }
    return hits.flatMap(({ number, score, impacts }) => {
      const row = this.#byNumber.get(number);
      const matched = terms.filter((_, at) => (impacts[at] ?? 0) > 0).map(({ word }) => word);
      return row ? [{ entry: entryOf(row, this.path), score, matched }] : [];
    });
  }

  close(): void {
    this.#database.close();
  }

  /** The query's words that the index holds, rarest first. */
  #terms(query: string, vocabulary: Vocabulary): Term[] {
    const scan = vocabulary.scan(query, true);
    const words = new Map<number, string>();
    for (let i = 0; i < scan.count; i++) {
      const id = scan.ids[i] ?? -1;
      if (id >= 0 && !words.has(id)) words.set(id, query.slice(scan.starts[i], scan.ends[i]));
    }
    const found: Term[] = [];
    for (const [id, word] of words) {
      const term = vocabulary.term(id);
      const papers = this.#papersWith(term);
      const weight = Math.log(1 + (this.size - papers + 0.5) / (papers + 0.5)) / 255;
      if (papers > 0) found.push({ id, term, word, papers, weight, isListed: false });
    }
    found.sort((a, b) => a.papers - b.papers || (a.word < b.word ? -1 : 1));
    // The rarest words bring the candidates; the commonest ones only tell them apart.
    let postings = 0;
    return found.slice(0, MOST_TERMS).map((term, at) => {
      postings += Math.min(term.papers, LIST_PAPERS * this.#segments.length);
      return { ...term, isListed: at < LEAST_LISTED || postings <= MOST_POSTINGS };
    });
  }

  /** How many papers have the term; remembered, as the same words come again and again. */
  #papersWith(term: string): number {
    const known = this.#papers.get(term);
    if (known !== undefined) return known;
    const papers = Number(this.#postingPapers.get(term)?.['papers'] ?? 0);
    if (this.#papers.size > MOST_VOCABULARY) this.#papers.clear();
    this.#papers.set(term, papers);
    return papers;
  }

  #wordsOf(candidates: readonly Candidate[]): ReadonlyMap<number, Row> {
    const numbers = candidates.map(({ number }) => number);
    const rows = this.#words.all(...padded(numbers, CANDIDATES_A_STEP, -1));
    return new Map(rows.map((row) => [Number(row['number']), row]));
  }

  #listsOf(segment: Segment, terms: readonly Term[]): ReadonlyMap<string, Row> {
    const listed = terms.filter(({ isListed }) => isListed).map(({ term }) => term);
    const rows = this.#postings.all(segment.number, ...padded(listed, MOST_TERMS, ''));
    return new Map(rows.map((row) => [String(row['term']), row]));
  }

  #searchSegment(segment: Segment, terms: readonly Term[], best: Best): void {
    const lists = this.#listsOf(segment, terms);
    const tally = this.#tally;
    tally.begin(segment.count);
    // The most that each term may add to a paper that its list does not name.
    const open: number[] = [];
    let toCome = terms.reduce((sum, { weight, isListed }) => (isListed ? sum + weight * 255 : sum), 0);
    for (const [at, { term, weight, isListed }] of terms.entries()) {
      open.push(isListed ? 0 : weight * 255);
      if (!isListed) continue;
      // Rarest first: from some word on, a paper that no list has named can no longer come among the best.
      const admits = best.takes(toCome);
      toCome -= weight * 255;
      const row = lists.get(term);
      const list = row?.['list'];
      if (!(list instanceof Uint8Array)) continue;
      const least = tally.add(list, weight, at, admits);
      // A list that was cut holds the papers of highest impact.
      if (Number(row?.['papers'] ?? 0) > LIST_PAPERS) open[at] = weight * least;
    }
    const all = open.reduce((sum, each) => sum + each, 0);
    tally.end((paper, score, has) => {
      if (!best.takes(score)) return;
      const missing = open.reduce((sum, each, at) => (has & (1 << at) ? sum - each : sum), all);
      best.offer(segment.first + paper, score, missing);
    });
  }
}

interface Term {
  readonly id: number;
  /** As the index has it. */
  readonly term: string;
  /** As the query has it. */
  readonly word: string;
  readonly papers: number;
  readonly weight: number;
  /** Whether its lists are read; else it counts in the candidates' own text only. */
  readonly isListed: boolean;
}

interface Candidate {
  readonly number: number;
  /** By the lists alone: the true score is not less. */
  readonly score: number;
  /** The most that the lists may have left out. */
  readonly missing: number;
}

interface Ranked {
  readonly number: number;
  readonly score: number;
  /** Of each term, in the order of the terms. */
  readonly impacts: readonly number[];
}

/** The best so far, worst at the end; short enough to keep sorted by insertion. Ties go to the newer paper. */
class Best {
  readonly #most: number;
  readonly #list: Candidate[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  /** Whether such a score may still be among the best. */
  takes(score: number): boolean {
    return this.#list.length < this.#most || score >= (this.#list[this.#most - 1]?.score ?? 0);
  }

  /** Papers come oldest first. */
  offer(number: number, score: number, missing: number): void {
    let low = 0;
    let high = this.#list.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const before = this.#list[middle];
      if (before && (before.score > score || (before.score === score && before.number > number)))
        low = middle + 1;
      else high = middle;
    }
    this.#list.splice(low, 0, { number, score, missing });
    if (this.#list.length > this.#most) this.#list.pop();
  }

  sorted(): readonly Candidate[] {
    return this.#list;
  }
}

const places = (count: number): string => Array.from({ length: count }, () => '?').join(', ');

/** As many values as a statement has places; `none` is no value of the table. */
const padded = <T>(values: readonly T[], count: number, none: T): readonly T[] =>
  Array.from({ length: count }, (_, at) => values[at] ?? none);

const segmentOf = (row: Row): Segment => ({
  number: Number(row['number']),
  first: Number(row['first']),
  count: Number(row['count']),
});
