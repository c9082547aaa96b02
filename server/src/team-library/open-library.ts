/** What an address of a library means: an index of arXiv, a static export here or on the web, a search index, or a plain folder. */
import { open, stat } from 'node:fs/promises';
import { ArxivLibrary } from '../arxiv-index/arxiv-library.ts';
import { wholePath } from '../storage/whole-path.ts';
import { isExportFolder } from './export-folder.ts';
import { OpenSearchLibrary } from './open-search.ts';
import type { RemoteLibrary } from './port.ts';
import { filesAt, filesIn } from './static-files.ts';
import { StaticLibrary } from './static-library.ts';

export type OpenedLibrary =
  | { readonly kind: 'library'; readonly library: RemoteLibrary }
  /** Ordinary references and notes, to be read like any others: a file or a folder. */
  | { readonly kind: 'files'; readonly path: string }
  /** One clear sentence. */
  | { readonly kind: 'fault'; readonly message: string };

/** `folder`: what relative paths count from. Nothing is asked of a host before the first look-up. */
export async function openLibrary(address: string, folder?: string): Promise<OpenedLibrary> {
  const search = /^(?:opensearch|elasticsearch):\s*(.+)$/i.exec(address)?.[1];
  const url = search ?? address;
  if (search !== undefined || /^https?:\/\//i.test(address)) {
    if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
      return {
        kind: 'fault',
        message: `The library ${address} is no address that can be asked; write https://host/path.`,
      };
    if (search === undefined) return { kind: 'library', library: new StaticLibrary(filesAt(url)) };
    // Never in a settings file, which others may read.
    const authorization = process.env.INQUIRY_LIBRARY_AUTHORIZATION;
    return {
      kind: 'library',
      library: new OpenSearchLibrary({
        address: url,
        ...(authorization === undefined ? {} : { authorization }),
      }),
    };
  }
  const path = wholePath(address, folder);
  if (path === undefined)
    return {
      kind: 'fault',
      message: `The library ${address} is a relative path, and no folder is open; write the whole path.`,
    };
  try {
    if (!(await stat(path)).isDirectory())
      return (await isDatabase(path))
        ? { kind: 'library', library: await ArxivLibrary.open(path) }
        : { kind: 'files', path };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return {
      kind: 'fault',
      message:
        code === 'ENOENT'
          ? `The library ${path} cannot be read: there is no such file or folder.`
          : code === undefined
            ? message
            : `The library ${path} cannot be read (${code}).`,
    };
  }
  return (await isExportFolder(path))
    ? { kind: 'library', library: new StaticLibrary(filesIn(path)) }
    : { kind: 'files', path };
}

/** By name, or by how every SQLite file begins: https://www.sqlite.org/fileformat.html#the_database_header */
async function isDatabase(path: string): Promise<boolean> {
  if (/\.(?:db|sqlite3?)$/i.test(path)) return true;
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(16), 0, 16, 0);
    return bytesRead === 16 && buffer.toString('latin1').startsWith('SQLite format 3');
  } finally {
    await file.close();
  }
}
