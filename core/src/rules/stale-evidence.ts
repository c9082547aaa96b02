/**
 * Perishable claims whose newest evidence is older than their horizon. Speaks only of claims that have evidence, or a
 * "currently" that the note's own date dates: any other claim without a source is `unsourced-claim`'s business, an explicit
 * "as of" is `stale-date`'s.
 */
import type { Analysis, SentenceAnalysis } from '../analysis.ts';
import { compareDates, formatCalendarDate } from '../dates/calendar-date.ts';
import {
  ageInMonths,
  canGoStale,
  dateMarks,
  datedParts,
  dueDate,
  entryDate,
  heldUntil,
  horizonMonths,
  isOlderThan,
  isToldOnItsDay,
  looksOf,
  noteDateOf,
  unreadOverrides,
} from '../dates/index.ts';
import type { DateMark } from '../dates/index.ts';
import { spokenMonths } from '../dates/spoken-months.ts';
import type { EvidenceDate, Perishability } from '../dates/model.ts';
import type { Span } from '../text/span.ts';
import { contains } from '../text/span.ts';
import { endOfWords, lastWords } from './fixes/place.ts';
import { retestFixes } from './fixes/retest.ts';
import type { Finding, Fix, Rule } from './model.ts';
import { wordOfNow } from './undated-perishable.ts';
import type { Word } from './undated-perishable.ts';

export const staleEvidence: Rule = {
  id: 'stale-evidence',
  severity: 'information',
  *check(analysis): Iterable<Finding> {
    for (const { span, word } of unreadOverrides(analysis.note))
      yield {
        span,
        severity: 'hint',
        message: `“${word}” does not say how fast claims change, so it counts for nothing: write hot, warm, cold, perishable or durable.`,
        data: { kind: 'unread', value: word },
      };
    const stale = [...staleClaims(analysis)];
    const allEnds = (): readonly number[] => stale.map(({ one }) => endOfWords(analysis.note, one.sentence));
    for (const { one, now, isFact, evidence, age, months } of stale) {
      const { perishability } = one;
      const due = dueDate(evidence.value, months);
      yield {
        span: now?.span ?? spanOfEvidence(analysis, one),
        message: `${standing({ now, evidence, age, months })} (horizon ${spokenMonths(months)}), for a claim ${whyItFalls(perishability, isFact)}.`,
        data: {
          evidenceDate: evidence.value,
          from: evidence.from,
          horizonMonths: months,
          speed: perishability.speed,
          perishable: perishability.score,
          ...(due ? { due: formatCalendarDate(due) } : {}),
        },
        fixes: () => retestFixes(analysis, endOfWords(analysis.note, one.sentence), allEnds(), months),
      };
    }
  },
};

/** The words of a claim tell most; where they tell nothing, the writer's mark does. */
function whyItFalls({ telling, marked }: Perishability, isFact: boolean): string {
  if (telling === undefined && marked !== undefined) return marked;
  return `that ${isFact ? 'time alone' : 'newer work'} may overturn${telling === undefined ? '' : `: “${telling}”`}`;
}

/** How old what the claim stands on is: its evidence, or the last look that somebody took at the note. */
function standing({ now, evidence, age, months }: Omit<StaleClaim, 'one' | 'isFact'>): string {
  const month = evidence.value.slice(0, 7);
  const old = `${age === months ? 'just over ' : ''}${spokenMonths(age)}`;
  if (evidence.from === 'note' && !now) return `last checked in ${month}, ${old} ago`;
  return `evidence of ${month},${now ? ` ${evidence.reason},` : ''} ${old} old`;
}

/** Ways to mark the note as a whole re-tested; none when no claim of it is stale. */
export function noteRetestFixes(analysis: Analysis): Fix[] {
  const stale = [...staleClaims(analysis)];
  const [first] = stale;
  if (!first) return [];
  const ends = stale.map(({ one }) => endOfWords(analysis.note, one.sentence));
  return retestFixes(analysis, undefined, ends, first.months);
}

interface StaleClaim {
  readonly one: SentenceAnalysis;
  /** What only the note's own date dates: a "currently", or words of a price, a count, a record. */
  readonly now: Word | undefined;
  /** Whether those words are of a price, a count or a record. */
  readonly isFact: boolean;
  readonly evidence: EvidenceDate;
  readonly age: number;
  readonly months: number;
}

const SPEEDS = ['hot', 'warm', 'cold'] as const;

function* staleClaims(analysis: Analysis): Iterable<StaleClaim> {
  const { note, settings, today } = analysis;
  const marks = dateMarks(note, analysis.dates, today);
  const looks = looksOf(note, analysis.dates, today);
  const marked = new Set<number>();
  for (const mark of marks) if (mark.where === 'text') marked.add(mark.span.start);
  const isDated = noteDateOf(note) !== undefined || datedParts(note).size > 0;
  const shortest = Math.min(...SPEEDS.map((speed) => horizonMonths(speed, settings)));
  // A note's evidence has few different days, and hundreds of sentences.
  const isOld = new Map<string, boolean>();
  const isOlderThanAny = (date: string): boolean => {
    let old = isOld.get(date);
    if (old === undefined) isOld.set(date, (old = isOlderThan(date, shortest, today)));
    return old;
  };
  for (const one of analysis.sentences) {
    const isSourced = one.sources.length > 0;
    const fromNote = isSourced || !isDated ? undefined : wordFromNote(analysis, one, marks);
    const now = fromNote?.word;
    if (!now && (!isSourced || one.claim === null)) continue;
    // What a sentence asserts is the dearest question and comes last; most evidence is of no age that any horizon asks for.
    const evidence = one.evidenceDate;
    if (evidence === undefined || !isOlderThanAny(evidence.value)) continue;
    const { perishability } = one;
    if (!perishability.perishable) continue;
    const months = horizonMonths(perishability.speed, settings);
    if (!isOlderThan(evidence.value, months, today)) continue;
    if (one.dates.some((date) => marked.has(date.span.start))) continue;
    if (!now && !canGoStale(one)) continue;
    // A day that is said of the claim itself, be it old, is `stale-date`'s to tell.
    if (looks.of(one.sentence)) continue;
    const held = heldUntil(analysis, one.sentence);
    if (held && compareDates(today, held) <= 0) continue;
    yield {
      one,
      now,
      isFact: fromNote?.isFact === true,
      evidence,
      age: ageInMonths(evidence.value, today) ?? 0,
      months,
    };
  }
}

/** From here on, words of a price, a count or a record need no source to show that time alone spoils them. */
const SURE = 0.85;

/**
 * "Currently", "costs $30", in a claim without a source, where the note's own date dates it; a day of checking is `stale-date`'s
 * to tell. What changes less fast is left to `unsourced-claim`: it has no evidence of which one could say that it is old.
 */
function wordFromNote(
  analysis: Analysis,
  one: SentenceAnalysis,
  marks: readonly DateMark[],
): { word: Word; isFact: boolean } | undefined {
  const { evidenceDate } = one;
  if (evidenceDate?.from !== 'note' || isToldOnItsDay(one)) return undefined;
  const ofNow = wordOfNow(analysis, one);
  const word = ofNow ?? wordOfFact(analysis, one);
  if (!word) return undefined;
  return marks.some(({ kind, value }) => kind === 'checked' && value === evidenceDate.value)
    ? undefined
    : { word, isFact: ofNow === undefined };
}

/** The words that show a price, a count, a record; undefined where the sentence may as well be none. */
function wordOfFact({ note }: Analysis, one: SentenceAnalysis): Word | undefined {
  const { telling, score, speed } = one.perishability;
  if (telling === undefined || speed !== 'hot' || score < SURE || !canGoStale(one)) return undefined;
  const start = note.text.indexOf(telling, one.sentence.span.start);
  const end = start + telling.length;
  return start === -1 || end > one.sentence.span.end ? undefined : { span: { start, end }, text: telling };
}

/** The smallest place that shows how old the evidence is: its date, else the source it comes from, else the last words. */
function spanOfEvidence({ note, library }: Analysis, one: SentenceAnalysis): Span {
  const { evidenceDate, dates, sources, sentence } = one;
  if (evidenceDate?.from === 'text') {
    const written = dates.find(({ value }) => value === evidenceDate.value);
    if (written) return written.span;
  }
  const own = sources
    .filter(({ source }) => contains(sentence.span, source.span))
    .map(({ source }) => source);
  const dated = own.find(({ entry }) => entry && entryDate(entry, library) === evidenceDate?.value) ?? own[0];
  if (dated)
    return dated.type === 'arxiv' || dated.type === 'doi' || dated.type === 'key' ? dated.idSpan : dated.span;
  return lastWords(note, sentence);
}
