/** The year of "in March" where nothing but the anchor, the tense of the nearest verb and a weekday beside it can tell it. */
import type { CalendarDate } from './calendar-date.ts';
import { daysInMonth } from './calendar-date.ts';
import { lookUp } from './lexicon.ts';
import type { Found, Point } from './meaning.ts';
import { tenseAround } from './tense.ts';
import { weekdayOf } from './week.ts';

export function yearByTense(
  anchor: CalendarDate,
  text: string,
  found: Found,
  month: number,
  day: number | undefined,
): number {
  // "Exports rose in the fourth quarter", said in November: that of last year, for this one still runs.
  const inQuarter =
    found.meaning.type === 'point' &&
    found.meaning.quarter !== undefined &&
    month <= anchor.month &&
    anchor.month < month + 3;
  const distance = month - anchor.month || (day === undefined ? 0 : day - anchor.day);
  if (distance === 0 && !inQuarter) return anchor.year;
  // "December delivery rose 3 cents": what is traded lies ahead.
  if (/^ (?:delivery|futures|contracts?)\b/.test(text.slice(found.end, found.end + 12)))
    return distance < 0 ? anchor.year + 1 : anchor.year;
  const tense = /(?:\(|\bupdated?:? )$/i.test(text.slice(Math.max(0, found.start - 9), found.start))
    ? 'past'
    : tenseAround(text, found.start, found.end);
  if (inQuarter) return tense === 'past' ? anchor.year - 1 : anchor.year;
  if (distance > 0)
    return tense === 'past' && month - anchor.month > 0
      ? anchor.year - 1
      : month - anchor.month > 8 && tense !== 'future'
        ? anchor.year - 1
        : anchor.year;
  return tense === 'future' && anchor.month - month > 1
    ? anchor.year + 1
    : anchor.month - month > 9 && tense !== 'past'
      ? anchor.year + 1
      : anchor.year;
}

/** "Tuesday, April 5": of the years around, the nearest in which that day is a Tuesday; undefined when none is. */
export function yearByWeekday(
  anchor: CalendarDate,
  text: string,
  found: Found,
  { month, day }: Point,
): number | undefined {
  if (month === undefined || day === undefined) return undefined;
  const name = /^[A-Za-z]+/.exec(text.slice(found.start, found.end))?.[0].toLowerCase() ?? '';
  const word = lookUp(name);
  if (word?.kind !== 'weekday') return undefined;
  const usual = yearByTense(anchor, text, found, month, day);
  return [usual, anchor.year, anchor.year - 1, anchor.year + 1].find(
    (year) => day <= daysInMonth(year, month) && weekdayOf({ year, month, day }) === word.weekday,
  );
}
