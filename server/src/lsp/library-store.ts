/** The library that all open notes share: bundled seeds, the folders' own files, the configured paths. Each change makes the next one. */
import { createLibrary, updateLibrary, type FileChange, type Library } from '#core';

export class LibraryStore {
  #library: Library = createLibrary([]);
  #generation = 0;

  get library(): Library {
    return this.#library;
  }

  /** Goes up with every change: what was worked out for an older one is out of date. */
  get generation(): number {
    return this.#generation;
  }

  replace(files: readonly FileChange[]): void {
    const seen = new Set<string>();
    // The same file may be reached by two roots; the first reading counts.
    const once = files.filter(({ path }) => !seen.has(path) && seen.add(path));
    this.#library = createLibrary(
      once.flatMap((file) => file.entries),
      once.flatMap((file) => file.faults ?? []),
    );
    this.#generation++;
  }

  update(changes: readonly FileChange[]): void {
    if (changes.length === 0) return;
    this.#library = updateLibrary(this.#library, changes);
    this.#generation++;
  }
}
