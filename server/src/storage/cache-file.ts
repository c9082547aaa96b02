/**
 * A file that keeps, for each file of a library, what was read from it. Parts first, then an index of them, then a line that
 * says where the index is: a file that was cut short has no such line, and each part has its checksum. Written to a draft,
 * flushed, renamed: what is killed meanwhile, or written by two windows at once, leaves a whole file. What is up to date is
 * `library-cache.ts`'s to know.
 */
import { open, readFile, rename, rm, type FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import type { Entry, FileChange, LibraryFault } from '#core';

const FORMAT = 'inquiry library cache 1';
/** Hexadecimal: the index's offset, length and checksum, and a space before each; the format; a line end. */
const TRAILER = new RegExp(`^ ([0-9a-f]{12}) ([0-9a-f]{8}) ([0-9a-f]{8}) ${FORMAT}\\n$`);
const TRAILER_LENGTH = 12 + 8 + 8 + 4 + FORMAT.length + 1;
/** So many that writing a part never holds up a keystroke. */
const ENTRIES_A_PART = 200;

interface Part {
  readonly at: number;
  readonly length: number;
  readonly sum: number;
}

interface Indexed {
  readonly path: string;
  readonly stamp: string;
  readonly parts: readonly Part[];
  readonly faults: readonly Omit<LibraryFault, 'path'>[];
}

interface Index {
  readonly build: string;
  readonly files: readonly Indexed[];
}

/** What was read from one file, and by what its state is known again. */
export interface KeptFile {
  readonly stamp: string;
  readonly change: FileChange;
}

export class CacheFile {
  /** Why nothing could be taken from the file, or from a part of it; undefined while all is well. */
  damage: string | undefined;
  readonly #bytes: Buffer;
  readonly #files = new Map<string, Indexed>();

  private constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /** Never throws: a file that is absent, damaged or of another build holds nothing. */
  static async open(path: string, build: string): Promise<CacheFile> {
    let bytes: Buffer;
    try {
      bytes = await readFile(path);
    } catch (error) {
      const cache = new CacheFile(Buffer.alloc(0));
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') cache.damage = (error as Error).message;
      return cache;
    }
    const cache = new CacheFile(bytes);
    const index = cache.#index();
    // Another build's readers may have read otherwise: no damage, but no use either.
    if (index?.build === build) for (const file of index.files) cache.#files.set(file.path, file);
    return cache;
  }

  get paths(): Iterable<string> {
    return this.#files.keys();
  }

  /** The bytes that hold a file's entries, for copying; undefined when it is not kept in this state, or damaged. */
  raw(path: string, stamp?: string): { indexed: Indexed; parts: readonly Buffer[] } | undefined {
    const indexed = this.#files.get(path);
    if (indexed === undefined || (stamp !== undefined && indexed.stamp !== stamp)) return undefined;
    const parts: Buffer[] = [];
    for (const part of indexed.parts) {
      const bytes = this.#bytes.subarray(part.at, part.at + part.length);
      if (bytes.length !== part.length || crc32(bytes) !== part.sum) {
        this.damage = 'a checksum is wrong';
        return undefined;
      }
      parts.push(bytes);
    }
    return { indexed, parts };
  }

  find(path: string, stamp: string): FileChange | undefined {
    const found = this.raw(path, stamp);
    if (found === undefined) return undefined;
    const entries: Entry[] = [];
    for (const part of found.parts)
      for (const kept of JSON.parse(part.toString('utf8')) as (Omit<Entry, 'origin'> & {
        origin: number;
      })[]) {
        // Written as its line alone, since the path is the file's.
        const entry = kept as unknown as { origin: Entry['origin'] };
        entry.origin = { path, line: kept.origin };
        entries.push(entry as Entry);
      }
    return { path, entries, faults: found.indexed.faults.map((fault) => ({ path, ...fault })) };
  }

  #index(): Index | undefined {
    const end = this.#bytes.length - TRAILER_LENGTH;
    const trailer = end < 0 ? null : TRAILER.exec(this.#bytes.toString('latin1', end));
    if (trailer) {
      const [at = 0, length = 0, sum = 0] = trailer.slice(1).map((digits) => parseInt(digits, 16));
      const bytes = this.#bytes.subarray(at, at + length);
      if (at + length === end && crc32(bytes) === sum) return JSON.parse(bytes.toString('utf8')) as Index;
    }
    this.damage = trailer ? 'a checksum is wrong' : 'it is cut short, or of another kind';
    return undefined;
  }
}

/** Writes the kept files and, of the older cache, those named; whole or not at all. Lets other work pass in between. */
export async function writeCacheFile(
  path: string,
  build: string,
  fresh: readonly KeptFile[],
  older: { readonly cache: CacheFile; readonly paths: Iterable<string> },
): Promise<void> {
  const draft = `${path}.${String(process.pid)}.${Math.random().toString(36).slice(2)}.draft`;
  const handle = await open(draft, 'wx');
  try {
    await writeAll(handle, build, fresh, older);
    await handle.sync();
  } catch (error) {
    await handle.close();
    await rm(draft, { force: true });
    throw error;
  }
  await handle.close();
  await rename(draft, path).catch(async (error: unknown) => {
    await rm(draft, { force: true });
    throw error;
  });
}

async function writeAll(
  handle: FileHandle,
  build: string,
  fresh: readonly KeptFile[],
  older: { readonly cache: CacheFile; readonly paths: Iterable<string> },
): Promise<void> {
  let at = 0;
  let waiting: Buffer[] = [];
  let size = 0;
  const flush = async (): Promise<void> => {
    if (waiting.length > 0) await handle.writev(waiting);
    waiting = [];
    size = 0;
  };
  const put = async (bytes: Buffer): Promise<Part> => {
    const part = { at, length: bytes.length, sum: crc32(bytes) };
    at += bytes.length;
    size += bytes.length;
    waiting.push(bytes);
    if (size > 250_000 || waiting.length > 200) await flush();
    return part;
  };
  const files: Indexed[] = [];
  for (const { stamp, change } of fresh) {
    const parts: Part[] = [];
    for (let from = 0; from < change.entries.length; from += ENTRIES_A_PART) {
      const some = change.entries.slice(from, from + ENTRIES_A_PART);
      const plain = some.map((entry) => ({ ...entry, origin: entry.origin.line }));
      parts.push(await put(Buffer.from(JSON.stringify(plain))));
    }
    const faults = (change.faults ?? []).map(({ line, message }) => ({ line, message }));
    files.push({ path: change.path, stamp, parts, faults });
  }
  for (const name of older.paths) {
    const kept = older.cache.raw(name);
    if (kept === undefined) continue;
    const parts: Part[] = [];
    for (const bytes of kept.parts) parts.push(await put(bytes));
    files.push({ ...kept.indexed, parts });
  }
  const index = await put(Buffer.from(JSON.stringify({ build, files } satisfies Index)));
  const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');
  waiting.push(
    Buffer.from(` ${hex(index.at, 12)} ${hex(index.length, 8)} ${hex(index.sum, 8)} ${FORMAT}\n`, 'latin1'),
  );
  await flush();
}
