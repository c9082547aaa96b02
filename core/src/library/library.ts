/**
 * The library in memory: one `Library` value never changes; `updateLibrary` gives the next one at the cost of what changed.
 * Look-ups are made on first use, the full-text index on the first search, so that a check without fixes pays for neither.
 */
import type { Fields } from './full-text.ts';
import { Layer, noteName, type Alive } from './layer.ts';
import { Meanings } from './meanings.ts';
import { grouped, identityKeys, merged } from './merge.ts';
import type { Entry, Library, LibraryFault, SearchHit, SuggestContext, TitleMention } from './model.ts';
import { Ranker, type Comparison } from './ranking.ts';
import { Vocabulary } from './terms.ts';
import { titleKey, titleSlug, withoutOverlaps } from './titles.ts';
import { asTyped } from './typed-search.ts';
import { profiles, type Profiles } from './weights.ts';

/** A library of everything that was read, descriptions of one work merged. */
export function createLibrary(entries: readonly Entry[], faults: readonly LibraryFault[] = []): Library {
  const files = new Map<string, Entry[]>();
  for (const entry of entries) {
    const file = files.get(entry.origin.path);
    if (file) file.push(entry);
    else files.set(entry.origin.path, [entry]);
  }
  return fresh(files, faults);
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

/** What one file holds now; no entries when it is gone. */
export interface FileChange {
  readonly path: string;
  readonly entries: readonly Entry[];
  readonly faults?: readonly LibraryFault[];
}

/** The library after some of its files changed. Costs what changed, until the changes add up and everything is made anew. */
export function updateLibrary(library: Library, changes: readonly FileChange[]): Library {
  const next = library instanceof MemoryLibrary ? library.changed(changes) : undefined;
  if (next) return next;
  const known =
    library instanceof MemoryLibrary ? library : createLibrary([...library.entries()], library.faults);
  if (!(known instanceof MemoryLibrary)) return known;
  const paths = new Set(changes.map((change) => change.path));
  return fresh(withChanges(known.files, changes), [
    ...known.fileFaults.filter((fault) => !paths.has(fault.path)),
    ...changes.flatMap((change) => change.faults ?? []),
  ]);
}

/** A file keeps its place, even while it is empty: whose description goes first must not hang on what was saved last. */
function withChanges(files: Files, changes: readonly FileChange[]): Files {
  const next = new Map(files);
  for (const { path, entries } of changes) next.set(path, entries);
  return next;
}

/** How many of a search's finds are put in the order of what was typed. */
const LOOKED_AT = 100;

/** Beyond this share of the library, changes cost more than making it anew would. */
const DELTA_SHARE = 0.1;
const DELTA_LEAST = 200;

/** What each file describes, in its order; files in the order they were given: whose description comes first. */
type Files = ReadonlyMap<string, readonly Entry[]>;

interface State {
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

function fresh(files: Files, faults: readonly LibraryFault[]): MemoryLibrary {
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
  return new MemoryLibrary({
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
  });
}

function freeId(entry: Entry, taken: (id: string) => boolean): string {
  const stem = `${entry.id}#${entry.origin.path}`;
  if (!taken(stem)) return stem;
  let n = 2;
  while (taken(`${stem}:${String(n)}`)) n++;
  return `${stem}:${String(n)}`;
}

/** Whether an entry's id is a citation key that its file's author chose. */
const hasKey = (entry: Entry): boolean =>
  entry.kind === 'paper' &&
  // A key that a library elsewhere answered to says nothing of keys that it was not asked for.
  entry.origin.elsewhere === undefined &&
  !/\.(?:md|markdown|qmd|mdx)$/i.test(entry.origin.path) &&
  entry.id !== entry.arxiv &&
  entry.id !== entry.doi &&
  // A Zotero item without a citation key is named by its place.
  !entry.origin.path.endsWith(`/items/${entry.id}`);

class MemoryLibrary implements Library {
  readonly #state: State;
  readonly #base: Layer;
  readonly #delta: Layer | undefined;
  #resting: Map<string, Entry[]> | undefined;
  #ranker: Ranker | undefined;

  constructor(state: State) {
    const fieldsOf = (entry: Entry): Fields => this.#fieldsOf(entry);
    this.#base = state.baseLayer ?? new Layer(state.base, state.vocabulary, fieldsOf);
    this.#delta = state.delta.length > 0 ? new Layer(state.delta, state.vocabulary, fieldsOf) : undefined;
    this.#state = state;
  }

  get size(): number {
    return this.#state.base.length - this.#state.dead.size + this.#state.delta.length;
  }

  get faults(): readonly LibraryFault[] {
    const { faults, clashes } = this.#state;
    return clashes.length === 0 ? faults : [...faults, ...clashes];
  }

  /** Of the files alone: what is said of several together is found anew. */
  get fileFaults(): readonly LibraryFault[] {
    return this.#state.faults;
  }

  get files(): Files {
    return this.#state.files;
  }

  get hasKeys(): boolean {
    return this.#state.keyFiles > 0;
  }

  *entries(): Iterable<Entry> {
    const { base, dead, delta } = this.#state;
    for (const entry of base) if (dead.size === 0 || !dead.has(entry.id)) yield entry;
    yield* delta;
  }

  get(id: string): Entry | undefined {
    return this.#find((layer, alive) => layer.get(id, alive));
  }

  byArxiv(id: string): Entry | undefined {
    const bare = id
      .toLowerCase()
      .replace(/^arxiv:\s*/, '')
      .replace(/v\d+$/, '');
    return this.#find((layer, alive) => layer.byArxiv(bare, alive));
  }

  byDoi(doi: string): Entry | undefined {
    const bare = doi.toLowerCase().replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/, '');
    const found = this.#find((layer, alive) => layer.byDoi(bare, alive));
    if (found) return found;
    // arXiv's own DOIs name the paper by its ID: https://info.arxiv.org/help/doi.html
    const arxiv = /^10\.48550\/arxiv\.(.+)$/.exec(bare)?.[1];
    return arxiv === undefined ? undefined : this.byArxiv(arxiv);
  }

  byKey(key: string): Entry | undefined {
    const bare = key.replace(/^@/, '');
    return (
      this.#find((layer, alive) => layer.byKey(bare, alive)) ??
      this.#find((layer, alive) => layer.byKey(bare.toLowerCase(), alive))
    );
  }

  byNote(target: string): Entry | undefined {
    let name = target.replace(/[|#].*$/, '').trim();
    if (name.includes('%')) name = decoded(name);
    name = noteName(name);
    if (name === '') return undefined;
    const exact = this.#find((layer, alive) => layer.byNote(name, alive));
    if (exact) return exact;
    const last = name.replace(/^.*\//, '');
    return (
      (last === name ? undefined : this.#find((layer, alive) => layer.byNote(last, alive))) ??
      this.#find((layer, alive) => layer.byNote(titleKey(name), alive)) ??
      this.#find((layer, alive) => layer.byNote(titleSlug(name), alive))
    );
  }

  byTitle(title: string): Entry | undefined {
    const key = titleKey(title);
    return key === '' ? undefined : this.#find((layer, alive) => layer.byTitle(key, alive));
  }

  findTitles(text: string): readonly TitleMention[] {
    const alive = (entry: Entry): boolean => !this.#state.dead.has(entry.id);
    const found = this.#base.matcher.find(text, alive);
    if (this.#delta) found.push(...this.#delta.matcher.find(text, () => true));
    return withoutOverlaps(found);
  }

  descriptions(id: string): readonly Entry[] {
    const entry = this.get(id);
    return this.#state.members.get(id) ?? (entry ? [entry] : []);
  }

  restingOn(id: string): readonly Entry[] {
    this.#resting ??= this.#restingTable();
    return this.#resting.get(id) ?? [];
  }

  foundations(entry: Entry): readonly Entry[] {
    const found = new Set<Entry>();
    for (const reference of entry.restsOn ?? []) {
      const resolved = this.#resolve(reference);
      if (resolved && resolved.id !== entry.id) found.add(resolved);
    }
    return [...found];
  }

  search(query: string, top: number): readonly SearchHit[] {
    const found = asTyped(query, this.#rank().search(query, Math.max(top, LOOKED_AT)));
    const key = query.trim();
    const named =
      key === '' ? undefined : (this.byArxiv(key) ?? this.byDoi(key.toLowerCase()) ?? this.byKey(key));
    if (!named) return found.slice(0, top);
    const others = found.filter(({ entry }) => entry !== named);
    return [{ entry: named, score: 2, matched: [key] }, ...others].slice(0, top);
  }

  suggest(claim: string, context: SuggestContext): readonly SearchHit[] {
    return this.#rank().suggest(claim, context);
  }

  /** The library with these files as they are now; undefined when so much changed that making it anew is cheaper. */
  changed(changes: readonly FileChange[]): MemoryLibrary | undefined {
    const state = this.#state;
    const paths = new Set(changes.map((change) => change.path));
    const added = changes.flatMap((change) => change.entries);
    const files = withChanges(state.files, changes);
    const touched = new Set<Entry>();
    for (const entry of this.entries()) {
      const members = state.members.get(entry.id);
      if (members ? members.some((member) => paths.has(member.origin.path)) : paths.has(entry.origin.path))
        touched.add(entry);
    }
    this.#addKin(touched, added);
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
      if (taken.has(work.id) || (!gone.has(work.id) && this.get(work.id))) return undefined;
      taken.add(work.id);
      if (group.length > 1) members.set(work.id, group);
      works.push(work);
    }
    // What the changed notes rested on, and rest on now, is described by them in the index.
    const restated = new Set<Entry>();
    for (const note of [...touched, ...works])
      for (const reference of note.restsOn ?? []) {
        const entry = this.#resolve(reference);
        if (entry && !gone.has(entry.id)) restated.add(entry);
      }
    const dead = new Set(state.dead);
    for (const work of [...touched, ...restated])
      if (this.#base.get(work.id, () => true) === work) dead.add(work.id);
    const replaced = new Set<Entry>([...touched, ...restated]);
    const delta = [...state.delta.filter((entry) => !replaced.has(entry)), ...restated, ...works];
    const faults = [
      ...state.faults.filter((fault) => !paths.has(fault.path)),
      ...changes.flatMap((change) => change.faults ?? []),
    ];
    const keyFiles = state.keyFiles - [...touched].filter(hasKey).length + works.filter(hasKey).length;
    return new MemoryLibrary({
      ...state,
      baseLayer: this.#base,
      delta,
      dead,
      members,
      files,
      faults,
      keyFiles,
    });
  }

  /** Adds the works that may be the same as new descriptions, or as those of works that are taken apart; and so on. */
  #addKin(touched: Set<Entry>, added: readonly Entry[]): void {
    const descriptionsOf = (entry: Entry): readonly Entry[] => this.#state.members.get(entry.id) ?? [entry];
    const asked = new Set<string>();
    const open = [...added, ...[...touched].flatMap(descriptionsOf)];
    for (let entry = open.pop(); entry; entry = open.pop())
      for (const key of identityKeys(entry)) {
        if (asked.has(key)) continue;
        asked.add(key);
        const kin = [
          ...this.#base.sharing(key, descriptionsOf).filter(({ id }) => !this.#state.dead.has(id)),
          ...(this.#delta?.sharing(key, descriptionsOf) ?? []),
        ];
        for (const work of kin)
          if (!touched.has(work)) {
            touched.add(work);
            open.push(...descriptionsOf(work));
          }
      }
  }

  #find(look: (layer: Layer, alive: Alive) => Entry | undefined): Entry | undefined {
    const changed = this.#delta && look(this.#delta, () => true);
    if (changed) return changed;
    const { dead } = this.#state;
    return look(this.#base, (entry) => dead.size === 0 || !dead.has(entry.id));
  }

  /** What a note's "rests on" means, however it was written: an id, an arXiv ID, a DOI, a key, a link, a title. */
  #resolve(reference: string): Entry | undefined {
    return (
      this.get(reference) ??
      this.byArxiv(bareArxiv(reference)) ??
      this.byDoi(reference) ??
      this.byKey(reference) ??
      this.byNote(reference)
    );
  }

  #restingTable(): Map<string, Entry[]> {
    const resting = new Map<string, Entry[]>();
    for (const entry of this.entries())
      for (const reference of new Set(entry.restsOn ?? [])) {
        const id = this.#resolve(reference)?.id;
        if (id === undefined || id === entry.id) continue;
        const list = resting.get(id);
        if (list) {
          if (!list.includes(entry)) list.push(entry);
        } else resting.set(id, [entry]);
      }
    return resting;
  }

  #fieldsOf(entry: Entry): Fields {
    const names = [
      ...entry.authors.map((author) => author.family),
      entry.venue ?? '',
      ...(entry.keywords ?? []),
    ].join(' ');
    let notes = '';
    if (entry.kind === 'paper') {
      for (const note of this.restingOn(entry.id))
        if (note.kind === 'note') notes += `${note.title} ${note.text ?? ''}\n`;
    } else for (const paper of this.foundations(entry)) notes += `${paper.title}\n`;
    return { title: entry.title, text: entry.text ?? '', notes, names };
  }

  compare(claim: string, given: readonly Entry[], top: number, enough: number): Comparison {
    return this.#rank().compare(claim, given, top, enough);
  }

  ranked(chosen?: Profiles): Ranker {
    return chosen ? this.#rankerWith(chosen) : this.#rank();
  }

  #rank(): Ranker {
    this.#ranker ??= this.#rankerWith(profiles);
    return this.#ranker;
  }

  #rankerWith(chosen: Profiles): Ranker {
    const dead = new Set<number>();
    for (const id of this.#state.dead) {
      const at = this.#base.position(id);
      if (at !== undefined) dead.add(at);
    }
    const layers = this.#delta ? [this.#base, this.#delta] : [this.#base];
    return new Ranker(this.#state.vocabulary, layers, dead, this, this.#state.meanings, chosen);
  }
}

const bareArxiv = (reference: string): string =>
  /(?:arxiv\.org\/(?:abs|pdf|html)\/|arxiv:\s*)(\S+?)(?:\.pdf)?$/i.exec(reference)?.[1] ?? reference;

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // "100% sure" is a name, not an encoding.
    return text;
  }
}
