/** The files of one folder, as notes in it see them. What all its notes share is worked out once, until a file comes or goes. */
import { filesAmong, type Surroundings } from '#core';

export class FolderFiles {
  readonly #paths: Set<string>;
  #among: ReturnType<typeof filesAmong> | undefined;

  /** Paths from the folder, with "/" between names. */
  constructor(paths: Iterable<string>) {
    this.#paths = new Set(paths);
  }

  add(path: string): void {
    this.#paths.add(path);
    this.#among = undefined;
  }

  delete(path: string): void {
    this.#paths.delete(path);
    this.#among = undefined;
  }

  around(path: string): Surroundings {
    this.#among ??= filesAmong(this.#paths);
    return { path, ...this.#among };
  }
}
