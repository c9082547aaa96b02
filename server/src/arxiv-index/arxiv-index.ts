/** Reads the on-disk index of arXiv: by ID, and by words, best first. Read-only; safe for many windows at once. */
import { inflateRawSync } from 'node:zlib';
import { Vocabulary } from '#core/library/terms.ts';
import type { Entry, SearchHit } from '#core';
import { NoSqliteError, openDatabase, type Row, type SqlDatabase } from './database.ts';
import { FORMAT, LIST_PAPERS, readPostings } from './format.ts';
import { impactsAmong } from './impacts.ts';

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
  readonly #posting;
  readonly #postingPapers;
  readonly #papers = new Map<string, number>();
  /** Of the papers looked at lately: their words are known again at once. */
  #vocabulary = new Vocabulary();
  // Scratch of one segment; empty between searches. A bit of `seen` for each term whose list names the paper.
  #scores = new Float32Array(0);
  #seen = new Uint32Array(0);

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
    this.#postingPapers = this.#database.prepare('SELECT papers FROM posting WHERE segment = ? AND term = ?');
    this.#posting = this.#database.prepare('SELECT papers, list FROM posting WHERE segment = ? AND term = ?');
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
    return row && this.#entryOf(row);
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
    const candidates = new Best(Math.max(CANDIDATES, top));
    for (const segment of this.#segments) {
      this.#searchSegment(segment, terms, candidates);
      yield;
    }
    const hits: Ranked[] = [];
    let looked = 0;
    for (const { number, score: least, missing } of candidates.sorted()) {
      // What the lists leave open can no longer bring it among the best.
      if (hits.length === top && least + missing < (hits[top - 1]?.score ?? 0)) continue;
      if (++looked % CANDIDATES_A_STEP === 0) yield;
      const row = this.#byNumber.get(number);
      if (!row) continue;
      const entry = this.#entryOf(row);
      const impacts = impactsAmong(vocabulary, entry, order);
      const score = terms.reduce((sum, { weight }, at) => sum + weight * (impacts[at] ?? 0), 0);
      const matched = terms.filter((_, at) => (impacts[at] ?? 0) > 0).map(({ word }) => word);
      hits.push({ entry, score, matched, number });
      hits.sort((a, b) => b.score - a.score || b.number - a.number);
      if (hits.length > top) hits.pop();
    }
    return hits.map(({ entry, score, matched }) => ({ entry, score, matched }));
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
    let papers = 0;
    for (const { number } of this.#segments)
      papers += Number(this.#postingPapers.get(number, term)?.['papers'] ?? 0);
    if (this.#papers.size > MOST_VOCABULARY) this.#papers.clear();
    this.#papers.set(term, papers);
    return papers;
  }

  #searchSegment(segment: Segment, terms: readonly Term[], best: Best): void {
    if (this.#scores.length < segment.count) {
      this.#scores = new Float32Array(segment.count);
      this.#seen = new Uint32Array(segment.count);
    }
    const scores = this.#scores;
    const seen = this.#seen;
    const touched: number[] = [];
    // The most that each term may add to a paper that its list does not name.
    const open: number[] = [];
    for (const [at, { term, weight, isListed }] of terms.entries()) {
      open.push(isListed ? 0 : weight * 255);
      if (!isListed) continue;
      const row = this.#posting.get(segment.number, term);
      const list = row?.['list'];
      if (!(list instanceof Uint8Array)) continue;
      const least = readPostings(list, (paper, impact) => {
        const known = seen[paper] ?? 0;
        if (known === 0) touched.push(paper);
        seen[paper] = known | (1 << at);
        scores[paper] = (scores[paper] ?? 0) + impact * weight;
      });
      // A list that was cut holds the papers of highest impact.
      if (Number(row?.['papers'] ?? 0) > LIST_PAPERS) open[at] = weight * least;
    }
    const all = open.reduce((sum, each) => sum + each, 0);
    for (const paper of touched) {
      const score = scores[paper] ?? 0;
      if (best.takes(score)) {
        const has = seen[paper] ?? 0;
        const missing = open.reduce((sum, each, at) => (has & (1 << at) ? sum - each : sum), all);
        best.offer(segment.first + paper, score, missing);
      }
      scores[paper] = 0;
      seen[paper] = 0;
    }
  }

  #entryOf(row: Row): Entry {
    const text = (key: string): string | undefined => (typeof row[key] === 'string' ? row[key] : undefined);
    const abstract = row['abstract'];
    const arxiv = text('arxiv') ?? '';
    const authors = (JSON.parse(text('authors') ?? '[]') as [string, string][]).map(([family, given]) =>
      given === '' ? { family } : { family, given },
    );
    const optional = {
      date: text('submitted'),
      category: text('category'),
      doi: text('doi'),
      venue: text('venue'),
      versions:
        text('versions') === undefined
          ? undefined
          : (JSON.parse(text('versions') ?? '[]') as Entry['versions']),
      status: text('status'),
      text: abstract instanceof Uint8Array ? inflateRawSync(abstract).toString('utf8') : undefined,
    };
    return {
      id: arxiv,
      kind: 'paper',
      title: text('title') ?? '',
      authors,
      arxiv,
      url: `https://arxiv.org/abs/${arxiv}`,
      origin: { path: this.path, line: 0 },
      ...(optional.date === undefined ? {} : { dateIs: 'submitted' }),
      ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined)),
    };
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

interface Ranked extends SearchHit {
  readonly number: number;
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

const segmentOf = (row: Row): Segment => ({
  number: Number(row['number']),
  first: Number(row['first']),
  count: Number(row['count']),
});
