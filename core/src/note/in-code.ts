/** Whether a place shows markup instead of using it: inside a block of code or a code span. */
import type { Block, Note } from './model.ts';

/** The innermost block at an offset; undefined between blocks. */
export const blockAt = ({ blocks }: Note, offset: number): Block | undefined =>
  blocks.findLast(({ span }) => span.start <= offset && offset < span.end);

export function isInCode(note: Note, offset: number): boolean {
  const block = blockAt(note, offset);
  if (block?.kind === 'code') return true;
  // An odd number of backticks before it on its line: a code span.
  const line = note.text.slice(note.text.lastIndexOf('\n', offset - 1) + 1, offset);
  return (line.match(/`/g)?.length ?? 0) % 2 === 1;
}
