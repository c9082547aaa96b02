/**
 * What a person may take over from a reply: marks on the claims that it says still hold, and its questions as new lines of
 * inquiry. Each is an edit to be looked at; none is ever made unseen.
 */
import type { Analysis, SentenceAnalysis } from '../analysis.ts';
import { formatCalendarDate, type CalendarDate } from '../dates/calendar-date.ts';
import { horizonMonths } from '../dates/index.ts';
import { beginLine } from '../importer/new-line.ts';
import { uniqueSlugs } from '../importer/slug.ts';
import { endOfWords } from '../rules/fixes/place.ts';
import { retestFixes } from '../rules/fixes/retest.ts';
import type { Edit } from '../rules/model.ts';
import { staleDate } from '../rules/stale-date.ts';
import { overlaps } from '../text/span.ts';
import type { ClaimAnswer, ReplyReport } from './model.ts';

export interface RetestMark {
  /** The claims that the sentence holds, as the prompt numbers them. */
  readonly numbers: readonly number[];
  /** What the sentence says, for people. */
  readonly text: string;
  /** In the note. */
  readonly edits: readonly Edit[];
}

/** One a sentence, where all that the prompt made of it was answered and holds; none where it was looked at this month. */
export function retestMarks({ note, answers }: ReplyReport): RetestMark[] {
  if (!note) return [];
  const ofSentence = new Map<SentenceAnalysis, ClaimAnswer[]>();
  for (const answer of answers) {
    const one = note.sentences.find(
      ({ sentence: { span } }) => span.start <= answer.claim.offset && answer.claim.offset < span.end,
    );
    if (one) ofSentence.set(one, [...(ofSentence.get(one) ?? []), answer]);
  }
  return [...ofSentence].flatMap(([one, all]) => {
    if (all.some(({ verdict }) => verdict !== 'held')) return [];
    const edits = markOf(note, one);
    return edits.length === 0
      ? []
      : [{ numbers: all.map(({ number }) => number), text: one.sentence.words, edits }];
  });
}

/** An old look is brought up to date where it stands; else the sentence gets one. */
function markOf(note: Analysis, one: SentenceAnalysis): readonly Edit[] {
  const { evidenceDate, perishability, sentence } = one;
  const month = formatCalendarDate(note.today).slice(0, 7);
  if (evidenceDate?.isLook === true && evidenceDate.value.startsWith(month)) return [];
  const stale = [...staleDate.check(note)].find(({ span }) => overlaps(span, sentence.span));
  const renewed = stale?.fixes?.()[0];
  if (renewed) return renewed.edits;
  if (evidenceDate?.isLook === true && evidenceDate.from === 'text') return [];
  const at = endOfWords(note.note, sentence);
  const fixes = retestFixes(note, at, [at], horizonMonths(perishability.speed, note.settings));
  return fixes.find(({ edits }) => edits.length === 1 && edits[0]?.span.start === at)?.edits ?? [];
}

export interface NewLine {
  /** "does-drift-vanish.md" */
  readonly name: string;
  readonly title: string;
  readonly text: string;
}

const LONGEST_NAME = 60;

/** A question each; what it rests on is for the person to find. */
export function newLines(report: ReplyReport, today: CalendarDate): NewLine[] {
  const from = report.note?.note.title?.text;
  const day = formatCalendarDate(today);
  const names = uniqueSlugs(report.questions.map(({ text }) => text));
  return report.questions.map(({ text: title }, index) => ({
    name: `${shortName(names[index] ?? 'untitled')}.md`,
    title,
    text: beginLine(title, today, {
      framing:
        from === undefined
          ? `A language model proposed this question on ${day}.`
          : `A language model proposed this question on ${day}, in its reply to “${from}”.`,
    }).text,
  }));
}

/** Cut at a word. */
const shortName = (name: string): string =>
  name.length < LONGEST_NAME ? name : name.slice(0, LONGEST_NAME).replace(/-[^-]*$/, '');
