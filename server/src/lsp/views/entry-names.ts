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

export class EntryNames {
  /** A hash of all that an entry may be called, by its id. */
  #hashes = new Map<string, number>();

  /** Since the last library that was given. */
  async changed(library: Library): Promise<ChangedNames> {
    const hashes = new Map<string, number>();
    const named: Entry[] = [];
    const breath = new Breath();
    for (const entry of library.entries()) {
      const hash = hashOf(entry);
      hashes.set(entry.id, hash);
      if (this.#hashes.get(entry.id) !== hash) named.push(entry);
      if (hashes.size % 1000 === 0) await breath.taken();
    }
    const before = new Set<string>();
    for (const [id, hash] of this.#hashes) if (hashes.get(id) !== hash) before.add(id);
    this.#hashes = hashes;
    return { named, before };
  }
}

/** FNV-1a, 32 bits, over what look-ups go by: https://datatracker.ietf.org/doc/draft-eastlake-fnv/ */
function hashOf({ id, kind, title, arxiv, doi, url, keys, aliases, authors, date }: Entry): number {
  let hash = 0x811c9dc5;
  const take = (text: string | undefined): void => {
    for (let index = 0; index < (text?.length ?? 0); index++)
      hash = Math.imul(hash ^ (text?.charCodeAt(index) ?? 0), 0x01000193);
    hash = Math.imul(hash ^ 0x1f, 0x01000193);
  };
  for (const name of [id, kind, title, arxiv, doi, url, date?.slice(0, 4)]) take(name);
  for (const name of [...(keys ?? []), ...(aliases ?? [])]) take(name);
  for (const { family } of authors) take(family);
  return hash;
}
