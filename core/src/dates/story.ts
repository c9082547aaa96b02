/** How a text carries its date along: what it last spoke of supplies the year that the next date leaves out. */
import type { CalendarDate } from './calendar-date.ts';
import type { Found } from './meaning.ts';
import { monthOf } from './point-value.ts';

/** What the text last spoke of. */
export interface Reference {
  readonly year: number;
  readonly month: number | undefined;
  readonly day: number | undefined;
  /** Where in the text. */
  readonly at: number;
}

export function storyYear(reference: Reference, month: number): number {
  if (reference.month === undefined || month === 0) return reference.year;
  const step = month - reference.month;
  if (step < -STEP_BACK) return reference.year + 1;
  return step > 12 - STEP_BACK + 3 ? reference.year - 1 : reference.year;
}

export function shiftedYear(amount: number, month: number, from: number): number {
  if (amount === -1) return month < from ? 0 : -1;
  if (amount === 1) return month > from ? 0 : 1;
  return 0;
}

/** Whether the expression stands at the head of its sentence: "In 1967, …". A year in passing does not move the story. */
export const opensSentence = (text: string, start: number): boolean =>
  /(?:^|[.!?:;\n]['”"]?\s+|\n)(?:(?:By|In|During|Since|From|The|Through|Throughout|Until|After|Late|Early|At|Only|But|And|,|the|end|of|beginning|start|late|early|in)\s+)*$/.test(
    text.slice(Math.max(0, start - 60), start),
  );

/** "April and June 1955", "the spring and early summer of 1943", "July to September 1936": the year at the end serves both. */
export function borrowYear(text: string, found: readonly Found[], i: number): Found | undefined {
  const one = found[i];
  const next = found[i + 1];
  if (one?.meaning.type !== 'point' || next?.meaning.type !== 'point') return undefined;
  if (
    one.meaning.year !== undefined ||
    one.meaning.yearShift ||
    next.meaning.year === undefined ||
    next.meaning.before
  )
    return undefined;
  if (
    !/^\s?(?:-|–|—|to|and|or|until|till|through|,|and the|and of)\s?$/.test(text.slice(one.end, next.start))
  )
    return undefined;
  if (monthOf(next.meaning) === 0 || (next.meaning.month === undefined && next.meaning.season === undefined))
    return undefined;
  const year = monthOf(one.meaning) > monthOf(next.meaning) ? next.meaning.year - 1 : next.meaning.year;
  return { ...one, meaning: { ...one.meaning, year } };
}

/** "From October through April": the end lies behind the beginning. */
export function followingOn(
  one: Found,
  before: Found | undefined,
  start: { readonly value: string; readonly range?: unknown } | undefined,
): Found | undefined {
  if (one.range !== 'last' || one.meaning.type !== 'point' || before?.meaning.type !== 'point' || !start)
    return undefined;
  if (one.meaning.year !== undefined || one.meaning.yearShift || before.meaning.year !== undefined)
    return undefined;
  const year = Number(/^\d{4}/.exec(start.value)?.[0] ?? NaN);
  if (Number.isNaN(year)) return undefined;
  const isNext = monthOf(one.meaning) < monthOf(before.meaning);
  return { ...one, meaning: { ...one.meaning, year: isNext ? year + 1 : year } };
}

/** Whether texts with these expressions tell a story of the past rather than report from the anchor's day. */
export function tellsStory(found: Iterable<Found>, anchor: CalendarDate): boolean {
  let past = 0;
  let reported = 0;
  for (const { meaning } of found) {
    if (meaning.type === 'point' && meaning.year !== undefined) {
      if (meaning.before === true || meaning.year < anchor.year - 1) past++;
    } else if (meaning.type === 'weekday') reported++;
    else if (meaning.type === 'shift' && meaning.from === 'anchor') reported++;
    else if (meaning.type === 'reference' && meaning.value === 'PRESENT_REF') reported++;
  }
  return past >= 3 && past > 3 * reported;
}

/** How many months back a story may step without saying the year. */
const STEP_BACK = 7;
