/** Reads the notes named on the command line or found in a workspace. */
import { readFile, stat } from 'node:fs/promises';
import { dirname, extname, resolve } from 'node:path';
import { decodeText } from './decode.ts';
import { isNoteFile } from './library-names.ts';
import { NOTE_EXTENSIONS, reason, walk } from './walk.ts';

export interface NoteFile {
  readonly path: string;
  readonly text: string;
  /** A sentence on what was wrong with its bytes. */
  readonly warning?: string;
}

export interface NoteFiles {
  readonly notes: readonly NoteFile[];
  /** One clear sentence for each path that could not be read. */
  readonly unreadable: readonly string[];
}

/**
 * Files as named; folders with every note below them, but for what lies right in `templates`, which holds none. The order is that of
 * the names, folders sorted.
 */
export async function readNotes(paths: readonly string[], templates?: string): Promise<NoteFiles> {
  const withoutNotes = templates === undefined ? undefined : resolve(templates);
  const notes: NoteFile[] = [];
  const unreadable: string[] = [];
  const seen = new Set<string>();
  for (const path of paths) {
    for (const file of await filesOf(path, unreadable, withoutNotes)) {
      if (seen.has(file)) continue;
      seen.add(file);
      try {
        const { text, fault } = decodeText(await readFile(file));
        notes.push(
          fault === undefined
            ? { path: file, text }
            : { path: file, text, warning: `${file}: the file is ${fault.message}` },
        );
      } catch (error) {
        unreadable.push(`${file}: cannot be read (${reason(error)}).`);
      }
    }
  }
  return { notes, unreadable };
}

async function filesOf(
  path: string,
  unreadable: string[],
  withoutNotes: string | undefined,
): Promise<readonly string[]> {
  try {
    if (!(await stat(path)).isDirectory()) return [path];
  } catch (error) {
    unreadable.push(`${path}: cannot be read (${reason(error)}).`);
    return [];
  }
  const { files, misnamed, faults, truncated } = await walk(
    path,
    (_extension, file) =>
      isNoteFile(file) && (withoutNotes === undefined || resolve(dirname(file)) !== withoutNotes),
  );
  const asked = NOTE_EXTENSIONS.has(extname(path).toLowerCase()) ? [path] : [];
  for (const folder of [...asked, ...misnamed])
    unreadable.push(`${folder}: is a folder with the name of a note; only the notes below it were read.`);
  unreadable.push(...faults);
  if (truncated)
    unreadable.push(`${path}: holds too many files; only the first were checked. Name a smaller folder.`);
  return files;
}
