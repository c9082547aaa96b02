/** The year that words behind a month, a day or a quarter tell: "March last year", "June 30 next year", "January 24 of the same year". */
import type { Cursor } from './cursor.ts';
import type { Point } from './meaning.ts';

interface YearAfter {
  readonly yearShift: NonNullable<Point['yearShift']>;
  /** Its last token. */
  readonly to: number;
}

export function yearShiftAfter(c: Cursor, last: number): YearAfter | undefined {
  if (!c.near(last)) return undefined;
  let at = last + 1;
  const of = c.is(at, 'of') && c.near(at);
  if (of) at++;
  if (of && /^(?:the|that)$/.test(c.token(at)?.lower ?? '') && c.near(at) && c.word(at + 1, 'shift')) at++;
  const shift = c.word(at, 'shift');
  const unit = c.near(at) ? c.word(at + 1, 'unit') : undefined;
  if (!shift || unit?.unit !== 'Y' || unit.plural) return undefined;
  const genitive = unit.german === true && c.is(at + 1, 'jahres');
  if (!of && !genitive && !/^(?:last|this|next)$/.test(c.token(at)?.lower ?? '')) return undefined;
  return { yearShift: { amount: shift.amount, from: shift.from }, to: at + 1 };
}
