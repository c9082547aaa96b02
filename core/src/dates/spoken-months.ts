/** A number of months as people say it: how old something is, how long a horizon. The same words in messages, cards and reports. */
import { counted } from '../text/counted.ts';

const YEAR = 12;
/** Up to here people count months: "19 months". */
const IN_MONTHS = 2 * YEAR;
/** From here on nobody asks for the months. */
const IN_YEARS = 20 * YEAR;

/** "1 month", "19 months", "2 years", "5 years 4 months", "36 years". */
export function spokenMonths(months: number): string {
  if (months < IN_MONTHS) return counted(months, 'month');
  const years = counted(Math.floor(months / YEAR), 'year');
  const rest = months % YEAR;
  return rest === 0 || months >= IN_YEARS ? years : `${years} ${counted(rest, 'month')}`;
}
