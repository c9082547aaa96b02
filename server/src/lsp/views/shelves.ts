/** The library's entries as its view shows them: by kind, in order, as far as they hold what was typed. Made when asked for, kept while the library stays. */
import { entryFilter, inShelfOrder, type Entry, type EntryKind, type Library } from '#core';
import { Breath } from '../breath.ts';
import type { LibraryStore } from '../library-store.ts';

/** An entry's name is looked at in a hundred microseconds at most. */
const LOOKED_AT_A_STRETCH = 50;

type Held = Pick<LibraryStore, 'library' | 'generation'>;

export class Shelves {
  /** Of the library that the shelves are of; the library itself is not to be held. */
  #generation = -1;
  #shelves = new Map<EntryKind, readonly Entry[]>();
  /** Those of the last library, nearly all of which stand where they stood. */
  #before = this.#shelves;
  #filter = '';
  /** Of `#filter`; the last one only. */
  #filtered = new Map<EntryKind, Promise<readonly Entry[]>>();

  /** How many entries of each kind there are, filter or not: their order costs more than their number. */
  async totals({ library, generation }: Held, filter: string): Promise<ReadonlyMap<EntryKind, number>> {
    const totals = new Map<EntryKind, number>();
    if (filter === '')
      for (const { kind } of library.entries()) totals.set(kind, (totals.get(kind) ?? 0) + 1);
    else
      for (const kind of ['paper', 'note', 'line'] as const)
        totals.set(kind, (await this.of({ library, generation }, kind, filter)).length);
    return totals;
  }

  of({ library, generation }: Held, kind: EntryKind, filter: string): Promise<readonly Entry[]> {
    if (generation !== this.#generation) {
      this.#generation = generation;
      this.#before = this.#shelves;
      this.#shelves = new Map();
      this.#filtered.clear();
    }
    if (filter === '') return Promise.resolve(this.#wholeOf(library, kind));
    if (filter !== this.#filter) {
      // What has all of the longer words has the shorter ones too.
      const narrowed = filter.startsWith(this.#filter) ? this.#filtered : undefined;
      this.#filtered = new Map();
      for (const [each, found] of narrowed ?? [])
        this.#filtered.set(
          each,
          found.then((entries) => filtered(entries, filter)),
        );
      this.#filter = filter;
    }
    const known = this.#filtered.get(kind);
    if (known) return known;
    const found = filtered(this.#wholeOf(library, kind), filter);
    this.#filtered.set(kind, found);
    return found;
  }

  /** Entries of a library that is read anew would be held twice. */
  forget(): void {
    this.#generation = -1;
    this.#shelves = new Map();
    this.#before = this.#shelves;
    this.#filtered.clear();
  }

  #wholeOf(library: Library, kind: EntryKind): readonly Entry[] {
    let shelf = this.#shelves.get(kind);
    if (!shelf) {
      const there = new Set<Entry>();
      for (const entry of library.entries()) if (entry.kind === kind) there.add(entry);
      // What is in order but for a few costs hardly more than a look.
      const kept = (this.#before.get(kind) ?? []).filter((entry) => there.delete(entry));
      shelf = inShelfOrder([...kept, ...there]);
      this.#shelves.set(kind, shelf);
    }
    return shelf;
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
