/**
 * Which notes of the workspace cite which entry. Keeps ids alone, and reads again what a change may have touched: one note when it was
 * written, those that may name an entry when that is new. Works only when asked to, and lets the keyboard through.
 */
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { entriesCited, mayCite, parseNote, resolveSources, type Entry, type Source } from '#core';
import { textsOfNotes } from '../handlers/workspace-notes.ts';
import type { Workspace } from '../workspace.ts';
import { EntryNames } from './entry-names.ts';

/** Looking for the names of more entries than that in every note costs as much as reading them all. */
const MOST_NAMES = 4;

export interface OpenNotes {
  get(uri: string): TextDocument | undefined;
  all(): readonly TextDocument[];
}

export class CitationIndex {
  readonly #workspace: Workspace;
  readonly #open: OpenNotes;
  readonly #names = new EntryNames();
  /** Ids that each note cites; notes that cite nothing are left out. */
  readonly #cited = new Map<string, readonly string[]>();
  readonly #citing = new Map<string, Set<string>>();
  /** Notes that were written since. */
  #touched = new Set<string>();
  #isStale = true;
  #isComplete = false;
  #generation = -1;
  #updating: Promise<boolean> | undefined;

  constructor(workspace: Workspace, open: OpenNotes) {
    this.#workspace = workspace;
    this.#open = open;
  }

  /** False until every note was read once. */
  get isComplete(): boolean {
    return this.#isComplete;
  }

  get #isUpToDate(): boolean {
    return (
      !this.#isStale && this.#touched.size === 0 && this.#generation === this.#workspace.store.generation
    );
  }

  countOf(id: string): number {
    return this.#citing.get(id)?.size ?? 0;
  }

  /** URIs, in no order. */
  notesCiting(id: string): readonly string[] {
    return [...(this.#citing.get(id) ?? [])];
  }

  /** A note was written, made or deleted. */
  touch(uri: string): void {
    this.#touched.add(uri);
  }

  /** Folders came or went, or the settings may read other files. */
  forget(): void {
    this.#isStale = true;
    this.#names.forget();
  }

  /** True when something that is told here has changed. Whoever asks meanwhile waits for the same answer. */
  update(): Promise<boolean> {
    this.#updating ??= this.#untilUpToDate().finally(() => {
      this.#updating = undefined;
    });
    return this.#updating;
  }

  async #untilUpToDate(): Promise<boolean> {
    await this.#workspace.ready;
    const wasComplete = this.#isComplete;
    let changed = false;
    try {
      while (!this.#isUpToDate) if (await this.#takeUp()) changed = true;
    } catch (error) {
      // What was to be read again is not known any longer.
      this.forget();
      throw error;
    }
    this.#isComplete = true;
    return changed || !wasComplete;
  }

  async #takeUp(): Promise<boolean> {
    const { store } = this.#workspace;
    const { library, generation } = store;
    const touched = this.#touched;
    const isStale = this.#isStale;
    this.#touched = new Set();
    this.#isStale = false;
    let isWorthReading: ((text: string, uri: string) => boolean) | undefined;
    if (generation !== this.#generation) {
      const { named, before } = await this.#names.changed(library);
      for (const id of before) for (const uri of this.#citing.get(id) ?? []) touched.add(uri);
      if (named.length > MOST_NAMES) isWorthReading = () => true;
      else if (named.length > 0) {
        const tests = named.map((entry) => mayCite(library, entry));
        isWorthReading = (text, uri) => touched.has(uri) || tests.some((mayName) => mayName(text));
      }
    }
    this.#generation = generation;
    return isStale || isWorthReading !== undefined
      ? this.#readAll(isStale ? () => true : isWorthReading)
      : this.#readTouched(touched);
  }

  async #readAll(isWorthReading: (text: string, uri: string) => boolean = () => true): Promise<boolean> {
    let changed = false;
    const there = new Set<string>();
    for await (const { uri, text } of textsOfNotes(this.#workspace, this.#open.all())) {
      there.add(uri);
      if (isWorthReading(text, uri) && (await this.#read(uri, text))) changed = true;
    }
    for (const uri of [...this.#cited.keys()]) if (!there.has(uri) && this.#put(uri, [])) changed = true;
    return changed;
  }

  async #readTouched(uris: ReadonlySet<string>): Promise<boolean> {
    let changed = false;
    for (const uri of uris) {
      const text = this.#open.get(uri)?.getText() ?? (await this.#workspace.runtime.readText(uri));
      if (text === undefined ? this.#put(uri, []) : await this.#read(uri, text)) changed = true;
    }
    return changed;
  }

  async #read(uri: string, text: string): Promise<boolean> {
    const { runtime } = this.#workspace;
    const isItself = ({ kind, origin }: Entry): boolean =>
      kind !== 'paper' && runtime.uriOf(origin.path) === uri;
    const cited = entriesCited(await this.#sourcesOf(uri, text)).filter((entry) => !isItself(entry));
    return this.#put(
      uri,
      cited.map(({ id }) => id),
    );
  }

  /** Of an open note, as was worked out for its problems. */
  async #sourcesOf(uri: string, text: string): Promise<readonly Source[]> {
    const document = this.#open.get(uri);
    return document
      ? (await this.#workspace.checkedOf(document)).analysis.sources
      : resolveSources(parseNote(text), this.#workspace.store.library);
  }

  /** True when the note cited something else before. */
  #put(uri: string, ids: readonly string[]): boolean {
    const before = this.#cited.get(uri) ?? [];
    const isSame = before.length === ids.length && before.every((id) => ids.includes(id));
    if (isSame) return false;
    for (const id of before) this.#citing.get(id)?.delete(uri);
    for (const id of ids) {
      const notes = this.#citing.get(id);
      if (notes) notes.add(uri);
      else this.#citing.set(id, new Set([uri]));
    }
    if (ids.length > 0) this.#cited.set(uri, ids);
    else this.#cited.delete(uri);
    return true;
  }
}
