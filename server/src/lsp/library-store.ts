/** The library that all open notes share: bundled seeds, the folders' own files, the configured paths. Each change makes the next one. */
import { createLibrary, updateLibrary, type FileChange, type Library } from '#core';

export class LibraryStore {
  #library: Library = createLibrary([]);
  /** What libraries elsewhere answered; behind all files. */
  #elsewhere: readonly FileChange[] = [];
  #generation = 0;

  get library(): Library {
    return this.#library;
  }

  /** Goes up with every change: what was worked out for an older one is out of date. */
  get generation(): number {
    return this.#generation;
  }

  replace(files: readonly FileChange[], elsewhere: readonly FileChange[] = []): void {
    this.#elsewhere = elsewhere;
    const seen = new Set<string>();
    // The same file may be reached by two roots; the first reading counts.
    const once = [...files, ...elsewhere].filter(({ path }) => !seen.has(path) && seen.add(path));
    this.#library = createLibrary(
      once.flatMap((file) => file.entries),
      once.flatMap((file) => file.faults ?? []),
    );
    this.#generation++;
  }

  /** All that libraries elsewhere have answered so far. Counts as a change even if it is nothing: a name may now be known to be absent. */
  answered(files: readonly FileChange[]): void {
    const paths = new Set(files.map(({ path }) => path));
    const gone = this.#elsewhere.filter(({ path }) => !paths.has(path));
    const changed = files.filter(({ path, entries }) => {
      const before = this.#elsewhere.find((file) => file.path === path)?.entries.length ?? 0;
      return before !== entries.length;
    });
    this.#elsewhere = files;
    const changes = [...gone.map(({ path }) => ({ path, entries: [] })), ...changed];
    if (changes.length > 0) this.#library = updateLibrary(this.#library, changes);
    this.#generation++;
  }

  /** Nothing where the files describe what they did before: a note is saved more often than its entry changes. */
  update(changes: readonly FileChange[]): void {
    const library = updateLibrary(this.#library, changes);
    if (library === this.#library) return;
    this.#library = library;
    this.#generation++;
  }
}
