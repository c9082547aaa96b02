/** Dates with the name of a month: "March 18, 2025", "18th of March", "18. März 2024", "May 2025", "in June". */
import { daysInMonth } from './calendar-date.ts';
import type { Cursor } from './cursor.ts';
import { found, point } from './found.ts';
import type { Found } from './meaning.ts';
import { NINE_ELEVEN, attacksFollow } from './numeric-dates.ts';
import { yearShiftAfter } from './year-after.ts';

/** "March 18, 2025", "March 2025", "March 18", "March of that year", "March". */
export function monthFirst(c: Cursor, i: number): Found | undefined {
  const token = c.token(i);
  const month = c.word(i, 'month');
  if (!token || !month || isBehindImpossibleDay(c, i)) return undefined;
  const capital = token.start < token.end && /^[A-ZÄ]/.test(c.text.charAt(token.start));
  const next = i + 1;
  const gap = c.gap(i);
  const joined = gap === 'space' || (month.short && gap === 'dot') || gap === 'dash';
  const day = joined ? c.day(next) : undefined;
  if (
    day !== undefined &&
    day <= daysInMonth(2000, month.month) &&
    !isDecimal(c, next) &&
    (capital || gap === 'space')
  ) {
    const year = yearAfter(c, next);
    if (year)
      return day > daysInMonth(year.year, month.month)
        ? undefined
        : found(c, i, year.at, point({ month: month.month, day, year: year.year }));
    if (
      (!capital && ambiguous(token.lower)) ||
      (ambiguous(token.lower) && !/^(?:st|nd|rd|th)?$/.test(c.token(next)?.lower ?? ''))
    )
      return undefined;
    if (isCountAfter(c, next))
      return capital && !ambiguous(token.lower) ? found(c, i, i, point({ month: month.month })) : undefined;
    if (month.month === NINE_ELEVEN.month && day === NINE_ELEVEN.day && attacksFollow(c, next))
      return found(c, i, next, point(NINE_ELEVEN));
    const shifted = yearShiftAfter(c, next);
    return shifted
      ? found(c, i, shifted.to, { ...point({ month: month.month, day }), yearShift: shifted.yearShift })
      : found(c, i, next, point({ month: month.month, day }));
  }
  if (gap === 'comma' || joined) {
    const year = c.year(next);
    if (year !== undefined && (capital || !ambiguous(token.lower)))
      return found(c, i, next, point({ month: month.month, year }));
    const short = shortYear(c, next);
    if (short !== undefined && capital) return found(c, i, next, point({ month: month.month, year: short }));
  }
  if (gap === 'space' && c.is(next, 'of') && c.near(next)) {
    const year = c.year(next + 1);
    if (year !== undefined) return found(c, i, next + 1, point({ month: month.month, year }));
  }
  const shifted = capital ? yearShiftAfter(c, i) : undefined;
  if (shifted)
    return found(c, i, shifted.to, { ...point({ month: month.month }), yearShift: shifted.yearShift });
  return bareMonth(c, i, capital) ? found(c, i, i, point({ month: month.month })) : undefined;
}

/** "32 March 2025", "31 June 2025": whatever is meant, it is not sure to be that month. */
function isBehindImpossibleDay(c: Cursor, i: number): boolean {
  const before = c.token(i - 1);
  const month = c.word(i, 'month');
  if (!before || !month || before.digits !== 2 || before.prefix !== '' || c.gap(i - 1) !== 'space')
    return false;
  return (
    before.number <= 39 &&
    before.number > daysInMonth(2000, month.month) &&
    /^(?:st|nd|rd|th|)$/.test(before.lower) &&
    c.year(i + 1) !== undefined
  );
}

/** "18 March 2025", "18th of March", "18. März 2024", "4 July". */
export function dayFirst(c: Cursor, i: number): Found | undefined {
  const day = c.day(i);
  if (day === undefined || !freeBefore(c, i)) return undefined;
  let at = i + 1;
  if (c.near(i) && c.is(at, 'of') && c.near(at)) at++;
  else if (
    c.gap(i) !== 'space' &&
    c.gap(i) !== 'none' &&
    !(c.gap(i) === 'dot' && c.text.charAt((c.token(i)?.end ?? 0) + 1) === ' ') &&
    c.gap(i) !== 'dash'
  )
    return undefined;
  const month = c.word(at, 'month');
  if (!month || day > daysInMonth(2000, month.month)) return undefined;
  const monthToken = c.token(at);
  const german = /^(?:januar|jänner|februar|märz|mai|juni|juli|oktober|okt|dezember|dez)$/.test(
    monthToken?.lower ?? '',
  );
  if (c.gap(i) === 'dot' && !german && !/^(?:april|august|september|november)$/.test(monthToken?.lower ?? ''))
    return undefined;
  const capital = /^[A-ZÄ]/.test(c.text.charAt(monthToken?.start ?? 0));
  if (!capital && ambiguous(monthToken?.lower ?? '')) return undefined;
  const year = yearAfter(c, at);
  if (year && day > daysInMonth(year.year, month.month)) return undefined;
  if (year) return found(c, i, year.at, point({ month: month.month, day, year: year.year }));
  if (c.gap(i) === 'dash') return undefined;
  const shifted = yearShiftAfter(c, at);
  return shifted
    ? found(c, i, shifted.to, { ...point({ month: month.month, day }), yearShift: shifted.yearShift })
    : found(c, i, at, point({ month: month.month, day }));
}

/** "the sixth of March". */
export function ordinalDay(c: Cursor, i: number, ordinal: number): Found | undefined {
  if (!c.near(i) || !c.is(i + 1, 'of') || !c.near(i + 1)) return undefined;
  const month = c.word(i + 2, 'month');
  return month ? found(c, i, i + 2, point({ month: month.month, day: ordinal })) : undefined;
}

/** "'45": an apostrophe and two digits. */
export function shortYear(c: Cursor, i: number): number | undefined {
  const token = c.token(i);
  if (token?.digits !== 2 || token.prefix !== '' || !/['’‘]/.test(c.before(token.start))) return undefined;
  return token.number + (token.number < 40 ? 2000 : 1900);
}

const ambiguous = (lower: string): boolean =>
  lower === 'may' ||
  lower === 'march' ||
  lower === 'mar' ||
  lower === 'jan' ||
  lower === 'dec' ||
  lower === 'sep' ||
  lower === 'mai';

/** A month on its own must be written like one: a capital, and for "May", "March" and short forms a word before it that dates follow. */
function bareMonth(c: Cursor, i: number, capital: boolean): boolean {
  const token = c.token(i);
  if (!token || (!capital && ambiguous(token.lower))) return false;
  if (!capital && c.word(i, 'month')?.short === true)
    return (
      /\b(?:in|by|until|till|since|next|last|this) $/.test(
        c.text.slice(Math.max(0, token.start - 8), token.start),
      ) && /^(?:[.,!?;)]|$)/.test(c.text.slice(token.end, token.end + 1))
    );
  const month = c.word(i, 'month');
  const strict = ambiguous(token.lower) || month?.short === true;
  if (/[-\w@#./]/.test(c.before(token.start)) && c.before(token.start) !== '.') {
    if (!(c.before(token.start) === '-' && c.word(i - 1, 'edge'))) return false;
  }
  if (isGivenName(c, i)) return false;
  if (!strict) return !/^(?!['’]s )['’]?[A-Za-z_]|^[.]\w/.test(c.text.slice(token.end, token.end + 3));
  const before = c.text.slice(Math.max(0, token.start - 24), token.start);
  return (
    DATE_WORD_BEFORE.test(before) &&
    !/^ (?:be|not|have|also|[A-Z][a-z]+ (?:said|et al))\b/.test(c.text.slice(token.end, token.end + 12))
  );
}

/** "April Smith", "August Bebel", where no word before leads a date: a person. */
function isGivenName(c: Cursor, i: number): boolean {
  const token = c.token(i);
  if (token?.lower !== 'april' && token?.lower !== 'august') return false;
  const before = c.text.slice(Math.max(0, token.start - 24), token.start);
  return (
    /^ [A-Z][a-z]+(?![a-z]*['’]s\b)/.test(c.text.slice(token.end, token.end + 24)) &&
    !DATE_WORD_BEFORE.test(before) &&
    !(c.near(i) && (c.word(i + 1, 'month') ?? c.word(i + 1, 'weekday')))
  );
}

const DATE_WORD_BEFORE =
  /\b(?:in|since|by|until|till|of|from|to|during|through|before|after|last|next|this|early|late|mid|and|between|around|on|im|seit|ab|end|beginning|start|middle)[ -]$|\b\d{1,2}(?:st|nd|rd|th)? $/i;

/** The year that follows a day or month: ", 2025", " 2025", " '45", ". 1989". */
function yearAfter(c: Cursor, i: number): { year: number; at: number } | undefined {
  const gap = c.gap(i);
  if (gap !== 'space' && gap !== 'comma' && gap !== 'dot' && gap !== 'dash') {
    const short = shortYear(c, i + 1);
    return short !== undefined && (c.token(i + 1)?.start ?? 0) - (c.token(i)?.end ?? 0) === 2
      ? { year: short, at: i + 1 }
      : undefined;
  }
  const year = c.year(i + 1);
  if (year === undefined) {
    const era = c.token(i + 1)?.digits;
    return era === 3 && c.near(i + 1) && c.word(i + 2, 'era')
      ? { year: c.token(i + 1)?.number ?? 0, at: i + 2 }
      : undefined;
  }
  return gap === 'dot' && !c.word(i, 'month')?.short ? undefined : { year, at: i + 1 };
}

const freeBefore = (c: Cursor, i: number): boolean =>
  !/[\w./:$€£#=+~'’-]/.test(c.before(c.token(i)?.start ?? 0)) ||
  /[–—-]/.test(c.before(c.token(i)?.start ?? 0));

const isDecimal = (c: Cursor, i: number): boolean =>
  /^(?:\.\d|%|:\d)/.test(c.text.slice(c.token(i)?.end ?? 0, (c.token(i)?.end ?? 0) + 2));

/** "March 12 models": the number counts what follows. Only plain plurals are sure. */
const isCountAfter = (c: Cursor, i: number): boolean =>
  /^ (?:models|papers|people|participants|percent|million|billion|[KMGT]B|GPUs|kg|km|ms)\b/.test(
    c.text.slice(c.token(i)?.end ?? 0, (c.token(i)?.end ?? 0) + 16),
  );
