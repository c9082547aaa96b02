/** How old evidence may grow: horizons by speed, ages, and the day on which a claim falls due. */
import type { Settings } from '../settings.ts';
import type { CalendarDate, PartialDate } from './calendar-date.ts';
import { addMonths, compareDates, lastDayOf, monthsBetween } from './calendar-date.ts';
import type { Speed } from './model.ts';

export type HorizonSettings = Pick<Settings, 'dates.hotMonths' | 'dates.horizonMonths' | 'dates.coldMonths'>;

export function horizonMonths(speed: Speed, settings: HorizonSettings): number {
  if (speed === 'hot') return settings['dates.hotMonths'];
  return speed === 'cold' ? settings['dates.coldMonths'] : settings['dates.horizonMonths'];
}

/** Whole months from the last day that the date can mean to today; never negative. Undefined for what is no date. */
export function ageInMonths(date: PartialDate, today: CalendarDate): number | undefined {
  const last = lastDayOf(date);
  return last && Math.max(0, monthsBetween(last, today));
}

/** The last day on which evidence of this date still stands. The day is fixed: time passing never makes it later. */
export function dueDate(date: PartialDate, months: number): CalendarDate | undefined {
  const last = lastDayOf(date);
  return last && addMonths(last, months);
}

export function isOlderThan(date: PartialDate, months: number, today: CalendarDate): boolean {
  const due = dueDate(date, months);
  return due !== undefined && compareDates(today, due) > 0;
}
