/**
 * A library in memory, which never changes: looks entries up by what they are called, and has them ranked. Its tables are made on
 * first use, the full-text index on the first search, so that a check without fixes pays for neither.
 */
import type { Fields } from './full-text.ts';
import { Layer, noteName, type Alive } from './layer.ts';
import { changedState, type FileChange } from './library-changes.ts';
import type { Files, State } from './library-state.ts';
import type { Entry, Library, LibraryFault, SearchHit, SuggestContext, TitleMention } from './model.ts';
import { Ranker, type Comparison } from './ranking.ts';
import { titleKey, titleSlug, withoutOverlaps } from './titles.ts';
import { asTyped } from './typed-search.ts';
import { profiles, type Profiles } from './weights.ts';

/** How many of a search's finds are put in the order of what was typed. */
const LOOKED_AT = 100;

export class MemoryLibrary implements Library {
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
    const state = changedState(
      {
        state: this.#state,
        base: this.#base,
        delta: this.#delta,
        entries: () => this.entries(),
        get: (id) => this.get(id),
        resolve: (reference) => this.#resolve(reference),
      },
      changes,
    );
    return state && new MemoryLibrary(state);
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
