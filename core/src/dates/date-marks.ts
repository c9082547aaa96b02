/**
 * Dates that say when something was looked at or until when it holds: "as of 2025-03", "(checked 2025-03)", "Last updated:",
 * `checked:` and `expires:` in front matter, `<!-- expires 2025-06-01 -->`. Only explicit writings count; "was tested in
 * 2021" says when a test was made, not when the note was checked.
 */
import { isInCode } from '../note/in-code.ts';
import type { Note } from '../note/model.ts';
import type { Span } from '../text/span.ts';
import { compareSpans } from '../text/span.ts';
import type { CalendarDate, PartialDate } from './calendar-date.ts';
import { columnMarks } from './column-marks.ts';
import { commentMarks } from './comment-marks.ts';
import { dayOrder } from './day-order.ts';
import { frontMatterDays, unreadFrontMatter } from './front-matter-dates.ts';
import type { DateKeyKind, UnreadDate } from './front-matter-dates.ts';
import type { DateExpression } from './model.ts';
import { findImpossibleDays } from './impossible-days.ts';
import { isRead, isUnread, markOf } from './marked-day.ts';
import { Once } from '../text/once.ts';

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
export function dateMarks(
  note: Note,
  dates: readonly DateExpression[],
  today: CalendarDate,
): readonly DateMark[] {
  return readOnce(note, dates, today).marks;
}

interface Read {
  readonly marks: readonly DateMark[];
  /** What promises to be a mark and cannot be read; without the front matter's, and without days that no calendar has. */
  readonly unread: readonly UnreadDate[];
}

/** By the list of a note's dates, which is made once for each analysis: several rules ask. */
const known = new Once<readonly DateExpression[], Read>('date marks');

const readOnce = (note: Note, dates: readonly DateExpression[], today: CalendarDate): Read =>
  known.of(dates, () => read(note, dates, today));

function read(note: Note, dates: readonly DateExpression[], today: CalendarDate): Read {
  const all = [
    ...marksInText(note, dates),
    ...columnMarks(note, dates),
    ...commentMarks(note, dayOrder(note, today)),
  ];
  return {
    marks: [...frontMatterMarks(note), ...all.filter(isRead)].sort(byPlace),
    unread: all.filter(isUnread),
  };
}

const byPlace = (a: { readonly span: Span }, b: { readonly span: Span }): number =>
  compareSpans(a.span, b.span);

/** The newest day on which the front matter says that somebody looked the whole note over; undefined when it says none. */
export function noteCheckedOn(note: Note): PartialDate | undefined {
  return ofWholeNote(note, 'checked').at(-1);
}

/** The first of the days until which the front matter vouches for the whole note; undefined when there is none. */
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
const EXPIRY_WORD = String.raw`expires?(?: on)?|valid (?:until|through)|review by|(?:next review|review due)(?: by| on)?|gültig bis(?: zum)?|有效期至`;
const EXPIRES = new RegExp(String.raw`(?:^|[\n(*_>|。-]|[-*] )\s*(${EXPIRY_WORD})[\s:：*_]*$`, 'iu');
/** "Status: verified 2025-01-01.", "Valid until 2026-06. Review by 1 June 2026.": in the middle of a line, where nothing follows. */
const WITHIN = new RegExp(
  String.raw`[.;:。：]\s+(?:(${CHECKED_WORD})|(${EXPIRY_WORD}))(?: on| in| am)?[\s:：*_]*$`,
  'iu',
);
/** "The price was checked 18 March 2025.": said of what is looked up, not of what is tested. */
const LOOKED_UP =
  /(?<![\p{L}\d])(?:prices?|pricing|links?|pages?|sites?|figures?|numbers?|lists?|tables?|limits?|rates?|docs|documentation|status) (?:was|were) (?:last )?((?:re-?)?checked|verified)(?: on| in)?\s+$/iu;
const NAME_FOLLOWS = /^ (?!by |with |and |for |on |in |at |to |from |via |von |mit |und )\p{Ll}/u;
const NOTHING_FOLLOWS = /^[\s*_]*(?:$|[.;)\n|。])/;

function marksInText(note: Note, dates: readonly DateExpression[]): (DateMark | UnreadDate)[] {
  const marks: (DateMark | UnreadDate)[] = [];
  const bodyStart = note.frontMatter?.span.end ?? 0;
  for (const date of dates) {
    if (date.kind !== 'absolute' || date.span.start < bodyStart) continue;
    const found = wordsAround(note, date.span, bodyStart);
    const mark = found && markOf(date, found);
    if (mark) marks.push(mark);
  }
  return marks;
}

/** Days that no calendar has, where somebody relies on them. */
function impossibleMarks(note: Note): UnreadDate[] {
  const bodyStart = note.frontMatter?.span.end ?? 0;
  return findImpossibleDays(note.text, bodyStart).flatMap((span): UnreadDate[] => {
    const found = wordsAround(note, span, bodyStart);
    if (!found || isInCode(note, span.start)) return [];
    const text = note.text.slice(span.start, span.end);
    return [
      {
        words: found.words,
        span,
        text,
        promises: found.kind === 'expires' ? 'expires' : 'checked',
        readings: [],
      },
    ];
  });
}

const wordsAround = ({ text }: Note, span: Span, bodyStart: number): ReturnType<typeof markBefore> =>
  markBefore(
    text.slice(Math.max(bodyStart, span.start - 48), span.start),
    text.slice(span.end, span.end + 8),
  );

function markBefore(before: string, after: string): Pick<DateMark, 'kind' | 'words'> | undefined {
  const asOf = AS_OF.exec(before);
  if (asOf) return { kind: 'as of', words: plainWords(asOf[1]) };
  const label = LABEL.exec(before);
  // "Updated May 2025 guidelines recommend": a day within a name.
  const isName = label?.[1] === undefined && NAME_FOLLOWS.test(after);
  if (label && !isName) return { kind: 'checked', words: plainWords(label[1] ?? label[2]) };
  const expires = EXPIRES.exec(before);
  if (expires) return { kind: 'expires', words: plainWords(expires[1]) };
  if (!NOTHING_FOLLOWS.test(after)) return undefined;
  const lookedUp = LOOKED_UP.exec(before);
  if (lookedUp) return { kind: 'checked', words: plainWords(lookedUp[1]) };
  const within = WITHIN.exec(before);
  if (!within) return undefined;
  return within[1] === undefined
    ? { kind: 'expires', words: plainWords(within[2]) }
    : { kind: 'checked', words: plainWords(within[1]) };
}

const plainWords = (words = ''): string => words.toLowerCase().replace(/\s*:$/, '');

/** Days of checking or expiry, and the note's own, that cannot be read, in document order. */
export function unreadDates(note: Note, dates: readonly DateExpression[], today: CalendarDate): UnreadDate[] {
  return [...unreadFrontMatter(note), ...readOnce(note, dates, today).unread, ...impossibleMarks(note)].sort(
    byPlace,
  );
}
