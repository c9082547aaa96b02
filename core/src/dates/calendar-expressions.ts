/** Expressions that name the calendar: tries each grammar on the token at hand, the most exact first. */
import type { Cursor } from './cursor.ts';
import { isNumberedStretch } from './german.ts';
import type { Found } from './meaning.ts';
import { dayFirst, monthFirst, ordinalDay } from './month-dates.ts';
import { monthAndYear, numericDate } from './numeric-dates.ts';
import { season } from './season-dates.ts';
import { numberedWeek, weekLabel } from './week-labels.ts';
import {
  bareYear,
  beforeChrist,
  decade,
  finalQuarter,
  fiscal,
  namedDecade,
  namedYear,
  ordinalStretch,
  quarterLabel,
  venueYear,
} from './year-stretches.ts';

export function calendarExpression(c: Cursor, i: number): Found | undefined {
  const token = c.token(i);
  if (!token) return undefined;
  if (token.word) {
    switch (token.word.kind) {
      case 'month':
        return monthFirst(c, i);
      case 'season':
        return season(c, i);
      case 'ordinal':
        return ordinalStretch(c, i, token.word.ordinal) ?? ordinalDay(c, i, token.word.ordinal);
      case 'unit':
        return token.lower === 'second'
          ? ordinalStretch(c, i, 2)
          : (finalQuarter(c, i) ?? numberedWeek(c, i));
      case 'week':
        return numberedWeek(c, i);
      case 'decade':
        return namedDecade(c, i);
      case 'fiscal':
        return fiscal(c, i);
      default:
        return undefined;
    }
  }
  if (Number.isNaN(token.number) || token.digits === 0) return undefined;
  return (
    numericDate(c, i) ??
    monthAndYear(c, i) ??
    venueYear(c, i) ??
    weekLabel(c, i) ??
    dayFirst(c, i) ??
    beforeChrist(c, i) ??
    quarterLabel(c, i) ??
    (/^(?:st|nd|rd|th)$/.test(token.lower) || isNumberedStretch(c, i)
      ? ordinalStretch(c, i, token.number)
      : undefined) ??
    decade(c, i) ??
    namedYear(c, i) ??
    bareYear(c, i)
  );
}
