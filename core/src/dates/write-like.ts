/** Writes one date the way another is written: "March 2025" becomes "November 2026", "03.05.2025" becomes "25.11.2026". */
import type { PartialDate } from './calendar-date.ts';
import { parsePartialDate } from './calendar-date.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const MONATE = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(
  ' ',
);
/** A day, a month and a year in some order, whatever the form. */
const HAS_DAY =
  /\b\d{1,2}(?:st|nd|rd|th)?\b\D+\d{4}\b|\d{4}\D+\d{1,2}\D+\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2}\b/;

/** As exact as the written date, and at least to the month. Forms that it does not know become "YYYY-MM" or "YYYY-MM-DD". */
export function writeLike(written: string, date: PartialDate): string {
  const parsed = parsePartialDate(date);
  if (!parsed) return date;
  const { month, day } = parsed;
  const year = String(parsed.year).padStart(4, '0');
  const name = monthLike(written, month ?? 1);
  if (month !== undefined) {
    if (/^[A-Z]\p{L}+\.? \d{4}$/u.test(written)) return `${name} ${year}`;
    if (/^\d{4}年\d{1,2}月$/.test(written)) return `${year}年${String(month)}月`;
  }
  if (month !== undefined && day !== undefined) {
    const two = (part: number): string => String(part).padStart(2, '0');
    if (/^[A-Z]\p{L}+\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}$/u.test(written))
      return `${name} ${String(day)}, ${year}`;
    if (/^\d{1,2}(?:st|nd|rd|th)? [A-Z]\p{L}+\.? \d{4}$/u.test(written))
      return `${String(day)} ${name} ${year}`;
    if (/^\d{1,2}\. [A-Z]\p{L}+\.? \d{4}$/u.test(written)) return `${String(day)}. ${name} ${year}`;
    if (/^\d{1,2}\.\d{1,2}\.\d{4}$/.test(written)) return `${two(day)}.${two(month)}.${year}`;
    if (/^\d{4}年\d{1,2}月\d{1,2}日$/.test(written)) return `${year}年${String(month)}月${String(day)}日`;
  }
  return HAS_DAY.test(written) ? date : date.slice(0, 7);
}

/** In the written date's language, short where it is short: "Sept." is followed by "Nov." */
function monthLike(written: string, month: number): string {
  const names = /\b(?:Jänner|Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|Okt|Dez)\b|^\d{1,2}\. /u.test(
    written,
  )
    ? MONATE
    : MONTHS;
  const name = names[month - 1] ?? '';
  const short = /(?:^|\s)(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Okt|Oct|Nov|Dez|Dec)(\.?)(?=\s|$)/.exec(
    written,
  );
  if (!short) return name;
  return `${name.slice(0, 3)}${name.length > 3 ? (short[1] ?? '') : ''}`;
}
