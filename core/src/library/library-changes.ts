/**
 * What changed files do to a library: the works that they described are taken out of the large layer, and merged anew with all that
 * may be the same work into the small one over it.
 */
import type { Layer } from './layer.ts';
import { hasKey, type Files, type State } from './library-state.ts';
import { grouped, identityKeys, merged } from './merge.ts';
import type { Entry, Library, LibraryFault } from './model.ts';

/** What one file holds now; no entries when it is gone. */
export interface FileChange {
  readonly path: string;
  readonly entries: readonly Entry[];
  readonly faults?: readonly LibraryFault[];
}

/** A file keeps its place, even while it is empty: whose description goes first must not hang on what was saved last. */
export function withChanges(files: Files, changes: readonly FileChange[]): Files {
  const next = new Map(files);
  for (const { path, entries } of changes) next.set(path, entries);
  return next;
}

/**
 * Those that change what a file describes. A note is saved for its text, of which an entry holds little; and all that was worked out
 * with a library is worked out anew with the next.
 */
export function realChanges(
  files: Files,
  faults: readonly LibraryFault[],
  changes: readonly FileChange[],
): FileChange[] {
  const last = new Map(changes.map((change) => [change.path, change]));
  return [...last.values()].filter(
    ({ path, entries, faults: now = [] }) =>
      !isAlike(files.get(path), entries) ||
      !isAlike(
        faults.filter((fault) => fault.path === path),
        now,
      ),
  );
}

/** By what they say; both are plain data. */
const isAlike = (before: readonly object[] | undefined, now: readonly object[]): boolean =>
  before?.length === now.length && now.every((one, at) => JSON.stringify(one) === JSON.stringify(before[at]));

/** Beyond this share of the library, changes cost more than making it anew would. */
const DELTA_SHARE = 0.1;
const DELTA_LEAST = 200;

/** The library before the change. */
export interface Known extends Pick<Library, 'entries' | 'get'> {
  readonly state: State;
  readonly base: Layer;
  readonly delta: Layer | undefined;
  /** What a note's "rests on" means. */
  resolve(reference: string): Entry | undefined;
}

/** The library with these files as they are now; undefined when so much changed that making it anew is cheaper. */
export function changedState(known: Known, changes: readonly FileChange[]): State | undefined {
  const { state, base } = known;
  const paths = new Set(changes.map((change) => change.path));
  const added = changes.flatMap((change) => change.entries);
  const files = withChanges(state.files, changes);
  const touched = new Set<Entry>();
  for (const entry of known.entries()) {
    const members = state.members.get(entry.id);
    if (members ? members.some((member) => paths.has(member.origin.path)) : paths.has(entry.origin.path))
      touched.add(entry);
  }
  addKin(known, touched, added);
  if (
    state.delta.length + touched.size + added.length >
    Math.max(DELTA_LEAST, state.base.length * DELTA_SHARE)
  )
    return undefined;

  const before = [...touched].flatMap((work) => state.members.get(work.id) ?? [work]);
  const described = new Set([...added, ...before.filter(({ origin }) => !paths.has(origin.path))]);
  // An id that was given to two works is settled by all files together.
  for (const { id } of [...added, ...before]) if (state.contested.has(id)) return undefined;
  const involved = new Set([...described].map(({ origin }) => origin.path));
  const pool: Entry[] = [];
  for (const [path, entries] of files)
    if (involved.has(path)) for (const entry of entries) if (described.has(entry)) pool.push(entry);

  const members = new Map(state.members);
  for (const work of touched) members.delete(work.id);
  const gone = new Set([...touched].map((work) => work.id));
  const taken = new Set<string>();
  const works: Entry[] = [];
  for (const group of grouped(pool)) {
    const work = merged(group);
    if (taken.has(work.id) || (!gone.has(work.id) && known.get(work.id))) return undefined;
    taken.add(work.id);
    if (group.length > 1) members.set(work.id, group);
    works.push(work);
  }
  // What the changed notes rested on, and rest on now, is described by them in the index.
  const restated = new Set<Entry>();
  for (const note of [...touched, ...works])
    for (const reference of note.restsOn ?? []) {
      const entry = known.resolve(reference);
      if (entry && !gone.has(entry.id)) restated.add(entry);
    }
  const dead = new Set(state.dead);
  for (const work of [...touched, ...restated]) if (base.get(work.id, () => true) === work) dead.add(work.id);
  const replaced = new Set<Entry>([...touched, ...restated]);
  const delta = [...state.delta.filter((entry) => !replaced.has(entry)), ...restated, ...works];
  const faults = [
    ...state.faults.filter((fault) => !paths.has(fault.path)),
    ...changes.flatMap((change) => change.faults ?? []),
  ];
  const keyFiles = state.keyFiles - [...touched].filter(hasKey).length + works.filter(hasKey).length;
  return {
    ...state,
    baseLayer: base,
    delta,
    dead,
    members,
    files,
    faults,
    keyFiles,
  };
}

/** Adds the works that may be the same as new descriptions, or as those of works that are taken apart; and so on. */
function addKin({ state, base, delta }: Known, touched: Set<Entry>, added: readonly Entry[]): void {
  const descriptionsOf = (entry: Entry): readonly Entry[] => state.members.get(entry.id) ?? [entry];
  const asked = new Set<string>();
  const open = [...added, ...[...touched].flatMap(descriptionsOf)];
  for (let entry = open.pop(); entry; entry = open.pop())
    for (const key of identityKeys(entry)) {
      if (asked.has(key)) continue;
      asked.add(key);
      const kin = [
        ...base.sharing(key, descriptionsOf).filter(({ id }) => !state.dead.has(id)),
        ...(delta?.sharing(key, descriptionsOf) ?? []),
      ];
      for (const work of kin)
        if (!touched.has(work)) {
          touched.add(work);
          open.push(...descriptionsOf(work));
        }
    }
}
