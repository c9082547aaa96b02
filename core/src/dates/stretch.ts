/** The first and last day that a point of the calendar means. */
import type { CalendarDate } from './calendar-date.ts';
import { dayNumber, daysInMonth } from './calendar-date.ts';
import type { Edge } from './lexicon.ts';
import type { Point } from './meaning.ts';
import { addDays, mondayOf } from './week.ts';

export interface Stretch {
  readonly first: CalendarDate;
  readonly last: CalendarDate;
}

/** Meteorological seasons of the northern hemisphere; winter begins in the December before, in running text mostly of that year. */
const SEASONS = { SP: [3, 5], SU: [6, 8], FA: [9, 11], WI: [12, 14] } as const;

/** Undefined when the day does not exist in that year. */
export function stretchOf(point: Point, year: number): Stretch | undefined {
  if (point.season) {
    const [from, to] = SEASONS[point.season];
    return months(year, from, to);
  }
  if (point.week !== undefined) {
    const first = mondayOf(year, point.week);
    return { first, last: addDays(first, 6) };
  }
  if (point.quarter !== undefined) return months(year, point.quarter * 3 - 2, point.quarter * 3);
  if (point.half !== undefined) return months(year, point.half * 6 - 5, point.half * 6);
  if (point.month === undefined) return months(year, 1, 12);
  if (point.day === undefined) return months(year, point.month, point.month);
  if (point.day > daysInMonth(year, point.month)) return undefined;
  const day = { year, month: point.month, day: point.day };
  return { first: day, last: day };
}

function months(year: number, first: number, last: number): Stretch {
  const lastYear = last > 12 ? year + 1 : year;
  const lastMonth = last > 12 ? last - 12 : last;
  return {
    first: { year, month: first, day: 1 },
    last: { year: lastYear, month: lastMonth, day: daysInMonth(lastYear, lastMonth) },
  };
}

/** The third of a stretch that "early", "mid" or "late" means. */
export function narrowed(stretch: Stretch, edge: Edge): Stretch {
  const days = dayNumber(stretch.last) - dayNumber(stretch.first) + 1;
  if (days < 3) return stretch;
  const third = Math.round(days / 3);
  if (edge === 'start') return { first: stretch.first, last: addDays(stretch.first, third - 1) };
  if (edge === 'end') return { first: addDays(stretch.last, 1 - third), last: stretch.last };
  return { first: addDays(stretch.first, third), last: addDays(stretch.last, -third) };
}
