/** Expressions that name the calendar: "2025-03-18", "5 March", "the 1990s", "Q3 2024", "summer of 1914", "264 BC". */
import { daysInMonth } from './calendar-date.ts';
import type { Cursor } from './cursor.ts';
import type { Found, Point } from './meaning.ts';
import { isYearInContext } from './year-context.ts';

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
        return token.lower === 'second' ? ordinalStretch(c, i, 2) : undefined;
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
    dayFirst(c, i) ??
    beforeChrist(c, i) ??
    quarterLabel(c, i) ??
    (/^(?:st|nd|rd|th)$/.test(token.lower) ? ordinalStretch(c, i, token.number) : undefined) ??
    decade(c, i) ??
    bareYear(c, i)
  );
}

function found(c: Cursor, from: number, to: number, meaning: Found['meaning']): Found {
  return { from, to, start: c.token(from)?.start ?? 0, end: c.token(to)?.end ?? 0, meaning };
}

const possible = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);

/** "2025-03-18", "2025-03", "18/03/25", "18.03.2025", "2025/03/18". Nothing that goes on: versions and file names do. */
function numericDate(c: Cursor, i: number): Found | undefined {
  const first = c.token(i);
  const second = c.token(i + 1);
  if (!first || !second || first.prefix !== '' || first.lower !== '' || second.lower !== '') return undefined;
  const gap = c.gap(i);
  const third = c.gap(i + 1) === gap && c.token(i + 2)?.lower === '' ? c.token(i + 2) : undefined;
  const compact = second.start === first.end + 1;
  if (!compact || !cleanAround(c, i, third ? i + 2 : i + 1)) return undefined;
  if (first.digits === 4 && second.digits === 2 && (gap === 'dash' || gap === 'slash')) {
    const year = first.number;
    if (third?.digits === 2)
      return possible(year, second.number, third.number)
        ? found(c, i, i + 2, { type: 'point', year, month: second.number, day: third.number })
        : undefined;
    if (third && third.digits > 0) return undefined;
    return gap === 'dash' && year >= 1500 && possible(year, second.number, 1)
      ? found(c, i, i + 1, { type: 'point', year, month: second.number })
      : undefined;
  }
  if (first.digits === 0 || first.digits > 2 || second.digits === 0 || second.digits > 2 || !third)
    return undefined;
  if (
    gap === 'dot'
      ? third.digits !== 4
      : gap === 'slash'
        ? third.digits !== 4 && third.digits !== 2
        : third.digits !== 4
  )
    return undefined;
  if (gap !== 'dot' && gap !== 'slash' && gap !== 'dash') return undefined;
  const year = third.digits === 4 ? third.number : third.number + (third.number < 70 ? 2000 : 1900);
  const monthDay: Point = { type: 'point', year, month: first.number, day: second.number };
  const dayMonth: Point = { type: 'point', year, month: second.number, day: first.number };
  const american = gap !== 'dot' && possible(year, first.number, second.number);
  const european = possible(year, second.number, first.number);
  if (american && european && first.number !== second.number)
    return found(c, i, i + 2, { ...monthDay, alternatives: [dayMonth] });
  if (american) return found(c, i, i + 2, monthDay);
  return european ? found(c, i, i + 2, dayMonth) : undefined;
}

/** "03/2024": the month with two digits and a year with four. */
function monthAndYear(c: Cursor, i: number): Found | undefined {
  const first = c.token(i);
  const second = c.token(i + 1);
  if (
    first?.digits !== 2 ||
    first.prefix !== '' ||
    first.lower !== '' ||
    c.gap(i) !== 'slash' ||
    second?.start !== first.end + 1
  )
    return undefined;
  const year = c.year(i + 1);
  if (
    year === undefined ||
    year < 1900 ||
    year > 2100 ||
    first.number < 1 ||
    first.number > 12 ||
    !cleanAround(c, i, i + 1)
  )
    return undefined;
  return found(c, i, i + 1, point({ year, month: first.number }));
}

const VENUE =
  /(?:^|[^A-Za-z])(?:NeurIPS|NIPS|ICML|ICLR|ACL|EMNLP|NAACL|EACL|COLM|CVPR|ICCV|ECCV|AAAI|IJCAI|KDD|SIGIR|CHI|CoRL|ICRA|IROS|RSS|ICASSP|WMT|SemEval|CoNLL|COLING|UAI|AISTATS|COLT|SIGGRAPH|OSDI|SOSP) ?['’‘]$/;

/** The "'24" of "ICLR '24". */
function venueYear(c: Cursor, i: number): Found | undefined {
  const token = c.token(i);
  const year = shortYear(c, i);
  if (!token || year === undefined || !VENUE.test(c.text.slice(Math.max(0, token.start - 16), token.start)))
    return undefined;
  return { ...found(c, i, i, point({ year })), start: token.start - 1 };
}

/** Whether no letter, sign or further digits are stuck to either side. */
function cleanAround(c: Cursor, from: number, to: number): boolean {
  const start = c.token(from)?.start ?? 0;
  const end = c.token(to)?.end ?? 0;
  if (
    /[-–/\\.:_~\w]/.test(c.before(start)) &&
    !/(?:^|[\s(])~$/.test(c.text.slice(Math.max(0, start - 2), start))
  )
    return false;
  const after = c.text.slice(end, end + 2);
  return !/^(?:[-–/\\.:_]\w|[\w_/\\])/.test(after) || /^T\d/.test(after);
}

/** "March 18, 2025", "March 2025", "March 18", "March of that year", "March". */
function monthFirst(c: Cursor, i: number): Found | undefined {
  const token = c.token(i);
  const month = c.word(i, 'month');
  if (!token || !month) return undefined;
  const capital = token.start < token.end && /^[A-ZÄ]/.test(c.text.charAt(token.start));
  let next = i + 1;
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
    if (!capital || (ambiguous(token.lower) && !/^(?:st|nd|rd|th)?$/.test(c.token(next)?.lower ?? '')))
      return undefined;
    if (isCountAfter(c, next))
      return capital && !ambiguous(token.lower) ? found(c, i, i, point({ month: month.month })) : undefined;
    return found(c, i, next, point({ month: month.month, day }));
  }
  if (gap === 'comma' || joined) {
    const year = c.year(next);
    if (year !== undefined && (capital || !ambiguous(token.lower)))
      return found(c, i, next, point({ month: month.month, year }));
    const short = shortYear(c, next);
    if (short !== undefined && capital) return found(c, i, next, point({ month: month.month, year: short }));
  }
  if (gap === 'space' && c.is(next, 'of') && c.near(next)) {
    next++;
    const year = c.year(next);
    if (year !== undefined) return found(c, i, next, point({ month: month.month, year }));
    if (c.word(next, 'shift') && c.near(next) && c.word(next + 1, 'unit')?.unit === 'Y') {
      const amount = c.word(next, 'shift')?.amount ?? 0;
      const from = c.word(next, 'shift')?.from ?? 'reference';
      return found(c, i, next + 1, { ...point({ month: month.month }), yearShift: { amount, from } });
    }
  }
  return bareMonth(c, i, capital) ? found(c, i, i, point({ month: month.month })) : undefined;
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
  if (!token || (!capital && (ambiguous(token.lower) || c.word(i, 'month')?.short === true))) return false;
  const month = c.word(i, 'month');
  const strict = ambiguous(token.lower) || month?.short === true;
  if (/[-\w@#./]/.test(c.before(token.start)) && c.before(token.start) !== '.') {
    if (!(c.before(token.start) === '-' && c.word(i - 1, 'edge'))) return false;
  }
  if (!strict) return !/^['’]?[A-Za-z_]|^[.]\w/.test(c.text.slice(token.end, token.end + 2));
  const before = c.text.slice(Math.max(0, token.start - 24), token.start);
  return (
    DATE_WORD_BEFORE.test(before) &&
    !/^ (?:be|not|have|also|[A-Z][a-z]+ (?:said|et al))\b/.test(c.text.slice(token.end, token.end + 12))
  );
}

const DATE_WORD_BEFORE =
  /\b(?:in|since|by|until|till|of|from|to|during|through|before|after|last|next|this|early|late|mid|and|between|around|on|im|seit|ab|end|beginning|start|middle)[ -]$|\b\d{1,2}(?:st|nd|rd|th)? $/i;

/** "18 March 2025", "18th of March", "18. März 2024", "4 July". */
function dayFirst(c: Cursor, i: number): Found | undefined {
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
  return found(c, i, at, point({ month: month.month, day }));
}

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

/** "'45": an apostrophe and two digits. */
function shortYear(c: Cursor, i: number): number | undefined {
  const token = c.token(i);
  if (token?.digits !== 2 || token.prefix !== '' || !/['’‘]/.test(c.before(token.start))) return undefined;
  return token.number + (token.number < 40 ? 2000 : 1900);
}

const freeBefore = (c: Cursor, i: number): boolean =>
  !/[\w./:$€£#=+~'’-]/.test(c.before(c.token(i)?.start ?? 0)) ||
  /[–—-]/.test(c.before(c.token(i)?.start ?? 0));

const isDecimal = (c: Cursor, i: number): boolean =>
  /^(?:\.\d|%|:\d)/.test(c.text.slice(c.token(i)?.end ?? 0, (c.token(i)?.end ?? 0) + 2));

/** "March 12 models": the number counts what follows. Only plain plurals are sure. */
const isCountAfter = (c: Cursor, i: number): boolean =>
  /^ (?:models|papers|people|participants|percent|million|billion)\b/.test(
    c.text.slice(c.token(i)?.end ?? 0, (c.token(i)?.end ?? 0) + 16),
  );

interface Parts {
  month?: number;
  day?: number;
  year?: number | undefined;
  season?: Point['season'];
  quarter?: number;
  half?: number;
}

const point = ({ year, ...parts }: Parts): Point => ({
  type: 'point',
  ...(parts as Omit<Point, 'type'>),
  ...(year === undefined ? {} : { year }),
});

/** "264 BC", "AD 79", "1200 BCE". */
function beforeChrist(c: Cursor, i: number): Found | undefined {
  const token = c.token(i);
  if (!token || token.digits === 0 || token.digits > 4 || token.prefix !== '' || token.lower !== '')
    return undefined;
  let at = i + 1;
  // "264 to 241 BC", "240-238 BC": the era reaches back.
  if (c.gap(i) === 'dash' || (c.near(i) && (c.is(at, 'to') || c.is(at, 'and')))) {
    const other = c.gap(i) === 'dash' ? at : at + 1;
    if ((c.token(other)?.digits ?? 0) > 0 && c.near(other) && c.word(other + 1, 'era')?.before === true)
      return found(c, i, i, { type: 'point', year: token.number, before: true });
  }
  const era = c.word(at, 'era');
  // "Stage 1 BC" is behaviour cloning; years of one digit are rare.
  if (era && token.digits < 2) return undefined;
  if (era && (c.near(i) || c.gap(i) === 'none')) {
    if (!/^[A-Zb]/.test(c.text.charAt(c.token(at)?.start ?? 0))) return undefined;
    return found(
      c,
      i,
      at,
      era.before ? { type: 'point', year: token.number, before: true } : point({ year: token.number }),
    );
  }
  at = i - 1;
  const eraBefore = c.word(at, 'era');
  return eraBefore && !eraBefore.before && c.near(at) && /^A\.?D/.test(c.text.slice(c.token(at)?.start ?? 0))
    ? found(c, at, i, point({ year: token.number }))
    : undefined;
}

/** "Q3 2024", "2024 Q3", "3Q", "H1 2025", "2024-Q3". */
function quarterLabel(c: Cursor, i: number): Found | undefined {
  const token = c.token(i);
  if (!token) return undefined;
  const letter =
    token.prefix === 'q' || token.lower === 'q'
      ? 'q'
      : token.prefix === 'h' || token.lower === 'h'
        ? 'h'
        : undefined;
  if (letter === undefined) {
    if (token.prefix === 'fy' || token.prefix === 'cy') {
      const year = token.digits === 4 ? token.number : token.digits === 2 ? 2000 + token.number : undefined;
      return year === undefined ? undefined : found(c, i, i, point({ year }));
    }
    const year = c.year(i);
    const label = c.token(i + 1);
    if (year === undefined || !label || (label.prefix !== 'q' && label.prefix !== 'h')) return undefined;
    const gap = c.gap(i);
    if (
      (gap !== 'space' && gap !== 'dash' && gap !== 'none') ||
      label.number < 1 ||
      label.number > (label.prefix === 'q' ? 4 : 2)
    )
      return undefined;
    if (gap === 'space' && c.year(i + 2) !== undefined && c.near(i + 1)) return undefined;
    return found(
      c,
      i,
      i + 1,
      label.prefix === 'q' ? point({ year, quarter: label.number }) : point({ year, half: label.number }),
    );
  }
  if (token.digits !== 1 || token.number < 1 || token.number > (letter === 'q' ? 4 : 2)) return undefined;
  if (!/^[A-Z\d]/.test(c.text.charAt(token.start))) return undefined;
  let at = i + 1;
  if (c.near(i) && c.is(at, 'of') && c.near(at)) at++;
  const gap = c.gap(at - 1);
  const year =
    gap === 'space' || gap === 'slash' || gap === 'dash' || gap === 'comma' || gap === 'none'
      ? c.year(at)
      : undefined;
  const part = letter === 'q' ? { quarter: token.number } : { half: token.number };
  if (year !== undefined) return found(c, i, at, point({ ...part, year }));
  // A lone "Q3" is a question, "H1" a hypothesis or a heading.
  return undefined;
}

/** "the 1990s", "1990's", "the '90s", "2020s". */
function decade(c: Cursor, i: number): Found | undefined {
  const token = c.token(i);
  if (!token || token.prefix !== '') return undefined;
  const possessive = token.lower === '' && /^['’]s\b/.test(c.text.slice(token.end, token.end + 3));
  if (token.lower !== 's' && !possessive) return undefined;
  if (token.number % 10 !== 0) return undefined;
  const end = possessive ? token.end + 2 : token.end;
  const found_ = (value: number): Found => ({
    ...found(c, i, i, { type: 'decade', decade: value / 10 }),
    end,
  });
  if (token.digits === 4 && token.number >= 1000 && token.number <= 2100) {
    if (
      possessive &&
      !/\b(?:the|in|since|during|of|early|late|mid)[ -]$/i.test(
        c.text.slice(Math.max(0, token.start - 8), token.start),
      )
    )
      return undefined;
    if (!possessive && token.number < 1900 && !c.is(i - 1, 'the') && !c.word(i - 1, 'edge')) return undefined;
    if (/^ of\b/.test(c.text.slice(end, end + 4)) && token.number % 100 === 0) return undefined;
    return token.number % 100 === 0 && token.number < 1900
      ? { ...found(c, i, i, { type: 'century', century: token.number / 100 + 1, before: false }), end }
      : found_(token.number);
  }
  if (token.digits !== 2 || token.number < 20) return undefined;
  const apostrophe = /['’‘]/.test(c.before(token.start));
  if (!apostrophe && !(c.is(i - 1, 'the') && c.near(i - 1))) return undefined;
  const base = found_(1900 + token.number);
  return apostrophe ? { ...base, start: token.start - 1 } : base;
}

/** "summer 2023", "the summer of 1914", "last winter" (see relative), "the spring". */
function season(c: Cursor, i: number): Found | undefined {
  const name = c.word(i, 'season')?.season;
  if (name === undefined) return undefined;
  const token = c.token(i);
  let at = i + 1;
  const gap = c.gap(i);
  if (gap === 'space' && c.is(at, 'of') && c.near(at)) {
    at++;
    const year = c.year(at) ?? shortYear(c, at);
    if (year !== undefined) return found(c, i, at, point({ season: name, year }));
    const shift = c.word(at, 'shift');
    if (shift && c.near(at) && c.word(at + 1, 'unit')?.unit === 'Y')
      return found(c, i, at + 1, {
        ...point({ season: name }),
        yearShift: { amount: shift.amount, from: shift.from },
      });
    if (c.word(i, 'season')?.season === 'FA' && token?.lower === 'fall') return undefined;
  }
  if (gap === 'space' || gap === 'comma') {
    const year = c.year(i + 1);
    if (year !== undefined) return found(c, i, i + 1, point({ season: name, year }));
  }
  const yearBefore = c.near(i - 1) ? c.year(i - 1) : undefined;
  if (yearBefore !== undefined && token?.lower !== 'fall')
    return found(c, i - 1, i, point({ season: name, year: yearBefore }));
  // "spring" and "fall" are other things too: a bare season must follow a word that dates follow.
  const before = c.text.slice(Math.max(0, (token?.start ?? 0) - 24), token?.start);
  const rest = c.text.slice(token?.end, (token?.end ?? 0) + 10);
  const joined = joinsSeason(c, i);
  const adjective =
    (name === 'SU' || name === 'WI') &&
    token !== undefined &&
    SEASON_NOUN.test(c.text.slice(token.end, token.end + 24));
  if (adjective) return found(c, i, i, point({ season: name }));
  if (!SEASON_BEFORE.test(before) && !joined && !(/\bthe $/i.test(before) && /^(?:[.,;:)]|$)/.test(rest)))
    return undefined;
  if (
    /^ (?:of|short|apart|back|off|into|from|in|from)\b/.test(rest) &&
    (name === 'SP' || token?.lower === 'fall')
  )
    return undefined;
  return found(c, i, i, point({ season: name }));
}

/** "the fall and winter", "spring to autumn". */
function joinsSeason(c: Cursor, i: number): boolean {
  const and = (at: number): boolean =>
    c.near(at) && c.near(at - 1) && /^(?:and|to)$/.test(c.token(at)?.lower ?? '');
  return (
    (and(i - 1) && c.word(i - 2, 'season') !== undefined) ||
    (and(i + 1) &&
      (c.word(i + 2, 'season') ?? (c.word(i + 2, 'edge') && c.word(i + 3, 'season'))) !== undefined &&
      c.is(i - 1, 'the'))
  );
}

/** What a summer or a winter is said of, apart from schools. */
const SEASON_NOUN =
  /^ (?:offensive|counter-?offensive|quarters|campaign|months|season|break|holidays?|vacation|term|semester|solstice|storms?)\b/;

const SEASON_BEFORE =
  /\b(?:in|during|by|since|until|of|over|through|throughout|this|that|early|late|mid) (?:the (?:early |late |mid-?)?)?$|\bthe (?:early |late |mid-?)$|\bmid-$/i;

/** "the third quarter [of 1989]", "the first half of 2025", "the 19th century". */
function ordinalStretch(c: Cursor, i: number, ordinal: number): Found | undefined {
  if (!c.near(i, true)) return undefined;
  const half = c.is(i + 1, 'half');
  const unit = c.word(i + 1, 'unit');
  if (!half && (!unit || unit.plural)) return undefined;
  if (unit?.unit === 'CE' && ordinal <= 30) {
    const era = c.near(i + 1) ? c.word(i + 2, 'era') : undefined;
    return found(c, i, era ? i + 2 : i + 1, {
      type: 'century',
      century: ordinal,
      before: era?.before === true,
    });
  }
  if (!half && unit?.unit !== 'Q') return undefined;
  if (ordinal > (half ? 2 : 4)) return undefined;
  const part = half ? { half: ordinal } : { quarter: ordinal };
  let at = i + 2;
  if (c.near(i + 1) && c.is(at, 'of') && c.near(at)) {
    at++;
    if (c.word(at, 'fiscal') && c.near(at)) at++;
    const year = c.year(at);
    if (year !== undefined) return found(c, i, at, point({ ...part, year }));
    const shift = c.word(at, 'shift');
    if (shift && c.near(at) && c.word(at + 1, 'unit')?.unit === 'Y')
      return found(c, i, at + 1, { ...point(part), yearShift: { amount: shift.amount, from: shift.from } });
    return half
      ? undefined
      : /\bthe $/i.test(c.text.slice(0, c.token(i)?.start).slice(-4))
        ? found(c, i, i + 1, point(part))
        : undefined;
  }
  const year = c.near(i + 1) || c.gap(i + 1) === 'comma' ? c.year(i + 2) : undefined;
  if (year !== undefined) return found(c, i, i + 2, point({ ...part, year }));
  return half ? undefined : found(c, i, i + 1, point(part));
}

/** "the sixth of March". */
function ordinalDay(c: Cursor, i: number, ordinal: number): Found | undefined {
  if (!c.near(i) || !c.is(i + 1, 'of') || !c.near(i + 1)) return undefined;
  const month = c.word(i + 2, 'month');
  return month ? found(c, i, i + 2, point({ month: month.month, day: ordinal })) : undefined;
}

/** "fiscal 1989", "fiscal year 2025", "FY 2024". */
function fiscal(c: Cursor, i: number): Found | undefined {
  const at = c.near(i) && c.word(i + 1, 'unit')?.unit === 'Y' && c.near(i + 1) ? i + 2 : i + 1;
  const year = c.near(at - 1) ? c.year(at) : undefined;
  return year === undefined ? undefined : found(c, i, at, point({ year }));
}

function bareYear(c: Cursor, i: number): Found | undefined {
  const year = c.year(i);
  return year !== undefined && isYearInContext(c, i) ? found(c, i, i, point({ year })) : undefined;
}
