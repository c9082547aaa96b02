/** The card of a date: in the text and in front matter as found there, in comments where they say that somebody looked. */
import type { Analysis, SentenceAnalysis } from '../analysis.ts';
import { describeDate } from '../dates/describe.ts';
import { dateMarks, horizonMonths, looksOf } from '../dates/index.ts';
import type { DateMark } from '../dates/index.ts';
import type { DateExpression } from '../dates/model.ts';
import { contains, type Span } from '../text/span.ts';
import type { HoverCard } from './model.ts';

/** Of a date that stands in the text or in front matter. */
export function dateCard(analysis: Analysis, date: DateExpression): HoverCard {
  const mark = marksOf(analysis).find(({ span }) => span.start === date.span.start);
  return { span: date.span, markdown: described(analysis, date, mark) };
}

/** Of a date in a comment; undefined where none stands. */
export function commentDateCard(analysis: Analysis, offset: number): HoverCard | undefined {
  for (const mark of marksOf(analysis)) {
    if (mark.where !== 'comment') continue;
    const span = [mark.span, ...(mark.twin ? [mark.twin] : [])].find(
      ({ start, end }) => start <= offset && offset <= end,
    );
    if (span) return { span, markdown: described(analysis, expressionAt(analysis, mark, span), mark) };
  }
  return undefined;
}

const marksOf = ({ note, dates, today }: Analysis): readonly DateMark[] => dateMarks(note, dates, today);

function expressionAt({ note }: Analysis, { value }: DateMark, span: Span): DateExpression {
  const text = note.text.slice(span.start, span.end);
  return { span, text, value, kind: 'absolute', first: value, last: value };
}

function described(analysis: Analysis, date: DateExpression, mark: DateMark | undefined): string {
  const { today, settings } = analysis;
  // An expiry passes on its day, whatever the horizon.
  if (mark?.kind === 'expires') return describeDate(date, today, settings, {});
  const speeds = claimsBeside(analysis, date, mark)
    .filter(({ perishability }) => perishability.perishable)
    .map(({ perishability }) => horizonMonths(perishability.speed, settings));
  return describeDate(date, today, settings, speeds.length > 0 ? { months: Math.min(...speeds) } : undefined);
}

/** The claim that the date stands in, and what a day of checking is said of. */
function claimsBeside(
  analysis: Analysis,
  date: DateExpression,
  mark: DateMark | undefined,
): readonly SentenceAnalysis[] {
  const own = analysis.sentences.find(({ sentence }) => contains(sentence.span, date.span));
  if (!mark) return own ? [own] : [];
  const { first, last } = looksOf(analysis.note, analysis.dates, analysis.today).covered(mark);
  return [...(own ? [own] : []), ...analysis.sentences.slice(first, last)];
}
