/**
 * Days and partial dates in the proleptic Gregorian calendar, without clock, time zone or locale.
 * `today` reaches the engine as a CalendarDate from its host.
 */

/** A day. Month 1 to 12, day 1 to the month's length; year 0 is 1 BCE. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** "2025", "2025-03" or "2025-03-18": as exact as its source, no more. */
export type PartialDate = string;

const PARTIAL = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

export const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Reads "YYYY-MM-DD"; undefined for anything else, impossible days included. */
export function parseCalendarDate(text: string): CalendarDate | undefined {
  const date = parsePartialDate(text);
  return date?.month !== undefined && date.day !== undefined
    ? { year: date.year, month: date.month, day: date.day }
    : undefined;
}

/** Reads "YYYY", "YYYY-MM" or "YYYY-MM-DD"; undefined for anything else. */
export function parsePartialDate(
  text: PartialDate,
): { year: number; month: number | undefined; day: number | undefined } | undefined {
  const match = PARTIAL.exec(text);
  if (!match) return undefined;
  const year = Number(match[1]);
  const month = match[2] === undefined ? undefined : Number(match[2]);
  const day = match[3] === undefined ? undefined : Number(match[3]);
  if (month !== undefined && (month < 1 || month > 12)) return undefined;
  if (month !== undefined && day !== undefined && (day < 1 || day > daysInMonth(year, month)))
    return undefined;
  return { year, month, day };
}

export function formatCalendarDate(date: CalendarDate): string {
  return `${String(date.year).padStart(4, '0')}-${String(date.month).padStart(2, '0')}-${String(date.day).padStart(2, '0')}`;
}

export const compareDates = (a: CalendarDate, b: CalendarDate): number =>
  a.year - b.year || a.month - b.month || a.day - b.day;

/** Days since 0000-03-01 of the proleptic calendar; differences are what matters. After Hinnant, "chrono-compatible low-level date algorithms". */
export function dayNumber(date: CalendarDate): number {
  const year = date.month <= 2 ? date.year - 1 : date.year;
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5) + date.day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra;
}

/** The same day `months` later (earlier when negative); the 31st falls back to the month's last day. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const index = date.year * 12 + (date.month - 1) + months;
  const year = Math.floor(index / 12);
  const month = index - year * 12 + 1;
  return { year, month, day: Math.min(date.day, daysInMonth(year, month)) };
}

/** The last day a partial date can mean: age and staleness give it the benefit of the doubt. */
export function lastDayOf(text: PartialDate): CalendarDate | undefined {
  const date = parsePartialDate(text);
  if (!date) return undefined;
  const month = date.month ?? 12;
  return { year: date.year, month, day: date.day ?? daysInMonth(date.year, month) };
}

/** The first day a partial date can mean. */
export function firstDayOf(text: PartialDate): CalendarDate | undefined {
  const date = parsePartialDate(text);
  return date && { year: date.year, month: date.month ?? 1, day: date.day ?? 1 };
}

/** Whole months from `from` to `to`; negative when `to` is earlier. */
export function monthsBetween(from: CalendarDate, to: CalendarDate): number {
  if (compareDates(from, to) > 0) return -monthsBetween(to, from);
  const months = (to.year - from.year) * 12 + to.month - from.month;
  return to.day < Math.min(from.day, daysInMonth(to.year, to.month)) ? months - 1 : months;
}
