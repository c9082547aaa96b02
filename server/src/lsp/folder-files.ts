/** The files of one folder, as notes in it see them. What all its notes share is worked out once, until a file comes or goes. */
import { filesAmong, NotePaths, type Surroundings } from '#core';

export class FolderFiles {
  readonly #paths: Set<string>;
  #among: ReturnType<typeof filesAmong> | undefined;
  #notes: NotePaths | undefined;

  /** Paths from the folder, with "/" between names. */
  constructor(paths: Iterable<string>) {
    this.#paths = new Set(paths);
  }

  add(path: string): void {
    this.#paths.add(path);
    this.#among = undefined;
    this.#notes = undefined;
  }

  delete(path: string): void {
    this.#paths.delete(path);
    this.#among = undefined;
    this.#notes = undefined;
  }

  get notes(): NotePaths {
    this.#notes ??= new NotePaths(this.#paths);
    return this.#notes;
  }

  around(path: string): Surroundings {
    this.#among ??= filesAmong(this.#paths);
    return { path, ...this.#among };
  }
}
