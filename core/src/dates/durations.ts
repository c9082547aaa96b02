/** Counted stretches of time: "six months", "a few days", "10-year", "two years ago", "the past three weeks", "a year and a half". */
import { compoundShift } from './compound-spans.ts';
import { approximately, countBefore } from './counts.ts';
import type { Cursor } from './cursor.ts';
import { isAgo } from './german.ts';
import type { Unit } from './lexicon.ts';
import type { Found, Meaning } from './meaning.ts';
import { lastingUnit, partOfCentury, wholeUnit } from './whole-units.ts';

/** A duration whose unit stands at token `i`; what counts it stands before. */
export function duration(c: Cursor, i: number, floor: number): Found | undefined {
  const unit = c.word(i, 'unit');
  const token = c.token(i);
  if (!unit || !token || unit.unit === 'WE') return undefined;
  const part = partOfCentury(c, i, floor);
  if (part) return part;
  const count = countBefore(c, i, floor);
  if (!count) return wholeUnit(c, i, floor) ?? lastingUnit(c, i) ?? vagueShift(c, i);
  if (unit.unit === 'Q' && /^(?:-| of a )(?:century|decade)/.test(c.text.slice(token.end, token.end + 16)))
    return undefined;
  if (unit.unit === 'Q' && /^ of\b/.test(c.text.slice(token.end, token.end + 4))) return undefined;
  const shortForm = /^(?:wk|yr|hr|mth|min|sec|mths|hrs|mins|secs|wks|yrs)$/.test(token.lower);
  if (shortForm && Number.isNaN(c.token(count.from)?.number ?? NaN)) return undefined;
  if (
    !unit.plural &&
    count.amount !== 1 &&
    count.amount !== undefined &&
    !count.hyphen &&
    count.amount !== 0.5 &&
    !shortForm
  ) {
    // "16 day" is no English, but "a two week delay" is.
    if (count.amount > 1000) return undefined;
  }
  // "Every two years" is a set of years.
  if (/\b(?:every|each) $/i.test(c.text.slice(0, c.token(count.from)?.start).slice(-6))) return undefined;
  if (/^[-–](?:ahead|wise|level)\b/.test(c.text.slice(token.end, token.end + 7))) return undefined;
  const compound = compoundShift(c, i, count, floor);
  if (compound) return compound;
  let from = count.from;
  let to = i;
  let end = token.end;
  let amount = count.amount === undefined ? undefined : count.amount * unit.times;
  // "a year and a half", "two and a half years" is read by countBefore.
  if (
    c.near(i) &&
    c.is(i + 1, 'and') &&
    c.near(i + 1) &&
    c.is(i + 2, 'a') &&
    c.near(i + 2) &&
    c.is(i + 3, 'half')
  ) {
    to = i + 3;
    end = c.token(to)?.end ?? end;
    if (amount !== undefined) amount += 0.5;
  }
  // "5–10 years ago" tells no one year.
  const steps = count.least === undefined ? (amount ?? Infinity) : Infinity;
  const direction =
    c.near(to) || c.gap(to) === 'dash' ? (c.word(to + 1, 'direction') ?? beforeThat(c, to + 1)) : undefined;
  if (direction) {
    const shifted: Meaning = {
      type: 'shift',
      unit: unit.unit,
      amount: steps * direction.sign,
      from: direction.from,
    };
    // The article of "a year-earlier gain" is the gain’s.
    const article = c.gap(to) === 'dash' && c.is(from, 'a') ? 1 : 0;
    const left = article ? from + article : approximately(c, from, floor);
    return {
      from: left,
      to: to + 1,
      start: c.token(left)?.start ?? 0,
      end: c.token(to + 1)?.end ?? 0,
      meaning: shifted,
    };
  }
  const left = approximately(c, from, floor);
  if (left > floor && isAgo(c, left))
    return {
      from: left - 1,
      to,
      start: c.token(left - 1)?.start ?? 0,
      end,
      meaning: { type: 'shift', unit: unit.unit, amount: -steps, from: 'anchor' },
    };
  // "90 days from now"
  if (
    c.near(to) &&
    c.is(to + 1, 'from') &&
    c.near(to + 1) &&
    /^(?:now|today)$/.test(c.token(to + 2)?.lower ?? '')
  )
    return {
      from: count.from,
      to: to + 2,
      start: c.token(count.from)?.start ?? 0,
      end: c.token(to + 2)?.end ?? end,
      meaning: { type: 'shift', unit: unit.unit, amount: steps, from: 'anchor' },
    };
  const rest = c.text.slice(end, end + 10);
  const old = /^[ -](?:old\b|of age\b)/.exec(rest);
  if (old) end += old[0].length;
  if (amount === 1 && c.token(count.from)?.lower === 'a' && perUnit(c, count.from, unit.unit))
    return undefined;
  if (amount === 1 && unit.unit === 'D' && c.is(count.from, 'one') && isSomeDay(c, count.from, end))
    return {
      from: count.from,
      to,
      start: c.token(count.from)?.start ?? 0,
      end,
      meaning: { type: 'reference', value: 'FUTURE_REF' },
    };
  let side: -1 | 1 | undefined;
  let anchor: 'anchor' | 'reference' | undefined;
  const shift = c.near(from - 1, false) ? c.word(from - 1, 'shift') : undefined;
  if (from - 1 >= floor && shift && shift.amount !== 0 && !isVerb(c, from - 1)) {
    side = shift.amount === 1 ? 1 : -1;
    anchor = shift.from;
    from--;
    if (from - 1 >= floor && c.near(from - 1) && /^(?:the|this|these)$/.test(c.token(from - 1)?.lower ?? ''))
      from--;
  } else if (
    from - 1 >= floor &&
    c.near(from - 1) &&
    unit.plural &&
    (c.word(from - 1, 'ordinal') ?? (c.is(from - 1, 'final') || undefined)) &&
    !c.word(from, 'glue')
  ) {
    from--;
    if (from - 1 >= floor && c.near(from - 1) && c.is(from - 1, 'the')) from--;
  } else {
    from = approximately(c, from, floor);
    if (unit.plural && from - 1 >= floor && c.near(from - 1) && c.is(from - 1, 'the') && !count.hyphen)
      from--;
  }
  const meaning: Meaning = {
    type: 'duration',
    unit: unit.unit,
    amount,
    side,
    ...(anchor ? { from: anchor } : {}),
  };
  return { from, to, start: startOf(c, from), end, meaning };
}

/** "They will one day", "One day, she says, it will": some time to come. */
function isSomeDay(c: Cursor, from: number, end: number): boolean {
  const before = c.text.slice(0, c.token(from)?.start).slice(-8);
  if (/\b(?:will|could|may|might|would|should|can) $/i.test(before)) return true;
  return (
    /^O/.test(c.text.charAt(c.token(from)?.start ?? 0)) &&
    /^,? [^.!?;]{0,40}\b(?:will|shall|may|might)\b/.test(c.text.slice(end, end + 52))
  );
}

/** "Two years before, …": with nothing after it, "before" points back as "earlier" does. */
function beforeThat(c: Cursor, i: number): { sign: -1 | 1; from: 'reference' } | undefined {
  const token = c.token(i);
  if (!token || !/^(?:before|after)$/.test(token.lower)) return undefined;
  if (!/^(?:[,.;:)]|$)/.test(c.text.slice(token.end, token.end + 1))) return undefined;
  return { sign: token.lower === 'before' ? -1 : 1, from: 'reference' };
}

/** "~6 months": the sign belongs to the number. */
function startOf(c: Cursor, from: number): number {
  const start = c.token(from)?.start ?? 0;
  return /[~≈]/.test(c.before(start)) ? start - 1 : start;
}

/** "once a day", "per month", "$5 a month": a rate, not a stretch. */
function perUnit(c: Cursor, from: number, unit: Unit): boolean {
  const before = c.text.slice(Math.max(0, (c.token(from)?.start ?? 0) - 20), c.token(from)?.start);
  if (unit === 'S') return !/\b(?:for|within|in|took|takes|than) $/i.test(before);
  return (
    /(?:\b(?:times|once|twice|per|hours|days|nights|minutes|months|weeks|papers|dollars|such|what|of|not|quite)|\d|%) $/i.test(
      before,
    ) || /\$\S+(?: \w+)? $/.test(before)
  );
}

/** "weeks earlier", "years later", "the day before", "the year after". */
function vagueShift(c: Cursor, i: number): Found | undefined {
  const unit = c.word(i, 'unit');
  const token = c.token(i);
  if (!unit || !token || !c.near(i, true) || unit.unit === 'S') return undefined;
  const next = c.token(i + 1);
  const direction = c.word(i + 1, 'direction');
  if (unit.plural && direction && c.near(i))
    return {
      from: i,
      to: i + 1,
      start: token.start - (AGES.exec(c.text.slice(0, token.start).slice(-36))?.[0].length ?? 0),
      end: next?.end ?? token.end,
      meaning: { type: 'shift', unit: unit.unit, amount: Infinity * direction.sign, from: direction.from },
    };
  // "Hours after the quake, looting began."
  if (unit.plural && /^(?:before|after)$/.test(next?.lower ?? '') && c.near(i) && opensClause(c, i))
    return {
      from: i,
      to: i,
      start: token.start,
      end: token.end,
      meaning: { type: 'duration', unit: unit.unit, amount: undefined, side: undefined },
    };
  if (unit.unit === 'Y' && direction?.sign === -1 && c.gap(i) === 'dash') {
    const after = next?.end ?? token.end;
    const noun = c.near(i + 1)
      ? /^ (?:quarter|period|month|week|half|figure)\b/.exec(c.text.slice(after, after + 10))
      : null;
    const from = c.is(i - 1, 'the') && c.near(i - 1) ? i - 1 : i;
    const to = noun && c.word(i + 2, 'unit') ? i + 2 : i + 1;
    const end = after + (noun?.[0].length ?? 0);
    return {
      from,
      to,
      start: c.token(from)?.start ?? 0,
      end,
      meaning: { type: 'shift', unit: 'Y', amount: -1, from: 'reference' },
    };
  }
  if (
    unit.plural ||
    !next ||
    !(next.lower === 'before' || next.lower === 'after') ||
    !c.is(i - 1, 'the') ||
    !c.near(i - 1)
  )
    return undefined;
  if (!/^(?:[,.;:)]|$| (?:in|at|on|to|by|from|was|when)\b)/.test(c.text.slice(next.end, next.end + 6)))
    return undefined;
  const amount = (next.lower === 'before' ? -1 : 1) * unit.times;
  return {
    from: i - 1,
    to: i + 1,
    start: c.token(i - 1)?.start ?? 0,
    end: next.end,
    meaning: { type: 'shift', unit: unit.unit, amount, from: 'reference' },
  };
}

const opensClause = (c: Cursor, i: number): boolean =>
  /^[A-Z]/.test(c.text.charAt(c.token(i)?.start ?? 0)) ||
  /[,;(] (?:and |but )?$/.test(c.text.slice(0, c.token(i)?.start).slice(-8));

/** What counts the years of the earth: "about 65 million years ago". */
const AGES =
  /(?:\b(?:about|around|almost|nearly|roughly|some|over|more than) )?(?:\b\d[\d.,]*|\b[a-z]+(?:-[a-z]+)?) (?:thousand|million|billion) $/i;

/** "It will last two weeks": the verb, and no word of time. */
const isVerb = (c: Cursor, i: number): boolean =>
  c.is(i, 'last') &&
  /\b(?:to|will|would|can|could|may|might|must|should|not|did|does|do|usually|often|typically|only)\s$|n['’]t\s$/i.test(
    c.text.slice(0, c.token(i)?.start).slice(-12),
  );
