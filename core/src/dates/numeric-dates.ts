/** Dates in figures: "2025-03-18", "2025-03", "18/03/25", "18.03.2025", "2025.03.18", "03/2024". */
import { daysInMonth } from './calendar-date.ts';
import type { Cursor } from './cursor.ts';
import { found, point } from './found.ts';
import type { Found, Point } from './meaning.ts';

/** "2025-03-18", "2025-03", "18/03/25", "18.03.2025", "2025/03/18". Nothing that goes on: versions and file names do. */
export function numericDate(c: Cursor, i: number): Found | undefined {
  const first = c.token(i);
  const second = c.token(i + 1);
  if (
    !first ||
    !second ||
    first.prefix !== '' ||
    first.lower !== '' ||
    second.lower !== '' ||
    second.prefix !== ''
  )
    return undefined;
  const gap = c.gap(i);
  const third = c.gap(i + 1) === gap && c.token(i + 2)?.lower === '' ? c.token(i + 2) : undefined;
  const compact = second.start === first.end + 1;
  if (!compact || !cleanAround(c, i, third ? i + 2 : i + 1)) return undefined;
  if (first.digits === 4 && second.digits === 2 && (gap === 'dash' || gap === 'slash')) {
    const year = first.number;
    if (third?.digits === 2)
      return possible(year, second.number, third.number)
        ? found(c, i, i + 2, { type: 'point', year, month: second.number, day: third.number })
        : undefined;
    if (third && third.digits > 0) return undefined;
    // "The 2010-11 season": two years, and no November.
    if (
      second.number === (year + 1) % 100 &&
      ((second.number > 12 &&
        year >= 1800 &&
        year <= 2100 &&
        /[Tt]he $/.test(c.text.slice(0, first.start).slice(-4))) ||
        SEASON_OF_TWO_YEARS.test(c.text.slice(second.end, second.end + 16)))
    )
      return found(c, i, i + 1, { type: 'point', year });
    if (gap === 'slash') return twoYears(c, i);
    return gap === 'dash' && year >= 1500 && possible(year, second.number, 1)
      ? found(c, i, i + 1, { type: 'point', year, month: second.number })
      : undefined;
  }
  // "2025/3/4": the year first leaves no doubt.
  if (first.digits === 4 && gap === 'slash' && third && first.number >= 1900 && first.number <= 2100)
    return second.digits > 0 &&
      third.digits > 0 &&
      third.digits <= 2 &&
      possible(first.number, second.number, third.number)
      ? found(c, i, i + 2, point({ year: first.number, month: second.number, day: third.number }))
      : undefined;
  if (first.digits === 4 && gap === 'dot') return dottedDay(c, i);
  if (!third && isNineEleven(c, i)) return found(c, i, i + 1, { type: 'point', ...NINE_ELEVEN });
  if (first.digits === 0 || first.digits > 2 || second.digits === 0 || second.digits > 2 || !third)
    return undefined;
  if (
    gap === 'dot'
      ? third.digits !== 4
      : gap === 'slash'
        ? third.digits !== 4 && third.digits !== 2
        : third.digits !== 4
  )
    return undefined;
  if (gap !== 'dot' && gap !== 'slash' && gap !== 'dash') return undefined;
  const year = third.digits === 4 ? third.number : third.number + (third.number < 70 ? 2000 : 1900);
  const monthDay: Point = { type: 'point', year, month: first.number, day: second.number };
  const dayMonth: Point = { type: 'point', year, month: second.number, day: first.number };
  const american = gap !== 'dot' && possible(year, first.number, second.number);
  const european = possible(year, second.number, first.number);
  if (american && european && first.number !== second.number)
    return found(c, i, i + 2, { ...monthDay, alternatives: [dayMonth] });
  if (american) return found(c, i, i + 2, monthDay);
  return european ? found(c, i, i + 2, dayMonth) : undefined;
}

/** "In 2019/20": what runs into the next year is named by the first. */
function twoYears(c: Cursor, i: number): Found | undefined {
  const [first, second] = [c.token(i), c.token(i + 1)];
  if (!first || second?.number !== (first.number + 1) % 100) return undefined;
  if (first.number < 1800 || first.number > 2060) return undefined;
  return LEADS_TWO_YEARS.test(c.text.slice(0, first.start).slice(-24))
    ? found(c, i, i + 1, point({ year: first.number }))
    : undefined;
}

const LEADS_TWO_YEARS =
  /\b(?:in|since|during|until|from|throughout|season|(?:school |academic |fiscal )?years?|winter|im|seit|saison|(?:schul|haushalts|studien)jahr|for|the) (?:the )?$/i;

/** "2025.03.18"; a version that is made of its day stands behind a name: "yt-dlp 2024.03.10". */
function dottedDay(c: Cursor, i: number): Found | undefined {
  const [first, second, third] = [c.token(i), c.token(i + 1), c.token(i + 2)];
  if (!first || second?.digits !== 2 || third?.digits !== 2 || c.gap(i + 1) !== 'dot') return undefined;
  const before = c.text.slice(Math.max(0, first.start - 24), first.start);
  if (first.number < 1900 || first.number > 2100 || !LEADS_DOTTED.test(before)) return undefined;
  return possible(first.number, second.number, third.number)
    ? found(c, i, i + 2, point({ year: first.number, month: second.number, day: third.number }))
    : undefined;
}

const LEADS_DOTTED =
  /(?:^|[\n(（[|;；。]\s*|\b(?:on|in|since|by|until|till|from|to|before|after|as of|dated|date|checked|updated|published|submitted|accessed|retrieved|am|vom|bis|seit|stand)[:：]?\s+|\p{Script=Han}[:：]?\s?)$/iu;

/** "03/2024": the month with two digits and a year with four. */
export function monthAndYear(c: Cursor, i: number): Found | undefined {
  const first = c.token(i);
  const second = c.token(i + 1);
  if (
    first?.digits !== 2 ||
    first.prefix !== '' ||
    first.lower !== '' ||
    c.gap(i) !== 'slash' ||
    second?.start !== first.end + 1
  )
    return undefined;
  const year = c.year(i + 1);
  if (
    year === undefined ||
    year < 1900 ||
    year > 2100 ||
    first.number < 1 ||
    first.number > 12 ||
    !cleanAround(c, i, i + 1)
  )
    return undefined;
  return found(c, i, i + 1, point({ year, month: first.number }));
}

const SEASON_OF_TWO_YEARS = /^ (?:[a-z]+ )?(?:season|school|academic|fiscal|financial|budget|term|winter)\b/i;

/** The one day that reports name without its year. */
export const NINE_ELEVEN = { year: 2001, month: 9, day: 11 } as const;
const ATTACKS =
  /^ (?:(?:terror|terrorist) )?(?:attacks?|hijack\w+|bombings?|commission|memorial|victims|families|era)\b/i;

/** Whether words that speak of the attacks follow: "the Sept. 11 attacks". */
export const attacksFollow = (c: Cursor, i: number): boolean =>
  ATTACKS.test(c.text.slice(c.token(i)?.end, (c.token(i)?.end ?? 0) + 24));

/** "9/11" is as often nine of eleven: it takes the attacks behind it or a word of time before it. */
function isNineEleven(c: Cursor, i: number): boolean {
  const [first, second] = [c.token(i), c.token(i + 1)];
  if (c.gap(i) !== 'slash' || first?.number !== 9 || second?.number !== 11) return false;
  return (
    attacksFollow(c, i + 1) ||
    /\b(?:since|after|before|post-|pre-) ?$/i.test(c.text.slice(0, first.start).slice(-8))
  );
}

const possible = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);

/** Whether no letter, sign or further digits are stuck to either side. */
function cleanAround(c: Cursor, from: number, to: number): boolean {
  const start = c.token(from)?.start ?? 0;
  const end = c.token(to)?.end ?? 0;
  if (
    /[-–/\\.:_~\w]/.test(c.before(start)) &&
    !/(?:^|[\s(])~$/.test(c.text.slice(Math.max(0, start - 2), start))
  )
    return false;
  const after = c.text.slice(end, end + 2);
  return !/^(?:[-–/\\.:_]\w|[\w_/\\])/.test(after) || /^T\d/.test(after);
}
