/** Which headings a block stands under. */
import type { Note } from './model.ts';

/** Visible text of the nearest heading above a block; empty at the top. */
export function headingTextOf(note: Note, block: number | undefined): string {
  const heading = block === undefined ? undefined : note.blocks[block]?.heading;
  return heading === undefined ? '' : (note.blocks[heading]?.prose?.text ?? '');
}

/** Indexes into `Note.blocks`, the nearest heading first; empty above the first heading. A heading does not stand under itself. */
export function headingsAbove(note: Note, block: number | undefined): number[] {
  const above: number[] = [];
  let level = 7;
  const start = block === undefined ? undefined : note.blocks[block]?.heading;
  for (let index = start; index !== undefined; index = note.blocks[index]?.heading) {
    const own = note.blocks[index]?.level ?? 7;
    if (own >= level) continue;
    level = own;
    above.push(index);
  }
  return above;
}
