/**
 * Builds the on-disk index of arXiv's bulk metadata, segment by segment. Each segment is one transaction that also
 * notes how far the source was read: a build that is stopped, or killed, goes on where it was.
 */
import { createReadStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { deflateRawSync } from 'node:zlib';
import { readArxivRecord } from '#core/library/readers/arxiv-record.ts';
import { Vocabulary } from '#core/library/terms.ts';
import type { Entry, LibraryFault } from '#core';
import { reason } from '../storage/walk.ts';
import { claimTurn, refuseOthers, sizeOf } from './build-files.ts';
import { impactsOf } from './impacts.ts';
import { openDatabase, type SqlDatabase } from './database.ts';
import { FORMAT, LIST_PAPERS, PostingList, SCHEMA, SEGMENT_RECORDS } from './format.ts';

export interface BuildProgress {
  readonly records: number;
  readonly bytesRead: number;
  readonly bytesTotal: number;
}

export interface BuildOptions {
  readonly onProgress?: (progress: BuildProgress) => void;
  /** Asked between segments; true stops, and a later build goes on. */
  readonly cancelled?: () => boolean;
  /** Lines that could not be read are reported here and passed over. */
  readonly onFault?: (fault: LibraryFault) => void;
  readonly segmentRecords?: number;
  readonly engine?: SqlDatabase['engine'];
}

export interface BuildResult {
  readonly records: number;
  readonly finished: boolean;
}

/** So many lines without a record before them are no damage to a file of records, but another kind of file. */
const FAULTS_BEFORE_RECORDS = 1000;

/** Writes to `out` + ".part" and renames at the end: a file named `out` is always a whole index. */
export async function buildArxivIndex(
  source: string,
  out: string,
  options: BuildOptions = {},
): Promise<BuildResult> {
  const part = `${out}.part`;
  const total = await sizeOf(source);
  await refuseOthers(out);
  const release = await claimTurn(part).catch((error: unknown) => {
    throw (error as NodeJS.ErrnoException).code === undefined
      ? error
      : new Error(`${out} cannot be written: ${reason(error)}.`, { cause: error });
  });
  try {
    const result = await buildPart(source, part, total, options);
    if (result.finished && result.records === 0) {
      await rm(part, { force: true });
      throw new Error(
        `${source} holds no record of arXiv’s bulk metadata: one JSON object a line, with "id" and "title". No index was made.`,
      );
    }
    if (result.finished) await rename(part, out);
    return result;
  } finally {
    await release();
  }
}

async function buildPart(
  source: string,
  part: string,
  total: number,
  options: BuildOptions,
): Promise<BuildResult> {
  const database = await openDatabase(part, {
    readOnly: false,
    ...(options.engine === undefined ? {} : { engine: options.engine }),
  });
  try {
    database.exec(
      'PRAGMA page_size = 8192; PRAGMA journal_mode = DELETE; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536;',
    );
    database.exec(SCHEMA);
    const builder = new Builder(database, options.segmentRecords ?? SEGMENT_RECORDS);
    builder.claim(source, total);
    const finished = await fill(builder, source, total, options);
    if (finished) builder.finish();
    return { records: builder.records, finished };
  } finally {
    database.close();
  }
}

async function fill(
  builder: Builder,
  source: string,
  total: number,
  options: BuildOptions,
): Promise<boolean> {
  const report = (): void =>
    options.onProgress?.({ records: builder.records, bytesRead: builder.offset, bytesTotal: total });
  /** Told once there is a record: of another kind of file, only that it is one is worth saying. */
  const held: LibraryFault[] = [];
  for await (const { text, end, number } of linesFrom(source, builder.offset, builder.lines)) {
    if (text.trim() !== '') {
      const read = readArxivRecord(text, source, number);
      if ('entry' in read) {
        builder.add(read.entry);
        for (const fault of held.splice(0)) options.onFault?.(fault);
      } else if (builder.records > 0) options.onFault?.(read.fault);
      else if (held.push(read.fault) === FAULTS_BEFORE_RECORDS) return true;
    }
    builder.lineRead(end);
    if (builder.isFull) {
      builder.flush();
      report();
      // A breath between segments, for progress, Cancel and other work of the process.
      await new Promise((resolve) => setImmediate(resolve));
      if (options.cancelled?.() === true) return false;
    }
  }
  builder.flush();
  if (builder.records > 0) report();
  return true;
}

/** Lines with the byte offset behind each, from a byte offset on. A line may be of any length. */
async function* linesFrom(
  path: string,
  offset: number,
  firstLine: number,
): AsyncGenerator<{ text: string; end: number; number: number }> {
  let rest: Buffer = Buffer.alloc(0);
  let position = offset;
  let number = firstLine;
  for await (const chunk of createReadStream(path, {
    start: offset,
    highWaterMark: 1 << 20,
  }) as AsyncIterable<Buffer>) {
    const data: Buffer = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let start = 0;
    for (let end = data.indexOf(10); end !== -1; end = data.indexOf(10, start)) {
      position += end + 1 - start;
      yield { text: data.toString('utf8', start, end), end: position, number: number++ };
      start = end + 1;
    }
    rest = data.subarray(start);
  }
  if (rest.length > 0) yield { text: rest.toString('utf8'), end: position + rest.length, number };
}

class Builder {
  /** Records of finished segments and of the one in the making. */
  records: number;
  /** Bytes and lines of the source that finished segments, and the one in the making, stand for. */
  offset: number;
  lines: number;
  readonly #database: SqlDatabase;
  readonly #size: number;
  readonly #insertRecord;
  readonly #insertPosting;
  readonly #insertSegment;
  #segment: number;
  /** Of the segment in the making, whose transaction is open once it holds a record. */
  #pending = 0;
  #vocabulary = new Vocabulary();
  #lists: PostingList[] = [];

  constructor(database: SqlDatabase, size: number) {
    this.#database = database;
    this.#size = size;
    this.#insertRecord = database.prepare('INSERT OR IGNORE INTO record VALUES (?,?,?,?,?,?,?,?,?,?,?)');
    this.#insertPosting = database.prepare('INSERT INTO posting VALUES (?,?,?,?)');
    this.#insertSegment = database.prepare('INSERT INTO segment VALUES (?,?,?)');
    this.records = Number(this.#meta('records') ?? 0);
    this.offset = Number(this.#meta('offset') ?? 0);
    this.lines = Number(this.#meta('lines') ?? 0);
    this.#segment = Number(this.#meta('segments') ?? 0);
  }

  /** Throws when the half-built file belongs to another source: mixing two would give a wrong library. */
  claim(source: string, size: number): void {
    const made = this.#meta('source-size');
    if (made !== undefined && Number(made) !== size)
      throw new Error(
        `The unfinished index was begun from another version of ${source}. Delete the “.part” file to start again.`,
      );
    this.#setMeta('source-size', String(size));
  }

  get isFull(): boolean {
    return this.#pending >= this.#size;
  }

  add(entry: Entry): void {
    if (this.#pending === 0) this.#database.exec('BEGIN IMMEDIATE');
    this.#writeRecord(this.records, entry);
    post(this.#vocabulary, this.#lists, this.#pending, entry);
    this.#pending++;
    this.records++;
  }

  lineRead(end: number): void {
    this.offset = end;
    this.lines++;
  }

  /** Writes the words of the segment in the making, and how far it reaches, and closes its transaction. */
  flush(): void {
    if (this.#pending === 0) this.#database.exec('BEGIN IMMEDIATE');
    const terms = this.#vocabulary.terms();
    // In the order of the key, so that the tree only grows at its end.
    const order = Array.from(terms.keys()).sort((a, b) => ((terms[a] ?? '') < (terms[b] ?? '') ? -1 : 1));
    for (const id of order) {
      const list = this.#lists[id];
      if (list) this.#insertPosting.run(this.#segment, terms[id] ?? '', list.papers, list.bytes(LIST_PAPERS));
    }
    if (this.#pending > 0) {
      this.#insertSegment.run(this.#segment, this.records - this.#pending, this.#pending);
      this.#segment++;
    }
    this.#setMeta('records', String(this.records));
    this.#setMeta('offset', String(this.offset));
    this.#setMeta('lines', String(this.lines));
    this.#setMeta('segments', String(this.#segment));
    // Anything thrown before this line leaves the transaction open: closing the database rolls it back.
    this.#database.exec('COMMIT');
    this.#pending = 0;
    this.#vocabulary = new Vocabulary();
    this.#lists = [];
  }

  finish(): void {
    this.#setMeta('format', FORMAT);
  }

  #writeRecord(number: number, entry: Entry): void {
    this.#insertRecord.run(
      number,
      entry.arxiv ?? entry.id,
      entry.title,
      JSON.stringify(entry.authors.map((author) => [author.family, author.given ?? ''])),
      entry.date ?? null,
      entry.category ?? null,
      entry.doi ?? null,
      entry.venue ?? null,
      entry.versions === undefined ? null : JSON.stringify(entry.versions),
      entry.status ?? null,
      entry.text === undefined ? null : deflateRawSync(entry.text, { level: 4 }),
    );
  }

  #meta(key: string): string | undefined {
    const value = this.#database.prepare('SELECT value FROM meta WHERE key = ?').get(key)?.['value'];
    return value === undefined || value === null ? undefined : String(value);
  }

  #setMeta(key: string, value: string): void {
    this.#database.prepare('INSERT OR REPLACE INTO meta VALUES (?,?)').run(key, value);
  }
}

/** Adds one paper's words to the lists of its segment. */
function post(vocabulary: Vocabulary, lists: PostingList[], paper: number, entry: Entry): void {
  for (const [term, impact] of impactsOf(vocabulary, entry))
    (lists[term] ??= new PostingList()).add(paper, impact);
}
