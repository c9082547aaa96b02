/** Dates in a note's front matter: which keys hold one, and which of them is the note's own date. */
import type { Note } from '../note/model.ts';
import type { Span } from '../text/span.ts';
import type { PartialDate } from './calendar-date.ts';
import { dayOrder, decided } from './day-order.ts';
import type { DateExpression } from './model.ts';
import { looksLikeDay, readWrittenDay } from './written-day.ts';
import type { WrittenDay } from './written-day.ts';
import { Once } from '../text/once.ts';

/** The note's own date, in the order in which these keys are believed; all keys as `plainKey` gives them. */
const OWN = words(
  'date datum created erstellt published updated last_updated aktualisiert modified last_modified lastmod as_of stand',
);
/** Days on which somebody looked at the note again. */
const CHECKED = new Set(
  words(
    'checked last_checked verified last_verified reviewed last_reviewed retested last_retested updated last_updated as_of',
  ).concat(words('stand geprüft zuletzt_geprüft aktualisiert zuletzt_aktualisiert')),
);
/** Days from which the note is no longer to be trusted. */
const EXPIRY = new Set(
  words('expires expiry expire expires_on review_by review_due valid_until gültig_bis prüfen_bis'),
);
const OWN_KEYS = new Set(OWN);

export type DateKeyKind = 'checked' | 'expires';

/** A value of the front matter under one of the keys of dates. */
export interface FrontMatterDay {
  /** As written; "status.checked" for one inside another. */
  readonly key: string;
  readonly plain: string;
  /** What the key promises; undefined for the note's own date. */
  readonly kind: DateKeyKind | undefined;
  /** An item of a list, a log of checks or a schedule of reviews; or inside another key. */
  readonly place: 'top' | 'list' | 'inside';
  /** Without quotes. */
  readonly span: Span;
  readonly text: string;
  /** Undefined when it cannot be read. */
  readonly day: WrittenDay | undefined;
}

const known = new Once<Note, readonly FrontMatterDay[]>('days of the front matter');

/** In document order. Worked out once for a note: whoever asks for its date asks here. */
export const frontMatterDays = (note: Note): readonly FrontMatterDay[] => known.of(note, () => read(note));

function read(note: Note): FrontMatterDay[] {
  const found: FrontMatterDay[] = [];
  for (const [path, span] of note.frontMatter?.spans ?? []) {
    const parts = path.split('.');
    if (parts.length > 2) continue;
    const isItem = parts.length === 2 && /^\d+$/.test(parts[1] ?? '');
    const key = isItem ? (parts[0] ?? '') : path;
    const plain = plainKey((isItem ? parts[0] : parts.at(-1)) ?? '');
    const kind = CHECKED.has(plain) ? 'checked' : EXPIRY.has(plain) ? 'expires' : undefined;
    const place = isItem ? 'list' : parts.length === 2 ? 'inside' : 'top';
    // A date inside another key may be that of anything; a day of checking or expiry is to be watched wherever it stands.
    if (kind === undefined && !(place === 'top' && OWN_KEYS.has(plain))) continue;
    const written = note.text.slice(span.start, span.end);
    const quote = /^["']/.test(written) ? 1 : 0;
    const text = quote ? written.slice(1, -1) : written;
    const start = span.start + quote;
    const day = decided(readWrittenDay(text), kind, dayOrder(note));
    const inner = { start, end: start + (day?.length ?? text.length) };
    found.push({ key, plain, kind, place, span: inner, text, day });
  }
  return found;
}

/** The date that the front matter gives the note; undefined when it gives none, or one with two readings. */
export function frontMatterDate(note: Note): PartialDate | undefined {
  if (!note.frontMatter) return undefined;
  const days = frontMatterDays(note).filter(({ place, day }) => place === 'top' && day && !day.other);
  for (const key of OWN) {
    const day = days.find(({ plain }) => plain === key)?.day;
    if (day) return day.value;
  }
  return undefined;
}

/** One expression for each date under a known key, in document order. */
export function frontMatterDates(note: Note): DateExpression[] {
  const found: DateExpression[] = [];
  for (const { span, day } of frontMatterDays(note)) {
    if (!day) continue;
    const { value, other } = day;
    found.push({
      span,
      text: note.text.slice(span.start, span.end),
      value,
      kind: 'absolute',
      first: value,
      last: value,
      ...(other === undefined ? {} : { alternatives: [other] }),
    });
  }
  return found;
}

/** Whether the front matter says already until when the note holds. */
export const hasExpiry = (note: Note): boolean =>
  frontMatterDays(note).some(({ kind, place }) => kind === 'expires' && place !== 'inside');

/** "Last Reviewed", "last-reviewed" and "last_reviewed" are one. */
const plainKey = (key: string): string => key.toLowerCase().replaceAll(/[\s-]+/g, '_');

function words(list: string): string[] {
  return list.split(' ');
}

/** A day that is written so that nothing can watch over it or be read from it. */
export interface UnreadDate {
  /** The key or the words that promise a date. */
  readonly words: string;
  readonly span: Span;
  readonly text: string;
  readonly promises: DateKeyKind | 'date';
  /** What it may mean: both orders of "03/04/25"; empty for what is no day at all. */
  readonly readings: readonly PartialDate[];
}

export function unreadFrontMatter(note: Note): UnreadDate[] {
  const found: UnreadDate[] = [];
  for (const { key, span, text, kind, day } of frontMatterDays(note)) {
    if (day && day.other === undefined) continue;
    if (!day && !looksLikeDay(text)) continue;
    const readings = day ? [day.value, day.other ?? day.value] : [];
    found.push({ words: key, span, text, promises: kind ?? 'date', readings });
  }
  return found;
}
