/**
 * Explicit dates that have grown old: "as of", "checked", "last updated" older than the horizon, and expiries that have
 * passed; in text, front matter or comments. The evidence behind a claim is `stale-evidence`'s business.
 */
import type { Analysis, SentenceAnalysis } from '../analysis.ts';
import { addMonths, compareDates, formatCalendarDate, lastDayOf } from '../dates/calendar-date.ts';
import {
  ageInMonths,
  canGoStale,
  dateMarks,
  dueDate,
  horizonMonths,
  looksOf,
  unreadDates,
} from '../dates/index.ts';
import { saysOfData } from '../dates/as-of-scope.ts';
import { tellsHistory } from '../dates/reported-history.ts';
import type { DateMark } from '../dates/index.ts';
import type { UnreadDate } from '../dates/front-matter-dates.ts';
import { quotedMark } from '../dates/quoted-mark.ts';
import { spokenMonths } from '../dates/spoken-months.ts';
import { writeLike } from '../dates/write-like.ts';
import { contains, startingBefore, type Span } from '../text/span.ts';
import type { Finding, Fix, Rule } from './model.ts';

export const staleDate: Rule = {
  id: 'stale-date',
  severity: 'warning',
  *check(analysis): Iterable<Finding> {
    for (const unread of unreadDates(analysis.note, analysis.dates, analysis.today))
      yield unreadFinding(unread, analysis);
    const marks = dateMarks(analysis.note, analysis.dates, analysis.today);
    if (marks.length === 0) return;
    const durable = analysis.note.frontMatter?.data['perishable'] === false;
    for (const mark of marks) {
      const sentence = mark.where === 'text' ? sentenceAt(analysis, mark) : undefined;
      if (sentence && isOfSomethingElse(analysis, sentence, mark)) continue;
      if (mark.kind === 'expires') {
        const last = lastDayOf(mark.value);
        if (!last || compareDates(analysis.today, last) <= 0) continue;
        yield {
          span: mark.span,
          message: `${expiryWords(mark)} ${writtenAs(mark, analysis)}, ${agePhrase(mark, analysis)}: check what it covers and set a new date.`,
          data: { kind: mark.kind, value: mark.value },
          fixes: () => [extend(mark, analysis)],
        };
        continue;
      }
      if (
        durable ||
        (mark.kind === 'as of' && sentence && (isHistory(sentence) || saysOfData(analysis.note, mark)))
      )
        continue;
      const months = horizonFor(analysis, saidOfMark(analysis, mark, sentence));
      const due = dueDate(mark.last ?? mark.value, months);
      if (!due || compareDates(analysis.today, due) <= 0) continue;
      yield {
        span: mark.span,
        message: `“${quotedMark(analysis.note, mark.words, mark.span)}” is ${agePhrase(mark, analysis)}, past the horizon of ${spokenMonths(months)}: re-test it, or give it a newer date.`,
        data: { kind: mark.kind, value: mark.value, horizonMonths: months },
        fixes: () => [markRetested(mark, analysis)],
      };
    }
  },
};

function sentenceAt({ note, sentences }: Analysis, mark: DateMark): SentenceAnalysis | undefined {
  const one = sentences[startingBefore(note.sentences, mark.span.start + 1) - 1];
  return one && contains(one.sentence.span, mark.span) ? one : undefined;
}

/** What the mark is said of: the claims of its line, row, block or section; its own sentence alone for one of the whole note. */
function saidOfMark(
  analysis: Analysis,
  mark: DateMark,
  sentence: SentenceAnalysis | undefined,
): readonly SentenceAnalysis[] {
  const { first, last } = looksOf(analysis.note, analysis.dates, analysis.today).covered(mark);
  const covered = analysis.sentences.slice(first, last).filter(canGoStale);
  return sentence ? [sentence, ...covered] : covered;
}

/** The shortest of the claims; of a label that is said of none, the standard horizon. */
function horizonFor({ settings }: Analysis, claims: readonly SentenceAnalysis[]): number {
  const horizons = claims.flatMap(({ perishability: { perishable, speed } }) =>
    perishable ? [horizonMonths(speed, settings)] : [],
  );
  return horizons.length > 0 ? Math.min(...horizons) : horizonMonths('warm', settings);
}

function isOfSomethingElse({ note }: Analysis, { sentence }: SentenceAnalysis, mark: DateMark): boolean {
  const before = note.text.slice(sentence.span.start, mark.span.start);
  const at = before.toLowerCase().lastIndexOf(mark.words);
  return at > 0 && tellsHistory(mark, sentence.words, before.slice(0, at));
}

/** "As of 1990 the law had …", "(cars owned as of 2002)": told as past or said in passing, true of its day. */
function isHistory({ sentence, perishability }: SentenceAnalysis): boolean {
  const { words } = sentence;
  if (perishability.marked !== undefined && !perishability.perishable) return true;
  const present = /\b(?:is|are|has|have|can|cannot|does|do|remains?|still)\b|n['’]t\b/i.test(words);
  if (present || perishability.perishable) return false;
  return (
    /\b(?:was|were|had|did)\b/i.test(words) || !/^\W*(?:(?:\w+ )?as of\b|stand\b|截至|截止)/iu.test(words)
  );
}

/** The writer's own words for the day: the reader is to find them again. */
const writtenAs = ({ span }: DateMark, { note }: Analysis): string =>
  note.text.slice(span.start, span.end).replaceAll(/\s+/g, ' ');

const CONSEQUENCES: Readonly<Record<UnreadDate['promises'], string>> = {
  date: 'the note counts as undated',
  checked: 'nothing can tell when it grows old',
  expires: 'nothing can tell when it passes',
};

function unreadFinding({ words, span, text, promises, readings }: UnreadDate, { note }: Analysis): Finding {
  const [first, second] = readings;
  const written = quotedMark(note, words, span);
  const consequence = CONSEQUENCES[promises];
  return {
    span,
    severity: 'information',
    message:
      first === undefined || second === undefined
        ? `“${written}” cannot be read as a day, so ${consequence}: write it as YYYY-MM-DD.`
        : `“${written}” can mean ${first} or ${second}, so ${consequence}: write the one that is meant.`,
    data: { kind: 'unread', value: text },
    fixes: () =>
      readings.map((reading) => ({
        title: `Write ${reading}`,
        safe: false,
        edits: [{ span, newText: reading }],
      })),
  };
}

function markRetested(mark: DateMark, { today, note }: Analysis): Fix {
  const written = note.text.slice(mark.span.start, mark.span.end);
  const now = writeLike(written, formatCalendarDate(today));
  return {
    title: `Mark re-tested: change ${written} to ${now}`,
    safe: false,
    preferred: true,
    edits: [{ span: mark.span, newText: now }],
  };
}

function extend(mark: DateMark, { today, settings, note }: Analysis): Fix {
  const next = formatCalendarDate(addMonths(today, horizonMonths('warm', settings)));
  const like = (span: Span): string => writeLike(note.text.slice(span.start, span.end), next);
  return {
    title: `Mark as checked: extend to ${like(mark.span)}`,
    safe: false,
    preferred: true,
    edits: [mark.span, ...(mark.twin ? [mark.twin] : [])].map((span) => ({ span, newText: like(span) })),
  };
}

function expiryWords({ words, value, last }: DateMark): string {
  if (/review|prüfen/i.test(words)) return 'a review was due by';
  return value.length === 10 && last === undefined ? 'this expired on' : 'this expired at the end of';
}

function agePhrase(mark: DateMark, { today }: Analysis): string {
  const months = ageInMonths(mark.last ?? mark.value, today) ?? 0;
  return months < 1
    ? 'less than a month ago'
    : mark.kind === 'expires'
      ? `${spokenMonths(months)} ago`
      : `${spokenMonths(months)} old`;
}
