/**
 * Makes libraries: one `Library` value never changes; `updateLibrary` gives the next one at the cost of what changed. What one holds
 * is `library-state.ts`'s matter, what it answers `memory-library.ts`'s.
 */
import { realChanges, withChanges, type FileChange } from './library-changes.ts';
import { freshState } from './library-state.ts';
import { MemoryLibrary } from './memory-library.ts';
import type { Entry, Library, LibraryFault } from './model.ts';
import type { Comparison } from './ranking.ts';
import type { Profiles } from './weights.ts';

export type { FileChange } from './library-changes.ts';

/** A library of everything that was read, descriptions of one work merged. */
export function createLibrary(entries: readonly Entry[], faults: readonly LibraryFault[] = []): Library {
  const files = new Map<string, Entry[]>();
  for (const entry of entries) {
    const file = files.get(entry.origin.path);
    if (file) file.push(entry);
    else files.set(entry.origin.path, [entry]);
  }
  return new MemoryLibrary(freshState(files, faults));
}

/** The same library ranked with other weights: for fitting them, in `bench/suggest`. */
export function withWeights(library: Library, chosen: Profiles): Pick<Library, 'suggest'> {
  if (!(library instanceof MemoryLibrary)) return library;
  return library.ranked(chosen);
}

/**
 * A claim's evidence in the given entries and, unless a passage of theirs says `enough` of it, in the library's `top` best;
 * undefined where the library is no index in memory. Costs a search; who asks again remembers.
 */
export function compareSources(
  library: Library,
  claim: string,
  given: readonly Entry[],
  top: number,
  enough: number,
): Comparison | undefined {
  return library instanceof MemoryLibrary ? library.compare(claim, given, top, enough) : undefined;
}

/**
 * The library after some of its files changed; the same one where they describe what they did before. Costs what changed, until the
 * changes add up and everything is made anew.
 */
export function updateLibrary(library: Library, changes: readonly FileChange[]): Library {
  const known =
    library instanceof MemoryLibrary ? library : createLibrary([...library.entries()], library.faults);
  if (!(known instanceof MemoryLibrary)) return known;
  const real = realChanges(known.files, known.fileFaults, changes);
  if (real.length === 0) return library;
  const next = known.changed(real);
  if (next) return next;
  const paths = new Set(real.map((change) => change.path));
  return new MemoryLibrary(
    freshState(withChanges(known.files, real), [
      ...known.fileFaults.filter((fault) => !paths.has(fault.path)),
      ...real.flatMap((change) => change.faults ?? []),
    ]),
  );
}
