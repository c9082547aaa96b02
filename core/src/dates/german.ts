/** What German writes otherwise than English: "vor zwei Jahren", "1. Quartal", "die 1990er", "Ende des Jahres", "März letzten Jahres". */
import type { Cursor } from './cursor.ts';
import { found, point } from './found.ts';
import type { Found } from './meaning.ts';

/** Whether the counted stretch that begins at the token lies in the past: "vor rund zehn Jahren". */
export const isAgo = (c: Cursor, from: number): boolean => c.is(from - 1, 'vor') && c.near(from - 1);

/** "morgen" is tomorrow; "am Morgen", "heute Morgen", "heute morgen" are mornings. */
export const isMorning = (c: Cursor, i: number): boolean =>
  c.is(i, 'morgen') &&
  (c.text.charAt(c.token(i)?.start ?? 0) === 'M' ||
    (c.near(i - 1) && c.word(i - 1, 'deictic') !== undefined));

/** "1. Quartal 2025", "19. Jahrhundert", "2. Halbjahr 2024": the number with its full stop. */
export const isNumberedStretch = (c: Cursor, i: number): boolean =>
  c.gap(i) === 'dot' &&
  (c.token(i)?.digits ?? 0) > 0 &&
  (c.token(i)?.digits ?? 0) <= 2 &&
  (c.is(i + 1, 'halbjahr') || c.word(i + 1, 'unit')?.german === true);

/** "der 1990er", "die 90er Jahre", "den 1990ern". */
export function decadeOfYears(c: Cursor, i: number): Found | undefined {
  const token = c.token(i);
  if (!token || token.prefix !== '' || token.lower !== '' || token.number % 10 !== 0) return undefined;
  const ending = /^ern?(?:[ -]Jahren?)?(?![\p{L}\d])/u.exec(c.text.slice(token.end, token.end + 12))?.[0];
  if (ending === undefined) return undefined;
  const article = c.near(i - 1) && /^(?:der|die|den)$/.test(c.token(i - 1)?.lower ?? '');
  const isYear = token.digits === 4 && token.number >= 1800 && token.number <= 2100;
  if (!isYear && !(token.digits === 2 && token.number >= 20 && (article || ending.includes('Jahr'))))
    return undefined;
  const decade = isYear ? token.number / 10 : 190 + token.number / 10;
  const to = /Jahr/.test(ending) ? i + 1 : i;
  return { ...found(c, article ? i - 1 : i, to, { type: 'decade', decade }), end: token.end + ending.length };
}

/** "Ende des Jahres", "Mitte des Monats": of the one that the text speaks of. */
export function endOfUnit(c: Cursor, i: number): Found | undefined {
  const unit = c.word(i, 'unit');
  if (unit?.german !== true || unit.plural || !/^[MY]$/.test(unit.unit)) return undefined;
  if (!c.is(i - 1, 'des') || !c.near(i - 1) || !c.word(i - 2, 'edge') || !c.near(i - 2)) return undefined;
  // "Ende des Jahres 2024"
  const year = unit.unit === 'Y' && c.near(i) ? c.year(i + 1) : undefined;
  return year === undefined
    ? found(c, i - 1, i, { type: 'shift', unit: unit.unit, amount: 0, from: 'reference' })
    : found(c, i - 1, i + 1, point({ year }));
}
