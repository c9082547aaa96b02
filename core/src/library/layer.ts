/**
 * A list of entries with its look-up tables and its lazily made indexes, never changed once made. A library is one large
 * layer and, after edits, a small one over it; which of the two speaks for an entry is `library.ts`'s job.
 */
import { FullText, type Fields } from './full-text.ts';
import { identityKeys } from './merge.ts';
import type { Entry } from './model.ts';
import type { Vocabulary } from './terms.ts';
import { TitleMatcher, titleKey, titleSlug } from './titles.ts';

export class Layer {
  readonly entries: readonly Entry[];
  readonly #vocabulary: Vocabulary;
  readonly #fieldsOf: (entry: Entry) => Fields;
  readonly #position = new Map<string, number>();
  #arxiv: Map<string, Entry> | undefined;
  #doi: Map<string, Entry> | undefined;
  #keys: Map<string, Entry> | undefined;
  #notes: Map<string, Entry> | undefined;
  #titles: Map<string, Entry> | undefined;
  #noteIdentities: Map<string, Entry[]> | undefined;
  #matcher: TitleMatcher | undefined;
  #fullText: FullText | undefined;

  constructor(entries: readonly Entry[], vocabulary: Vocabulary, fieldsOf: (entry: Entry) => Fields) {
    this.entries = entries;
    this.#vocabulary = vocabulary;
    this.#fieldsOf = fieldsOf;
    for (let at = 0; at < entries.length; at++) {
      const id = entries[at]?.id ?? '';
      if (!this.#position.has(id)) this.#position.set(id, at);
    }
  }

  get(id: string): Entry | undefined {
    const at = this.#position.get(id);
    return at === undefined ? undefined : this.entries[at];
  }

  /** The entry's place in `entries`, which is its document number in the index. */
  position(id: string): number | undefined {
    return this.#position.get(id);
  }

  byArxiv(id: string): Entry | undefined {
    this.#arxiv ??= table(this.entries, (entry) => (entry.arxiv === undefined ? [] : [entry.arxiv]));
    return this.#arxiv.get(id);
  }

  byDoi(doi: string): Entry | undefined {
    this.#doi ??= table(this.entries, (entry) => (entry.doi === undefined ? [] : [entry.doi]));
    return this.#doi.get(doi);
  }

  byKey(key: string): Entry | undefined {
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
    return this.#keys.get(key);
  }

  byNote(name: string): Entry | undefined {
    this.#notes ??= table(this.entries, noteNames);
    return this.#notes.get(name);
  }

  byTitle(key: string): Entry | undefined {
    this.#titles ??= table(this.entries, (entry) => [titleKey(entry.title)]);
    return this.#titles.get(key);
  }

  /** Notes and lines that may be the same as the given one, itself included. */
  sameNotes(entry: Entry): readonly Entry[] {
    if (this.#noteIdentities === undefined) {
      this.#noteIdentities = new Map();
      for (const each of this.entries) {
        if (each.kind === 'paper') continue;
        for (const key of identityKeys(each)) {
          const list = this.#noteIdentities.get(key);
          if (list) list.push(each);
          else this.#noteIdentities.set(key, [each]);
        }
      }
    }
    const table = this.#noteIdentities;
    return identityKeys(entry).flatMap((key) => table.get(key) ?? []);
  }

  get matcher(): TitleMatcher {
    this.#matcher ??= new TitleMatcher(this.entries);
    return this.#matcher;
  }

  get fullText(): FullText {
    this.#fullText ??= new FullText(this.#vocabulary, this.entries.length, (document) => {
      const entry = this.entries[document];
      return entry ? this.#fieldsOf(entry) : { title: '', text: '', notes: '', names: '' };
    });
    return this.#fullText;
  }
}

/** First come, first served: of two entries with one name, the earlier file's answers; notes go before papers of the same title. */
function table(entries: readonly Entry[], namesOf: (entry: Entry) => readonly string[]): Map<string, Entry> {
  const map = new Map<string, Entry>();
  for (const entry of entries)
    for (const name of namesOf(entry)) {
      const known = map.get(name);
      if (known === undefined || (known.kind === 'paper' && entry.kind !== 'paper' && name !== known.id))
        map.set(name, entry);
    }
  return map;
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
