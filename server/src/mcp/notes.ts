/** Reads notes for the tools: one that is named or given, or all below the open folders. Bounded, and never outside. */
import { readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { filesAmong, type Surroundings } from '#core';
import { decodeText } from '../storage/decode.ts';
import { extensionOf, isNoteFile } from '../storage/library-names.ts';
import { NOTE_EXTENSIONS, reason, walk } from '../storage/walk.ts';
import { isThere, type Folders, type Place } from './folders.ts';
import { Refusal } from './refusal.ts';

/** A book has about a million characters; a note of more is a mistake. */
export const LONGEST_TEXT = 1_000_000;
const LARGEST_FILE = 4 * LONGEST_TEXT;

/** Notes are read, and plain texts such as a saved reply; nothing else that lies in the folders. */
const READ: ReadonlySet<string> = new Set([...NOTE_EXTENSIONS, '.txt']);

/** By its name alone. */
export const isReadable = (path: string): boolean => READ.has(extensionOf(path));

export interface ReadNote {
  /** Whole, links followed; "-" for a text that came with the call. */
  readonly path: string;
  readonly shown: string;
  readonly text: string;
  /** A sentence on what was wrong with its bytes. */
  readonly warning?: string;
  readonly place?: Place;
}

/** The note at a path, or the text given in its stead; exactly one of both, or a Refusal that names the arguments. */
export async function readGiven(
  folders: Folders,
  { path, text }: { readonly path?: string | undefined; readonly text?: string | undefined },
  names: readonly [path: string, text: string] = ['path', 'text'],
): Promise<ReadNote> {
  if ((path === undefined) === (text === undefined))
    throw new Refusal(
      `Give either ${names[0]} (a note’s path) or ${names[1]} (its text)${path === undefined ? '' : ', not both'}.`,
    );
  if (text !== undefined) return { path: '-', shown: '-', text };
  return readOne(await folders.find(path ?? ''));
}

export interface ReadNotes {
  readonly notes: readonly ReadNote[];
  /** One sentence for each that could not be read. */
  readonly warnings: readonly string[];
}

/** Every note below the paths, or below all open folders; each once, in a fixed order. */
export async function readBelow(
  folders: Folders,
  paths: readonly string[],
  signal: AbortSignal,
): Promise<ReadNotes> {
  const starts =
    paths.length === 0
      ? (await folders.all()).map(({ real }) => real)
      : (await Promise.all(paths.map((path) => folders.find(path)))).map(({ path }) => path);
  const notes = new Map<string, ReadNote>();
  const warnings: string[] = [];
  for (const start of starts) {
    if (!(await stat(start)).isDirectory()) {
      const place = await folders.placeOf(start);
      if (place) notes.set(place.path, await readOne(place));
      continue;
    }
    const { files, faults, truncated } = await walk(start, (_extension, file) => isNoteFile(file));
    warnings.push(...faults);
    if (truncated)
      warnings.push(`${start} holds too many files; only the first were read. Name a smaller folder.`);
    for (const file of files) {
      signal.throwIfAborted();
      // A link may lead out of the folders; what it leads to is no note of theirs.
      const place = await folders.placeOf(file);
      if (!place || notes.has(place.path)) continue;
      try {
        notes.set(place.path, await readOne(place));
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
        warnings.push(error.message);
      }
    }
  }
  return { notes: [...notes.values()], warnings };
}

async function readOne(place: Place): Promise<ReadNote> {
  const { path, shown } = place;
  let bytes: Uint8Array;
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw new Refusal(`${shown} is a folder; name one note in it.`);
    if (!isReadable(path))
      throw new Refusal(`${shown} is no note: files ending in ${[...READ].join(', ')} are read.`);
    if (found.size > LARGEST_FILE)
      throw new Refusal(`${shown} is too large for a note (${String(Math.round(found.size / 1e6))} MB).`);
    bytes = await readFile(path);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`${shown} cannot be read: ${reason(error)}.`);
  }
  const { text, fault } = decodeText(bytes);
  if (text.slice(0, 8000).includes('\0'))
    throw new Refusal(`${shown} is no text file; save it as text or Markdown.`);
  return {
    path,
    shown,
    text,
    place,
    ...(fault === undefined ? {} : { warning: `${shown}: the file is ${fault.message}` }),
  };
}

/**
 * What stands around a note in its folder, so that a link to a file that exists is never called unknown. Of a note that was opened
 * by itself nothing is known.
 */
export async function surroundingsOf({ place }: ReadNote): Promise<Surroundings | undefined> {
  if (!place || place.folder.real === place.path) return undefined;
  const { folder } = place;
  const fromBase = (path: string): string => relative(folder.base, path).split(sep).join('/');
  const { files } = await walk(folder.base, () => true);
  const known = filesAmong(files.map(fromBase));
  return {
    path: fromBase(place.path),
    ...known,
    // Links may lead to folders that are not listed.
    hasFile: (wanted) => known.hasFile(wanted) || isThere(folder, join(folder.base, wanted)),
  };
}
