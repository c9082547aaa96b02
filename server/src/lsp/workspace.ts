/**
 * What the server knows: open notes, folders, settings by note, the library. Analyses are made once per version of a note,
 * library, settings and day, and shared by every feature.
 */
import type { Connection, WorkspaceFolder } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  analyse,
  check,
  defaultSettings,
  formatCalendarDate,
  NoteMemory,
  NotePaths,
  parseNote,
  parseSettings,
  type Analysis,
  type CheckResult,
  type Entry,
  type FileChange,
  type Settings,
} from '#core';
import { LibrariesElsewhere, type Configured } from './elsewhere.ts';
import { FolderFiles } from './folder-files.ts';
import { LibraryStore } from './library-store.ts';
import { namedLibraryOf, type NamedLibrary } from './named-libraries.ts';
import type { ServerRuntime } from './runtime.ts';

/** How long the first problems wait for the library: shown without it, they would flicker. */
const PATIENCE_MILLISECONDS = 300;

/** An exporter may be writing still: what reads badly is read again after this rest, until two readings agree. */
const REST_MILLISECONDS = 200;
const MOST_READINGS = 10;

export interface Checked {
  readonly analysis: Analysis;
  readonly result: CheckResult;
  /** Same when nothing that decides the problems has changed. */
  readonly id: string;
}

export class Workspace {
  readonly store = new LibraryStore();
  readonly runtime: ServerRuntime;
  folders: readonly WorkspaceFolder[] = [];
  hasConfiguration = false;
  /** Libraries that are no files: they belong to every load, behind the folders' own. */
  further: () => readonly FileChange[] = () => [];
  /** Without trust, no library elsewhere is asked. */
  isTrusted = true;
  readonly elsewhere: LibrariesElsewhere;
  /** Something new is known without a change of files: open notes want checking again. */
  onNews: () => void = () => undefined;
  /** Given by our own client only, which also runs our commands. */
  cacheFolder: string | undefined;
  /** Files and folders that the settings name. */
  #named: readonly NamedLibrary[] = [];
  readonly #connection: Connection;
  readonly #settings = new Map<string, Promise<Settings>>();
  readonly #files = new Map<string, FolderFiles>();
  readonly #checked = new Map<string, Checked>();
  /** Open notes as last checked: typing costs what changed. */
  readonly #memories = new Map<string, NoteMemory>();
  readonly #said = new Set<string>();
  #settingsGeneration = 0;
  /** The library as of the last complete load; asked for by what must not answer with half of it. */
  ready: Promise<void> = Promise.resolve();
  /** Whether the library was read once. */
  #isRead = false;
  /** The first load is over, or takes too long to wait for. */
  worthChecking: Promise<void> | undefined;

  constructor(connection: Connection, runtime: ServerRuntime) {
    this.#connection = connection;
    this.runtime = runtime;
    this.elsewhere = new LibrariesElsewhere({
      open: (address, folderUri) => runtime.openLibrary(address, folderUri),
      say: (message) => {
        this.say(message);
      },
      onAnswers: (files) => {
        this.store.answered(files);
        this.onNews();
      },
    });
  }

  folderOf(uri: string): string | undefined {
    const inside = this.folders.filter(
      (folder) => uri === folder.uri || uri.startsWith(folder.uri.replace(/\/?$/, '/')),
    );
    return inside.sort((a, b) => b.uri.length - a.uri.length)[0]?.uri;
  }

  /** The file of the workspace that describes an entry; undefined for what is bundled, Zotero’s, another’s or outside. */
  fileOf({ path, bundled, elsewhere }: Entry['origin']): string | undefined {
    if (bundled === true || elsewhere !== undefined || path.startsWith('zotero:')) return undefined;
    const uri = this.runtime.uriOf(path);
    return this.folderOf(uri) === undefined ? undefined : uri;
  }

  /** The notes of the folder that a note lies in; none for one that lies in no folder. */
  notesAround(uri: string): NotePaths {
    const folder = this.folderOf(uri);
    return (folder === undefined ? undefined : this.#files.get(folder)?.notes) ?? new NotePaths([]);
  }

  /** The note's settings; bad values are told once and fall back to their defaults. */
  settingsOf(uri: string): Promise<Settings> {
    const known = this.#settings.get(uri);
    if (known) return known;
    const asked = this.#askSettings(uri);
    this.#settings.set(uri, asked);
    return asked;
  }

  forgetSettings(): void {
    this.#settings.clear();
    this.#settingsGeneration++;
  }

  forget(uri: string): void {
    this.#settings.delete(uri);
    this.#checked.delete(uri);
    this.#memories.delete(uri);
  }

  /** All that decides what is said of a note, beside the note: library, settings, day. Same while none has changed. */
  get circumstances(): string {
    const today = formatCalendarDate(this.runtime.today());
    return [this.store.generation, this.#settingsGeneration, today].join('.');
  }

  async checkedOf(document: TextDocument): Promise<Checked> {
    const settings = await this.settingsOf(document.uri);
    const id = `${String(document.version)}.${this.circumstances}`;
    const known = this.#checked.get(document.uri);
    if (known?.id === id) return known;
    const memory = this.#memoryOf(document.uri);
    const checked = this.check(document.uri, document.getText(), settings, id, memory);
    this.#checked.set(document.uri, checked);
    this.elsewhere.noticed(checked.analysis);
    return checked;
  }

  /**
   * While the library is read, mostly by waiting for the disk: what of a note needs no library is worked out beforehand, so
   * that the first check finds it remembered.
   */
  async prepare(document: TextDocument): Promise<void> {
    if (this.#memories.has(document.uri)) return;
    const settings = await this.settingsOf(document.uri);
    this.check(document.uri, document.getText(), settings, '', this.#memoryOf(document.uri));
  }

  #memoryOf(uri: string): NoteMemory {
    const memory = this.#memories.get(uri) ?? new NoteMemory();
    this.#memories.set(uri, memory);
    return memory;
  }

  /** A note's text against the library of now; nothing is kept. */
  check(uri: string, text: string, settings: Settings, id = '', memory?: NoteMemory): Checked {
    const analysis = this.analysed(uri, text, settings, memory);
    const result = check(analysis);
    for (const fault of result.faults)
      this.say(
        `The rule ${fault.rule} failed on ${this.runtime.relativePath(uri, this.folderOf(uri))} and was left out there: ${fault.message}`,
      );
    return { analysis, result, id };
  }

  /** The same without its problems. */
  analysed(uri: string, text: string, settings: Settings, memory?: NoteMemory): Analysis {
    const folder = this.folderOf(uri);
    const path = this.runtime.relativePath(uri, folder);
    const beside = folder === undefined ? undefined : this.#files.get(folder)?.around(path);
    // What has not been read yet may hold every source: none is called unknown till then.
    const elsewhere = !this.#isRead
      ? () => 'asked' as const
      : this.elsewhere.isEmpty
        ? undefined
        : (identifier: string) => this.elsewhere.standingOf(identifier);
    const surroundings = elsewhere === undefined ? beside : { ...(beside ?? { path }), elsewhere };
    return analyse(
      parseNote(text, memory === undefined ? {} : { cache: memory.leaves }),
      this.store.library,
      settings,
      this.runtime.today(),
      surroundings,
      memory,
    );
  }

  /** Reads everything anew; open notes are checked with the old library until it is there. */
  load(): Promise<void> {
    this.ready = this.#load();
    this.worthChecking ??= Promise.race([
      this.ready.catch(() => undefined),
      new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MILLISECONDS)),
    ]);
    return this.ready;
  }

  /** Takes up changed, new and deleted files; true when that may change what is said of open notes. */
  async filesChanged(
    changes: readonly { readonly uri: string; readonly gone: boolean; readonly made: boolean }[],
  ): Promise<boolean> {
    let pathsChanged = false;
    const updates = [];
    for (const { uri, gone, made } of changes) {
      const folder = this.folderOf(uri);
      if (folder !== undefined && (gone || made)) {
        const path = this.runtime.relativePath(uri, folder);
        const files = this.#files.get(folder);
        if (gone) files?.delete(path);
        else files?.add(path);
        pathsChanged = true;
      }
      const update = await this.#readChanged(uri, folder);
      if (update) updates.push(update);
    }
    const before = this.store.generation;
    this.store.update(updates);
    for (const { faults } of updates)
      for (const fault of faults ?? []) this.say(`${fault.path}:${String(fault.line + 1)}: ${fault.message}`);
    if (pathsChanged) this.#settingsGeneration++;
    return pathsChanged || this.store.generation !== before;
  }

  /** Named libraries that no open folder holds: the editor watches its folders only. */
  get namedOutside(): readonly NamedLibrary[] {
    return this.#named.filter(({ uri }) => this.folderOf(uri) === undefined);
  }

  async #readChanged(uri: string, folder: string | undefined): Promise<FileChange | undefined> {
    const named = namedLibraryOf(uri, this.#named);
    const root = folder ?? (named?.isFolder === true ? named.uri : undefined);
    const isNamedFile = named?.isFolder === false;
    const read = (): Promise<FileChange | undefined> =>
      this.runtime.readLibraryFile(uri, root, this.cacheFolder, isNamedFile);
    let update = await read();
    if (NOTE.test(uri)) return update;
    // Meanwhile the library as it was goes on answering.
    for (let readings = 1; readings < MOST_READINGS && update !== undefined && isBad(update); readings++) {
      await new Promise((resolve) => setTimeout(resolve, REST_MILLISECONDS));
      const again = await read();
      const isSame = JSON.stringify(again) === JSON.stringify(update);
      update = again;
      if (isSame) break;
    }
    return update;
  }

  /** Into the log, once a window. */
  say(message: string): void {
    if (this.#said.has(message)) return;
    this.#said.add(message);
    this.#connection.console.warn(message);
  }

  async #askSettings(uri: string): Promise<Settings> {
    if (!this.hasConfiguration) return defaultSettings;
    let raw: unknown;
    try {
      raw = await this.#connection.workspace.getConfiguration({ scopeUri: uri, section: 'inquiry' });
    } catch (error) {
      this.say(
        `The settings could not be read, so the defaults hold: ${error instanceof Error ? error.message : String(error)}`,
      );
      return defaultSettings;
    }
    const { settings, faults } = parseSettings(raw);
    for (const fault of faults) this.say(fault.message);
    return settings;
  }

  async #load(): Promise<void> {
    const settings = await this.settingsOf(this.folders[0]?.uri ?? '');
    const files = [];
    const named: NamedLibrary[] = [];
    const remote: Configured[] = [];
    const guarded = async <T>(what: string, work: () => Promise<T>): Promise<T | undefined> => {
      try {
        return await work();
      } catch (error) {
        this.say(`${what} could not be read: ${error instanceof Error ? error.message : String(error)}`);
        return undefined;
      }
    };
    // Without a folder there are still the user's own settings.
    for (const { uri } of this.folders.length > 0 ? this.folders : [{ uri: undefined }])
      if (this.isTrusted) remote.push(...configuredIn(await this.settingsOf(uri ?? ''), uri));
    for (const folder of this.folders) {
      const own = await this.settingsOf(folder.uri);
      for (const path of own['library.paths']) {
        const found = await guarded(`The library ${path}`, () =>
          this.runtime.readLibraryPath(path, folder.uri, this.cacheFolder),
        );
        files.push(...(found?.files ?? []));
        for (const fault of found?.faults ?? []) this.say(fault);
        const place = await this.runtime.findLibraryPath(path, folder.uri);
        if (place) named.push(place);
      }
      const found = await guarded(`The folder ${folder.name}`, () =>
        this.runtime.readFolder(folder.uri, this.cacheFolder),
      );
      files.push(...(found?.library ?? []));
      this.#files.set(folder.uri, new FolderFiles(found?.paths ?? []));
      for (const fault of found?.faults ?? []) this.say(fault);
    }
    for (const path of (await guarded('The libraries elsewhere', () => this.elsewhere.configure(remote))) ??
      []) {
      const found = await guarded(`The library ${path}`, () => this.runtime.readLibraryPath(path, undefined));
      files.push(...(found?.files ?? []));
      for (const fault of found?.faults ?? []) this.say(fault);
      const place = await this.runtime.findLibraryPath(path, undefined);
      if (place) named.push(place);
    }
    this.#named = named;
    files.push(...this.further());
    if (settings['library.bundled'])
      files.push(...((await guarded('The bundled library', () => this.runtime.bundledLibrary())) ?? []));
    this.#isRead = true;
    this.store.replace(files, this.elsewhere.files());
    for (const fault of this.store.library.faults)
      this.say(`${fault.path}:${String(fault.line + 1)}: ${fault.message}`);
  }
}

const NOTE = /\.(?:md|markdown|qmd)$/i;

/** Nothing, or faults: as a file looks that is gone for a moment, or written by half. */
const isBad = ({ entries, faults }: FileChange): boolean => entries.length === 0 || (faults ?? []).length > 0;

const configuredIn = (settings: Settings, folderUri: string | undefined): Configured[] =>
  [...settings['library.remote'], settings['library.arxivIndex']]
    .map((address) => ({ address: address.trim(), folderUri }))
    .filter(({ address }) => address !== '');
