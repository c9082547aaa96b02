/** Commands on one note: reads it (a file, or "-" for standard input) and analyses it. */
import { basename } from 'node:path';
import { analyse, parseNote, type Analysis, type CalendarDate, type Library, type Settings } from '#core';
import { decodeText } from '../storage/decode.ts';
import { readNotes } from '../storage/notes.ts';
import { UsageError } from './options.ts';
import type { Terminal } from './terminal.ts';

/** Undefined, after a sentence on standard error, when the file cannot be read. */
export async function readOneNote(
  command: string,
  positionals: readonly string[],
  terminal: Terminal,
): Promise<{ path: string; text: string } | undefined> {
  const [path, ...rest] = positionals;
  if (path === undefined || rest.length > 0)
    throw new UsageError(`inquiry ${command} takes one file, or “-” for standard input.`);
  const refuse = (name: string): undefined =>
    void terminal.complain(`${name}: is no text file; save it as text or Markdown.`);
  if (path === '-') {
    const { text, fault } = decodeText(await terminal.readInput());
    if (isBinary(text)) return refuse('standard input');
    if (fault !== undefined) terminal.complain(`standard input is ${fault.message}`);
    return { path, text };
  }
  const { notes, unreadable } = await readNotes([path]);
  for (const message of unreadable) terminal.complain(message);
  const [note] = notes;
  if (!note) {
    if (unreadable.length === 0) terminal.complain(`${path}: is a folder without notes; name one file.`);
    return undefined;
  }
  if (notes.length > 1) throw new UsageError(`${path} is a folder; inquiry ${command} takes one file.`);
  if (isBinary(note.text)) return refuse(path);
  if (note.warning !== undefined) terminal.complain(note.warning);
  return note;
}

/** A picture, a PDF, a document of an office: as Git tells them, https://git-scm.com/docs/gitattributes#_diff */
const isBinary = (text: string): boolean => text.slice(0, 8000).includes('\0');

export function analyseNote(
  file: { readonly path: string; readonly text: string },
  library: Library,
  settings: Settings,
  today: CalendarDate,
): Analysis {
  return analyse(parseNote(file.text), library, settings, today);
}

/** For messages: "standard input" or the file's name. */
export const shownName = (path: string): string => (path === '-' ? 'standard input' : basename(path));
