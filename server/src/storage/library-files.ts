/** Reads library files from disk: the bundled seeds, named files and folders. Each root's files get ids relative to it. */
import { readFile, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { readLibraryFile, type Entry, type FileChange, type LibraryFault } from '#core';
import { isExportFolder } from '../team-library/export-folder.ts';
import { decodeReferences, decodeText } from './decode.ts';
import { statesOf, type LibraryCache, type State } from './library-cache.ts';
import { extensionOf, isNoteFile, isOwnFormat } from './library-names.ts';
import { packageRoot } from './package-root.ts';
import { NOTE_EXTENSIONS, reason, REFERENCE_EXTENSIONS, walk } from './walk.ts';

/** Files of a library named by the user: whatever a reader knows, when it says so itself. */
const NAMED_EXTENSIONS: ReadonlySet<string> = new Set([
  ...NOTE_EXTENSIONS,
  ...REFERENCE_EXTENSIONS,
  ...['.json', '.jsonl', '.ndjson', '.yaml', '.yml', '.opml', '.atom'],
]);

/** Everything read from some roots; a file that could not be read is a fault of its own. */
export interface LoadedFiles {
  readonly files: readonly FileChange[];
  /** Roots that do not exist or cannot be read, one sentence each. */
  readonly unreadable: readonly string[];
}

export async function loadBundledLibrary(): Promise<LoadedFiles> {
  const root = join(packageRoot(), 'seeds');
  const { files } = await walk(
    root,
    (extension, path) => extension === '.md' || basename(path) === 'papers.json',
  );
  const read = await readAll(files, root);
  const bundled = (entry: Entry): Entry => ({ ...entry, origin: { ...entry.origin, bundled: true } });
  return { files: read.map((file) => ({ ...file, entries: file.entries.map(bundled) })), unreadable: [] };
}

/** What of a cache is needed to read by it. */
export type ReadFiles = Pick<LibraryCache, 'open' | 'find' | 'keep'>;

/** A path given by `--library` or `inquiry.library.paths`: a file, or a folder with all that is below it. */
export async function loadLibraryPath(path: string, cache?: ReadFiles): Promise<LoadedFiles> {
  let isFolder: boolean;
  try {
    isFolder = (await stat(path)).isDirectory();
  } catch (error) {
    return { files: [], unreadable: [`The library ${path} cannot be read: ${reason(error)}.`] };
  }
  if (!isFolder) return { files: await readAll([path], dirname(path), cache, true), unreadable: [] };
  const walked = await walk(
    path,
    (extension, file) =>
      NAMED_EXTENSIONS.has(extension) && (isNoteFile(file) || !NOTE_EXTENSIONS.has(extension)),
  );
  const { faults } = walked;
  const files = await withoutExports(walked.files);
  return { files: await readAll(files, path, cache), unreadable: faults };
}

/** An export of this very library may lie beside what it was made from: its files are for asking, and say the same again. */
async function withoutExports(files: readonly string[]): Promise<readonly string[]> {
  const folders = files.filter((file) => basename(file) === 'entries.jsonl').map((file) => dirname(file));
  const areExports = await Promise.all(folders.map(isExportFolder));
  const exports = folders.filter((_, at) => areExports[at]);
  return exports.length === 0
    ? files
    : files.filter((file) => !exports.some((folder) => file.startsWith(folder + sep)));
}

/** A note may name the very file that `--library` does: read as one, its keys are nobody else's. */
export function eachFileOnce(files: readonly FileChange[]): FileChange[] {
  const seen = new Set<string>();
  return files.filter(({ path }) => {
    const whole = resolve(path);
    return !seen.has(whole) && seen.add(whole);
  });
}

/**
 * The files' entries, in the order of the paths; those that the cache holds as they are now are not read again. `named`: the user
 * said that these are references, so that one without any is told of.
 */
export async function readAll(
  paths: readonly string[],
  root: string,
  cache?: ReadFiles,
  named = false,
): Promise<FileChange[]> {
  const [states] = await Promise.all([cache ? statesOf(paths) : [], cache?.open()]);
  const read: FileChange[] = new Array<FileChange>(paths.length);
  let next = 0;
  // As many at once as disks like; the order of the result is that of the paths.
  await Promise.all(
    Array.from({ length: Math.min(16, paths.length) }, async () => {
      for (let index = next++; index < paths.length; index = next++) {
        const path = paths[index] ?? '';
        const state = states[index];
        const known = state && cache?.find(path, state);
        read[index] = known
          ? heard(known, named)
          : await readOne(path, root, cache && state && { cache, state }, named);
      }
    }),
  );
  return read;
}

/** One file's entries, with ids relative to the root and origins that can be opened. `keep`: its state just before, and where to keep what is read. */
export async function readOne(
  path: string,
  root: string,
  keep?: { readonly cache: ReadFiles; readonly state: State },
  named = false,
): Promise<FileChange> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    return {
      path,
      entries: [],
      faults: [{ path, line: 0, message: `The file cannot be read: ${reason(error)}.` }],
    };
  }
  const isNote = NOTE_EXTENSIONS.has(extensionOf(path));
  const { text, fault } = isNote ? decodeText(bytes) : decodeReferences(bytes);
  let change = readText(path, root, text);
  if (fault !== undefined)
    change = {
      ...change,
      faults: [
        { path, line: fault.line, message: `The file is ${fault.message}` },
        ...(change.faults ?? []),
      ].sort((one, other) => one.line - other.line),
    };
  keep?.cache.keep(change, keep.state, bytes);
  return heard(change, named);
}

/** A `.json` or `.yaml` of a folder that holds no reference is somebody else's: nothing is said of it. */
function heard(change: FileChange, named: boolean): FileChange {
  const { path, entries } = change;
  return named || entries.length > 0 || isOwnFormat(path) ? change : { ...change, faults: [] };
}

function readText(path: string, root: string, text: string): FileChange {
  const name = relative(root, path).split(sep).join('/');
  const { entries, faults } = readLibraryFile(name === '' ? basename(path) : name, text);
  const at = <T extends { readonly path: string }>(place: T): T => ({ ...place, path });
  return {
    path,
    entries: entries.map((entry): Entry => ({ ...entry, origin: at(entry.origin) })),
    faults: faults.map((fault): LibraryFault => at(fault)),
  };
}
