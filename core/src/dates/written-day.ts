/**
 * A day as people write it by itself, in front matter, in a comment or on a label's line: "2025-03-18", "March 3, 2025",
 * "3. März 2025", "2025/3/8", "2025年3月18日". What has two readings keeps both; what has none is no day.
 */
import type { PartialDate } from './calendar-date.ts';
import { parsePartialDate } from './calendar-date.ts';
import { findDates, NOWHEN } from './find-dates.ts';

export interface WrittenDay {
  readonly value: PartialDate;
  /** How many characters of the text write it: a time of day may follow. */
  readonly length: number;
  /** The other order of "03/04/25"; a day that has one is not to be relied upon. */
  readonly other?: PartialDate;
}

/** The length of the longest of them: "Wednesday, 3rd of September, 2025". */
const LONGEST = 40;
const ISO = /^\d{4}-\d{2}-\d{2}(?![\d-])|^\d{4}(?:-\d{2})?(?=\s*(?:$|[#(,;]))/;
const LOOSE = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;

/** The day with which the text begins; any but "YYYY-MM-DD" must be all of it. */
export function readWrittenDay(text: string): WrittenDay | undefined {
  const iso = ISO.exec(text)?.[0];
  if (iso !== undefined) return parsePartialDate(iso) ? { value: iso, length: iso.length } : undefined;
  const whole = text.trimEnd();
  const { length } = whole;
  if (length > LONGEST || !/\d/.test(whole)) return undefined;
  const loose = LOOSE.exec(whole);
  if (loose) {
    const value = [loose[1], loose[3]?.padStart(2, '0'), loose[4]?.padStart(2, '0')].join('-');
    return parsePartialDate(value) ? { value, length } : undefined;
  }
  const [date, another] = findDates(whole, NOWHEN);
  if (!date || another || date.kind !== 'absolute' || date.text !== whole) return undefined;
  // "Q2 2026", "summer 2026": up to its last day.
  const value = parsePartialDate(date.value) ? date.value : date.last;
  if (value === undefined) return undefined;
  const other = date.alternatives?.[0];
  return { value, length, ...(other === undefined ? {} : { other }) };
}

/** "01/02/2025", "2024-02-30", "by June 2025"; not "yes", "by Anna", "2 of 3": what is told of when no day can be read. */
export const looksLikeDay = (text: string): boolean =>
  text.length <= LONGEST && /\b\d{4}\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2}\b/.test(text);
