/** Dates in a table's column that is headed "Checked", "Verified on", "Valid until": each says of its row when somebody looked. */
import type { Note } from '../note/model.ts';
import { compareSpans, contains } from '../text/span.ts';
import type { DateMark } from './date-marks.ts';
import type { UnreadDate } from './front-matter-dates.ts';
import { markOf } from './marked-day.ts';
import type { DateExpression } from './model.ts';
import { columnsHeaded } from './table-columns.ts';

/** "Updated" and "tested" more often tell of the thing in the row than of the row. */
const CHECKED = /^(?:(?:last )?(?:checked|verified|re-?tested)|as of)(?: on)?$/i;
const EXPIRES = /^(?:expires|expiry|valid until|review by|next review|review due)$/i;

/** In document order. */
export function columnMarks(note: Note, dates: readonly DateExpression[]): (DateMark | UnreadDate)[] {
  const marks: (DateMark | UnreadDate)[] = [];
  for (const { words, cells } of columnsHeaded(note, (head) => CHECKED.test(head) || EXPIRES.test(head)))
    for (const cell of cells) {
      const date = dates.find(({ span }) => contains(cell.span, span));
      const kind = EXPIRES.test(words) ? 'expires' : 'checked';
      const mark = date && markOf(date, { kind, words: words.toLowerCase() });
      if (mark) marks.push(mark);
    }
  return marks.sort((a, b) => compareSpans(a.span, b.span));
}
