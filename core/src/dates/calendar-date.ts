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
  const { length } = text;
  if (length !== 4 && length !== 7 && length !== 10) return undefined;
  const year = digitsAt(text, 0, 4);
  if (year < 0) return undefined;
  if (length === 4) return { year, month: undefined, day: undefined };
  const month = text[4] === '-' ? digitsAt(text, 5, 2) : -1;
  if (month < 1 || month > 12) return undefined;
  if (length === 7) return { year, month, day: undefined };
  const day = text[7] === '-' ? digitsAt(text, 8, 2) : -1;
  return day < 1 || day > daysInMonth(year, month) ? undefined : { year, month, day };
}

/** The number written in so many digits; -1 when anything else stands there. Asked of every source of every sentence. */
function digitsAt(text: string, at: number, count: number): number {
  let number = 0;
  for (let index = at; index < at + count; index++) {
    const digit = text.charCodeAt(index) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    number = number * 10 + digit;
  }
  return number;
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
