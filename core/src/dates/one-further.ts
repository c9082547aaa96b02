/** One step beyond the nearest: "the day before yesterday", "the week after next", "vorletzte Woche". */
import { before, spanning } from './around.ts';
import type { Cursor } from './cursor.ts';
import type { Found } from './meaning.ts';

/** The expression whose unit of time stands at token `i`. */
export function oneFurther(c: Cursor, i: number): Found | undefined {
  const unit = c.word(i, 'unit');
  if (!unit || unit.plural || !/^(?:[DWMY]|DE|WE)$/.test(unit.unit)) return undefined;
  if (unit.german) {
    const adjective = GERMAN.exec(before(c, i, 14))?.[0];
    if (adjective === undefined) return undefined;
    const amount = /^v/i.test(adjective) ? -2 : 2;
    const whole = spanning(c, i, i, { type: 'shift', unit: unit.unit, amount, from: 'anchor' });
    return { ...whole, start: whole.start - adjective.length };
  }
  const side = c.is(i + 1, 'before') ? -1 : c.is(i + 1, 'after') ? 1 : undefined;
  if (side === undefined || !c.near(i) || !c.near(i + 1)) return undefined;
  const step =
    unit.unit === 'D'
      ? c.word(i + 2, 'deictic')?.days
      : /^(?:last|next)$/.test(c.token(i + 2)?.lower ?? '') && endsThere(c, i + 2)
        ? c.word(i + 2, 'shift')?.amount
        : undefined;
  if (step !== side) return undefined;
  const article = c.is(i - 1, 'the') && c.near(i - 1);
  // "A day after tomorrow’s talk" is counted from the talk.
  if (
    !article &&
    /\w $/.test(before(c, i, 2)) &&
    !/\b(?:until|till|by|for|from|of|on) $/i.test(before(c, i, 6))
  )
    return undefined;
  const amount = 2 * side * unit.times;
  return spanning(c, article ? i - 1 : i, i + 2, { type: 'shift', unit: unit.unit, amount, from: 'anchor' });
}

/** "The week before last week’s talk" and "the year after next March" go on. */
const endsThere = (c: Cursor, i: number): boolean => {
  const next = c.token(i + 1);
  return !c.near(i) || (next !== undefined && !/^(?:unit|month|season|weekday)$/.test(next.word?.kind ?? ''));
};

const GERMAN = /(?<!\p{L})(?:vorletzt|übernächst)e[nmrs]? $/iu;
