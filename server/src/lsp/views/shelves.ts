/** The library's entries as its view shows them: by kind, in order, as far as they hold what was typed. Made when asked for, kept while the library stays. */
import { entryFilter, inShelfOrder, type Entry, type EntryKind, type Library } from '#core';
import { Breath } from '../breath.ts';

/** An entry's name is looked at in a hundred microseconds at most. */
const LOOKED_AT_A_STRETCH = 50;

export class Shelves {
  #library: Library | undefined;
  readonly #whole = new Map<EntryKind, readonly Entry[]>();
  #filter = '';
  /** Of `#filter`; the last one only. */
  readonly #filtered = new Map<EntryKind, Promise<readonly Entry[]>>();

  /** How many entries of each kind there are, filter or not: their order costs more than their number. */
  async totals(library: Library, filter: string): Promise<ReadonlyMap<EntryKind, number>> {
    const totals = new Map<EntryKind, number>();
    if (filter === '')
      for (const { kind } of library.entries()) totals.set(kind, (totals.get(kind) ?? 0) + 1);
    else
      for (const kind of ['paper', 'note', 'line'] as const)
        totals.set(kind, (await this.of(library, kind, filter)).length);
    return totals;
  }

  of(library: Library, kind: EntryKind, filter: string): Promise<readonly Entry[]> {
    if (library !== this.#library) {
      this.#library = library;
      this.#whole.clear();
      this.#filtered.clear();
    }
    if (filter === '') return Promise.resolve(this.#wholeOf(library, kind));
    if (filter !== this.#filter) this.#filtered.clear();
    this.#filter = filter;
    const known = this.#filtered.get(kind);
    if (known) return known;
    const found = filtered(this.#wholeOf(library, kind), filter);
    this.#filtered.set(kind, found);
    return found;
  }

  #wholeOf(library: Library, kind: EntryKind): readonly Entry[] {
    let whole = this.#whole.get(kind);
    if (!whole) {
      const entries: Entry[] = [];
      for (const entry of library.entries()) if (entry.kind === kind) entries.push(entry);
      whole = inShelfOrder(entries);
      this.#whole.set(kind, whole);
    }
    return whole;
  }
}

async function filtered(entries: readonly Entry[], filter: string): Promise<readonly Entry[]> {
  const fits = entryFilter(filter);
  const found: Entry[] = [];
  const breath = new Breath();
  for (const [index, entry] of entries.entries()) {
    if (fits(entry)) found.push(entry);
    if (index % LOOKED_AT_A_STRETCH === 0) await breath.taken();
  }
  return found;
}
