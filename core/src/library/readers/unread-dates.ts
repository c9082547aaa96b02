/** Dates that a reference gives and no calendar has: told of where they stand, for a day or a month that is lost shows nowhere else. */
import { daysInMonth } from '../../dates/calendar-date.ts';
import { daysIn } from '../csl-days.ts';

/** The first date of a CSL item that cannot be, as a sentence. */
export function impossibleDateOf(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  const { id, issued, submitted } = item as Readonly<Record<string, unknown>>;
  for (const date of [issued, submitted]) {
    const sentence =
      typeof date === 'string'
        ? impossibleDate(date, id)
        : sentenceOf(daysIn(date), id, (day) => day.join('-'));
    if (sentence !== undefined) return sentence;
  }
  return undefined;
}

/** As `impossibleDateOf`, of a date as it is written: "2023-13-45", or a range of two such. */
export function impossibleDate(written: string, id: unknown): string | undefined {
  const days = written.split('/').flatMap((each) => {
    const match = /^\s*(\d{4})-(\d{1,2})(?:-(\d{1,2}))?(?!\d)/.exec(each);
    return match ? [match.slice(1).flatMap((part) => (part === undefined ? [] : [Number(part)]))] : [];
  });
  return sentenceOf(days, id, () => written.trim());
}

function sentenceOf(
  days: readonly (readonly number[])[],
  id: unknown,
  shown: (day: readonly number[]) => string,
): string | undefined {
  for (const day of days) {
    const why = whyImpossible(day);
    if (why !== undefined)
      return `The date “${shown(day)}” of the entry "${String(id)}" cannot be: ${why}. Only what stands before that was read.`;
  }
  return undefined;
}

function whyImpossible([year = 0, month = 0, day]: readonly number[]): string | undefined {
  // Seasons: 13 to 16 in older CSL, 21 to 41 in EDTF (https://www.loc.gov/standards/datetime/).
  const isSeason = (month > 12 && month < 17) || (month > 20 && month < 42);
  // "00" is what some exporters write for what they do not know.
  if (month > 12 && !(isSeason && day === undefined)) return `there is no month ${String(month)}`;
  return month > 0 && day !== undefined && month < 13 && day > daysInMonth(year, month)
    ? `that month has no day ${String(day)}`
    : undefined;
}
