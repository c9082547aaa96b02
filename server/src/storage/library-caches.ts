/**
 * The caches of all roots that a server reads, each written a while after enough was read anew, so that neither the start
 * nor a keystroke waits for it. What cannot be written is told once, with the next load.
 */
import { LibraryCache } from './library-cache.ts';

/** Longer than a file needs to settle after a change, and than an exporter needs to write it in pieces. */
const DELAY_MILLISECONDS = 5_000;

export class LibraryCaches {
  readonly #caches = new Map<string, LibraryCache>();
  readonly #timers = new Map<string, NodeJS.Timeout>();
  readonly #delay: number;
  #trouble: string | undefined;

  constructor(delay = DELAY_MILLISECONDS) {
    this.#delay = delay;
  }

  /** None where the editor gives us no folder to keep things in. */
  of(root: string, folder: string | undefined): LibraryCache | undefined {
    if (folder === undefined) return undefined;
    const known = this.#caches.get(root);
    if (known) return known;
    const cache = new LibraryCache(folder, root);
    this.#caches.set(root, cache);
    return cache;
  }

  /** After the root was read whole, from these paths. What was wrong with its cache, for the log. */
  loaded(root: string, paths: readonly string[]): string[] {
    const cache = this.#caches.get(root);
    if (cache === undefined) return [];
    const trouble = [cache.loaded(), this.#trouble].filter((each) => each !== undefined);
    this.#trouble = undefined;
    if (cache.worthSaving) this.#later(root, cache, new Set(paths));
    else void cache.used();
    return trouble;
  }

  /** After one of the root's files was read again. */
  changed(root: string): void {
    const cache = this.#caches.get(root);
    if (cache?.worthSaving === true) this.#later(root, cache);
  }

  #later(root: string, cache: LibraryCache, all?: ReadonlySet<string>): void {
    clearTimeout(this.#timers.get(root));
    const timer = setTimeout(() => {
      cache.save(all).catch((error: unknown) => {
        cache.letGo();
        this.#trouble = `The library could not be kept for the next start: ${error instanceof Error ? error.message : String(error)}`;
      });
    }, this.#delay);
    // A server that is told to leave does not wait for its cache.
    timer.unref();
    this.#timers.set(root, timer);
  }
}
