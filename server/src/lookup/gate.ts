/**
 * At most one request in three seconds and one connection at a time, across every window on this machine:
 * https://info.arxiv.org/help/api/tou.html. The turn is a lock file in a folder that all windows share.
 */
import { mkdir, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isOver, type Patience } from './patience.ts';
import type { LookupRuntime } from './runtime.ts';

const LONGEST_CLOSED = 24 * 3_600_000;
const LONGEST_TURN = 30_000;

export class Gate {
  readonly #folder: string;
  readonly #pauseMilliseconds: number;
  readonly #runtime: LookupRuntime;
  /** Turns of this process wait here, so that they do not fight over the file. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(folder: string, pauseMilliseconds: number, runtime: LookupRuntime) {
    this.#folder = folder;
    this.#pauseMilliseconds = pauseMilliseconds;
    this.#runtime = runtime;
  }

  /** Runs `work` when its turn has come; undefined, without it, when the person's patience ends before. */
  pass<T>(work: () => Promise<T>, patience: Patience): Promise<T | undefined> {
    const turn = this.#last.then(() => this.#alone(work, patience));
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** Milliseconds until the service, which asked to be left alone, may be asked again; for every window on this machine. */
  async closedFor(): Promise<number> {
    const until = Number(await readFile(join(this.#folder, 'closed-until'), 'utf8').catch(() => '0'));
    const wait = until - this.#runtime.now();
    // Longer than any service asks for: a damaged file, or a clock that was set back.
    return wait > LONGEST_CLOSED ? 0 : Math.max(0, wait) || 0;
  }

  async close(milliseconds: number): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    const until = this.#runtime.now() + Math.min(milliseconds, LONGEST_CLOSED);
    await writeFile(join(this.#folder, 'closed-until'), String(until));
  }

  async #alone<T>(work: () => Promise<T>, patience: Patience): Promise<T | undefined> {
    await mkdir(this.#folder, { recursive: true });
    const lock = join(this.#folder, 'turn.lock');
    const stamp = join(this.#folder, 'last-request');
    if (!(await this.#acquire(lock, patience))) return undefined;
    try {
      const last = Number(await readFile(stamp, 'utf8').catch(() => '0'));
      // A clock that was set back must not make anyone wait for years.
      const wait = Math.min(last + this.#pauseMilliseconds - this.#runtime.now(), this.#pauseMilliseconds);
      if (wait > 0) await this.#runtime.sleep(wait, patience.signal);
      if (isOver(patience, this.#runtime)) return undefined;
      try {
        return await work();
      } finally {
        await writeFile(stamp, String(this.#runtime.now()));
      }
    } finally {
      await rm(lock, { force: true });
    }
  }

  async #acquire(lock: string, patience: Patience): Promise<boolean> {
    for (;;) {
      if (isOver(patience, this.#runtime)) return false;
      try {
        await (await open(lock, 'wx')).close();
        return true;
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      // A window that was killed in its turn leaves its lock behind; a turn ends with its request, after 20 s at most.
      const age = await stat(lock).then(
        (found) => Date.now() - found.mtimeMs,
        () => 0,
      );
      if (age > LONGEST_TURN) await rm(lock, { force: true });
      else await this.#runtime.sleep(100 + this.#runtime.random() * 100, patience.signal);
    }
  }
}
