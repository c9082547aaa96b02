/** What was read from library files, for as long as this process lives and the files stay as they are. Nothing reaches the disk. */
import type { FileChange } from '#core';
import type { State } from './library-cache.ts';

export class FileMemory {
  readonly #read = new Map<string, { readonly stamp: string; readonly change: FileChange }>();

  open(): Promise<void> {
    return Promise.resolve();
  }

  find(path: string, { stamp }: State): FileChange | undefined {
    const known = this.#read.get(path);
    return known?.stamp === stamp ? known.change : undefined;
  }

  /** What changed a moment ago may change again under the same stamp: it is read anew. */
  keep(change: FileChange, { stamp, settled }: State): void {
    if (settled) this.#read.set(change.path, { stamp, change });
    else this.#read.delete(change.path);
  }
}
