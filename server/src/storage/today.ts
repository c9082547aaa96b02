/** The one place where the machine's clock is asked for the day. */
import type { CalendarDate } from '#core';

/** Today where the machine stands, by its own time zone. */
export function machineToday(): CalendarDate {
  const now = new Date();
  return { year: now.getFullYear(), month: now.getMonth() + 1, day: now.getDate() };
}
