/** What one library says of the parts of a note, kept from one version of the note to the next while the library stays the same. */
import { Turns } from '../text/turns.ts';
import type { Library } from './model.ts';

export class LibraryTurns<V> {
  readonly #turns = new Turns<string, V>();
  #library: Library | undefined;

  of(library: Library): Turns<string, V> {
    if (library !== this.#library) this.#turns.clear();
    this.#library = library;
    return this.#turns;
  }
}
