/** What is written like a day and is none: "2025-02-30", "31 June 2025", "February 30, 2025". */
import type { Span } from '../text/span.ts';
import { daysInMonth } from './calendar-date.ts';
import { lookUp } from './lexicon.ts';

const MONTH = String.raw`(Jan|Feb|Mar|Mär|Apr|May|Mai|Jun|Jul|Aug|Sep|O[ck]t|Nov|De[cz])[a-zä]*\.?`;
const LIKE_A_DAY = new RegExp(
  String.raw`(?<![\p{L}\d/.-])(?:(\d{4})-(\d{1,2})-(\d{1,2})|([3-9]\d|29)(?:st|nd|rd|th|\.)? (?:of )?${MONTH},? (\d{4})|${MONTH} ([3-9]\d|29)(?:st|nd|rd|th)?,? (\d{4}))(?![\p{L}\d/-])`,
  'gu',
);

/** What every one of them holds. To look for a whole day at every character of a note is dear, and few lines have this. */
const SIGN = /-\d{1,2}-\d|(?:[3-9]\d|29)(?:st|nd|rd|th|\.)?,? (?:\d{4}|(?:of )?[JFMASOND])/g;

/** In order, in the text from `from` on. */
export function findImpossibleDays(text: string, from: number): Span[] {
  const found: Span[] = [];
  SIGN.lastIndex = from;
  for (let sign = SIGN.exec(text); sign; sign = SIGN.exec(text)) {
    const start = text.lastIndexOf('\n', sign.index) + 1;
    const feed = text.indexOf('\n', sign.index);
    const end = feed === -1 ? text.length : feed;
    for (const { start: at, end: to } of impossibleDaysOfLine(
      text.slice(start, end),
      Math.max(0, from - start),
    ))
      found.push({ start: start + at, end: start + to });
    SIGN.lastIndex = end;
  }
  return found;
}

function impossibleDaysOfLine(line: string, from: number): Span[] {
  const found: Span[] = [];
  LIKE_A_DAY.lastIndex = from;
  for (const match of line.matchAll(LIKE_A_DAY)) {
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
