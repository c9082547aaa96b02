/**
 * The claims of a prompt on a line of time: from when their evidence is, to the day, and which side of the horizon that is.
 * Days only; how they are drawn is the workbench's business.
 */
import {
  addMonths,
  firstDayOf,
  formatCalendarDate,
  lastDayOf,
  type CalendarDate,
  type PartialDate,
} from '../dates/calendar-date.ts';
import { isOlderThan } from '../dates/index.ts';
import type { DatedClaim, Timeline } from './messages.ts';
import type { PromptClaim, ResearchPrompt } from './model.ts';

/** Of a prompt that holds every claim there is to show, with all that they rest on as anchors, whatever horizon that one has. */
export function evidenceTimeline(
  { claims, anchors }: Pick<ResearchPrompt, 'claims' | 'anchors'>,
  today: CalendarDate,
  horizonMonths: number,
): Timeline {
  const titles = new Map(anchors.map(({ id, title }) => [id, title]));
  const dated = claims.map((claim) => datedClaim(claim, titles, today, horizonMonths));
  return {
    today: formatCalendarDate(today),
    horizon: formatCalendarDate(addMonths(today, -horizonMonths)),
    claims: dated.sort(byEvidence),
  };
}

function datedClaim(
  { key, date, checked, ids, named = [], perishable = false }: PromptClaim,
  titles: ReadonlyMap<string, string>,
  today: CalendarDate,
  horizonMonths: number,
): DatedClaim {
  const evidence = daysOf(date);
  const looked = daysOf(checked);
  const last = checked ?? date;
  return {
    key,
    ...(evidence && { evidence }),
    ...(looked && { looked }),
    perishable,
    due: perishable && last !== undefined && isOlderThan(last, horizonMonths, today),
    sources: [...ids, ...named].map((id) => {
      const title = titles.get(id) ?? '';
      return title === '' ? { id } : { id, title };
    }),
  };
}

function daysOf(date: PartialDate | undefined): DatedClaim['evidence'] {
  const first = date === undefined ? undefined : firstDayOf(date);
  const last = date === undefined ? undefined : lastDayOf(date);
  return first && last && { first: formatCalendarDate(first), last: formatCalendarDate(last) };
}

/** By the last day that each may mean; the note's order decides between equals. */
function byEvidence({ evidence: a }: DatedClaim, { evidence: b }: DatedClaim): number {
  if (!a || !b) return Number(a === undefined) - Number(b === undefined);
  return compare(a.last, b.last) || compare(a.first, b.first);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
