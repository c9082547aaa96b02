/** Values and stretches of what is anchored: "2025-Q3", "2025-03-18", ten years from 1990, six months back. */
import type { CalendarDate } from './calendar-date.ts';
import { addMonths } from './calendar-date.ts';
import type { Point } from './meaning.ts';
import type { Stretch } from './stretch.ts';
import { addDays } from './week.ts';

export function valueOf(point: Point, year: number): string {
  const text = String(year).padStart(4, '0');
  if (point.season) return `${text}-${point.season}`;
  if (point.week !== undefined) return `${text}-W${String(point.week).padStart(2, '0')}`;
  if (point.quarter !== undefined) return `${text}-Q${String(point.quarter)}`;
  if (point.half !== undefined) return `${text}-H${String(point.half)}`;
  if (point.month === undefined) return text;
  const month = `${text}-${String(point.month).padStart(2, '0')}`;
  return point.day === undefined ? month : `${month}-${String(point.day).padStart(2, '0')}`;
}

export const monthOf = (point: Point): number =>
  point.month ??
  (point.season
    ? SEASON_MONTH[point.season]
    : point.quarter
      ? point.quarter * 3 - 2
      : point.half
        ? point.half * 6 - 5
        : point.week
          ? Math.min(12, Math.ceil((point.week * 12) / 52))
          : 0);

export const years = (first: number, count: number): Stretch => ({
  first: { year: first, month: 1, day: 1 },
  last: { year: first + count - 1, month: 12, day: 31 },
});

export function moved(day: CalendarDate, unit: string, amount: number): CalendarDate | undefined {
  // Half a month is a fortnight.
  if (unit === 'M' && !Number.isInteger(amount)) return addDays(day, Math.round(amount * 30.4));
  const months = { M: 1, Q: 3, Y: 12, DE: 120, CE: 1200 }[unit];
  if (months !== undefined) return addMonths(day, Math.round(months * amount));
  const days = { D: 1, W: 7 }[unit];
  return days === undefined ? undefined : addDays(day, Math.round(days * amount));
}

const SEASON_MONTH = { SP: 4, SU: 7, FA: 10, WI: 12 } as const;
