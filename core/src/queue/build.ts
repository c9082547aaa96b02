/** Gathers what wants re-testing from many analysed notes and puts the most urgent first. */
import type { Analysis, SentenceAnalysis, Source } from '../analysis.ts';
import { compareDates, formatCalendarDate, lastDayOf } from '../dates/calendar-date.ts';
import type { CalendarDate } from '../dates/calendar-date.ts';
import { canGoStale, dueDate, horizonMonths, noteHeldUntil } from '../dates/index.ts';
import { monthsBetween } from '../dates/calendar-date.ts';
import type { Queue, QueueItem } from './model.ts';

export interface QueueNote {
  readonly path: string;
  readonly analysis: Analysis;
}

/** Every perishable claim with an evidence date. All notes must have been analysed for the same day. */
export function buildQueue(notes: readonly QueueNote[], today: CalendarDate): Queue {
  const leaning = countLeaning(notes);
  const items: QueueItem[] = [];
  for (const { path, analysis } of notes)
    for (const sentence of analysis.sentences) {
      const item = itemOf(path, analysis, sentence, today, leaning);
      if (item) items.push(item);
    }
  return { today, items: items.sort(byUrgency) };
}

/** Due first; then the more urgent; ties in reading order, so that the order never hangs on chance. */
function byUrgency(a: QueueItem, b: QueueItem): number {
  if (a.overdue !== b.overdue) return a.overdue ? -1 : 1;
  return b.urgency - a.urgency || (a.path < b.path ? -1 : a.path > b.path ? 1 : a.span.start - b.span.start);
}

function itemOf(
  path: string,
  analysis: Analysis,
  one: SentenceAnalysis,
  today: CalendarDate,
  leaning: ReadonlyMap<string, number>,
): QueueItem | undefined {
  if (!canGoStale(one) || !one.perishability.perishable) return undefined;
  const evidence = one.evidenceDate;
  const last = evidence && lastDayOf(evidence.value);
  if (!last) return undefined;
  const horizon = horizonMonths(one.perishability.speed, analysis.settings);
  const aged = dueDate(evidence.value, horizon);
  if (!aged) return undefined;
  // An expiry is the writer's word that the note holds until then.
  const held = noteHeldUntil(analysis.note);
  const heldUntil = held === undefined ? undefined : lastDayOf(held);
  const due = heldUntil && compareDates(heldUntil, aged) > 0 ? heldUntil : aged;
  const age = Math.max(0, monthsBetween(last, today));
  const keys = one.sources.map(({ source }) => sourceKey(source));
  const lean = Math.max(1, ...keys.map((key) => leaning.get(key) ?? 1));
  const score = one.perishability.score;
  return {
    path,
    span: one.sentence.span,
    line: analysis.note.lines.lineAt(one.sentence.span.start),
    text: one.sentence.words,
    evidence,
    sources: [...new Set(one.sources.map(({ source }) => sourceName(source)))],
    speed: one.perishability.speed,
    perishable: score,
    reasons: one.perishability.reasons,
    ageMonths: age,
    horizonMonths: horizon,
    due: formatCalendarDate(due),
    overdue: compareDates(today, due) > 0,
    leaning: lean,
    urgency: Math.round((1000 * age * score * lean) / horizon) / 1000,
  };
}

/** How many notes cite each source. */
function countLeaning(notes: readonly QueueNote[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { analysis } of notes)
    for (const key of new Set(analysis.sources.map(sourceKey))) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

const sourceKey = (source: Source): string => source.entry?.id ?? `${source.type}:${source.id}`;

function sourceName(source: Source): string {
  switch (source.type) {
    case 'arxiv':
      return `arXiv:${source.id}`;
    case 'doi':
      return `doi:${source.id}`;
    case 'key':
      return `@${source.id}`;
    default:
      return source.entry?.title ?? source.id;
  }
}
