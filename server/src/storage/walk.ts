/** Lists the files below a folder that Inquiry may read, in a fixed order, without what tools keep for themselves. */
import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { NOTE_EXTENSIONS } from './library-names.ts';

export { NOTE_EXTENSIONS, REFERENCE_EXTENSIONS } from './library-names.ts';

const SKIPPED = new Set([
  'node_modules',
  'bower_components',
  'vendor',
  'dist',
  'out',
  'build',
  'target',
  '__pycache__',
  'venv',
]);

export interface Walked {
  readonly files: readonly string[];
  /** Folders with a note's name, such as `x.md`; what is below them is listed like the rest. */
  readonly misnamed: readonly string[];
  /** Folders that could not be listed, one sentence each. */
  readonly faults: readonly string[];
  /** Listing stopped here: the folder holds more than a library would (a home folder, say). */
  readonly truncated: boolean;
}

/** More files than this are no notes of one person: the editor must not hang on an opened home folder. */
export const MOST_FILES = 100_000;

export async function walk(
  folder: string,
  accepts: (extension: string, path: string) => boolean,
): Promise<Walked> {
  const files: string[] = [];
  const misnamed: string[] = [];
  const faults: string[] = [];
  let seen = 0;
  const visit = async (path: string): Promise<void> => {
    let entries;
    try {
      entries = await readdir(path, { withFileTypes: true });
    } catch (error) {
      faults.push(`${path} could not be listed (${reason(error)}).`);
      return;
    }
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      if (++seen > MOST_FILES) return;
      const child = join(path, entry.name);
      // Links to folders are not followed: they may lead in circles.
      if (entry.isDirectory()) {
        if (entry.name.startsWith('.') || SKIPPED.has(entry.name)) continue;
        if (NOTE_EXTENSIONS.has(extname(entry.name).toLowerCase())) misnamed.push(child);
        await visit(child);
      } else if (
        (entry.isFile() || entry.isSymbolicLink()) &&
        accepts(extname(entry.name).toLowerCase(), child)
      )
        files.push(child);
    }
  };
  await visit(folder);
  return { files, misnamed, faults, truncated: seen > MOST_FILES };
}

export const reason = (error: unknown): string => {
  const code = (error as NodeJS.ErrnoException).code;
  switch (code) {
    case 'ENOENT':
      return 'there is no such file';
    case 'EACCES':
    case 'EPERM':
      return 'no permission to read it';
    case 'EISDIR':
      return 'it is a folder';
    default:
      return error instanceof Error ? error.message : String(error);
  }
};
