/** Walks a text from left to right and gives every date expression it holds, not yet anchored, none overlapping another. */
import { spanning } from './around.ts';
import { calendarExpression } from './calendar-expressions.ts';
import { Cursor } from './cursor.ts';
import { duration } from './durations.ts';
import type { Found, Meaning } from './meaning.ts';
import { oneFurther } from './one-further.ts';
import { relativeExpression } from './relative-expressions.ts';
import { phrasesIn } from './phrases.ts';
import { withSamePeriods } from './same-period.ts';
import { lastingWord, middleOf } from './whole-units.ts';

export function expressionsIn(text: string): readonly Found[] {
  const c = new Cursor(text);
  if (c.tokens.length === 0) return [];
  const found: Found[] = [];
  /** The first token that nothing has taken yet. */
  let floor = 0;
  for (let i = 0; i < c.tokens.length; i++) {
    if (i < floor) continue;
    const next = at(c, i, floor);
    if (!next) continue;
    const whole = withSurroundings(c, next, floor);
    if (!whole) continue;
    // "2025 summer" takes back the year that stood alone until now; nothing else may reach back.
    if (whole.from < floor) {
      const before = found.at(-1);
      if (!before || whole.from > before.from || before.range !== undefined) continue;
      found.pop();
    }
    const last = found.at(-1);
    found.push(linked(c, last, whole));
    if (last && found.at(-1)?.range === 'last') found[found.length - 2] = { ...last, range: 'first' };
    floor = whole.to + 1;
    const trailing = trailingDay(c, whole) ?? trailingYear(c, whole);
    if (trailing) {
      const year = trailing.meaning.type === 'point' ? trailing.meaning.year : undefined;
      const first =
        year === undefined || whole.meaning.type !== 'point' || whole.meaning.year !== undefined
          ? whole
          : { ...whole, meaning: { ...whole.meaning, year } };
      found[found.length - 1] = { ...first, range: 'first' };
      found.push(trailing);
      floor = trailing.to + 1;
    }
  }
  return withSamePeriods(text, phrasesIn(text, c.tokens, found));
}

function at(c: Cursor, i: number, floor: number): Found | undefined {
  const kind = c.token(i)?.word?.kind;
  if (kind === 'unit')
    return oneFurther(c, i) ?? duration(c, i, floor) ?? calendarExpression(c, i) ?? relativeExpression(c, i);
  if (kind === 'glue' || kind === 'count' || kind === 'direction' || kind === 'approximate' || kind === 'era')
    return undefined;
  if (kind === 'lasting') return lastingWord(c, i);
  if (kind === 'middle') return middleOf(c, i);
  // A number or "last" may count the unit that follows: let the unit decide.
  if (kind === 'shift') return relativeExpression(c, i);
  return calendarExpression(c, i) ?? leadingDay(c, i) ?? relativeExpression(c, i);
}

/** The "6" of "6-7 February" and the "15" of "15 to 22 February 1984". */
function leadingDay(c: Cursor, i: number): Found | undefined {
  const day = c.day(i);
  if (day === undefined || /[\w./:$€£#=+~-]/.test(c.before(c.token(i)?.start ?? 0))) return undefined;
  let other = i + 1;
  const gap = c.gap(i);
  if (gap === 'space' && (c.is(other, 'to') || c.is(other, 'and')) && c.near(other)) other++;
  else if (gap !== 'dash') return undefined;
  if (c.day(other) === undefined || !c.near(other)) return undefined;
  const end = calendarExpression(c, other);
  if (
    end?.meaning.type !== 'point' ||
    end.meaning.month === undefined ||
    end.meaning.day === undefined ||
    end.from !== other
  )
    return undefined;
  const token = c.token(i);
  return { from: i, to: i, start: token?.start ?? 0, end: token?.end ?? 0, meaning: { ...end.meaning, day } };
}

/** The "7" of "April 6-7" and the "5, 2025" of "March 3–5, 2025". */
function trailingDay(c: Cursor, found: Found): Found | undefined {
  const { meaning } = found;
  if (
    meaning.type !== 'point' ||
    meaning.day === undefined ||
    meaning.year !== undefined ||
    c.gap(found.to) !== 'dash'
  )
    return undefined;
  const i = found.to + 1;
  const day = c.day(i);
  const token = c.token(i);
  if (
    day === undefined ||
    !token ||
    day <= meaning.day ||
    c.word(i + 1, 'month') ||
    /^(?:[-–/.:]\d|%|\w)/.test(c.text.slice(token.end, token.end + 2))
  )
    return undefined;
  const year = c.gap(i) === 'comma' || c.gap(i) === 'space' ? c.year(i + 1) : undefined;
  const to = year === undefined ? i : i + 1;
  return {
    from: i,
    to,
    start: token.start,
    end: c.token(to)?.end ?? token.end,
    meaning: { ...meaning, day, ...(year === undefined ? {} : { year }) },
    range: 'last',
  };
}

/** The "23" of "2019–23". */
function trailingYear(c: Cursor, { meaning, to, end, range }: Found): Found | undefined {
  if (meaning.type !== 'point' || meaning.year === undefined || range !== undefined) return undefined;
  if (meaning.month ?? meaning.season ?? meaning.quarter ?? meaning.half ?? meaning.week) return undefined;
  const i = to + 1;
  const token = c.token(i);
  if (token?.digits !== 2 || token.lower !== '' || token.prefix !== '' || token.start !== end + 1)
    return undefined;
  if (c.gap(to) !== 'dash' || c.year(to) !== meaning.year || token.number <= meaning.year % 100)
    return undefined;
  if (/^(?:[-–/.:,]\d|[%\w])/.test(c.text.slice(token.end, token.end + 2))) return undefined;
  const year = meaning.year - (meaning.year % 100) + token.number;
  return { ...spanning(c, i, i, { type: 'point', year }), range: 'last' };
}

/** Takes in what belongs to an expression on both sides: "early", "the end of", "the morning of", "night". */
function withSurroundings(c: Cursor, inner: Found, floor: number): Found | undefined {
  let found = withDayOfMonth(c, inner);
  found = withPartOfDay(c, found, floor);
  let from = found.from;
  let start = found.start;
  let edge = found.edge;
  const near = (index: number): boolean => index >= floor && c.near(index, true);
  // The article of "the 20th-century ban" is the ban’s.
  const takes =
    takesArticle(found.meaning) && !/-(?:century|quarter|half)$/i.test(c.text.slice(found.start, found.end));
  if (
    near(from - 1) &&
    c.word(from - 1, 'approximate') &&
    found.meaning.type === 'point' &&
    /^(?:about|around|circa)$/.test(c.token(from - 1)?.lower ?? '')
  ) {
    from--;
    start = c.token(from)?.start ?? start;
  }
  const adjective = near(from - 1) ? c.word(from - 1, 'edge') : undefined;
  if (adjective && !adjective.noun) {
    from--;
    edge = adjective.edge;
    start = c.token(from)?.start ?? start;
    if (takes && near(from - 1) && c.is(from - 1, 'the')) start = c.token(--from)?.start ?? start;
  } else if (takes && near(from - 1) && c.is(from - 1, 'the')) start = c.token(--from)?.start ?? start;
  // "the year 2014", "the month of April"
  if (found.meaning.type === 'point' && found.meaning.season === undefined) {
    const of = c.is(from - 1, 'of') && near(from - 1) ? from - 2 : from - 1;
    const unit = near(of) ? c.word(of, 'unit') : undefined;
    const year = unit?.unit === 'Y' && found.meaning.month === undefined && of === from - 1;
    if (
      unit &&
      near(of - 1) &&
      c.is(of - 1, 'the') &&
      (year || (unit.unit === 'M' && found.meaning.day === undefined && of === from - 2))
    ) {
      from = of - 1;
      start = c.token(from)?.start ?? start;
    }
  }
  // "the week of May 8"
  if (
    found.meaning.type === 'point' &&
    found.meaning.day !== undefined &&
    c.is(from - 1, 'of') &&
    near(from - 1) &&
    near(from - 2) &&
    c.word(from - 2, 'unit')?.unit === 'W' &&
    c.word(from - 2, 'unit')?.plural === false
  ) {
    from -= near(from - 3) && c.is(from - 3, 'the') ? 3 : 2;
    start = c.token(from)?.start ?? start;
    found = { ...found, meaning: { ...found.meaning, ofWeek: true } };
  }
  // "the end of", "the beginning of the"
  let of = from - 1;
  if (near(of) && c.is(of, 'the') && !takes) of--;
  if (near(of) && c.is(of, 'of') && near(of - 1)) {
    const noun = c.word(of - 1, 'edge');
    if (noun?.noun) {
      edge = noun.edge;
      from = of - 1;
      start = c.token(from)?.start ?? start;
      if (near(from - 1) && c.is(from - 1, 'the')) start = c.token(--from)?.start ?? start;
    }
  }
  // "later in the year", "early in 1998"
  if (
    near(from - 1) &&
    c.is(from - 1, 'in') &&
    near(from - 2) &&
    (/^(?:later|earlier)$/.test(c.token(from - 2)?.lower ?? '') || c.word(from - 2, 'edge')?.noun === false)
  ) {
    edge = c.word(from - 2, 'edge')?.edge ?? edge;
    from -= 2;
    start = c.token(from)?.start ?? start;
  }
  // "later that month", "earlier this year"
  const later = near(from - 1) ? c.word(from - 1, 'direction') : undefined;
  if (
    later &&
    ((found.meaning.type === 'shift' && found.meaning.amount <= 0) ||
      found.meaning.type === 'weekday' ||
      (found.meaning.type === 'point' && found.meaning.yearShift?.amount === 0)) &&
    c.token(from - 1)?.lower !== 'ago'
  ) {
    from--;
    start = c.token(from)?.start ?? start;
  }
  return { ...found, from, start, ...(edge ? { edge } : {}) };
}

const takesArticle = (meaning: Meaning): boolean =>
  meaning.type === 'decade' ||
  meaning.type === 'century' ||
  (meaning.type === 'point' && (meaning.season ?? meaning.quarter ?? meaning.half) !== undefined);

/** "Tuesday, March 18": the weekday belongs to the date that follows. */
function withDayOfMonth(c: Cursor, found: Found): Found {
  if (found.meaning.type !== 'weekday') return found;
  // "Tues., March 5"
  const between = c.text.slice(found.end, c.token(found.to + 1)?.start ?? found.end);
  if (!/^(?:\.|,|\.,)?\s$|^,$/.test(between)) return found;
  const next = calendarExpression(c, found.to + 1);
  if (next?.meaning.type !== 'point' || next.meaning.day === undefined || next.from !== found.to + 1)
    return found;
  return { ...next, from: found.from, start: found.start };
}

/** "the morning of 31 January 1965", "Tuesday night", "March 5 evening". */
function withPartOfDay(c: Cursor, found: Found, floor: number): Found {
  const { meaning } = found;
  const isDay =
    meaning.type === 'weekday' ||
    (meaning.type === 'point' && meaning.day !== undefined) ||
    (meaning.type === 'shift' && meaning.unit === 'D');
  if (!isDay) return found;
  const after = c.near(found.to) ? c.word(found.to + 1, 'part') : undefined;
  if (after)
    return { ...found, to: found.to + 1, end: c.token(found.to + 1)?.end ?? found.end, part: after.part };
  const of = found.from - 1;
  if (of - 1 >= floor && c.near(of) && c.is(of, 'of') && c.near(of - 1)) {
    const part = c.word(of - 1, 'part');
    if (part) {
      const from = of - 2 >= floor && c.near(of - 2) && c.is(of - 2, 'the') ? of - 2 : of - 1;
      return { ...found, from, start: c.token(from)?.start ?? found.start, part: part.part };
    }
  }
  return found;
}

/** Marks the two ends of "2024–2026", "March to June 2025", "from 1941 until 1945". */
function linked(c: Cursor, last: Found | undefined, next: Found): Found {
  if (last?.meaning.type !== 'point' || next.meaning.type !== 'point' || last.range === 'last') return next;
  const between = c.text.slice(last.end, next.start);
  return /^(?:\s?[-–—]\s?|\s(?:to|until|till|through)\s)$/.test(between) ? { ...next, range: 'last' } : next;
}
