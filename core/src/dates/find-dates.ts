/**
 * Date expressions in plain text, with exact spans and TIMEX3-like values. A first, small grammar: absolute dates,
 * "two years ago", "last year", "currently". What is masked and where the anchor comes from is `note-dates.ts`'s business.
 */
import type { CalendarDate } from './calendar-date.ts';
import { daysInMonth, formatCalendarDate } from './calendar-date.ts';
import type { DateExpression } from './model.ts';

/** The day from which relative expressions are read, and where that day came from. */
export interface DateContext {
  readonly anchor: CalendarDate;
  readonly anchorFrom: 'front matter' | 'as of' | 'today';
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const PATTERN =
  /\b(?:(\d{4})-(\d{2})(?:-(\d{2}))?|(?:(\d{1,2}) )?(January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?(?: (\d{1,2}),)? (\d{4})|(19\d\d|20\d\d)|(currently|now|today|recently|so far|to date))(?![\w-]|\.\d)/g;

export function findDates(text: string, context: DateContext): DateExpression[] {
  const found: DateExpression[] = [];
  for (const match of text.matchAll(PATTERN)) {
    const span = { start: match.index, end: match.index + match[0].length };
    const base = { span, text: match[0] };
    if (match[9] !== undefined) {
      const anchor = { value: formatCalendarDate(context.anchor), from: context.anchorFrom };
      const value = match[9] === 'recently' ? 'PAST_REF' : 'PRESENT_REF';
      found.push({ ...base, value, kind: 'relative', anchor });
      continue;
    }
    const year = Number(match[1] ?? match[7] ?? match[8]);
    const month = match[2] ?? (match[5] && String(MONTHS.indexOf(match[5].slice(0, 3).toLowerCase()) + 1));
    const day = match[3] ?? match[4] ?? match[6];
    if (month !== undefined && (Number(month) < 1 || Number(month) > 12)) continue;
    if (month !== undefined && day !== undefined && Number(day) > daysInMonth(year, Number(month))) continue;
    const parts = [String(year), month?.padStart(2, '0'), day?.padStart(2, '0')];
    const value = parts.filter((part) => part !== undefined).join('-');
    found.push({ ...base, value, kind: 'absolute', first: value, last: value });
  }
  return found;
}
