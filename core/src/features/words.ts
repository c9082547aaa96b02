/** How cards say names, dates and titles: short, in plain words, safe in Markdown. */
import type { CalendarDate, PartialDate } from '../dates/calendar-date.ts';
import { ageInMonths } from '../dates/index.ts';
import { spokenMonths } from '../dates/spoken-months.ts';
import type { Entry } from '../library/model.ts';

/** "Chen, Arditi, Sleight et al."; empty when nobody is known. */
export function authorsOf(entry: Entry): string {
  const names = entry.authors.slice(0, 3).map(({ family }) => family);
  const more = entry.authors.length > 3 || entry.authorsComplete === false;
  if (more) return `${names.join(', ')} et al.`;
  if (names.length < 2) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

/** "15 months ago", "5 years 4 months ago", "less than a month ago"; empty for what is no date or still to come. */
export function ageOf(date: PartialDate, today: CalendarDate): string {
  const months = ageInMonths(date, today);
  if (months === undefined) return '';
  return months === 0 ? 'less than a month ago' : `${spokenMonths(months)} ago`;
}

/** Nothing in a title may be read as markup. */
export const plain = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>|]/g, (sign) => `\\${sign}`);

/** The first sentences that fit. */
export function opening(text: string, most: number): string {
  const words = text.replace(/\s+/g, ' ').trim();
  if (words.length <= most) return words;
  const cut = words.slice(0, most);
  const stop = Math.max(cut.lastIndexOf('. '), cut.lastIndexOf('? '), cut.lastIndexOf('! '));
  return stop > most / 3 ? cut.slice(0, stop + 1) : `${cut.replace(/\s+\S*$/, '')} …`;
}
