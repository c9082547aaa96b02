/** What the language server needs of the machine it runs on. Node's is made in `node-runtime.ts`; tests bring a fake. */
import type { Analysis, CalendarDate, FileChange, LookupAnswer, ZoteroAnswer, ZoteroReading } from '#core';
import type { Exported, ExportOptions } from '../bibliography/export.ts';
import type { BundledStyle, Found } from '../bibliography/styles.ts';
import type { OpenedLibrary } from '../team-library/open-library.ts';
import type { NamedLibrary } from './named-libraries.ts';

export interface FoundFiles {
  readonly library: readonly FileChange[];
  /** Every file's path from the folder, with "/": what links may point to. */
  readonly paths: readonly string[];
  /** What could not be read, one sentence each. */
  readonly faults: readonly string[];
}

export interface PaperName {
  readonly type: 'arxiv' | 'doi';
  readonly id: string;
}

/** A Zotero that is read again and again; `server/src/zotero` makes the real one. */
export interface ZoteroConnection {
  /** Every item as last read, each as a file of its own. */
  files(): readonly FileChange[];
  /** The same as CSL-JSON: the citation key as id, else the item's address in Zotero. */
  items(): readonly Readonly<Record<string, unknown>>[];
  /** Reads what changed; with `force` everything. `stopped` is asked between two requests. */
  refresh(
    force?: boolean,
    stopped?: () => boolean,
  ): Promise<{ readonly answer: ZoteroAnswer<ZoteroReading>; readonly changes: readonly FileChange[] }>;
}

export interface ServerRuntime {
  /** Today where the user is. */
  today(): CalendarDate;
  bundledLibrary(): Promise<readonly FileChange[]>;
  /** References and notes of a workspace folder, and the paths of its files. What was read is kept in `cacheFolder`, if given. */
  readFolder(uri: string, cacheFolder?: string): Promise<FoundFiles>;
  /** A path of `inquiry.library.paths`, relative to the folder unless absolute. */
  readLibraryPath(
    path: string,
    folderUri: string | undefined,
    cacheFolder?: string,
  ): Promise<{ files: readonly FileChange[]; faults: readonly string[] }>;
  /** Where such a path is, if it exists: what it names is watched for changes. */
  findLibraryPath(path: string, folderUri: string | undefined): Promise<NamedLibrary | undefined>;
  /** An address of `inquiry.library.remote`, or the path of an index of arXiv. */
  openLibrary(address: string, folderUri: string | undefined): Promise<OpenedLibrary>;
  /**
   * One library file after it changed; no entries when it is gone. Undefined for files that are no library's: by their name,
   * unless the settings name them (`isNamed`).
   */
  readLibraryFile(
    uri: string,
    folderUri: string | undefined,
    cacheFolder?: string,
    isNamed?: boolean,
  ): Promise<FileChange | undefined>;
  /** The text of any file, without a byte order mark; undefined where it cannot be read. */
  readText(uri: string): Promise<string | undefined>;
  /** The texts of a folder's notes, with what only looks like one: to be asked through `notes-on-disk.ts`. */
  readNotes(folderUri: string): Promise<{
    notes: readonly { readonly uri: string; readonly text: string }[];
    unreadable: readonly string[];
  }>;
  /** A document's path from its folder; its last name where there is none. */
  relativePath(uri: string, folderUri: string | undefined): string;
  /** The address of a library file, for links to it. */
  uriOf(path: string): string;
  /** Asks outside, politely; only ever because a person did. `cacheFolder` is shared by all windows. */
  lookUp(name: PaperName, cacheFolder: string | undefined, signal?: AbortSignal): Promise<LookupAnswer>;
  /** Collects what the last answers left behind. Asked for while nobody waits; absent where garbage cannot be collected at will. */
  sweep?(): void;
  /** Absent where no citation styles can be read, as in a browser. */
  readonly bibliography?: {
    styles(): Promise<readonly BundledStyle[]>;
    exportCited(
      analysis: Analysis,
      options: ExportOptions,
      further: readonly Readonly<Record<string, unknown>>[],
    ): Promise<Found<Exported>>;
    /** A style's or locale's name as it is; a path from the folder as an absolute one. */
    stylePath(written: string, folderUri: string | undefined): string;
  };
  /** Absent where no Zotero can be reached, as in a browser. */
  readonly zotero?: {
    /** What is read is kept in `cacheFolder`, if given. */
    connect(port: number, cacheFolder: string | undefined): ZoteroConnection;
    /** Between two looks at whether its library changed. */
    readonly pauseMilliseconds: number;
  };
}
