/** What is written like a day and is none: "2025-02-30", "31 June 2025", "February 30, 2025". */
import type { Span } from '../text/span.ts';
import { daysInMonth } from './calendar-date.ts';
import { lookUp } from './lexicon.ts';

const MONTH = String.raw`(Jan|Feb|Mar|Mär|Apr|May|Mai|Jun|Jul|Aug|Sep|O[ck]t|Nov|De[cz])[a-zä]*\.?`;
/** What it begins with is asked first: to look behind at every character of a note is dear. */
const LIKE_A_DAY = new RegExp(
  String.raw`(?=\d{4}-\d|[3-9]\d|29|[JFMASOND])(?<![\p{L}\d/.-])(?:(\d{4})-(\d{1,2})-(\d{1,2})|([3-9]\d|29)(?:st|nd|rd|th|\.)? (?:of )?${MONTH},? (\d{4})|${MONTH} ([3-9]\d|29)(?:st|nd|rd|th)?,? (\d{4}))(?![\p{L}\d/-])`,
  'gu',
);

/** In order, in the text from `from` on. */
export function findImpossibleDays(text: string, from: number): Span[] {
  const found: Span[] = [];
  LIKE_A_DAY.lastIndex = from;
  for (const match of text.matchAll(LIKE_A_DAY)) {
    const [whole, isoYear, isoMonth, isoDay, dayBefore, monthAfter, yearAfter, monthBefore, dayAfter, year] =
      match;
    const month = isoMonth === undefined ? monthNamed(monthAfter ?? monthBefore ?? '') : Number(isoMonth);
    const day = Number(isoDay ?? dayBefore ?? dayAfter);
    const isPossible =
      month >= 1 &&
      month <= 12 &&
      day >= 1 &&
      day <= daysInMonth(Number(isoYear ?? yearAfter ?? year), month);
    if (!isPossible) found.push({ start: match.index, end: match.index + whole.length });
  }
  return found;
}

/** 0 for what is none. */
function monthNamed(short: string): number {
  const word = lookUp(short === 'Mär' ? 'märz' : short.toLowerCase());
  return word?.kind === 'month' ? word.month : 0;
}
