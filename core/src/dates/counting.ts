/** Counting: what "two weeks ago" and "the next decade" come to, from a day that the resolver chose, as TIMEX3 writes it. */
import type { CalendarDate } from './calendar-date.ts';
import { addMonths, formatCalendarDate } from './calendar-date.ts';
import type { Unit } from './lexicon.ts';
import type { Meaning, Point } from './meaning.ts';
import type { DateExpression } from './model.ts';
import { moved, valueOf, years } from './point-value.ts';
import type { Reference } from './story.ts';
import type { Stretch } from './stretch.ts';
import { stretchOf } from './stretch.ts';
import { addDays, isoWeek } from './week.ts';

export interface Resolved {
  readonly value: string;
  readonly kind: DateExpression['kind'];
  readonly stretch?: Stretch | undefined;
  readonly anchored?: boolean;
  readonly alternatives?: readonly string[];
  readonly reference?: Omit<Reference, 'at'>;
}

type Counted = Pick<Resolved, 'value' | 'stretch' | 'reference'>;

/** What an expression comes to that means this one day. */
export const onDay = (day: CalendarDate): Counted => ({
  value: formatCalendarDate(day),
  stretch: { first: day, last: day },
  reference: day,
});

interface Base {
  readonly year: number;
  readonly month: number;
  readonly day: number | undefined;
}

/** So many units from a base; what the base does not know stays open: "XXXX-XX-XX". */
export function counted(
  unit: Exclude<Unit, 'H' | 'T' | 'S'>,
  said: number,
  base: Base,
  knowsMonth: boolean,
): Counted {
  const start: CalendarDate = { year: base.year, month: base.month, day: base.day ?? 1 };
  const exactDay = base.day !== undefined;
  const parted = Number.isInteger(said) || !knowsMonth ? undefined : withPart(unit, said, start);
  if (parted) return parted;
  const amount = Math.trunc(said);
  switch (unit) {
    case 'D': {
      if (!exactDay) return { value: 'XXXX-XX-XX' };
      return onDay(addDays(start, amount));
    }
    case 'W':
    case 'WE': {
      if (!exactDay) return { value: 'XXXX-WXX' };
      const { year, week, monday } = isoWeek(addDays(start, amount * 7));
      const value = `${String(year).padStart(4, '0')}-W${String(week).padStart(2, '0')}${unit === 'WE' ? '-WE' : ''}`;
      return {
        value,
        stretch: { first: unit === 'WE' ? addDays(monday, 5) : monday, last: addDays(monday, 6) },
      };
    }
    case 'M': {
      if (!knowsMonth) return { value: `${valueOf({ type: 'point' }, base.year)}-XX` };
      const month = addMonths({ ...start, day: 1 }, amount);
      return pointParts({ type: 'point', month: month.month }, month.year);
    }
    case 'Q': {
      const month = addMonths({ ...start, day: 1 }, amount * 3);
      return pointParts({ type: 'point', quarter: Math.ceil(month.month / 3) }, month.year);
    }
    case 'Y': {
      const year = base.year + amount;
      return {
        ...pointParts({ type: 'point' }, year),
        reference: { year, month: undefined, day: undefined },
      };
    }
    case 'DE': {
      const decade = Math.floor(base.year / 10) + amount;
      return { value: String(decade).padStart(3, '0'), stretch: years(decade * 10, 10) };
    }
    case 'CE': {
      const century = Math.floor(base.year / 100) + amount;
      return { value: String(century).padStart(2, '0'), stretch: years(century * 100, 100) };
    }
  }
}

/** "Half a year ago" is of a month, "two and a half years ago" of a year, "six and a half weeks ago" of a week. */
function withPart(unit: Unit, amount: number, start: CalendarDate): Counted | undefined {
  const day = moved(start, unit, amount);
  if (!day) return undefined;
  if (unit === 'W') return counted('W', 0, day, true);
  if (unit === 'M' || (unit === 'Y' && Math.abs(amount) < 1)) return counted('M', 0, day, true);
  return unit === 'Y' ? counted('Y', 0, day, true) : undefined;
}

/** "P6M"; with the days it spans where it ends or starts at the anchor, as "the last six months" does. */
export function durationOf(meaning: Extract<Meaning, { type: 'duration' }>, anchor: CalendarDate): Resolved {
  const { side } = meaning;
  const { unit, amount } = inYears(meaning);
  const written = amount === undefined ? 'X' : String(amount);
  const value =
    unit === 'H' || unit === 'T' || unit === 'S'
      ? `PT${written}${unit === 'T' ? 'M' : unit}`
      : `P${written}${unit}`;
  if (side === undefined || meaning.from !== 'anchor') return { value, kind: 'duration' };
  const other = amount === undefined ? undefined : moved(anchor, unit, amount * side);
  const stretch = other && (side < 0 ? { first: other, last: anchor } : { first: anchor, last: other });
  return { value, kind: 'relative', anchored: true, stretch };
}

/** Half a century is fifty years; whole ones stay as they are. */
export function inYears<T extends number | undefined>({
  unit,
  amount,
}: {
  unit: Unit;
  amount: T;
}): { unit: Unit; amount: T | number } {
  const years = unit === 'CE' ? 100 : unit === 'DE' ? 10 : 0;
  return years === 0 || amount === undefined || !Number.isFinite(amount) || Number.isInteger(amount)
    ? { unit, amount }
    : { unit: 'Y', amount: amount * years };
}

/** A point of the calendar as the resolver hands it on. */
export function pointParts(point: Point, year: number): Pick<Resolved, 'value' | 'stretch' | 'reference'> {
  const stretch = stretchOf(point, year);
  return {
    value: valueOf(point, year),
    stretch,
    reference: {
      year,
      month: point.month ?? (point.quarter ? stretch?.first.month : undefined),
      day: point.day,
    },
  };
}
