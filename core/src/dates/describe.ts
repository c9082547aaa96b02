/** What a hover says of a date: its value, what it was read from, how old it is, and the horizon it is held against. */
import type { Settings } from '../settings.ts';
import {
  compareDates,
  formatCalendarDate,
  lastDayOf,
  monthsBetween,
  parsePartialDate,
} from './calendar-date.ts';
import type { CalendarDate } from './calendar-date.ts';
import { dueDate, horizonMonths, isOlderThan } from './horizon.ts';
import type { DateExpression, EvidenceDate, Perishability } from './model.ts';
import { secondYear, spokenDays, spokenSpan, spokenValue } from './spoken-value.ts';
import { spokenMonths } from './spoken-months.ts';

/** What the date stands beside: a claim with its horizon, or what no horizon holds for, as an expiry. */
export interface Beside {
  readonly months?: number;
}

/** A Markdown card for a date expression. */
export function describeDate(
  date: DateExpression,
  today: CalendarDate,
  settings: Settings,
  beside?: Beside,
): string {
  const lines = [`**${readable(date)}`];
  if (date.alternatives && date.alternatives.length > 0)
    lines.push(`It could also be read as ${date.alternatives.join(' or ')}.`);
  if (date.anchor) lines.push(`Read from ${date.anchor.value}, ${ANCHORS[date.anchor.from]}.`);
  const age = ageSentence(date, today, settings, beside);
  if (age !== undefined) lines.push(age);
  return lines.join('  \n');
}

/** A Markdown line on a claim: its evidence date and why that one, against its horizon. */
export function describeEvidence(
  evidence: EvidenceDate | undefined,
  perishability: Perishability,
  today: CalendarDate,
  settings: Settings,
): string {
  const why = perishability.reasons
    .slice(0, 3)
    .map((reason) => `“${reason}”`)
    .join(', ');
  const kind = perishability.perishable
    ? `Perishable (${perishability.speed})${why === '' ? '' : `: ${why}`}.`
    : `Durable${why === '' ? '' : `: ${why}`}.`;
  const months = horizonMonths(perishability.speed, settings);
  if (!evidence) {
    // No date is held against it here: what "hot" means is said all the same.
    const horizon = perishability.perishable ? ` Horizon ${spokenMonths(months)}.` : '';
    return `No evidence date. ${kind}${horizon}`;
  }
  const head = `Evidence of ${evidence.value} (${evidence.reason}).`;
  const due = dueDate(evidence.value, months);
  if (!due || !perishability.perishable) return `${head} ${kind}`;
  const state =
    compareDates(today, due) > 0
      ? `due for re-testing since ${formatCalendarDate(due)}`
      : `stands until ${formatCalendarDate(due)}`;
  return `${head} ${kind} Horizon ${spokenMonths(months)}: ${state}.`;
}

const ANCHORS = {
  heading: 'the date of the heading above',
  entry: 'the date that opens this entry',
  'front matter': 'the date in the front matter',
  'date line': 'the date under the note’s title',
  'as of': 'the note’s own “as of”',
  today: 'which is today, as the note gives no date',
} as const;

function readable(date: DateExpression): string {
  const words = spokenSpan(date) ?? spokenValue(date.value);
  if (date.range) {
    const [first = '', last = ''] = date.range.value.split('/');
    const side = date.value === first ? 'beginning' : 'end';
    return `${words}**, the ${side} of ${first} to ${last}`;
  }
  const days = spokenDays(date);
  return `${words}**${days ?? ''}`;
}

function ageSentence(
  date: DateExpression,
  today: CalendarDate,
  settings: Settings,
  beside: Beside | undefined,
): string | undefined {
  const value = date.last ?? (parsePartialDate(date.value) ? date.value : undefined);
  // A year that runs into the next has not ended with the first; when it ends, each house decides for itself.
  const into = secondYear(date);
  const last = into === undefined ? value && lastDayOf(value) : { year: into, month: 12, day: 31 };
  if (!last || compareDates(last, today) >= 0) return undefined;
  const months = monthsBetween(last, today);
  const ended = isLong(date) ? 'Ended ' : '';
  const age =
    months === 0 ? `${ended === '' ? 'Less' : 'less'} than a month ago` : `${spokenMonths(months)} ago`;
  // Nobody holds the nineteenth century against a horizon of months.
  if (months >= HISTORY || (beside && beside.months === undefined)) return `${ended}${age}.`;
  const horizon = beside?.months ?? settings['dates.horizonMonths'];
  const side = isOlderThan(formatCalendarDate(last), horizon, today) ? 'past' : 'within';
  return `${ended}${age}: ${side} the horizon of ${spokenMonths(horizon)} for ${beside ? 'claims like this one' : 'perishable claims'}.`;
}

/** From here on, a date is history. */
const HISTORY = 240;

/** Longer than a month: then its end is what counts. */
const isLong = ({ first, last }: DateExpression): boolean => {
  const [from, to] = [first, last].map((day) => (day === undefined ? undefined : lastDayOf(day)));
  return from !== undefined && to !== undefined && monthsBetween(from, to) >= 1;
};
