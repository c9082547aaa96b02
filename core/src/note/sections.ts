/** Which headings a block stands under. */
import type { Note } from './model.ts';
import { Once } from '../text/once.ts';

/** Visible text of the nearest heading above a block; empty at the top. */
export function headingTextOf(note: Note, block: number | undefined): string {
  const heading = block === undefined ? undefined : note.blocks[block]?.heading;
  return heading === undefined ? '' : (note.blocks[heading]?.prose?.text ?? '');
}

const known = new Once<Note, ReadonlyMap<number, number | undefined>>('headings over headings');

/** Of each heading, the one that it stands under: the nearest above of a lower level. Worked out once for a note. */
const parentsOf = (note: Note): ReadonlyMap<number, number | undefined> =>
  known.of(note, () => findParents(note));

function findParents(note: Note): ReadonlyMap<number, number | undefined> {
  const parents = new Map<number, number | undefined>();
  for (const { kind, index, heading, level = 1 } of note.blocks) {
    if (kind !== 'heading') continue;
    let over = heading;
    while (over !== undefined && (note.blocks[over]?.level ?? 1) >= level) over = parents.get(over);
    parents.set(index, over);
  }
  return parents;
}

/** Indexes into `Note.blocks`, the nearest heading first; empty above the first heading. A heading does not stand under itself. */
export function headingsAbove(note: Note, block: number | undefined): number[] {
  const parents = parentsOf(note);
  const above: number[] = [];
  const nearest = block === undefined ? undefined : note.blocks[block]?.heading;
  for (let at = nearest; at !== undefined; at = parents.get(at)) above.push(at);
  return above;
}

/** The headings whose words a pattern matches. */
export function headingsLike(note: Note, pattern: RegExp): ReadonlySet<number> {
  const found = new Set<number>();
  for (const { kind, index, prose } of note.blocks)
    if (kind === 'heading' && pattern.test(prose?.text ?? '')) found.add(index);
  return found;
}

/** Whether one of these headings is above a block, by `headingsAbove`. */
export function standsUnder(note: Note, block: number, headings: ReadonlySet<number>): boolean {
  if (headings.size === 0) return false;
  const parents = parentsOf(note);
  for (let at = note.blocks[block]?.heading; at !== undefined; at = parents.get(at))
    if (headings.has(at)) return true;
  return false;
}
