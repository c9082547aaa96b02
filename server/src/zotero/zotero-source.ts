/**
 * What was last read from Zotero, and what has changed since. Asks cheaply whether a library changed before it reads it;
 * what could not be read leaves what was read before as it is.
 */
import {
  zoteroAddress,
  zoteroFiles,
  type FileChange,
  type ZoteroAnswer,
  type ZoteroFailure,
  type ZoteroItem,
  type ZoteroLibrary,
  type ZoteroReading,
} from '#core';
import { BetterBibtex } from './better-bibtex.ts';
import { ZoteroLocalApi, type ZoteroOptions } from './local-api.ts';

export interface ZoteroRefresh {
  readonly answer: ZoteroAnswer<ZoteroReading>;
  /** New, changed and vanished items, each a file; empty when nothing changed. */
  readonly changes: readonly FileChange[];
}

interface Read {
  readonly fingerprint: string;
  readonly items: readonly ZoteroItem[];
  readonly hasCitationKeys: boolean;
  readonly files: ReadonlyMap<string, FileChange>;
}

export class ZoteroSource {
  readonly #api: ZoteroLocalApi;
  readonly #betterBibtex: BetterBibtex;
  readonly #read = new Map<string, Read>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: ZoteroOptions) {
    this.#api = new ZoteroLocalApi(options);
    this.#betterBibtex = new BetterBibtex(options);
  }

  /** Every item as last read. */
  files(): FileChange[] {
    return [...this.#read.values()].flatMap(({ files }) => [...files.values()]);
  }

  /** The items themselves, as CSL-JSON: the citation key as id, else the item's address in Zotero. */
  items(): Readonly<Record<string, unknown>>[] {
    return [...this.#read].flatMap(([prefix, { items, files }]) =>
      items.flatMap(({ key, item }) => {
        const path = zoteroAddress({ prefix }, key);
        const entry = files.get(path)?.entries[0];
        return entry === undefined
          ? []
          : [{ ...item, id: entry.id === key && path.endsWith(`/items/${key}`) ? path : entry.id }];
      }),
    );
  }

  /** One after the other: a refresh that waits finds what the one before it read. `force` reads what looks unchanged too. */
  refresh(force = false, stopped: () => boolean = () => false): Promise<ZoteroRefresh> {
    const next = this.#last.then(() => this.#refresh(force, stopped));
    this.#last = next.catch(() => undefined);
    return next;
  }

  async #refresh(force: boolean, stopped: () => boolean): Promise<ZoteroRefresh> {
    const libraries = await this.#api.libraries();
    if (libraries.status !== 'ok') return { answer: libraries, changes: [] };
    const changes: FileChange[] = [];
    let failure: ZoteroFailure | undefined;
    const there = new Set(libraries.value.map(({ prefix }) => prefix));
    for (const prefix of [...this.#read.keys()])
      if (!there.has(prefix)) changes.push(...this.#replace(prefix, undefined));
    for (const library of libraries.value) {
      const read = await this.#readLibrary(library, force, stopped);
      if (read.status !== 'ok') failure ??= read;
      else if (read.value !== undefined) changes.push(...this.#replace(library.prefix, read.value));
    }
    if (failure) return { answer: failure, changes };
    const read = libraries.value.flatMap(({ prefix }) => this.#read.get(prefix) ?? []);
    return {
      answer: {
        status: 'ok',
        value: {
          items: read.reduce((sum, { files }) => sum + files.size, 0),
          libraries: libraries.value.map(({ name }) => name),
          hasCitationKeys: read.every(({ hasCitationKeys }) => hasCitationKeys),
        },
      },
      changes,
    };
  }

  /** Undefined when it is as it was. */
  async #readLibrary(
    library: ZoteroLibrary,
    force: boolean,
    stopped: () => boolean,
  ): Promise<ZoteroAnswer<Read | undefined>> {
    const known = this.#read.get(library.prefix);
    const fingerprint = await this.#api.fingerprint(library);
    if (fingerprint.status !== 'ok') return fingerprint;
    if (!force && known?.fingerprint === fingerprint.value) return { status: 'ok', value: undefined };
    const items = await this.#api.items(library, stopped);
    if (items.status !== 'ok') return items;
    // Asked even where the items bring keys of their own: Better BibTeX's are those that a person cites by.
    const keys = await this.#betterBibtex.citationKeys(library, items.value);
    const files = zoteroFiles(library, items.value, keys ?? new Map());
    return {
      status: 'ok',
      value: {
        fingerprint: fingerprint.value,
        items: items.value,
        hasCitationKeys:
          keys !== undefined || items.value.every(({ citationKey }) => citationKey !== undefined),
        files: new Map(files.map((file) => [file.path, file])),
      },
    };
  }

  #replace(prefix: string, next: Read | undefined): FileChange[] {
    const before = this.#read.get(prefix)?.files ?? new Map<string, FileChange>();
    if (next === undefined) this.#read.delete(prefix);
    else this.#read.set(prefix, next);
    const after = next?.files ?? new Map<string, FileChange>();
    const changes: FileChange[] = [];
    for (const path of before.keys()) if (!after.has(path)) changes.push({ path, entries: [] });
    for (const [path, file] of after) {
      const old = before.get(path);
      if (old === undefined || JSON.stringify(old.entries) !== JSON.stringify(file.entries))
        changes.push(file);
    }
    return changes;
  }
}
