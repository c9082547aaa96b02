/**
 * A list of entries with its look-up tables and its lazily made indexes, never changed once made. A library is one large
 * layer and, after edits, a small one over it; which of the two speaks for an entry is `library.ts`'s job.
 */
import { definitionsOf, type PlacedDefinition } from './expansions.ts';
import { FullText, type Fields } from './full-text.ts';
import { identityKeys } from './merge.ts';
import type { Entry } from './model.ts';
import type { Vocabulary } from './terms.ts';
import { titleParts, type TitlePart } from './title-initials.ts';
import { TitleMatcher, titleKey, titleSlug } from './titles.ts';

export class Layer {
  readonly entries: readonly Entry[];
  readonly #vocabulary: Vocabulary;
  readonly #fieldsOf: (entry: Entry) => Fields;
  readonly #position = new Map<string, number>();
  #arxiv: Names | undefined;
  #doi: Names | undefined;
  #keys: Names | undefined;
  #notes: Names | undefined;
  #titles: Names | undefined;
  #identities: Map<string, Entry[]> | undefined;
  #matcher: TitleMatcher | undefined;
  #fullText: FullText | undefined;
  #definitions: readonly PlacedDefinition[] | undefined;
  #titleParts: readonly TitlePart[] | undefined;

  constructor(entries: readonly Entry[], vocabulary: Vocabulary, fieldsOf: (entry: Entry) => Fields) {
    this.entries = entries;
    this.#vocabulary = vocabulary;
    this.#fieldsOf = fieldsOf;
    for (let at = 0; at < entries.length; at++) {
      const id = entries[at]?.id ?? '';
      if (!this.#position.has(id)) this.#position.set(id, at);
    }
  }

  get(id: string, alive: Alive): Entry | undefined {
    const at = this.#position.get(id);
    return at === undefined ? undefined : firstAlive(this.entries[at], alive);
  }

  /** The entry's place in `entries`, which is its document number in the index. */
  position(id: string): number | undefined {
    return this.#position.get(id);
  }

  byArxiv(id: string, alive: Alive): Entry | undefined {
    this.#arxiv ??= table(this.entries, (entry) => (entry.arxiv === undefined ? [] : [entry.arxiv]));
    return firstAlive(this.#arxiv.get(id), alive);
  }

  byDoi(doi: string, alive: Alive): Entry | undefined {
    this.#doi ??= table(this.entries, (entry) => (entry.doi === undefined ? [] : [entry.doi]));
    return firstAlive(this.#doi.get(doi), alive);
  }

  byKey(key: string, alive: Alive): Entry | undefined {
    this.#keys ??= table(this.entries, (entry) =>
      entry.kind === 'paper'
        ? [
            entry.id,
            ...(entry.keys ?? []),
            entry.id.toLowerCase(),
            ...(entry.keys ?? []).map((each) => each.toLowerCase()),
          ]
        : (entry.keys ?? []),
    );
    return firstAlive(this.#keys.get(key), alive);
  }

  byNote(name: string, alive: Alive): Entry | undefined {
    this.#notes ??= table(this.entries, noteNames);
    return firstAlive(this.#notes.get(name), alive);
  }

  byTitle(key: string, alive: Alive): Entry | undefined {
    this.#titles ??= table(this.entries, (entry) => [titleKey(entry.title)]);
    return firstAlive(this.#titles.get(key), alive);
  }

  /** Entries that have the identity in one of their descriptions. The descriptions of an entry of a layer never change. */
  sharing(identity: string, descriptionsOf: (entry: Entry) => readonly Entry[]): readonly Entry[] {
    if (this.#identities === undefined) {
      this.#identities = new Map();
      for (const each of this.entries)
        for (const key of new Set(descriptionsOf(each).flatMap(identityKeys))) {
          const list = this.#identities.get(key);
          if (list) list.push(each);
          else this.#identities.set(key, [each]);
        }
    }
    return this.#identities.get(identity) ?? [];
  }

  get matcher(): TitleMatcher {
    this.#matcher ??= new TitleMatcher(this.entries);
    return this.#matcher;
  }

  /** What its entries say that acronyms stand for, in their order. */
  get definitions(): readonly PlacedDefinition[] {
    if (this.#definitions === undefined) {
      // Makes the words of all entries known.
      void this.fullText;
      this.#definitions = definitionsOf(this.entries, this.#vocabulary);
    }
    return this.#definitions;
  }

  /** The stretches of its entries' titles, in their order. */
  get titleParts(): readonly TitlePart[] {
    this.#titleParts ??= titleParts(this.entries);
    return this.#titleParts;
  }

  get fullText(): FullText {
    this.#fullText ??= new FullText(this.#vocabulary, this.entries.length, (document) => {
      const entry = this.entries[document];
      return entry ? this.#fieldsOf(entry) : { title: '', text: '', notes: '', names: '' };
    });
    return this.#fullText;
  }
}

/** Whether an entry of a layer still stands, once there is another layer over it. */
export type Alive = (entry: Entry) => boolean;

/** Almost every name is one entry's; of the others, all that have it, the one that it means first. */
type Names = Map<string, Entry | Entry[]>;

const firstAlive = (named: Entry | readonly Entry[] | undefined, alive: Alive): Entry | undefined =>
  named === undefined ? undefined : 'id' in named ? (alive(named) ? named : undefined) : named.find(alive);

/** First come, first served: of two entries with one name, the earlier file's answers; notes go before papers of the same title. */
function table(entries: readonly Entry[], namesOf: (entry: Entry) => readonly string[]): Names {
  const names: Names = new Map();
  for (const entry of entries)
    for (const name of namesOf(entry)) {
      const known = names.get(name);
      if (known === undefined) names.set(name, entry);
      else {
        const all = 'id' in known ? [known] : known;
        if (all[0] === entry || all.at(-1) === entry) continue;
        const [first] = all;
        if (first?.kind === 'paper' && entry.kind !== 'paper' && name !== first.id) all.unshift(entry);
        else all.push(entry);
        names.set(name, all);
      }
    }
  return names;
}

/** Everything that a link may call a note: path, path's ends, title, slug, aliases; all in lower case. */
function noteNames(entry: Entry): string[] {
  const names: string[] = [];
  const markdown = /\.(?:md|markdown|qmd|mdx)$/i.test(entry.origin.path);
  if (markdown) {
    const path = noteName(entry.origin.path);
    names.push(path);
    for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) names.push(path.slice(at + 1));
  }
  names.push(noteName(entry.id), entry.title.toLowerCase(), titleKey(entry.title));
  if (entry.kind !== 'paper') names.push(titleSlug(entry.title));
  for (const alias of entry.aliases ?? []) names.push(alias.toLowerCase());
  return names;
}

/** A path or link target as notes are compared by. */
export function noteName(target: string): string {
  return target
    .replace(/\\/g, '/')
    .replace(/^(?:\.{0,2}\/)+/, '')
    .replace(/\.(?:md|markdown|qmd|mdx)$/i, '')
    .toLowerCase();
}
