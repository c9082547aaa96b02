/** The day that relative expressions are read from, and what can be read from it where the note names no day but a week or a month. */
import type { CalendarDate, PartialDate } from './calendar-date.ts';
import { firstDayOf, formatCalendarDate, lastDayOf } from './calendar-date.ts';
import { onDay } from './counting.ts';
import type { Resolved } from './counting.ts';
import type { Unit } from './lexicon.ts';
import type { AnchorFrom } from './model.ts';
import type { Stretch } from './stretch.ts';
import { addDays } from './week.ts';

export interface DateContext extends Anchor {
  readonly anchorFrom: AnchorFrom;
}

export interface Anchor {
  readonly anchor: CalendarDate;
  /** What the anchor is the last day of, where no day is given: "yesterday" was somewhere in it. */
  readonly within?: Within;
}

interface Within {
  /** "2025-W12", "2025-03", "2025". */
  readonly value: string;
  readonly stretch: Stretch;
}

/** The anchor of what is written as a day, a week, a month or a year; `first` and `last` are needed for weeks only. */
export function anchoredOn(value: string, first = value, last = value): Anchor | undefined {
  const [from, to] = [firstDayOf(first), lastDayOf(last)];
  if (!from || !to) return undefined;
  return value.length === 10
    ? { anchor: to }
    : { anchor: to, within: { value, stretch: { first: from, last: to } } };
}

/** As the anchor is written: "2025-03-18", "2025-03". */
export const writtenAnchor = ({ anchor, within }: Anchor): PartialDate =>
  within?.value ?? formatCalendarDate(anchor);

/** "Yesterday" and "last week" under "March 2025": too fine to be counted, they fall into the whole. */
export function tooFine({ within }: Anchor, unit: Unit): Resolved | undefined {
  if (!within || SHORTEST_FIRST.indexOf(unit) >= SHORTEST_FIRST.indexOf(lengthOf(within))) return undefined;
  return { value: within.value, kind: 'relative', anchored: true, stretch: within.stretch };
}

/** "On Friday": of a week it is known, of a month it is not. `shifted` for "last Friday", "week" for "Friday last week". */
export function weekdayWithin(
  context: Anchor,
  weekday: number,
  shifted: boolean | 'week',
): Resolved | undefined {
  const { within } = context;
  if (within && shifted === 'week' && lengthOf(within) === 'W') return undefined;
  if (!within || shifted !== false || lengthOf(within) !== 'W') return tooFine(context, 'D');
  return { ...onDay(addDays(within.stretch.first, weekday - 1)), kind: 'relative', anchored: true };
}

const SHORTEST_FIRST: readonly Unit[] = ['D', 'WE', 'W', 'M', 'Q', 'Y', 'DE', 'CE'];
const lengthOf = ({ value }: Within): Unit => (value.includes('W') ? 'W' : value.length === 4 ? 'Y' : 'M');
