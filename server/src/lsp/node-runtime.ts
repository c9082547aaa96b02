/** The language server's runtime on Node: files from disk, the machine's date. */
import { extname, isAbsolute, join, normalize, relative, sep, dirname, basename } from 'node:path';
import { readFile, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { URI } from 'vscode-uri';
import { exportCited } from '../bibliography/export.ts';
import { bundledStyles } from '../bibliography/styles.ts';
import { ArxivClient } from '../lookup/arxiv-client.ts';
import { DoiClient } from '../lookup/doi-client.ts';
import { decodeReferences } from '../storage/decode.ts';
import { machineToday } from '../storage/today.ts';
import { LibraryCaches } from '../storage/library-caches.ts';
import { statesOf } from '../storage/library-cache.ts';
import { loadBundledLibrary, loadLibraryPath, readAll, readOne } from '../storage/library-files.ts';
import { readNotes } from '../storage/notes.ts';
import { isLibraryFile } from '../storage/library-names.ts';
import { walk } from '../storage/walk.ts';
import { wholePath } from '../storage/whole-path.ts';
import { openLibrary } from '../team-library/open-library.ts';
import { ZoteroSource } from '../zotero/zotero-source.ts';
import { sweep } from './give-back.ts';
import type { ServerRuntime } from './runtime.ts';

/** A path of the settings as an absolute one: from the folder, or from the user's home where it begins with "~". */
function libraryRoot(path: string, folderUri: string | undefined): string | undefined {
  const whole = wholePath(path, folderUri === undefined ? undefined : URI.parse(folderUri).fsPath);
  return whole === undefined ? undefined : normalize(whole);
}

export function makeNodeRuntime(): ServerRuntime {
  const caches = new LibraryCaches();
  return {
    today: machineToday,

    async bundledLibrary() {
      return (await loadBundledLibrary()).files;
    },

    async readFolder(uri, cacheFolder) {
      const root = URI.parse(uri).fsPath;
      const { files, faults, truncated } = await walk(root, () => true);
      const paths = files.filter((path) => isLibraryFile(path));
      const cache = caches.of(root, cacheFolder);
      const library = await readAll(paths, root, cache);
      return {
        library,
        paths: files.map((path) => relative(root, path).split(sep).join('/')),
        faults: [
          ...faults,
          ...(truncated
            ? [`${root} holds too many files to read; only the first were. Open a smaller folder.`]
            : []),
          ...caches.loaded(root, paths),
        ],
      };
    },

    async readLibraryPath(path, folderUri, cacheFolder) {
      const root = libraryRoot(path, folderUri);
      if (root === undefined) return { files: [], faults: [] };
      const { files, unreadable } = await loadLibraryPath(root, caches.of(root, cacheFolder));
      const damage = caches.loaded(
        root,
        files.map((file) => file.path),
      );
      return { files, faults: [...unreadable, ...damage] };
    },

    async findLibraryPath(path, folderUri) {
      const root = libraryRoot(path, folderUri);
      const found = root === undefined ? undefined : await stat(root).catch(() => undefined);
      // A file that an exporter has yet to write is waited for.
      if (root === undefined || (found === undefined && extname(root) === '')) return undefined;
      return { uri: URI.file(root).toString().replace(/\/$/, ''), isFolder: found?.isDirectory() === true };
    },

    openLibrary: (address, folderUri) =>
      openLibrary(address, folderUri === undefined ? undefined : URI.parse(folderUri).fsPath),

    async readLibraryFile(uri, folderUri, cacheFolder, isNamed = false) {
      const path = URI.parse(uri).fsPath;
      if (!isNamed && !isLibraryFile(path)) return undefined;
      const root = folderUri === undefined ? dirname(path) : URI.parse(folderUri).fsPath;
      const [state] = await statesOf([path]);
      if (state?.isFile !== true) return { path, entries: [] };
      const cache = folderUri === undefined ? undefined : caches.of(root, cacheFolder);
      const change = await readOne(path, root, cache && { cache, state }, isNamed);
      caches.changed(root);
      return change;
    },

    async readText(uri) {
      try {
        return decodeReferences(await readFile(URI.parse(uri).fsPath)).text.replace(/^\uFEFF/, '');
      } catch {
        // Gone, or not to be read: whoever asks says what follows.
        return undefined;
      }
    },

    async readNotes(folderUri) {
      const { notes, unreadable } = await readNotes([URI.parse(folderUri).fsPath]);
      return { notes: notes.map(({ path, text }) => ({ uri: URI.file(path).toString(), text })), unreadable };
    },

    relativePath(uri, folderUri) {
      const parsed = URI.parse(uri);
      if (folderUri === undefined || parsed.scheme !== 'file') return basename(parsed.path);
      return relative(URI.parse(folderUri).fsPath, parsed.fsPath).split(sep).join('/');
    },

    uriOf: (path) => URI.file(path).toString(),

    async lookUp({ type, id }, cacheFolder, signal) {
      const folder = cacheFolder ?? join(tmpdir(), 'inquiry-look-ups');
      if (type === 'doi') return new DoiClient({ folder }).lookUp(id, { signal });
      // For tests: a stand-in that speaks arXiv's protocol.
      const endpoint = process.env.INQUIRY_ARXIV_ENDPOINT;
      const client = new ArxivClient({ folder, ...(endpoint === undefined ? {} : { endpoint }) });
      return (await client.lookUp([id], { signal })).get(id) ?? { status: 'not-found' };
    },

    sweep,

    bibliography: {
      styles: bundledStyles,
      exportCited,
      stylePath: (written, folderUri) =>
        /\.(?:csl|xml)$/i.test(written) && !isAbsolute(written) && folderUri !== undefined
          ? join(URI.parse(folderUri).fsPath, written)
          : written,
    },

    zotero: {
      connect: (port, cacheFolder) =>
        new ZoteroSource({
          port,
          ...(cacheFolder === undefined
            ? {}
            : { keptIn: join(cacheFolder, 'zotero', `${String(port)}.json`) }),
        }),
      pauseMilliseconds: 30_000,
    },
  };
}
