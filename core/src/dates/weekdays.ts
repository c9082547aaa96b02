/** Days of the week: "Friday", "last Tuesday", "this past Sat"; short forms need words around them that dates have. */
import type { Cursor } from './cursor.ts';
import { found } from './found.ts';
import type { Found } from './meaning.ts';

export function weekday(c: Cursor, i: number): Found | undefined {
  const token = c.token(i);
  const word = c.word(i, 'weekday');
  if (!token || !word) return undefined;
  const before = c.text.slice(Math.max(0, token.start - 16), token.start);
  const after = c.text.slice(token.end, token.end + 12);
  if (/[-\w/_@.#]$/.test(before) || /^[_/@\w]/.test(after)) return undefined;
  // "Every Monday" is a set of days and no date.
  if (/\b(?:every|each) (?:other |second )?$/i.test(before)) return undefined;
  const shift = c.near(i - 1) ? c.word(i - 1, 'shift') : undefined;
  if (!shift && word.short && !isShortDay(c, i, before, after)) return undefined;
  const ofWeek = shift ? undefined : weekBehind(c, i);
  if (ofWeek)
    return found(c, i, ofWeek.to, {
      type: 'weekday',
      weekday: word.weekday,
      amount: ofWeek.amount,
      ofWeek: true,
    });
  if (!shift) return found(c, i, i, { type: 'weekday', weekday: word.weekday, amount: undefined });
  const two = /^(?:past|coming)$/.test(c.token(i - 1)?.lower ?? '') && c.is(i - 2, 'this') && c.near(i - 2);
  return found(c, two ? i - 2 : i - 1, i, {
    type: 'weekday',
    weekday: word.weekday,
    amount: shift.amount,
  });
}

/** "Monday next week", "Tuesday of last week", "Montag nächster Woche": the week and its last token. */
function weekBehind(c: Cursor, i: number): { amount: -1 | 0 | 1; to: number } | undefined {
  if (!c.near(i)) return undefined;
  const at = c.is(i + 1, 'of') && c.near(i + 1) ? i + 2 : i + 1;
  const shift = c.word(at, 'shift');
  const unit = c.near(at) ? c.word(at + 1, 'unit') : undefined;
  return shift?.from === 'anchor' && unit?.unit === 'W' && !unit.plural && unit.times === 1
    ? { amount: shift.amount, to: at + 1 }
    : undefined;
}

/** "on Tue", "till fri?", "Sat, 12 May"; "sat" and "sun" are other words too. */
function isShortDay(c: Cursor, i: number, before: string, after: string): boolean {
  const token = c.token(i);
  const word = c.word(i, 'weekday');
  if (!token || !word) return false;
  const capital = /^[A-Z]/.test(c.text.charAt(token.start));
  if (!capital)
    return (
      /\b(?:on|by|till?|until|or) $/i.test(before) &&
      word.weekday !== 7 &&
      /^(?:[.,!?;:)]|$| (?:at|and|or|&|to|night|morning|afternoon|evening)\b)/i.test(after)
    );
  return /\b(?:on|by|till?|until|from|to|and|or|next|every|last) $/i.test(before) || /^\.?,? \d/.test(after);
}
