/** Dates in a note's front matter: which keys hold one, and which of them is the note's own date. */
import type { Note } from '../note/model.ts';
import type { Span } from '../text/span.ts';
import type { PartialDate } from './calendar-date.ts';
import { parsePartialDate } from './calendar-date.ts';
import { findDates } from './find-dates.ts';
import type { DateExpression } from './model.ts';

/** The note's own date, in the order in which these keys are believed. */
const OWN_DATE_KEYS = [
  'date',
  'created',
  'published',
  'updated',
  'last_updated',
  'modified',
  'lastmod',
] as const;
/** Days on which somebody looked at the note again. */
export const CHECKED_KEYS: readonly string[] = [
  'checked',
  'last_checked',
  'last-checked',
  'verified',
  'last_verified',
  'last-verified',
  'reviewed',
  'last_reviewed',
  'last-reviewed',
  'updated',
  'last_updated',
  'last-updated',
];
/** Days from which the note is no longer to be trusted. */
export const EXPIRY_KEYS: readonly string[] = [
  'expires',
  'expiry',
  'expire',
  'review_by',
  'review-by',
  'valid_until',
  'valid-until',
];

const DATE_KEYS = new Set<string>(['lastmod', ...OWN_DATE_KEYS, ...CHECKED_KEYS, ...EXPIRY_KEYS]);

/** The date that the note gives itself; undefined when it gives none. */
export function noteDateOf(note: Note): PartialDate | undefined {
  for (const key of OWN_DATE_KEYS) {
    const value = frontMatterDate(note, key);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** The date under a front-matter key, times of day cut off; undefined when it holds no date. */
export function frontMatterDate(note: Note, key: string): PartialDate | undefined {
  const raw = note.frontMatter?.data[key];
  return typeof raw === 'string' || typeof raw === 'number' ? dateAtStart(String(raw))?.value : undefined;
}

/** One expression for each date under a known key, in document order. */
export function frontMatterDates(note: Note): DateExpression[] {
  const found: DateExpression[] = [];
  for (const [path, span] of note.frontMatter?.spans ?? []) {
    if (!DATE_KEYS.has(path.toLowerCase())) continue;
    const written = note.text.slice(span.start, span.end);
    const quote = /^["']/.test(written) ? 1 : 0;
    const date = dateAtStart(written.slice(quote));
    if (!date) continue;
    const start = span.start + quote;
    const end = start + date.length;
    found.push({
      span: { start, end },
      text: note.text.slice(start, end),
      value: date.value,
      kind: 'absolute',
      first: date.value,
      last: date.value,
    });
  }
  return found;
}

/** A day of checking or of expiry that is written so that nothing can watch over it. */
export interface UnreadDate {
  readonly key: string;
  readonly span: Span;
  readonly text: string;
  /** What it most likely means, when there is but one reading. */
  readonly reading: PartialDate | undefined;
}

const WATCHED = new Set([...CHECKED_KEYS, ...EXPIRY_KEYS]);
/** "01/02/2025", "15 Jan 2026", "2024-02-30"; not "yes", "by Anna", "2 of 3". */
const LOOKS_LIKE_DATE = /\b\d{4}\b|\b\d{1,2}[./-]\d{1,2}[./-]\d{2}\b/;

export function unreadDates(note: Note): UnreadDate[] {
  const found: UnreadDate[] = [];
  for (const [key, span] of note.frontMatter?.spans ?? []) {
    const written = note.text.slice(span.start, span.end).replace(/^["']|["']$/g, '');
    if (!WATCHED.has(key.toLowerCase()) || written.length > 40 || dateAtStart(written)) continue;
    if (!LOOKS_LIKE_DATE.test(written)) continue;
    const dates = findDates(written, { anchor: { year: 2000, month: 1, day: 1 }, anchorFrom: 'today' });
    const [date] = dates;
    const whole = dates.length === 1 && date?.text === written && date.kind === 'absolute';
    const reading =
      whole && !date.alternatives && parsePartialDate(date.value) ? (date.value as PartialDate) : undefined;
    found.push({ key, span, text: written, reading });
  }
  return found;
}

function dateAtStart(text: string): { value: PartialDate; length: number } | undefined {
  const match = /^\d{4}(?:-\d{2}(?:-\d{2})?)?(?![\d-])/.exec(text);
  return match && parsePartialDate(match[0]) ? { value: match[0], length: match[0].length } : undefined;
}
