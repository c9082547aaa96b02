/** A day of checking or expiry in the writer's own words, for a message: the reader is to find them again. */
import type { Note } from '../note/model.ts';
import type { Span } from '../text/span.ts';

/** How far before its day a mark's words are looked for. */
const BEFORE = 64;

/**
 * "Last updated: 3 May 2025" of "**Last updated:** 3 May 2025". The words are known in lower case, and may stand elsewhere, at
 * the head of a column or in parts in front matter: then they are set as a label.
 */
export function quotedMark({ text }: Note, words: string, { start, end }: Span): string {
  const day = text.slice(start, end).replaceAll(/\s+/g, ' ');
  const before = text.slice(Math.max(0, start - BEFORE), start);
  const at = before.toLowerCase().lastIndexOf(words);
  const written = before.slice(at, at + words.length);
  const between = before.slice(at + words.length).replaceAll(/[*_"']/g, '');
  if (at === -1 || written.toLowerCase() !== words || /[\n|-]/.test(between)) return `${words}: ${day}`;
  return `${written}${between}${day}`.replaceAll(/\s+/g, ' ');
}
