/** What one library says of the parts of a note, kept from one version of the note to the next while the library stays the same. */
import { Turns } from '../text/turns.ts';
import type { Library } from './model.ts';

export class LibraryTurns<K, V> {
  readonly #turns = new Turns<K, V>();
  #library: Library | undefined;

  of(library: Library): Turns<K, V> {
    if (library !== this.#library) this.#turns.clear();
    this.#library = library;
    return this.#turns;
  }
}
