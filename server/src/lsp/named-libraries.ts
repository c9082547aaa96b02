/**
 * Libraries that the settings name by a path, and that lie outside the open folders: the editor is asked to watch them too, as
 * an exporter (Better BibTeX) writes them wherever its user wants. Reading them is `workspace.ts`'s.
 */
import { DidChangeWatchedFilesNotification, type Connection, type Disposable } from 'vscode-languageserver';

/** A path of the settings, found on this machine. */
export interface NamedLibrary {
  /** Without a closing slash. */
  readonly uri: string;
  readonly isFolder: boolean;
}

/** The one that a file belongs to: itself by name, or the folder around it. */
export function namedLibraryOf(uri: string, named: readonly NamedLibrary[]): NamedLibrary | undefined {
  return named.find((each) => (each.isFolder ? uri.startsWith(`${each.uri}/`) : uri === each.uri));
}

export class NamedLibraryWatch {
  readonly #connection: Connection;
  readonly #pattern: string;
  #watched = '';
  #registration: Promise<Disposable> | undefined;

  /** `pattern`: what is of interest in a folder. */
  constructor(connection: Connection, pattern: string) {
    this.#connection = connection;
    this.#pattern = pattern;
  }

  /** These and no others from now on. */
  async follow(named: readonly NamedLibrary[]): Promise<void> {
    const watchers = named.map(({ uri, isFolder }) => {
      const cut = uri.lastIndexOf('/');
      return isFolder
        ? { globPattern: { baseUri: uri, pattern: this.#pattern } }
        : { globPattern: { baseUri: uri.slice(0, cut), pattern: literally(uri.slice(cut + 1)) } };
    });
    const written = JSON.stringify(watchers);
    if (written === this.#watched) return;
    this.#watched = written;
    const before = this.#registration;
    this.#registration =
      watchers.length === 0
        ? undefined
        : this.#connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    (await before)?.dispose();
    await this.#registration;
  }
}

/** A file's name in an address as a pattern that fits it: signs that patterns read otherwise stand for any one character. */
const literally = (name: string): string => decodeURIComponent(name).replace(/[*?{}[\]!,]/g, '?');
