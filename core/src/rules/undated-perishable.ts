/**
 * Words that tie a claim to a "now" which nothing in scope names: "currently", "state of the art", "in the last six months".
 * A date in the sentence, a dated source, a date on the note or its section, or an "as of" whose scope it is settles it.
 */
import type { Analysis, SentenceAnalysis } from '../analysis.ts';
import { formatCalendarDate, parsePartialDate } from '../dates/calendar-date.ts';
import {
  asOfScope,
  datedParts,
  dateMarks,
  entryDate,
  horizonMonths,
  isOlderThan,
  looksOf,
  noteDateOf,
} from '../dates/index.ts';
import type { DateExpression } from '../dates/model.ts';
import { isMentioned } from '../claims/mentions.ts';
import { isInCode } from '../note/in-code.ts';
import type { Sentence } from '../note/model.ts';
import { Fact } from '../text/content.ts';
import { PatternGate } from '../text/pattern-gate.ts';
import type { Span } from '../text/span.ts';
import { setFrontMatter } from './fixes/set-front-matter.ts';
import type { Finding, Fix, Rule } from './model.ts';

/** Below this, a sentence is not taken for a claim. */
const CLAIM = 0.5;
/** From here on, the words of a claim that spoils speak for themselves. */
const SURE = 0.85;

export const undatedPerishable: Rule = {
  id: 'undated-perishable',
  severity: 'information',
  *check(analysis): Iterable<Finding> {
    const { note } = analysis;
    if (noteDateOf(note) !== undefined) return;
    let isDatedAround: ((sentence: Sentence) => boolean) | undefined;
    let parts: ReturnType<typeof datedParts> | undefined;
    for (const one of analysis.sentences) {
      const word = wordOfNow(analysis, one);
      if (!word || (parts ??= datedParts(note)).has(one.sentence.block)) continue;
      // An "as of" is looked for only where there is a word to read from it.
      isDatedAround ??= asOfScope(note, dateMarks(note, analysis.dates, analysis.today));
      if (isDatedAround(one.sentence)) continue;
      const looks = looksOf(note, analysis.dates, analysis.today);
      if ((looks.of(one.sentence)?.checked ?? looks.ofNote.checked) !== undefined) continue;
      yield {
        span: word.span,
        message: `nothing in this note dates “${word.text}”: say as of when.`,
        data: { word: word.text, ...(word.value === undefined ? {} : { value: word.value }) },
        fixes: () => [pin(analysis, word), ...asOfSource(analysis, one, word), dateNote(analysis)],
      };
    }
  },
};

export interface Word {
  readonly span: Span;
  readonly text: string;
  /** What the words mean when read from today, "2026-05 to 2026-11"; undefined for "currently" and its kin. */
  readonly value?: string;
}

/** The word that ties a claim to a "now" which neither a date in it nor a dated source settles; the note's date may. */
export function wordOfNow(analysis: Analysis, one: SentenceAnalysis): Word | undefined {
  // The cheaper question first: most sentences have neither a date nor such a word, or are dated.
  return mayHoldWord(one) && !isDated(one) ? perishableWord(analysis, one) : undefined;
}

const known = new Fact<{ readonly mayHold: boolean }>();

const mayHoldWord = ({ dates, sentence: { words, content } }: SentenceAnalysis): boolean =>
  dates.length > 0 || known.of(content, () => ({ mayHold: latest.open(words) !== 0 })).mayHold;

/** In years. */
const LONG_AGO = 8;

const VAGUE =
  /^(?:currently|nowadays|presently|at present|recently|lately|to date|so far|until now|up to now|these days|at the moment|right now|now|(?:as of|at(?: the time of)?) (?:this )?writing)$/i;
/** "Models can now", "is now": a state of things; "now, take" is a step in an explanation. */
const STATE_BEFORE = /\b(?:is|are|can|has|have|do|does|models?|systems?|agents?|LLMs)\s$/i;
const LATEST =
  /\b(?:state[- ]of[- ]the[- ]art|SOTA|the latest|the newest|the most recent|currently|at present|to date|[Aa]s of (?:today|now)|[Aa]t (?:the )?time of writing)\b(?! (?:version of|line|column|row|entry|commit))/;

const latest = new PatternGate([LATEST]);

/** The first word of a claim that needs a date; relative stretches need one in any sentence. */
function perishableWord(analysis: Analysis, one: SentenceAnalysis): Word | undefined {
  for (const date of one.dates) {
    const value = stretchOf(date);
    if (isSpokenOf(analysis, one, date.span)) continue;
    if (value !== undefined) return { span: date.span, text: date.text, value };
  }
  if (one.claim === null || (one.claim.claim < CLAIM && one.perishability.score < SURE)) return undefined;
  if (/\?[”"')\]]*$/.test(one.sentence.words)) return undefined;
  if (one.perishability.marked !== undefined && !one.perishability.perishable) return undefined;
  for (const date of one.dates) {
    if (!/^(?:PRESENT|PAST)_REF$/.test(date.value) || isSpokenOf(analysis, one, date.span)) continue;
    if (!VAGUE.test(date.text) && !isRecentWork(analysis, date)) continue;
    // "As recently as 2010" names its day.
    if (/^ as\b/.test(analysis.note.text.slice(date.span.end, date.span.end + 4))) continue;
    // "now" and "recent" are weak words: the rest of the claim must be perishable as well.
    if (/^(?:now|recent|so far|recently)$/i.test(date.text) && !one.perishability.perishable) continue;
    if (
      /^now$/i.test(date.text) &&
      !STATE_BEFORE.test(analysis.note.text.slice(Math.max(0, date.span.start - 12), date.span.start))
    )
      continue;
    if (speaksOfSomebody(analysis, one, date.span)) continue;
    return { span: date.span, text: date.text };
  }
  const match = LATEST.exec(one.sentence.words);
  if (!match || !one.perishability.perishable) return undefined;
  const at = analysis.note.text.indexOf(match[0], one.sentence.span.start);
  if (at === -1 || at + match[0].length > one.sentence.span.end) return undefined;
  // A message quoted as code speaks from its own day.
  if (isInCode(analysis.note, at)) return undefined;
  const span = { start: at, end: at + match[0].length };
  if (isSpokenOf(analysis, one, span) || speaksOfSomebody(analysis, one, span)) return undefined;
  return { span, text: match[0] };
}

/** “Currently” in marks is a word that the sentence is about. */
function isSpokenOf({ note }: Analysis, { sentence: { span } }: SentenceAnalysis, word: Span): boolean {
  const text = note.text.slice(span.start, span.end);
  return isMentioned(text, { start: word.start - span.start, end: word.end - span.start });
}

const I_AFTER = /^,? I(?:['’]m)?\s/;
const I_BEFORE = /\bI(?:['’]m| am| have| was)?(?: \w+)?\s$/;
const SAID =
  /\b(?:said|says|saying|told|tells|asked|replied|wrote|writes|explained|explains|recalled|admitted|added)\b/i;

/** "Currently I am reading Hume"; “I am currently unemployed,” she said: of a person, or of the day on which somebody spoke. */
function speaksOfSomebody({ note: { text } }: Analysis, { sentence }: SentenceAnalysis, word: Span): boolean {
  const before = text.slice(sentence.span.start, word.start);
  const after = text.slice(word.end, sentence.span.end);
  if (I_AFTER.test(after) || I_BEFORE.test(before)) return true;
  return /["“„«][^"”“»]*$/.test(before) && /^[^"“„]*["”“»]/.test(after) && SAID.test(sentence.words);
}

/** "Recent work" speaks of the field; "recent messages" does not. */
const isRecentWork = ({ note }: Analysis, date: DateExpression): boolean =>
  /^recent$/i.test(date.text) &&
  /^ (?:\w+ )?(?:work|works|models?|papers?|advances?|progress|research|studies|results|methods|approaches|developments?|benchmarks?|breakthroughs?|literature|surveys?)\b/.test(
    note.text.slice(date.span.end, date.span.end + 40),
  );

/** "the last ~6 months", "last year", "two years ago": the months or years that they mean, when read from an anchor. */
function stretchOf(date: DateExpression): string | undefined {
  if (date.kind !== 'relative' || !date.anchor || date.first === undefined || date.last === undefined)
    return undefined;
  // Read from the note's own "as of", wherever that stands: its card says so.
  if (date.anchor.from === 'as of') return undefined;
  // "15 years ago" means the same a year later; and it is history.
  if (
    /\bago$/i.test(date.text) &&
    Number(date.anchor.value.slice(0, 4)) - Number(date.last.slice(0, 4)) > LONG_AGO
  )
    return undefined;
  if (
    !/\b(?:last|past|ago|this)\b/i.test(date.text) ||
    /\b(?:days?|night|week|weekend|morning|hours?|minutes?)\b/i.test(date.text)
  )
    return undefined;
  if (/^(?:19|20)\d\d$/.test(date.value) || /^\d{4}-\d{2}$/.test(date.value)) return date.value;
  const first = date.first.slice(0, 7);
  const last = date.last.slice(0, 7);
  return first === last ? first : `${first} to ${last}`;
}

/** A date in the sentence, or a source that carries one. */
function isDated(one: SentenceAnalysis): boolean {
  if (
    one.dates.some(
      (date) =>
        date.kind !== 'relative' && date.kind !== 'duration' && parsePartialDate(date.value.slice(0, 10)),
    )
  )
    return true;
  return one.sources.some(
    ({ source }) => source.entry?.date !== undefined || (source.type !== 'link' && source.type !== 'note'),
  );
}

/** Keeps the writer's words and puts the date beside them. */
function pin({ today }: Analysis, word: Word): Fix {
  const date = word.value ?? `as of ${formatCalendarDate(today).slice(0, 7)}`;
  return {
    title: `Pin “${word.text}”: add “(${date})”`,
    safe: false,
    preferred: true,
    edits: [{ span: { start: word.span.end, end: word.span.end }, newText: ` (${date})` }],
  };
}

/** The month of the newest source of the section, while it is fresh enough not to be stale at once. */
function asOfSource(analysis: Analysis, one: SentenceAnalysis, word: Word): Fix[] {
  if (word.value !== undefined) return [];
  const { note, library, settings, today } = analysis;
  const section = note.blocks[one.sentence.block]?.heading;
  let newest: string | undefined;
  for (const { sentence, sources } of analysis.sentences) {
    if (note.blocks[sentence.block]?.heading !== section) continue;
    for (const { source } of sources) {
      const date = source.entry && entryDate(source.entry, library);
      if (date !== undefined && date.length >= 7 && (newest === undefined || date > newest)) newest = date;
    }
  }
  const month = newest?.slice(0, 7);
  if (month === undefined || isOlderThan(month, horizonMonths(one.perishability.speed, settings), today))
    return [];
  return [
    {
      title: `Add “(as of ${month})”, the month of the section’s newest source`,
      safe: false,
      edits: [{ span: { start: word.span.end, end: word.span.end }, newText: ` (as of ${month})` }],
    },
  ];
}

/** One date for the whole note: every such word is then read from it. */
function dateNote({ note, today }: Analysis): Fix {
  const day = formatCalendarDate(today);
  return {
    title: `Date the note: \`date: ${day}\``,
    safe: false,
    edits: [setFrontMatter(note, 'date', day)],
  };
}
