/**
 * Whether "03/04/25" is the third of April or the fourth of March: by the note's `lang`, by other such days of the note that
 * have one reading, by its language; else by what cannot be, a check that is still to come. Where nothing decides, both
 * readings stay: a guess would accuse, or keep silent, by chance.
 */
import { languageOfNote } from '../claims/language.ts';
import type { Note } from '../note/model.ts';
import type { CalendarDate, PartialDate } from './calendar-date.ts';
import { formatCalendarDate } from './calendar-date.ts';
import type { DateExpression } from './model.ts';
import type { WrittenDay } from './written-day.ts';
import { Once } from '../text/once.ts';

export interface DayOrder {
  /** Which of the two comes first in this note; asked only when a day with two readings is met. */
  first(): 'day' | 'month' | undefined;
  /** The last day on which anything can have been checked; undefined where no clock is at hand. */
  readonly today: PartialDate | undefined;
}

export const dayOrder = (note: Note, today?: CalendarDate): DayOrder => ({
  first: () => firstOf(note),
  today: today && formatCalendarDate(today),
});

/** The one reading that the note decides for; both where it decides nothing. */
export function decided(
  day: WrittenDay | undefined,
  kind: 'as of' | 'checked' | 'expires' | undefined,
  order: DayOrder,
): WrittenDay | undefined {
  if (day?.other === undefined) return day;
  const value = chosen(day.value, day.other, order, kind === 'checked' ? order.today : undefined);
  return value === undefined ? day : { value, length: day.length };
}

/** What has been read, met or looked up lies behind whoever writes of it. */
const CHECKED =
  /\b(?:checked|verified|re-?tested|updated|reviewed|geprüft|aktualisiert)(?:\s+(?:on|am|in))?[\s:*_]*$/i;
const DONE =
  /\b(?:read|accessed|retrieved|met|seen|saw|ran|measured|downloaded|visited|written|published|abgerufen|gelesen|gemessen)(?:\s+(?:on|am))?[\s:*_]*$/i;

/** The same for a day in running text. `noteDate` is the note's own. */
export function decidedDate(
  date: DateExpression,
  before: string,
  order: DayOrder,
  noteDate: PartialDate | undefined,
): DateExpression {
  const other = date.alternatives?.[0];
  if (date.kind !== 'absolute' || other === undefined || date.value.length !== 10) return date;
  const { today } = order;
  const limit = CHECKED.test(before) ? today : DONE.test(before) ? (noteDate ?? today) : undefined;
  const value = chosen(date.value, other, order, limit);
  if (value === undefined) return date;
  const { alternatives: _, ...rest } = date;
  return { ...rest, value, first: value, last: value };
}

/** `monthFirst` and `dayFirst` are the two readings, `limit` the last day that can be meant. */
function chosen(
  monthFirst: PartialDate,
  dayFirst: PartialDate,
  order: DayOrder,
  limit: PartialDate | undefined,
): PartialDate | undefined {
  const first = order.first();
  if (first !== undefined) return first === 'day' ? dayFirst : monthFirst;
  if (limit === undefined) return undefined;
  const possible = [monthFirst, dayFirst].filter((value) => value.slice(0, limit.length) <= limit);
  return possible.length === 1 ? possible[0] : undefined;
}

const known = new Once<Note, { readonly first: 'day' | 'month' | undefined }>('order of day and month');

const firstOf = (note: Note): 'day' | 'month' | undefined =>
  known.of(note, () => ({ first: byLanguageTag(note) ?? byOtherDays(note) ?? byWords(note) })).first;

/** "en-US" puts the month first; "en" alone says nothing. All others with a region or a language of their own put the day first. */
function byLanguageTag(note: Note): 'day' | 'month' | undefined {
  const { data } = note.frontMatter ?? {};
  const tag = data?.['lang'] ?? data?.['language'] ?? data?.['locale'];
  if (typeof tag !== 'string') return undefined;
  const match = /^([a-z]{2})(?:[-_]([a-z]{2}))?\b/i.exec(tag.trim());
  const [language, region] = [match?.[1]?.toLowerCase(), match?.[2]?.toUpperCase()];
  if (language === 'en')
    return region === 'US' ? 'month' : region === undefined || region === 'CA' ? undefined : 'day';
  return language !== undefined && DAY_FIRST.has(language) ? 'day' : undefined;
}

/** Languages whose countries agree about it. */
const DAY_FIRST = new Set('de fr es it nl pt pl da sv nb nn no fi cs sk ru uk tr el ro'.split(' '));

const SLASHED = /(?<![\d/.-])(\d{1,2})([/-])(\d{1,2})\2(?:\d{4}|\d{2})(?![\d/-])/g;

function byOtherDays(note: Note): 'day' | 'month' | undefined {
  const seen = new Set<'day' | 'month'>();
  for (const [, first, , second] of note.text.matchAll(SLASHED)) {
    const [a, b] = [Number(first), Number(second)];
    if (a > 12 && a <= 31 && b >= 1 && b <= 12) seen.add('day');
    else if (b > 12 && b <= 31 && a >= 1 && a <= 12) seen.add('month');
  }
  // Whoever writes both ways is no guide.
  return seen.size === 1 ? [...seen][0] : undefined;
}

/** German words of checking, where a note is too short to show its language otherwise. */
const GERMAN_LABEL =
  /(?<!\p{L})(?:zuletzt|geprüft|überprüft|aktualisiert|gültig bis|stand)(?!\p{L})[^\n]{0,12}\d/iu;

const byWords = (note: Note): 'day' | undefined =>
  languageOfNote(note.sentences) === 'de' || GERMAN_LABEL.test(note.text) ? 'day' : undefined;
