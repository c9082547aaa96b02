/**
 * What was last read from Zotero, and what has changed since. Asks cheaply whether a library changed before it reads it;
 * what could not be read leaves what was read before, in this session or an earlier one, as it is.
 */
import {
  zoteroAddress,
  zoteroFiles,
  type FileChange,
  type ZoteroAnswer,
  type ZoteroFailure,
  type ZoteroLibrary,
  type ZoteroReading,
} from '#core';
import { BetterBibtex } from './better-bibtex.ts';
import { readKept, writeKept, type KeptLibrary } from './kept.ts';
import { inSlices } from './slices.ts';
import { ZoteroLocalApi, type ZoteroOptions } from './local-api.ts';

export interface ZoteroRefresh {
  readonly answer: ZoteroAnswer<ZoteroReading>;
  /** New, changed and vanished items, each a file; empty when nothing changed. */
  readonly changes: readonly FileChange[];
}

interface Read extends KeptLibrary {
  readonly files: ReadonlyMap<string, FileChange>;
}

export interface ZoteroSourceOptions extends ZoteroOptions {
  /** The file in which what was read is kept for the next start; nothing is kept without it. */
  readonly keptIn?: string;
}

export class ZoteroSource {
  readonly #api: ZoteroLocalApi;
  readonly #betterBibtex: BetterBibtex;
  readonly #read = new Map<string, Read>();
  readonly #keptIn: string | undefined;
  #isOpened = false;
  #last: Promise<unknown> = Promise.resolve();

  constructor(options: ZoteroSourceOptions) {
    this.#keptIn = options.keptIn;
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
    const changes: FileChange[] = [...(await this.#open())];
    const libraries = await this.#api.libraries();
    if (libraries.status !== 'ok') return { answer: libraries, changes };
    let failure: ZoteroFailure | undefined;
    let isNew = false;
    const there = new Set(libraries.value.map(({ prefix }) => prefix));
    for (const prefix of [...this.#read.keys()])
      if (!there.has(prefix)) {
        changes.push(...(await this.#replace(prefix, undefined)));
        isNew = true;
      }
    for (const library of libraries.value) {
      const read = await this.#readLibrary(library, force, stopped);
      if (read.status !== 'ok') failure ??= read;
      else if (read.value !== undefined) {
        changes.push(...(await this.#replace(library.prefix, read.value)));
        isNew = true;
      }
    }
    if (isNew && this.#keptIn !== undefined)
      await writeKept(
        this.#keptIn,
        [...this.#read.values()].map(({ files: _made, ...kept }) => kept),
      );
    if (failure) return { answer: failure, changes };
    const read = libraries.value.flatMap(({ prefix }) => this.#read.get(prefix) ?? []);
    return {
      answer: {
        status: 'ok',
        value: {
          items: read.reduce((sum, { files }) => sum + files.size, 0),
          libraries: libraries.value.map(({ name }) => name),
          hasCitationKeys: read.every(hasCitationKeys),
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
    return {
      status: 'ok',
      value: await readOf({
        library,
        fingerprint: fingerprint.value,
        items: items.value,
        citationKeys: keys,
      }),
    };
  }

  /** What the last session kept, once: until Zotero answers, and where it does not. */
  async #open(): Promise<readonly FileChange[]> {
    if (this.#isOpened || this.#keptIn === undefined) return [];
    this.#isOpened = true;
    const changes: FileChange[] = [];
    for (const kept of await readKept(this.#keptIn))
      changes.push(...(await this.#replace(kept.library.prefix, await readOf(kept))));
    return changes;
  }

  async #replace(prefix: string, next: Read | undefined): Promise<FileChange[]> {
    const before = this.#read.get(prefix)?.files ?? new Map<string, FileChange>();
    if (next === undefined) this.#read.delete(prefix);
    else this.#read.set(prefix, next);
    const after = next?.files ?? new Map<string, FileChange>();
    const changes: FileChange[] = [];
    for (const path of before.keys()) if (!after.has(path)) changes.push({ path, entries: [] });
    await inSlices(after, ([path, file]) => {
      const old = before.get(path);
      if (old === undefined || JSON.stringify(old.entries) !== JSON.stringify(file.entries))
        changes.push(file);
    });
    return changes;
  }
}

async function readOf(kept: KeptLibrary): Promise<Read> {
  const files = new Map<string, FileChange>();
  const keys = kept.citationKeys ?? new Map<string, string>();
  await inSlices(kept.items, (item) => {
    for (const file of zoteroFiles(kept.library, [item], keys)) files.set(file.path, file);
  });
  return { ...kept, files };
}

const hasCitationKeys = ({ citationKeys, items }: KeptLibrary): boolean =>
  citationKeys !== undefined || items.every(({ citationKey }) => citationKey !== undefined);
