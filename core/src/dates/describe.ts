/** What a hover says of a date: its value, what it was read from, how old it is, and the horizon it is held against. */
import type { Settings } from '../settings.ts';
import {
  addMonths,
  compareDates,
  formatCalendarDate,
  lastDayOf,
  monthsBetween,
  parsePartialDate,
} from './calendar-date.ts';
import type { CalendarDate, PartialDate } from './calendar-date.ts';
import type { DateExpression, EvidenceDate, Perishability } from './model.ts';
import { horizonMonths } from './horizon.ts';

/** A Markdown card for a date expression. */
export function describeDate(date: DateExpression, today: CalendarDate, settings: Settings): string {
  const lines = [`**${readable(date)}**`];
  if (date.alternatives && date.alternatives.length > 0)
    lines.push(`It could also be read as ${date.alternatives.join(' or ')}.`);
  if (date.anchor) lines.push(`Read from ${date.anchor.value}, ${ANCHORS[date.anchor.from]}.`);
  const last = date.last ?? (parsePartialDate(date.value) ? date.value : undefined);
  const age = last === undefined ? undefined : ageSentence(last, today, settings);
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
  if (!evidence) return `No evidence date. ${kind}`;
  const head = `Evidence of ${evidence.value} (${evidence.reason}).`;
  const last = lastDayOf(evidence.value);
  if (!last || !perishability.perishable) return `${head} ${kind}`;
  const months = horizonMonths(perishability.speed, settings);
  const due = addMonths(last, months);
  const state =
    compareDates(today, due) > 0
      ? `due for re-testing since ${formatCalendarDate(due)}`
      : `stands until ${formatCalendarDate(due)}`;
  return `${head} ${kind} Horizon ${plural(months)}: ${state}.`;
}

const ANCHORS = {
  heading: 'the date of the heading above',
  entry: 'the date that opens this entry',
  'front matter': 'the date in the front matter',
  'date line': 'the date under the note’s title',
  'as of': 'the note’s own “as of”',
  today: 'today, as the note gives no date',
} as const;

function readable(date: DateExpression): string {
  switch (date.value) {
    case 'PRESENT_REF':
      return 'The present';
    case 'PAST_REF':
      return 'Some time in the past';
    case 'FUTURE_REF':
      return 'Some time to come';
  }
  if (
    date.kind === 'relative' &&
    date.first !== undefined &&
    date.last !== undefined &&
    date.value.startsWith('P')
  )
    return `${date.first} to ${date.last}`;
  if (date.range) return `${date.value}, one end of ${date.range.value.replace('/', ' to ')}`;
  return date.value;
}

function ageSentence(value: PartialDate, today: CalendarDate, settings: Settings): string | undefined {
  const last = lastDayOf(value);
  if (!last) return undefined;
  const horizon = settings['dates.horizonMonths'];
  if (compareDates(last, today) >= 0) return undefined;
  const months = monthsBetween(last, today);
  const age =
    months === 0
      ? 'Less than a month ago'
      : months < 24
        ? `${plural(months)} ago`
        : `${String(Math.floor(months / 12))} years ago`;
  return `${age}; the horizon for perishable claims is ${plural(horizon)}.`;
}

const plural = (months: number): string => `${String(months)} ${months === 1 ? 'month' : 'months'}`;
