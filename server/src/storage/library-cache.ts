/**
 * What was read from the files below one root, kept for the next start. A file's own state decides whether that still holds:
 * size, times of change and number on disk, and its bytes where it changed too lately for its times to tell. A damaged or
 * foreign cache is made anew; one that cannot be written costs nothing but time.
 */
import { createHash } from 'node:crypto';
import { stat, statSync, type BigIntStats } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat as statOf, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import type { FileChange } from '#core';
import { CacheFile, writeCacheFile, type KeptFile } from './cache-file.ts';

/** The coarsest clock of a file system in use (FAT's): of two changes within it, the second may not show. */
const SETTLED_MILLISECONDS = 2_000;
/** What is read faster than the cache is written is not worth writing. */
const WORTH_BYTES = 64_000;
const WORTH_FILES = 50;
const FORGOTTEN_MILLISECONDS = 90 * 24 * 3600_000;
const ABANDONED_MILLISECONDS = 3600_000;
const DAY_MILLISECONDS = 24 * 3600_000;

export interface State {
  readonly stamp: string;
  readonly size: number;
  readonly isFile: boolean;
  /** Later changes are sure to change the stamp. */
  readonly settled: boolean;
}

interface Read {
  readonly change: FileChange;
  readonly state: State;
  readonly sum: number;
}

export class LibraryCache {
  readonly #folder: string;
  readonly #path: string;
  readonly #build: string;
  readonly #reads = new Map<string, Read>();
  #opened: CacheFile | undefined;
  #saving: Promise<void> = Promise.resolve();

  /** @param folder where the editor lets us keep things. @param root the library's file or folder. */
  constructor(folder: string, root: string, build = thisBuild()) {
    this.#folder = join(folder, 'library');
    this.#path = join(this.#folder, `${createHash('sha256').update(root).digest('hex').slice(0, 24)}.cache`);
    this.#build = build;
  }

  /** Before a load; the cache's bytes are let go by `loaded`. */
  async open(): Promise<void> {
    this.#opened = await CacheFile.open(this.#path, this.#build);
  }

  /** What was read from the file in this very state, if that is kept. */
  find(path: string, state: State): FileChange | undefined {
    return this.#opened?.find(path, state.stamp);
  }

  /** Hands in what was read anew; `bytes` were read after `state` was taken. */
  keep(change: FileChange, state: State, bytes: Uint8Array): void {
    this.#reads.set(change.path, { change, state, sum: crc32(bytes) });
  }

  /** After a load; a sentence for the log when the cache was no good. */
  loaded(): string | undefined {
    const damage = this.#opened?.damage;
    this.#opened = undefined;
    return damage === undefined
      ? undefined
      : `The cache of the library (${this.#path}) could not be used: ${damage}. It is made anew; the library itself was read.`;
  }

  /** Whether enough was read anew for the next start to be faster by it. */
  get worthSaving(): boolean {
    let bytes = 0;
    for (const { state } of this.#reads.values()) bytes += state.size;
    return bytes >= WORTH_BYTES || this.#reads.size >= WORTH_FILES;
  }

  /** Forgets what was handed in: it cannot be written, and need not be held. */
  letGo(): void {
    this.#reads.clear();
  }

  /** Writes what was handed in over what is kept. `all`: every path of the root, so that others are dropped. Rejects when it cannot be written. */
  save(all?: ReadonlySet<string>): Promise<void> {
    this.#saving = this.#saving.catch(() => undefined).then(() => this.#save(all));
    return this.#saving;
  }

  async #save(all: ReadonlySet<string> | undefined): Promise<void> {
    const reads = [...this.#reads];
    const fresh: KeptFile[] = [];
    for (const [path, read] of reads) {
      const state = read.state.settled ? read.state : await settledState(path, read.sum);
      if (state) fresh.push({ stamp: state.stamp, change: read.change });
    }
    await mkdir(this.#folder, { recursive: true });
    // As it is now: another window may have written meanwhile.
    const cache = await CacheFile.open(this.#path, this.#build);
    const anew = new Set(reads.map(([path]) => path));
    const paths = [...cache.paths].filter((path) => !anew.has(path) && (all?.has(path) ?? true));
    await writeCacheFile(this.#path, this.#build, fresh, { cache, paths });
    for (const [path, read] of reads) if (this.#reads.get(path) === read) this.#reads.delete(path);
    await this.#tidy();
  }

  /** Marks the cache as used, and removes caches that nobody uses and drafts that nobody finished. */
  async #tidy(): Promise<void> {
    const now = Date.now();
    for (const name of await readdir(this.#folder)) {
      const path = join(this.#folder, name);
      const limit = name.endsWith('.draft') ? ABANDONED_MILLISECONDS : FORGOTTEN_MILLISECONDS;
      // Another window may tidy at the same time.
      const found = await statOf(path).catch(() => undefined);
      if (found && now - found.mtimeMs > limit) await rm(path, { force: true });
    }
  }

  /** Once a day is enough to tell that the cache is in use. */
  async used(): Promise<void> {
    const found = await statOf(this.#path).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > DAY_MILLISECONDS)
      await utimes(this.#path, new Date(), new Date());
  }
}

/** The states of files as they are now; undefined for those that cannot be asked. */
export function statesOf(paths: readonly string[]): Promise<(State | undefined)[]> {
  return new Promise((resolve) => {
    const states = new Array<State | undefined>(paths.length);
    let open = paths.length;
    if (open === 0) resolve(states);
    // With promises, ten thousand files take three times as long.
    paths.forEach((path, index) => {
      stat(path, { bigint: true }, (error, stats) => {
        if (error === null) states[index] = stateOf(stats);
        if (--open === 0) resolve(states);
      });
    });
  });
}

function stateOf(stats: BigIntStats): State {
  const latest = Number((stats.mtimeNs > stats.ctimeNs ? stats.mtimeNs : stats.ctimeNs) / 1_000_000n);
  return {
    stamp: `${String(stats.size)}.${String(stats.mtimeNs)}.${String(stats.ctimeNs)}.${String(stats.ino)}`,
    size: Number(stats.size),
    isFile: stats.isFile(),
    settled: Date.now() - latest > SETTLED_MILLISECONDS,
  };
}

/** The state of a file that changed lately, once it settled with the bytes that were read. */
async function settledState(path: string, sum: number): Promise<State | undefined> {
  const [state] = await statesOf([path]);
  if (state?.settled !== true) return undefined;
  const bytes = await readFile(path).catch(() => undefined);
  return bytes !== undefined && crc32(bytes) === sum ? state : undefined;
}

/** Changes with every build of this program: another build may read the same file otherwise. */
function thisBuild(): string {
  const { size, mtimeMs } = statSync(import.meta.filename);
  return `${String(size)}.${String(mtimeMs)}`;
}
