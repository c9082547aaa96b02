/** Days, months and years as CSL writes them, and back. */
import { parsePartialDate } from '../../dates/calendar-date.ts';

export interface CslDate {
  readonly 'date-parts': readonly (readonly number[])[];
}

/** "2025-04" -> {"date-parts": [[2025, 4]]}; undefined for what is no such date. */
export function cslDate(date: string | undefined): CslDate | undefined {
  const parts = date === undefined ? undefined : parsePartialDate(date);
  if (!parts) return undefined;
  const { year, month, day } = parts;
  return {
    'date-parts': [[year, ...(month === undefined ? [] : [month]), ...(day === undefined ? [] : [day])]],
  };
}
