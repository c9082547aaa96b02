/** What a reader of one format is: text in, entries and faults out. `index.ts` is the only registration. */
import type { Entry, LibraryFault } from '../model.ts';

export interface LibraryFile {
  readonly entries: readonly Entry[];
  readonly faults: readonly LibraryFault[];
}

export interface ReadOptions {
  /** Markdown without a `kind` in its front matter is read as a note; otherwise it holds no entry. */
  readonly plainNotes?: boolean;
}

export interface Reader {
  /** As a person would say it: "CSL-JSON". */
  readonly name: string;
  /** Lower case, with the dot; the path decides first. */
  readonly extensions: readonly string[];
  /** Whether this text is the format's, for paths that say nothing (a download, standard input). */
  recognises(text: string): boolean;
  /** Never throws; what cannot be read is a fault. */
  read(path: string, text: string, options: ReadOptions): LibraryFile;
}
