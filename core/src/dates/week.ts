/** Days and ISO weeks by arithmetic alone. */
import type { CalendarDate } from './calendar-date.ts';
import { dayNumber } from './calendar-date.ts';

/** 1 Monday to 7 Sunday. Day 0 of `dayNumber`, 0000-03-01, is a Wednesday. */
export const weekdayOf = (date: CalendarDate): number => ((((dayNumber(date) + 2) % 7) + 7) % 7) + 1;

/** After Hinnant, "chrono-compatible low-level date algorithms". */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  const number = dayNumber(date) + days;
  const era = Math.floor(number / 146097);
  const dayOfEra = number - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1,
  };
}

/** The ISO 8601 week that holds the day, with the year it is counted in and its Monday. */
export function isoWeek(date: CalendarDate): { year: number; week: number; monday: CalendarDate } {
  const monday = addDays(date, 1 - weekdayOf(date));
  const { year } = addDays(monday, 3);
  return { year, week: (dayNumber(monday) - dayNumber(mondayOf(year, 1))) / 7 + 1, monday };
}

/** The first day of an ISO 8601 week; the week of 4 January is the first. */
export function mondayOf(year: number, week: number): CalendarDate {
  const january4 = { year, month: 1, day: 4 };
  return addDays(january4, 1 - weekdayOf(january4) + 7 * (week - 1));
}
