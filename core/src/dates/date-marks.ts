/**
 * Dates that say when something was looked at or until when it holds: "as of 2025-03", "(checked 2025-03)", "Last updated:",
 * `checked:` and `expires:` in front matter, `<!-- expires 2025-06-01 -->`. Only explicit writings count; "was tested in
 * 2021" says when a test was made, not when the note was checked.
 */
import { isInCode } from '../note/in-code.ts';
import type { Note } from '../note/model.ts';
import type { Span } from '../text/span.ts';
import type { PartialDate } from './calendar-date.ts';
import { parsePartialDate } from './calendar-date.ts';
import { columnMarks } from './column-marks.ts';
import { frontMatterDays, unreadFrontMatter } from './front-matter-dates.ts';
import type { DateKeyKind, UnreadDate } from './front-matter-dates.ts';
import type { DateExpression } from './model.ts';
import { looksLikeDay, readWrittenDay } from './written-day.ts';

export interface DateMark {
  readonly kind: 'as of' | 'checked' | 'expires';
  readonly where: 'text' | 'front matter' | 'comment';
  /** The date alone. */
  readonly span: Span;
  readonly value: PartialDate;
  /** The last day that it can mean, where the words narrow it: that of "early 2025". */
  readonly last?: PartialDate;
  /** The words or the key that make it one: "as of", "last_reviewed", "expires". */
  readonly words: string;
  /** Comments: the same date in the comment that closes the stretch. */
  readonly twin?: Span;
}

/** In document order. `dates` are the note's own, from `datesOfNote`. */
export function dateMarks(note: Note, dates: readonly DateExpression[]): DateMark[] {
  const marks = [
    ...frontMatterMarks(note),
    ...textMarks(note, dates),
    ...columnMarks(note, dates),
    ...commentMarks(note),
  ];
  return marks.sort((a, b) => a.span.start - b.span.start);
}

/** The newest day on which somebody says to have looked the whole note over; undefined when nobody does. */
export function noteCheckedOn(note: Note): PartialDate | undefined {
  return ofWholeNote(note, 'checked').at(-1);
}

/** The first of the days until which the writer vouches for the whole note; undefined when there is none. */
export function noteHeldUntil(note: Note): PartialDate | undefined {
  return ofWholeNote(note, 'expires')[0];
}

/** Oldest first. */
function ofWholeNote(note: Note, wanted: DateKeyKind): PartialDate[] {
  if (!note.frontMatter) return [];
  return frontMatterDays(note)
    .flatMap(({ kind, place, day }) =>
      kind === wanted && place !== 'inside' && day && day.other === undefined ? [day.value] : [],
    )
    .sort();
}

/** In document order; in a list of days of checking only the newest counts. */
function frontMatterMarks(note: Note): DateMark[] {
  const days = frontMatterDays(note).filter(({ day }) => day && day.other === undefined);
  return days.flatMap(({ key, kind, place, span, day }): DateMark[] => {
    if (kind === undefined || !day) return [];
    const isOlder =
      place === 'list' &&
      kind === 'checked' &&
      days.some((other) => other.key === key && (other.day?.value ?? '') > day.value);
    return isOlder ? [] : [{ kind, where: 'front matter', span, value: day.value, words: key }];
  });
}

/** Emphasis and punctuation may stand between the words and their date: "**Last updated:** 2025-03". */
const AS_OF =
  /(?<![\p{L}\d])(as of|status as of|up to date as of|current as of|stand(?:\s*:)?|截至|截止)(?: the (?:end|beginning|start) of)?[\s*_]*$/iu;
const CHECKED_WORD = String.raw`(?:re-?)?(?:checked|verified|tested|updated|reviewed)|geprüft|überprüft|aktualisiert|更新于|核对于`;
const LABEL = new RegExp(
  String.raw`(?:(?<![\p{L}\d])(last[- ](?:updated|checked|verified|reviewed|re-?tested|edited|revised)|zuletzt (?:geprüft|überprüft|aktualisiert)|最后更新(?:于)?)(?:[\s*_]+(?:on|in|am))?|(?:^|[\n(*_>|。-]|[-*] )\s*(${CHECKED_WORD})(?:\s+(?:on|in|am))?)[\s:：*_]*$`,
  'iu',
);
const EXPIRY_WORD = String.raw`expires?(?: on)?|valid (?:until|through)|review by|review due(?: by)?|gültig bis(?: zum)?|有效期至`;
const EXPIRES = new RegExp(String.raw`(?:^|[\n(*_>|。-]|[-*] )\s*(${EXPIRY_WORD})[\s:：*_]*$`, 'iu');
/** "Status: verified 2025-01-01.", "Valid until 2026-06. Review by 1 June 2026.": in the middle of a line, where nothing follows. */
const WITHIN = new RegExp(
  String.raw`[.;:。：]\s+(?:(${CHECKED_WORD})|(${EXPIRY_WORD}))(?: on| in| am)?[\s:：*_]*$`,
  'iu',
);
const NOTHING_FOLLOWS = /^[\s*_]*(?:$|[.;)\n|。])/;

function textMarks(note: Note, dates: readonly DateExpression[]): DateMark[] {
  const marks: DateMark[] = [];
  const bodyStart = note.frontMatter?.span.end ?? 0;
  for (const date of dates) {
    if (date.kind !== 'absolute' || date.span.start < bodyStart || !parsePartialDate(date.value)) continue;
    const found = markBefore(
      note.text.slice(Math.max(bodyStart, date.span.start - 48), date.span.start),
      note.text.slice(date.span.end, date.span.end + 8),
    );
    if (!found) continue;
    const { span, value, last } = date;
    const narrowed = last !== undefined && value.length < 10 ? { last } : {};
    marks.push({ ...found, where: 'text', span, value, ...narrowed });
  }
  return marks;
}

function markBefore(before: string, after: string): Pick<DateMark, 'kind' | 'words'> | undefined {
  const asOf = AS_OF.exec(before);
  if (asOf) return { kind: 'as of', words: plainWords(asOf[1]) };
  const label = LABEL.exec(before);
  if (label) return { kind: 'checked', words: plainWords(label[1] ?? label[2]) };
  const expires = EXPIRES.exec(before);
  if (expires) return { kind: 'expires', words: plainWords(expires[1]) };
  const within = NOTHING_FOLLOWS.test(after) ? WITHIN.exec(before) : null;
  if (!within) return undefined;
  return within[1] === undefined
    ? { kind: 'expires', words: plainWords(within[2]) }
    : { kind: 'checked', words: plainWords(within[1]) };
}

const plainWords = (words = ''): string => words.toLowerCase().replace(/\s*:$/, '');

const COMMENT =
  /<!--\s*(end\s+)?(expires?|expiry|valid[ _-](?:until|through)|review[ _-](?:by|due)|(?:inquiry-|last[ _-])?(?:checked|verified|reviewed|updated|re-?tested)|as of)(?: by [^\d<>:]{1,30}?)?(?: on)?\s*:?\s+([^<>\n]{4,40}?)\s*-->/gi;

interface Commented {
  readonly isEnd: boolean;
  readonly kind: DateMark['kind'];
  readonly words: string;
  readonly span: Span;
  readonly text: string;
}

function* comments(note: Note): Iterable<Commented> {
  if (!note.text.includes('<!--')) return;
  for (const match of note.text.matchAll(COMMENT)) {
    const [whole, end, label = '', text = ''] = match;
    if (isInCode(note, match.index)) continue;
    const start = match.index + whole.lastIndexOf(text);
    const words = label.toLowerCase();
    const kind = words === 'as of' ? words : /^(?:exp|valid|review[ _-])/.test(words) ? 'expires' : 'checked';
    yield { isEnd: end !== undefined, kind, words, span: { start, end: start + text.length }, text };
  }
}

/** As in the documentation of GitHub: `<!-- expires 2025-06-01 -->`, closed by `<!-- end expires 2025-06-01 -->`. */
function commentMarks(note: Note): DateMark[] {
  const marks: DateMark[] = [];
  for (const { isEnd, kind, words, span, text } of comments(note)) {
    const day = readWrittenDay(text);
    if (day?.length !== text.length || day.other !== undefined) continue;
    const { value } = day;
    if (!isEnd) {
      marks.push({ kind, where: 'comment', span, value, words });
      continue;
    }
    const opener = marks.findLastIndex((mark) => mark.value === value && mark.twin === undefined);
    const mark = marks[opener];
    if (mark) marks[opener] = { ...mark, twin: span };
  }
  return marks;
}

/** Days of checking or expiry, and the note's own, that cannot be read, in document order. */
export function unreadDates(note: Note): UnreadDate[] {
  const found = unreadFrontMatter(note);
  for (const { isEnd, kind, words, span, text } of comments(note)) {
    const day = readWrittenDay(text);
    if (isEnd || (day?.length === text.length && day.other === undefined) || !looksLikeDay(text)) continue;
    const readings = day?.other === undefined ? [] : [day.value, day.other];
    found.push({ words, span, text, promises: kind === 'expires' ? kind : 'checked', readings });
  }
  return found;
}
