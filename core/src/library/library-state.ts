/**
 * What a library is made of, as data: the works of all files merged, those that changed since apart from the others. Look-ups and
 * ranking are `memory-library.ts`'s, what a change does to it `library-changes.ts`'s.
 */
import type { Layer } from './layer.ts';
import { Meanings } from './meanings.ts';
import { grouped, merged } from './merge.ts';
import type { Entry, LibraryFault } from './model.ts';
import { Vocabulary } from './terms.ts';

/** What each file describes, in its order; files in the order they were given: whose description comes first. */
export type Files = ReadonlyMap<string, readonly Entry[]>;

export interface State {
  readonly vocabulary: Vocabulary;
  readonly meanings: Meanings;
  readonly base: readonly Entry[];
  readonly baseLayer: Layer | undefined;
  readonly delta: readonly Entry[];
  /** Ids of base entries that no longer stand as the base has them. */
  readonly dead: ReadonlySet<string>;
  /** The descriptions behind each work that has several, or that had to take another id. */
  readonly members: ReadonlyMap<string, readonly Entry[]>;
  readonly files: Files;
  readonly faults: readonly LibraryFault[];
  /** Ids that several works were given, and what is said of that. */
  readonly contested: ReadonlySet<string>;
  readonly clashes: readonly LibraryFault[];
  readonly keyFiles: number;
}

/** Of everything that the files describe, nothing known before. */
export function freshState(files: Files, faults: readonly LibraryFault[]): State {
  const contested = new Set<string>();
  const members = new Map<string, readonly Entry[]>();
  const named = new Map<string, Entry>();
  const clashes: LibraryFault[] = [];
  const base: Entry[] = [];
  for (const group of grouped([...files.values()].flat())) {
    let work = merged(group);
    const other = named.get(work.id);
    if (other) {
      clashes.push({
        path: work.origin.path,
        line: work.origin.line,
        message: `The key "${work.id}" also names another entry (${other.origin.path}, line ${String(other.origin.line + 1)}); citations of it mean that one.`,
      });
      contested.add(work.id);
      work = { ...work, id: freeId(work, (id) => named.has(id)) };
    }
    named.set(work.id, work);
    if (group.length > 1 || other) members.set(work.id, group);
    base.push(work);
  }
  const keyFiles = base.filter(hasKey).length;
  const vocabulary = new Vocabulary();
  return {
    vocabulary,
    meanings: new Meanings(vocabulary),
    base,
    baseLayer: undefined,
    delta: [],
    dead: new Set(),
    members,
    files,
    faults,
    contested,
    clashes,
    keyFiles,
  };
}

function freeId(entry: Entry, taken: (id: string) => boolean): string {
  const stem = `${entry.id}#${entry.origin.path}`;
  if (!taken(stem)) return stem;
  let n = 2;
  while (taken(`${stem}:${String(n)}`)) n++;
  return `${stem}:${String(n)}`;
}

/** Whether an entry's id is a citation key that its file's author chose. */
export const hasKey = (entry: Entry): boolean =>
  entry.kind === 'paper' &&
  // A key that a library elsewhere answered to says nothing of keys that it was not asked for.
  entry.origin.elsewhere === undefined &&
  // Nor do the keys of what comes along: whoever has no bibliography here keeps it where nothing is known of it.
  entry.origin.bundled !== true &&
  !/\.(?:md|markdown|qmd|mdx)$/i.test(entry.origin.path) &&
  entry.id !== entry.arxiv &&
  entry.id !== entry.doi &&
  // A Zotero item without a citation key is named by its place.
  !entry.origin.path.endsWith(`/items/${entry.id}`);
