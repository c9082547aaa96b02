/** Whether a place shows markup instead of using it: inside a block of code or a code span. */
import type { Note } from './model.ts';

export function isInCode(note: Note, offset: number): boolean {
  const block = note.blocks.findLast(({ span }) => span.start <= offset && offset < span.end);
  if (block?.kind === 'code') return true;
  // An odd number of backticks before it on its line: a code span.
  const line = note.text.slice(note.text.lastIndexOf('\n', offset - 1) + 1, offset);
  return (line.match(/`/g)?.length ?? 0) % 2 === 1;
}
