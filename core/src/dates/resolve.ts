/**
 * Anchors what the grammar found: fills in missing years, counts from the anchor or from the date last spoken of, and
 * writes TIMEX3-like values. Knows two ways of telling: a story ("in August" after "1967" is of 1967) and a note or
 * report, in which what lacks a year is read from the anchor, by tense.
 */
import { tooFine, weekdayWithin, writtenAnchor } from './anchor.ts';
import type { DateContext } from './anchor.ts';
import { compareDates, formatCalendarDate } from './calendar-date.ts';
import { counted, durationOf, inYears, onDay } from './counting.ts';
import type { Resolved } from './counting.ts';
import { holidayIn } from './holidays.ts';
import type { Found, Meaning, Point } from './meaning.ts';
import type { DateExpression } from './model.ts';
import { monthOf, valueOf, years } from './point-value.ts';
import { borrowYear, followingOn, opensSentence, shiftedYear, storyYear } from './story.ts';
import type { Reference } from './story.ts';
import { closedStretch } from './stretch-ended.ts';
import { addDays, weekdayOf } from './week.ts';
import { narrowed, stretchOf } from './stretch.ts';
import { tenseAround } from './tense.ts';
import { joined } from './ranges.ts';
import { yearByTense, yearByWeekday } from './year-by-tense.ts';

export type { DateContext } from './anchor.ts';

/** Carries the story from one stretch of text to the next: one for a note, used in document order. */
export class Resolver {
  #context: DateContext;
  readonly #tellsStory: boolean;
  #story: boolean;
  #reference: Reference | undefined;

  constructor(context: DateContext, story: boolean) {
    this.#context = context;
    this.#tellsStory = story;
    this.#story = story;
  }

  /** A text may have a day of its own, from which a diary reports: it is no part of the story. */
  resolve(text: string, found: readonly Found[], own?: DateContext): DateExpression[] {
    const context = this.#context;
    this.#context = own ?? context;
    this.#story = own === undefined && this.#tellsStory;
    const dates = this.#resolve(text, found);
    this.#context = context;
    return dates;
  }

  #resolve(text: string, found: readonly Found[]): DateExpression[] {
    const dates: DateExpression[] = [];
    const ends: Found['range'][] = [];
    // Offsets start anew with each text: what was said before lies behind.
    if (this.#reference) this.#reference = { ...this.#reference, at: -1e9 };
    for (let i = 0; i < found.length; i++) {
      const one = found[i];
      if (!one) continue;
      const borrowed =
        borrowYear(text, found, i) ??
        (this.#inStory(text, one) ? undefined : followingOn(one, found[i - 1], dates.at(-1)));
      const resolved = this.#one(text, borrowed ?? one);
      if (!resolved) continue;
      if (resolved.reference) this.#remember(text, one, resolved.reference);
      dates.push(this.#expression(text, one, resolved));
      ends.push(one.range);
    }
    return ends.some((end) => end !== undefined) ? joined(dates, ends) : dates;
  }

  /** A year alone keeps the month of the story when it is the year the story is in. */
  #remember(text: string, found: Found, next: Omit<Reference, 'at'>): void {
    const old = this.#reference;
    const bare = next.month === undefined;
    if (bare && old?.year === next.year && old.month !== undefined)
      this.#reference = { ...old, at: found.end };
    else if (bare && this.#story && old?.month !== undefined && !opensSentence(text, found.start)) return;
    else this.#reference = { ...next, at: found.end };
  }

  #expression(text: string, found: Found, resolved: Resolved): DateExpression {
    const { anchorFrom } = this.#context;
    const stretch =
      resolved.stretch && found.edge ? narrowed(resolved.stretch, found.edge) : resolved.stretch;
    const value =
      found.part && /^\d{4}-\d{2}-\d{2}$/.test(resolved.value)
        ? `${resolved.value}T${found.part}`
        : resolved.value;
    return {
      span: { start: found.start, end: found.end },
      text: text.slice(found.start, found.end),
      value,
      kind: found.range ? 'range' : resolved.kind,
      ...(resolved.anchored ? { anchor: { value: writtenAnchor(this.#context), from: anchorFrom } } : {}),
      ...(stretch
        ? { first: formatCalendarDate(stretch.first), last: formatCalendarDate(stretch.last) }
        : {}),
      ...(resolved.alternatives ? { alternatives: resolved.alternatives } : {}),
    };
  }

  #one(text: string, found: Found): Resolved | undefined {
    const { meaning } = found;
    switch (meaning.type) {
      case 'point':
        return this.#point(text, found, meaning);
      case 'decade':
        return {
          value: String(meaning.decade).padStart(3, '0'),
          kind: 'absolute',
          stretch: years(meaning.decade * 10, 10),
        };
      case 'century':
        return {
          value: `${meaning.before ? 'BC' : ''}${String(meaning.century - 1).padStart(2, '0')}`,
          kind: 'absolute',
          ...(meaning.before ? {} : { stretch: years(meaning.century * 100 - 100, 100) }),
        };
      case 'reference':
        return { value: meaning.value, kind: 'relative', anchored: true };
      case 'holiday':
        return this.#holiday(text, found, meaning);
      case 'weekday':
        return this.#weekday(text, found, meaning);
      case 'shift':
        return this.#shift(text, found, meaning);
      case 'duration':
        return durationOf(meaning, this.#context.anchor);
    }
  }

  #point(text: string, found: Found, point: Point): Resolved | undefined {
    if (point.before) return { value: `BC${String(point.year).padStart(4, '0')}`, kind: 'absolute' };
    if (point.year !== undefined) return this.#known(point, point.year, false);
    const inStory = this.#inStory(text, found);
    const named = inStory ? undefined : yearByWeekday(this.#context.anchor, text, found, point);
    if (named !== undefined) return this.#known(point, named, true);
    const base = this.#base();
    const month = monthOf(point);
    let year: number;
    if (point.yearShift) {
      const { amount, from, whole } = point.yearShift;
      const start = from === 'anchor' ? this.#context.anchor : base;
      // "last March": the one before; "June of last year": the year before.
      const isWhole = whole ?? /(?:year|jahre?s?)$/i.test(text.slice(found.start, found.end));
      year = start.year + (isWhole ? amount : shiftedYear(amount, month, start.month));
      return this.#known(point, year, from === 'anchor');
    }
    if (inStory) {
      const reference = this.#reference;
      year = reference
        ? storyYear(reference, month)
        : yearByTense(this.#context.anchor, text, found, month, point.day);
    } else year = yearByTense(this.#context.anchor, text, found, month, point.day);
    return this.#known(point, year, !inStory);
  }

  /** Whether the date last spoken of, and not the anchor, supplies what is missing. */
  #inStory(text: string, found: Found): boolean {
    const reference = this.#reference;
    if (!reference) return false;
    return (
      this.#story ||
      (found.start - reference.at >= 0 &&
        found.start - reference.at < 80 &&
        reference.year !== this.#context.anchor.year &&
        // "The law, passed in 2010, takes effect in January": not of 2010.
        tenseAround(text, found.start, found.end) !== 'future')
    );
  }

  #base(): { year: number; month: number; day: number | undefined } {
    const reference = this.#reference;
    return reference
      ? { year: reference.year, month: reference.month ?? 6, day: reference.day }
      : this.#context.anchor;
  }

  #known(point: Point, year: number, anchored: boolean): Resolved {
    const { month, day } = point;
    if (point.ofWeek && month !== undefined && day !== undefined)
      return {
        kind: anchored ? 'relative' : 'absolute',
        anchored,
        ...counted('W', 0, { year, month, day }, true),
      };
    const stretch = stretchOf(point, year);
    const alternatives = point.alternatives?.map((other) => valueOf(other, other.year ?? year));
    return {
      value: valueOf(point, year),
      kind: anchored ? 'relative' : 'absolute',
      anchored,
      stretch,
      ...(alternatives ? { alternatives } : {}),
      reference: {
        year,
        month:
          point.month ?? (point.season || point.quarter || point.half ? stretch?.first.month : undefined),
        day: point.day,
      },
    };
  }

  #holiday(
    text: string,
    found: Found,
    { name, year: written, shift }: Extract<Meaning, { type: 'holiday' }>,
  ): Resolved {
    const { anchor } = this.#context;
    const usual = holidayIn(name, written ?? anchor.year);
    if (!usual) return { ...this.#known({ type: 'point' }, written ?? anchor.year, written === undefined) };
    const year =
      written ??
      (shift === undefined ? undefined : anchor.year + shiftedDay(shift, compareDates(usual, anchor))) ??
      (this.#inStory(text, found) && this.#reference
        ? storyYear(this.#reference, usual.month)
        : yearByTense(this.#context.anchor, text, found, usual.month, usual.day));
    return {
      ...onDay(holidayIn(name, year) ?? usual),
      kind: written === undefined ? 'relative' : 'absolute',
      anchored: written === undefined,
    };
  }

  #weekday(
    text: string,
    found: Found,
    { weekday, amount, ofWeek }: Extract<Meaning, { type: 'weekday' }>,
  ): Resolved {
    const { anchor } = this.#context;
    // "On a Sunday": any.
    if (amount === undefined && /\bon an? $/i.test(text.slice(Math.max(0, found.start - 6), found.start)))
      return { value: `XXXX-WXX-${String(weekday)}`, kind: 'relative' };
    const inWhole = weekdayWithin(this.#context, weekday, ofWeek ? 'week' : amount !== undefined);
    if (inWhole) return inWhole;
    const ahead = (weekday - weekdayOf(anchor) + 7) % 7;
    let days: number;
    if (ofWeek) days = weekday - weekdayOf(anchor) + 7 * (amount ?? 0);
    else if (amount === -1) days = ahead === 0 ? -7 : ahead - 7;
    else if (amount === 1) days = ahead === 0 ? 7 : ahead;
    else if (amount === 0) days = weekday - weekdayOf(anchor);
    else days = ahead === 0 ? 0 : tenseAround(text, found.start, found.end) === 'future' ? ahead : ahead - 7;
    return { ...onDay(addDays(anchor, days)), kind: 'relative', anchored: true };
  }

  #shift(text: string, found: Found, meaning: Extract<Meaning, { type: 'shift' }>): Resolved | undefined {
    const { unit, amount: said } = inYears(meaning);
    let amount = said;
    const words = text.slice(found.start, found.end);
    // "Over the weekend, rebels took the bridge": the one before, until the next has come.
    if (unit === 'WE' && /^(?:the )?weekend$/i.test(words)) {
      const over = weekdayOf(this.#context.anchor) < 6;
      if (over && tenseAround(text, found.start, found.end) === 'past') amount = -1;
    }
    const { anchor } = this.#context;
    const closed = closedStretch({ text, found, anchor, reference: this.#reference }, meaning);
    if (closed) return closed;
    const fromAnchor = meaning.from === 'anchor' || !this.#reference;
    if (!Number.isFinite(amount))
      return { value: amount < 0 ? 'PAST_REF' : 'FUTURE_REF', kind: 'relative', anchored: fromAnchor };
    if (unit === 'H' || unit === 'T' || unit === 'S') return undefined;
    const inWhole = fromAnchor ? tooFine(this.#context, unit) : undefined;
    if (inWhole) return inWhole;
    const base = fromAnchor ? this.#context.anchor : this.#base();
    const knowsMonth = fromAnchor || this.#reference?.month !== undefined;
    return { kind: 'relative', anchored: fromAnchor, ...counted(unit, amount, base, knowsMonth) };
  }
}

/** "Last Christmas" is this year’s once that has passed. */
function shiftedDay(shift: -1 | 0 | 1, side: number): -1 | 0 | 1 {
  if (shift === -1) return side < 0 ? 0 : -1;
  return shift === 1 && side <= 0 ? 1 : 0;
}
