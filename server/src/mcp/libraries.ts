/**
 * The libraries that the server was started with, as they are on disk at each call: unchanged files are not read again, and nothing
 * is kept on disk. Libraries behind a network address are left out, and that is said.
 */
import {
  analyse,
  createLibrary,
  defaultSettings,
  parseNote,
  resolveSources,
  updateLibrary,
  type Analysis,
  type CalendarDate,
  type Entry,
  type FileChange,
  type Library,
  type Settings,
  type Surroundings,
} from '#core';
import { FileMemory } from '../storage/file-memory.ts';
import { eachFileOnce, loadBundledLibrary, loadLibraryPath } from '../storage/library-files.ts';
import { bibliographiesOf, type NotedFile } from '../storage/note-bibliographies.ts';
import { Elsewhere, namesToAsk, withFound } from '../team-library/elsewhere.ts';
import { openLibrary } from '../team-library/open-library.ts';
import type { RemoteLibrary } from '../team-library/port.ts';

/** Of an index on this disk, to be ranked among the library's own. */
const CANDIDATES = 50;

/** A library for one call. */
export interface OpenLibrary {
  readonly library: Library;
  /** One sentence for each library that could not be read: what only it holds is unknown. */
  readonly warnings: readonly string[];
  analyse(text: string, today: CalendarDate, settings?: Settings, surroundings?: Surroundings): Analysis;
  /** The library with what an index on this disk finds for the words. */
  searching(words: string): Promise<Library>;
}

export class Libraries {
  readonly #addresses: readonly string[];
  readonly #withBundled: boolean;
  readonly #folder: string;
  readonly #complain: (message: string) => void;
  readonly #memory = new FileMemory();
  readonly #near = new Map<string, RemoteLibrary>();
  readonly #told = new Set<string>();
  #elsewhere = new Elsewhere([], Date.now);
  #bundled: readonly FileChange[] | undefined;
  #last: { readonly entries: readonly (readonly Entry[])[]; readonly library: Library } | undefined;

  /** @param folder what relative addresses count from. @param complain hears what is wrong with single entries, once. */
  constructor(
    addresses: readonly string[],
    withBundled: boolean,
    folder: string,
    complain: (message: string) => void,
  ) {
    this.#addresses = addresses;
    this.#withBundled = withBundled;
    this.#folder = folder;
    this.#complain = complain;
  }

  /** With the bibliographies that the notes name, where they may be read. */
  async open(
    notes: readonly NotedFile[] = [],
    mayRead: (path: string) => Promise<boolean> = () => Promise.resolve(false),
  ): Promise<OpenLibrary> {
    const warnings: string[] = [];
    const files: FileChange[] = [];
    const load = async (path: string): Promise<void> => {
      const loaded = await loadLibraryPath(path, this.#memory);
      files.push(...loaded.files);
      warnings.push(...loaded.unreadable);
    };
    for (const address of this.#addresses) {
      const path = await this.#filesAt(address, warnings);
      if (path !== undefined) await load(path);
    }
    for (const [path, note] of bibliographiesOf(notes))
      if (await mayRead(path)) await load(path);
      else
        warnings.push(
          `${note} names a bibliography, ${path}, that is not in the open folders; it was not read.`,
        );
    if (this.#withBundled) files.push(...(this.#bundled ??= (await loadBundledLibrary()).files));
    const library = await this.#asking(this.#libraryOf(eachFileOnce(files)), notes);
    warnings.push(...this.#elsewhere.faults);
    return this.#opened(library, warnings);
  }

  #opened(library: Library, warnings: readonly string[]): OpenLibrary {
    const elsewhere = this.#elsewhere;
    return {
      library,
      warnings,
      analyse: (text, today, settings = defaultSettings, surroundings) =>
        analyse(
          parseNote(text),
          library,
          settings,
          today,
          elsewhere.isEmpty
            ? surroundings
            : { path: '', ...surroundings, elsewhere: (identifier) => elsewhere.unheldOf(identifier) },
        ),
      searching: async (words) =>
        elsewhere.isEmpty ? library : withFound(library, await elsewhere.search(words, CANDIDATES)),
    };
  }

  /** Where an address means files, their path. An index on this disk is asked from now on. */
  async #filesAt(address: string, warnings: string[]): Promise<string | undefined> {
    if (this.#near.has(address)) return undefined;
    const opened = await openLibrary(address, this.#folder);
    if (opened.kind === 'files') return opened.path;
    if (opened.kind === 'fault') warnings.push(opened.message);
    else if (opened.library.isNear) {
      this.#near.set(address, opened.library);
      this.#elsewhere = new Elsewhere([...this.#near.values()], Date.now);
    } else {
      opened.library.close();
      warnings.push(
        `The library ${opened.library.name} is asked over the network, which this server never does; it was left out.`,
      );
    }
    return undefined;
  }

  /** The last library again, with its index, as long as the same entries were read. */
  #libraryOf(files: readonly FileChange[]): Library {
    const entries = files.map((file) => file.entries);
    const last = this.#last;
    if (last?.entries.length === entries.length && entries.every((each, at) => each === last.entries[at]))
      return last.library;
    const library = createLibrary(
      entries.flat(),
      files.flatMap((file) => file.faults ?? []),
    );
    for (const { path, line, message } of library.faults) {
      const fault = `${path}:${String(line + 1)}: ${message}`;
      if (!this.#told.has(fault)) this.#complain(fault);
      this.#told.add(fault);
    }
    this.#last = { entries, library };
    return library;
  }

  async #asking(library: Library, notes: readonly NotedFile[]): Promise<Library> {
    if (this.#elsewhere.isEmpty) return library;
    await this.#elsewhere.ask(
      notes.flatMap(({ text }) => namesToAsk(resolveSources(parseNote(text), library))),
    );
    return updateLibrary(library, this.#elsewhere.files());
  }
}
