/**
 * Which entries of a library are new, gone or called otherwise than before: only then may a citation mean something else. That a note
 * says more than it did, as with most savings, is none of it.
 */
import type { Entry, Library } from '#core';
import { Breath } from '../breath.ts';

export interface ChangedNames {
  /** New, or called otherwise. */
  readonly named: readonly Entry[];
  /** Ids of those that are gone, or were called otherwise. */
  readonly before: ReadonlySet<string>;
}

const LOOKED_AT_A_STRETCH = 1000;

export class EntryNames {
  /** As last looked at, by id. */
  readonly #known = new Map<string, Entry>();

  /** Since the last library that was given. Most entries of the next one are the very objects of the last. */
  async changed(library: Library): Promise<ChangedNames> {
    const named: Entry[] = [];
    const before = new Set<string>();
    const breath = new Breath();
    let count = 0;
    for (const entry of library.entries()) {
      const known = this.#known.get(entry.id);
      if (known !== entry) {
        this.#known.set(entry.id, entry);
        if (known === undefined || namesOf(known) !== namesOf(entry)) {
          named.push(entry);
          if (known) before.add(entry.id);
        }
      }
      if (++count % LOOKED_AT_A_STRETCH === 0) await breath.taken();
    }
    if (this.#known.size > count)
      for (const id of this.#known.keys())
        if (!library.get(id)) {
          before.add(id);
          this.#known.delete(id);
        }
    return { named, before };
  }

  /** Entries of a library that is read anew would be held twice. */
  forget(): void {
    this.#known.clear();
  }
}

/** All that look-ups go by. */
const namesOf = ({ id, kind, title, arxiv, doi, url, keys, aliases, authors, date }: Entry): string =>
  JSON.stringify([
    [id, kind, title, arxiv, doi, url, date?.slice(0, 4)],
    keys,
    aliases,
    authors.map(({ family }) => family),
  ]);
