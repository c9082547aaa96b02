/**
 * Dates that say when something was looked at or until when it holds: "as of 2025-03", "(checked 2025-03)", "Last updated:",
 * `checked:` and `expires:` in front matter, `<!-- expires 2025-06-01 -->`. Only explicit writings count; "was tested in
 * 2021" says when a test was made, not when the note was checked.
 */
import type { Note } from '../note/model.ts';
import type { Span } from '../text/span.ts';
import type { PartialDate } from './calendar-date.ts';
import { parsePartialDate } from './calendar-date.ts';
import { CHECKED_KEYS, EXPIRY_KEYS, frontMatterDate } from './front-matter-dates.ts';
import type { DateExpression } from './model.ts';

export interface DateMark {
  readonly kind: 'as of' | 'checked' | 'expires';
  readonly where: 'text' | 'front matter' | 'comment';
  /** The date alone. */
  readonly span: Span;
  readonly value: PartialDate;
  /** The words or the key that make it one: "as of", "last_reviewed", "expires". */
  readonly words: string;
  /** Comments: the same date in the comment that closes the stretch. */
  readonly twin?: Span;
}

/** In document order. `dates` are the note's own, from `datesOfNote`. */
export function dateMarks(note: Note, dates: readonly DateExpression[]): DateMark[] {
  const marks = [...frontMatterMarks(note), ...textMarks(note, dates), ...commentMarks(note)];
  return marks.sort((a, b) => a.span.start - b.span.start);
}

/** The newest day on which somebody says to have looked the whole note over; undefined when nobody does. */
export function noteCheckedOn(note: Note): PartialDate | undefined {
  if (!note.frontMatter) return undefined;
  let newest: PartialDate | undefined;
  for (const key of CHECKED_KEYS) {
    const value = frontMatterDate(note, key);
    if (value !== undefined && (newest === undefined || value > newest)) newest = value;
  }
  return newest;
}

/** The first of the days until which the writer vouches for the whole note; undefined when there is none. */
export function noteHeldUntil(note: Note): PartialDate | undefined {
  if (!note.frontMatter) return undefined;
  let first: PartialDate | undefined;
  for (const key of EXPIRY_KEYS) {
    const value = frontMatterDate(note, key);
    if (value !== undefined && (first === undefined || value < first)) first = value;
  }
  return first;
}

function frontMatterMarks(note: Note): DateMark[] {
  const marks: DateMark[] = [];
  for (const [path, span] of note.frontMatter?.spans ?? []) {
    const key = path.toLowerCase();
    const kind = CHECKED_KEYS.includes(key) ? 'checked' : EXPIRY_KEYS.includes(key) ? 'expires' : undefined;
    if (kind === undefined) continue;
    const match = /\d{4}(?:-\d{2}(?:-\d{2})?)?(?![\d-])/.exec(note.text.slice(span.start, span.end));
    if (!match || match.index > 1 || !parsePartialDate(match[0])) continue;
    const start = span.start + match.index;
    marks.push({
      kind,
      where: 'front matter',
      span: { start, end: start + match[0].length },
      value: match[0],
      words: path,
    });
  }
  return marks;
}

/** Emphasis and punctuation may stand between the words and their date: "**Last updated:** 2025-03". */
const AS_OF =
  /\b(as of|status as of|up to date as of|current as of)(?: the (?:end|beginning|start) of)?[\s*_]+$/i;
const LABEL =
  /(?:\b(last[- ](?:updated|checked|verified|reviewed|re-?tested|edited|revised))(?:[\s*_]+(?:on|in))?|(?:^|[\n(*_>|-]|[-*] )\s*((?:re-?)?(?:checked|verified|tested|updated|reviewed))(?:\s+(?:on|in))?)[\s:*_]+$/i;
const EXPIRES =
  /(?:^|[\n(*_>|-]|[-*] )\s*(expires?(?: on)?|valid (?:until|through)|review by|review due)[\s:*_]+$/i;

function textMarks(note: Note, dates: readonly DateExpression[]): DateMark[] {
  const marks: DateMark[] = [];
  const bodyStart = note.frontMatter?.span.end ?? 0;
  for (const date of dates) {
    if (date.kind !== 'absolute' || date.span.start < bodyStart || !parsePartialDate(date.value)) continue;
    const before = note.text.slice(Math.max(bodyStart, date.span.start - 48), date.span.start);
    const asOf = AS_OF.exec(before);
    const label = asOf ? null : LABEL.exec(before);
    const expires = (asOf ?? label) ? null : EXPIRES.exec(before);
    const kind = asOf ? 'as of' : label ? 'checked' : expires ? 'expires' : undefined;
    if (kind === undefined) continue;
    const words = (asOf?.[1] ?? label?.[1] ?? label?.[2] ?? expires?.[1] ?? '').toLowerCase();
    marks.push({ kind, where: 'text', span: date.span, value: date.value, words });
  }
  return marks;
}

const COMMENT =
  /<!--\s*(end\s+)?(expires?|review by|checked|verified|inquiry-checked)(?: on)?\s*:?\s+(\d{4}-\d{2}(?:-\d{2})?)\s*-->/gi;

/** As in the documentation of GitHub: `<!-- expires 2025-06-01 -->`, closed by `<!-- end expires 2025-06-01 -->`. */
function commentMarks(note: Note): DateMark[] {
  if (!note.text.includes('<!--')) return [];
  const marks: DateMark[] = [];
  const open: DateMark[] = [];
  for (const match of note.text.matchAll(COMMENT)) {
    const value = match[3] ?? '';
    if (!parsePartialDate(value) || inCode(note, match.index)) continue;
    const start = match.index + match[0].lastIndexOf(value);
    const span = { start, end: start + value.length };
    if (match[1] !== undefined) {
      const opener = open.findLast((mark) => mark.value === value && mark.twin === undefined);
      if (opener) marks[marks.indexOf(opener)] = { ...opener, twin: span };
      continue;
    }
    const kind = /check|verif/i.test(match[2] ?? '') ? 'checked' : 'expires';
    const mark: DateMark = { kind, where: 'comment', span, value, words: (match[2] ?? '').toLowerCase() };
    marks.push(mark);
    open.push(mark);
  }
  return marks;
}

function inCode(note: Note, offset: number): boolean {
  const block = note.blocks.findLast((one) => one.span.start <= offset && offset < one.span.end);
  if (block?.kind === 'code') return true;
  // An odd number of backticks before it on its line: a code span.
  const line = note.text.slice(note.text.lastIndexOf('\n', offset - 1) + 1, offset);
  return (line.match(/`/g)?.length ?? 0) % 2 === 1;
}
