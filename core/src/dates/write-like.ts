/** Writes one date the way another is written: "March 2025" becomes "November 2026", "2025-03" becomes "2026-11". */
import type { PartialDate } from './calendar-date.ts';
import { parsePartialDate } from './calendar-date.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** As exact as the written date, and at least to the month. Forms that it does not know become "YYYY-MM". */
export function writeLike(written: string, date: PartialDate): string {
  const parsed = parsePartialDate(date);
  if (!parsed) return date;
  const year = String(parsed.year).padStart(4, '0');
  const month = MONTHS[(parsed.month ?? 1) - 1] ?? '';
  const day = String(parsed.day ?? 1);
  const short = /^(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b/.exec(written);
  const name = short ? month.slice(0, 3) : month;
  const dot = short && written.charAt(short[0].length) === '.' && month.length > 3 ? '.' : '';
  if (parsed.month !== undefined) {
    if (/^[A-Z][a-z]+\.? \d{4}$/.test(written)) return `${name}${dot} ${year}`;
    if (parsed.day !== undefined && /^[A-Z][a-z]+\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}$/.test(written))
      return `${name}${dot} ${day}, ${year}`;
    if (parsed.day !== undefined && /^\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]+ \d{4}$/.test(written))
      return `${day} ${month} ${year}`;
  }
  return /^\d{4}-\d{2}-\d{2}$/.test(written) ? date : date.slice(0, 7);
}
