/** Days, months and years as CSL writes them, and back. */
import { parsePartialDate } from '../../dates/calendar-date.ts';
import { partial } from '../csl-item.ts';

export interface CslDate {
  readonly 'date-parts': readonly (readonly number[])[];
}

/** A day, month or year, or the two of a range, as BibLaTeX writes them ("2004-06/2005~"): a sign of approximation makes it "circa". */
export function cslInterval(written: string | undefined): (CslDate & { readonly circa?: true }) | undefined {
  if (written === undefined) return undefined;
  // "2018/05" is a month to all who write it.
  const ends = /^\s*\d{4}\/\d{1,2}(?!\d)/.test(written) ? [written] : written.split('/').slice(0, 2);
  const [first, last] = ends.map((end) => cslDate(partial(end))?.['date-parts'][0]);
  if (!first) return undefined;
  return {
    'date-parts': last ? [first, last] : [first],
    ...(/[~%]/.test(written) ? { circa: true } : {}),
  };
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
