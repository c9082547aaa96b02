/** Seasons: "summer 2023", "the winter of 1914", "last spring" (see `relative-expressions.ts`), "the fall and winter". */
import type { Cursor } from './cursor.ts';
import { found, point } from './found.ts';
import type { Found } from './meaning.ts';
import { shortYear } from './month-dates.ts';
import { yearShiftAfter } from './year-after.ts';
import { overTwoYears } from './year-stretches.ts';

/** "summer 2023", "the summer of 1914", "last winter" (see relative), "the spring". */
export function season(c: Cursor, i: number): Found | undefined {
  const name = c.word(i, 'season')?.season;
  if (name === undefined) return undefined;
  const token = c.token(i);
  let at = i + 1;
  const gap = c.gap(i);
  if (gap === 'space' && c.is(at, 'of') && c.near(at)) {
    at++;
    const year = c.year(at) ?? shortYear(c, at);
    if (year !== undefined) return found(c, i, at, point({ season: name, year }));
    const shift = c.word(at, 'shift');
    if (shift && c.near(at) && c.word(at + 1, 'unit')?.unit === 'Y')
      return found(c, i, at + 1, {
        ...point({ season: name }),
        yearShift: { amount: shift.amount, from: shift.from },
      });
    if (c.word(i, 'season')?.season === 'FA' && token?.lower === 'fall') return undefined;
  }
  if (gap === 'space' || gap === 'comma') {
    const year = c.year(i + 1) ?? shortYear(c, i + 1);
    if (year !== undefined) return overTwoYears(c, found(c, i, i + 1, point({ season: name, year })), year);
  }
  const shifted = yearShiftAfter(c, i);
  if (shifted) return found(c, i, shifted.to, { ...point({ season: name }), yearShift: shifted.yearShift });
  const yearBefore = c.near(i - 1) ? c.year(i - 1) : undefined;
  if (yearBefore !== undefined && token?.lower !== 'fall')
    return found(c, i - 1, i, point({ season: name, year: yearBefore }));
  // "spring" and "fall" are other things too: a bare season must follow a word that dates follow.
  const before = c.text.slice(Math.max(0, (token?.start ?? 0) - 24), token?.start);
  const rest = c.text.slice(token?.end, (token?.end ?? 0) + 10);
  const joined = joinsSeason(c, i);
  const adjective =
    (name === 'SU' || name === 'WI') &&
    token !== undefined &&
    SEASON_NOUN.test(c.text.slice(token.end, token.end + 24));
  const arrives =
    /^ (?:is|was) (?:here|over|coming|near|gone)\b|^ (?:came|comes|ended|ends|began|begins|arrived)\b/.test(
      c.text.slice(token?.end, (token?.end ?? 0) + 14),
    );
  if (adjective || arrives) return found(c, i, i, point({ season: name }));
  if (!SEASON_BEFORE.test(before) && !joined && !(/\bthe $/i.test(before) && /^(?:[.,;:)]|$)/.test(rest)))
    return undefined;
  if (
    /^ (?:of|short|apart|back|off|into|from|in|from)\b/.test(rest) &&
    (name === 'SP' || token?.lower === 'fall')
  )
    return undefined;
  return found(c, i, i, point({ season: name }));
}

/** "the fall and winter", "spring to autumn". */
function joinsSeason(c: Cursor, i: number): boolean {
  const and = (at: number): boolean =>
    c.near(at) && c.near(at - 1) && /^(?:and|to)$/.test(c.token(at)?.lower ?? '');
  return (
    (and(i - 1) && c.word(i - 2, 'season') !== undefined) ||
    (and(i + 1) &&
      (c.word(i + 2, 'season') ?? (c.word(i + 2, 'edge') && c.word(i + 3, 'season'))) !== undefined &&
      c.is(i - 1, 'the'))
  );
}

/** What a summer or a winter is said of, apart from schools. */
const SEASON_NOUN =
  /^ (?:offensive|counter-?offensive|quarters|campaign|months|season|break|holidays?|vacation|term|semester|solstice|storms?)\b/;

const SEASON_BEFORE =
  /\b(?:in|during|by|since|until|of|over|through|throughout|this|that|early|late|mid) (?:the (?:early |late |mid-?)?)?$|\bthe (?:early |late |mid-?)$|\bmid-$/i;
