/**
 * Gathers what wants re-testing from many notes and puts the most urgent first. In two steps, so that a host can keep each
 * note's share and need not analyse ten thousand notes again when one has changed.
 */
import type { Analysis, SentenceAnalysis, Source } from '../analysis.ts';
import { compareDates, formatCalendarDate, lastDayOf } from '../dates/calendar-date.ts';
import type { CalendarDate } from '../dates/calendar-date.ts';
import { dueDate, heldUntil, horizonMonths, mayFallDue } from '../dates/index.ts';
import { monthsBetween } from '../dates/calendar-date.ts';
import { bodySentences } from '../prompt/body.ts';
import { standaloneClaim } from '../prompt/standalone.ts';
import { identifierName } from '../sources/identifier-name.ts';
import { writtenName } from '../sources/written-name.ts';
import type { Queue, QueueItem } from './model.ts';

export interface QueueNote {
  readonly path: string;
  readonly analysis: Analysis;
}

/** What one note puts into the queue; small, and free of the note itself. */
export interface QueueShare {
  /** What the note cites, by entry or by name; each once. */
  readonly cited: readonly string[];
  readonly claims: readonly QueueClaim[];
}

type QueueClaim = Omit<QueueItem, 'leaning' | 'urgency'> & {
  /** Its sources as `QueueShare.cited` names them. */
  readonly rests: readonly string[];
};

/** Every perishable claim with an evidence date. All notes must have been analysed for the same day. */
export function buildQueue(notes: readonly QueueNote[], today: CalendarDate): Queue {
  return queueOf(
    notes.map(({ path, analysis }) => queueShareOf(path, analysis)),
    today,
  );
}

export function queueShareOf(path: string, analysis: Analysis): QueueShare {
  const body = bodySentences(analysis.note);
  const claims: QueueClaim[] = [];
  const asides: QueueClaim[] = [];
  for (const [index, sentence] of analysis.sentences.entries()) {
    const claim = claimOf(path, analysis, sentence);
    if (claim) (body[index] === true ? claims : asides).push(claim);
  }
  // A prompt that the note already holds, and its list of sources, mostly repeat what its own text says.
  const told = new Set(claims.flatMap(({ papers }) => papers));
  claims.push(...asides.filter(({ papers }) => !papers.every((paper) => told.has(paper))));
  return { cited: [...new Set(analysis.sources.map(sourceKey))], claims };
}

/** The shares must be of the day given. */
export function queueOf(shares: readonly QueueShare[], today: CalendarDate): Queue {
  const leaning = new Map<string, number>();
  for (const { cited } of shares) for (const key of cited) leaning.set(key, (leaning.get(key) ?? 0) + 1);
  const items = shares.flatMap(({ claims }) =>
    claims.map(({ rests, ...claim }): QueueItem => {
      const lean = Math.max(1, ...rests.map((key) => leaning.get(key) ?? 1));
      const urgency = (claim.ageMonths * claim.perishable * lean) / claim.horizonMonths;
      return { ...claim, leaning: lean, urgency: Math.round(1000 * urgency) / 1000 };
    }),
  );
  return { today, items: items.sort(byUrgency) };
}

/** Due first; then the more urgent; ties in reading order, so that the order never hangs on chance. */
function byUrgency(a: QueueItem, b: QueueItem): number {
  if (a.overdue !== b.overdue) return a.overdue ? -1 : 1;
  return b.urgency - a.urgency || (a.path < b.path ? -1 : a.path > b.path ? 1 : a.span.start - b.span.start);
}

function claimOf(path: string, analysis: Analysis, one: SentenceAnalysis): QueueClaim | undefined {
  if (!mayFallDue(one)) return undefined;
  const evidence = one.evidenceDate;
  const last = evidence && lastDayOf(evidence.value);
  if (!last) return undefined;
  const horizon = horizonMonths(one.perishability.speed, analysis.settings);
  const aged = dueDate(evidence.value, horizon);
  if (!aged) return undefined;
  // An expiry is the writer's word that the note holds until then.
  const held = heldUntil(analysis, one.sentence);
  const due = held && compareDates(held, aged) > 0 ? held : aged;
  const { text: plain, papers } = standaloneClaim(analysis, one);
  return {
    path,
    span: one.sentence.span,
    line: analysis.note.lines.lineAt(one.sentence.span.start),
    text: one.sentence.words,
    plain,
    evidence,
    sources: [...new Set(one.sources.map(({ source }) => sourceName(analysis, source)))],
    papers,
    rests: [...new Set(one.sources.map(({ source }) => sourceKey(source)))],
    speed: one.perishability.speed,
    perishable: one.perishability.score,
    reasons: one.perishability.reasons,
    ageMonths: Math.max(0, monthsBetween(last, analysis.today)),
    horizonMonths: horizon,
    due: formatCalendarDate(due),
    overdue: compareDates(analysis.today, due) > 0,
  };
}

const sourceKey = (source: Source): string => source.entry?.id ?? `${source.type}:${source.id}`;

function sourceName({ note }: Analysis, source: Source): string {
  const known = identifierName(source) ?? source.entry?.title;
  if (known !== undefined) return known;
  return source.type === 'author-year' ? writtenName(note.text, source) : source.id;
}
