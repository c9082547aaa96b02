/**
 * The language server's runtime in a browser: files come from the editor, by two requests of `core/src/protocol.ts`. What a browser
 * cannot do (an index on disk, Zotero, look-ups) is said in one sentence.
 */
import type { Connection } from 'vscode-languageserver';
import seeds from 'inquiry:seeds';
import { URI } from 'vscode-uri';
import { readLibraryFile, type Entry, type FileChange, type LibraryFault } from '#core';
import {
  listFilesRequest,
  listFilesResultSchema,
  readFilesRequest,
  readFilesResultSchema,
} from '#core/protocol.ts';
import { isLibraryFile, isNoteFile, isOwnFormat } from '../storage/library-names.ts';
import { machineToday } from '../storage/today.ts';
import type { ServerRuntime } from './runtime.ts';

/** Files asked for in one message: a folder of ten thousand notes shall not be one string. */
const BATCH = 100;

export function makeBrowserRuntime(connection: Pick<Connection, 'sendRequest'>): ServerRuntime {
  const list = async (folderUri: string): Promise<readonly string[]> =>
    listFilesResultSchema.parse(
      await connection.sendRequest<unknown>(listFilesRequest, { folder: folderUri }),
    ).uris;

  const read = async (uris: readonly string[]): Promise<readonly (string | null)[]> => {
    const texts: (string | null)[] = [];
    for (let from = 0; from < uris.length; from += BATCH) {
      const answer = await connection.sendRequest<unknown>(readFilesRequest, {
        uris: uris.slice(from, from + BATCH),
      });
      texts.push(...readFilesResultSchema.parse(answer).texts);
    }
    return texts;
  };

  /** Undefined where a file is gone; one that cannot be read is a fault of its own. */
  const libraryOf = async (uris: readonly string[], folderUri: string): Promise<FileChange[]> => {
    const texts = await read(uris);
    return uris.map((uri, index) => {
      const path = pathOf(uri);
      const text = texts[index] ?? null;
      return text === null
        ? { path, entries: [], faults: [{ path, line: 0, message: 'The file cannot be read.' }] }
        : change(path, relativePath(uri, folderUri), text);
    });
  };

  return {
    today: machineToday,

    bundledLibrary: () =>
      Promise.resolve(
        seeds.map(({ path, text }) => {
          const { entries, faults } = readLibraryFile(path, text);
          const bundled = entries.map((entry) => ({ ...entry, origin: { ...entry.origin, bundled: true } }));
          return { path, entries: bundled, faults };
        }),
      ),

    async readFolder(uri) {
      const uris = await list(uri);
      return {
        library: await libraryOf(uris.filter(isLibraryFile), uri),
        paths: uris.map((each) => relativePath(each, uri)),
        faults: [],
      };
    },

    async readLibraryPath(path, folderUri) {
      const isWhole = /^(?:[a-z]:|[/\\~])/i.test(path);
      if (isWhole || folderUri === undefined)
        return {
          files: [],
          faults: [
            `A browser cannot read ${path}. Name a path inside the folder, or open it in VS Code on the desktop.`,
          ],
        };
      const target = `${folderUri.replace(/\/?$/, '/')}${path.replace(/^(?:\.\/)+/, '').replace(/\/$/, '')}`;
      const uris = (await list(folderUri)).filter((uri) => uri === target || uri.startsWith(`${target}/`));
      return uris.length === 0
        ? { files: [], faults: [`The library ${path} cannot be read: there is no such file in this folder.`] }
        : { files: await libraryOf(uris, folderUri), faults: [] };
    },

    openLibrary: (address) =>
      Promise.resolve({
        kind: 'fault',
        message: `A browser cannot ask the library ${address}. Open the folder in VS Code on the desktop, where an index of arXiv and the libraries of others can be asked.`,
      }),

    // All that a browser reads lies in the folder, which is watched.
    findLibraryPath: () => Promise.resolve(undefined),

    async readLibraryFile(uri, folderUri, _cacheFolder, isNamed = false) {
      if (!isNamed && !isLibraryFile(uri)) return undefined;
      const [text] = await read([uri]);
      const path = pathOf(uri);
      return typeof text === 'string'
        ? change(path, relativePath(uri, folderUri), text)
        : { path, entries: [] };
    },

    readText: async (uri) => (await read([uri]))[0] ?? undefined,

    async readNotes(folderUri) {
      const uris = (await list(folderUri)).filter(isNoteFile);
      const texts = await read(uris);
      const notes: { uri: string; text: string }[] = [];
      const unreadable: string[] = [];
      for (const [index, uri] of uris.entries()) {
        const text = texts[index];
        if (typeof text === 'string') notes.push({ uri, text });
        else unreadable.push(`${pathOf(uri)} could not be read.`);
      }
      return { notes, unreadable };
    },

    relativePath,
    uriOf: (path) => URI.parse(path).toString(),

    lookUp: () =>
      Promise.resolve({
        status: 'offline',
        reason: 'a browser may not ask arXiv or the DOI services; use VS Code on the desktop',
      }),
  };
}

/** For people and for names of notes: the address with its blanks and accents. */
const pathOf = (uri: string): string => URI.parse(uri).toString(true);

function relativePath(uri: string, folderUri: string | undefined): string {
  const { path } = URI.parse(uri);
  const folder = folderUri === undefined ? undefined : URI.parse(folderUri).path.replace(/\/?$/, '/');
  return folder !== undefined && path.startsWith(folder)
    ? path.slice(folder.length)
    : path.replace(/^.*\//, '');
}

/** Ids relative to the folder, origins that can be opened. */
function change(path: string, name: string, text: string): FileChange {
  const { entries, faults } = readLibraryFile(name, text);
  return {
    path,
    entries: entries.map((entry): Entry => ({ ...entry, origin: { ...entry.origin, path } })),
    faults:
      isOwnFormat(path) || entries.length > 0
        ? faults.map((fault): LibraryFault => ({ ...fault, path }))
        : [],
  };
}
