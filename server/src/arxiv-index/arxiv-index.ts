/** Reads the on-disk index of arXiv: by ID, and by words, best first. Read-only; safe for many windows at once. */
import { inflateRawSync } from 'node:zlib';
import { Vocabulary } from '#core/library/terms.ts';
import type { Entry, SearchHit } from '#core';
import { NoSqliteError, openDatabase, type Row, type SqlDatabase } from './database.ts';
import { FORMAT, readPostings } from './format.ts';
import { impactsOf } from './impacts.ts';

/** The lists bring candidates; so many of the best are then scored by their own text. */
const CANDIDATES = 100;
const CANDIDATES_A_STEP = 20;
const MOST_TERMS = 24;

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
  // Scratch of one segment; empty between searches.
  #scores = new Float32Array(0);

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
    const vocabulary = new Vocabulary();
    const terms = this.#terms(query, vocabulary);
    const candidates = new Best(Math.max(CANDIDATES, top));
    for (const [index, segment] of this.#segments.entries()) {
      this.#searchSegment(index, segment, terms, candidates);
      yield;
    }
    const hits: { entry: Entry; score: number; matched: string[]; number: number }[] = [];
    for (const [index, { number }] of candidates.sorted().entries()) {
      if (index % CANDIDATES_A_STEP === CANDIDATES_A_STEP - 1) yield;
      const row = this.#byNumber.get(number);
      if (!row) continue;
      const entry = this.#entryOf(row);
      const impacts = impactsOf(vocabulary, entry, false);
      const present = terms.filter((term) => impacts.has(term.id));
      const score = present.reduce((sum, term) => sum + term.weight * (impacts.get(term.id) ?? 0), 0);
      hits.push({ entry, score, matched: present.map((term) => term.word), number });
    }
    hits.sort((a, b) => b.score - a.score || b.number - a.number);
    return hits.slice(0, top).map(({ entry, score, matched }) => ({ entry, score, matched }));
  }

  close(): void {
    this.#database.close();
  }

  /** The query's words with their lists in every segment, rarest first. */
  #terms(query: string, vocabulary: Vocabulary): Term[] {
    const scan = vocabulary.scan(query, true);
    const words = new Map<number, string>();
    for (let i = 0; i < scan.count; i++) {
      const id = scan.ids[i] ?? -1;
      if (id >= 0 && !words.has(id)) words.set(id, query.slice(scan.starts[i], scan.ends[i]));
    }
    const found: Term[] = [];
    for (const [id, word] of words) {
      let papers = 0;
      const lists = this.#segments.map((segment) => {
        const row = this.#posting.get(segment.number, vocabulary.term(id));
        papers += Number(row?.['papers'] ?? 0);
        return row?.['list'];
      });
      const weight = Math.log(1 + (this.size - papers + 0.5) / (papers + 0.5)) / 255;
      if (papers > 0) found.push({ id, word, papers, weight, lists });
    }
    return found.sort((a, b) => a.papers - b.papers || (a.word < b.word ? -1 : 1)).slice(0, MOST_TERMS);
  }

  #searchSegment(index: number, segment: Segment, terms: readonly Term[], best: Best): void {
    if (this.#scores.length < segment.count) this.#scores = new Float32Array(segment.count);
    const scores = this.#scores;
    const touched: number[] = [];
    for (const term of terms) {
      const list = term.lists[index];
      if (!(list instanceof Uint8Array)) continue;
      readPostings(list, (paper, impact) => {
        const known = scores[paper] ?? 0;
        if (known === 0) touched.push(paper);
        scores[paper] = known + impact * term.weight;
      });
    }
    for (const paper of touched) {
      best.offer(segment.first + paper, scores[paper] ?? 0);
      scores[paper] = 0;
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
  readonly word: string;
  readonly papers: number;
  readonly weight: number;
  /** One for each segment. */
  readonly lists: readonly (Row[string] | undefined)[];
}

interface Candidate {
  readonly number: number;
  readonly score: number;
}

/** The best so far, worst at the end; short enough to keep sorted by insertion. Ties go to the newer paper. */
class Best {
  readonly #most: number;
  readonly #list: Candidate[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  offer(number: number, score: number): void {
    const last = this.#list[this.#list.length - 1];
    if (
      this.#list.length === this.#most &&
      last &&
      (score < last.score || (score === last.score && number < last.number))
    )
      return;
    let at = this.#list.length;
    while (at > 0) {
      const before = this.#list[at - 1];
      if (!before || before.score > score || (before.score === score && before.number > number)) break;
      at--;
    }
    this.#list.splice(at, 0, { number, score });
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
