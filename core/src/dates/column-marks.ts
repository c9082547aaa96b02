/** Dates in a table's column that is headed "Checked", "Verified on", "Valid until": each says of its row when somebody looked. */
import type { Block, Note } from '../note/model.ts';
import type { DateMark } from './date-marks.ts';
import type { UnreadDate } from './front-matter-dates.ts';
import { markOf } from './marked-day.ts';
import type { DateExpression } from './model.ts';

/** "Updated" and "tested" more often tell of the thing in the row than of the row. */
const CHECKED = /^(?:(?:last )?(?:checked|verified|re-?tested)|as of)(?: on)?$/i;
const EXPIRES = /^(?:expires|expiry|valid until|review by|next review|review due)$/i;

/** In document order. */
export function columnMarks(note: Note, dates: readonly DateExpression[]): (DateMark | UnreadDate)[] {
  const heads = note.blocks.filter(({ kind, header, prose }) => {
    if (kind !== 'cell' || header !== true || prose === undefined) return false;
    const words = prose.text.trim();
    return CHECKED.test(words) || EXPIRES.test(words);
  });
  if (heads.length === 0) return [];
  const marks: (DateMark | UnreadDate)[] = [];
  for (const cell of note.blocks) {
    if (cell.kind !== 'cell' || cell.header === true) continue;
    const head = heads.find(
      (one) => one.column === cell.column && tableOf(note, one) === tableOf(note, cell),
    );
    const date = head && dates.find(({ span }) => span.start >= cell.span.start && span.end <= cell.span.end);
    if (!date) continue;
    const words = (head.prose?.text ?? '').trim().toLowerCase();
    const kind = EXPIRES.test(words) ? 'expires' : 'checked';
    const mark = markOf(date, { kind, words });
    if (mark) marks.push(mark);
  }
  return marks;
}

/** The index of the table that a cell stands in. */
function tableOf(note: Note, cell: Block): number | undefined {
  let block: Block | undefined = cell;
  while (block && block.kind !== 'table')
    block = block.parent === undefined ? undefined : note.blocks[block.parent];
  return block?.index;
}
