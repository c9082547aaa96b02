/** Counted stretches of time: "six months", "a few days", "10-year", "two years ago", "the past three weeks", "a year and a half". */
import type { Cursor } from './cursor.ts';
import type { Unit } from './lexicon.ts';
import type { Found, Meaning } from './meaning.ts';

/** A duration whose unit stands at token `i`; what counts it stands before. */
export function duration(c: Cursor, i: number, floor: number): Found | undefined {
  const unit = c.word(i, 'unit');
  const token = c.token(i);
  if (!unit || !token || unit.unit === 'WE') return undefined;
  const count = countBefore(c, i, floor);
  if (!count) return vagueShift(c, i);
  if (unit.unit === 'Q' && /^ of\b/.test(c.text.slice(token.end, token.end + 4))) return undefined;
  const shortForm = /^(?:wk|yr|hr|min|sec|mths|hrs|mins|secs|wks|yrs)$/.test(token.lower);
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
  if (/^[-–](?:ahead|wise|level)\b/.test(c.text.slice(token.end, token.end + 7))) return undefined;
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
  const direction = c.near(to) || c.gap(to) === 'dash' ? c.word(to + 1, 'direction') : undefined;
  if (direction) {
    const shifted: Meaning = {
      type: 'shift',
      unit: unit.unit,
      amount: (amount ?? Infinity) * direction.sign,
      from: direction.from,
    };
    const left = approximately(c, from, floor);
    return {
      from: left,
      to: to + 1,
      start: c.token(left)?.start ?? 0,
      end: c.token(to + 1)?.end ?? 0,
      meaning: shifted,
    };
  }
  const rest = c.text.slice(end, end + 10);
  const old = /^[ -](?:old\b|of age\b)/.exec(rest);
  if (old) end += old[0].length;
  if (amount === 1 && c.token(count.from)?.lower === 'a' && perUnit(c, count.from, unit.unit))
    return undefined;
  let side: -1 | 1 | undefined;
  let anchor: 'anchor' | 'reference' | undefined;
  const shift = c.near(from - 1, false) ? c.word(from - 1, 'shift') : undefined;
  if (from - 1 >= floor && shift && shift.amount !== 0) {
    side = shift.amount === 1 ? 1 : -1;
    anchor = shift.from;
    from--;
    if (from - 1 >= floor && c.near(from - 1) && /^(?:the|this|these)$/.test(c.token(from - 1)?.lower ?? ''))
      from--;
  } else if (from - 1 >= floor && c.near(from - 1) && c.word(from - 1, 'ordinal') && !c.word(from, 'glue')) {
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
    /(?:\b(?:times|once|twice|per|hours|papers|dollars|such|what|of|not|quite)|\d|%) $/i.test(before) ||
    /\$\S+(?: \w+)? $/.test(before)
  );
}

interface Count {
  readonly from: number;
  readonly amount: number | undefined;
  readonly hyphen: boolean;
}

function countBefore(c: Cursor, i: number, floor: number): Count | undefined {
  let at = i - 1;
  if (at < floor) return undefined;
  const gap = c.gap(at);
  if (gap !== 'space' && gap !== 'dash' && gap !== 'none')
    return gap === 'other' ? countAcrossAdjective(c, i, floor) : undefined;
  const hyphen = gap === 'dash';
  if (c.is(at, 'more') && c.near(at - 1)) at--;
  const token = c.token(at);
  if (!token) return undefined;
  if (!token.word) {
    if (token.prefix !== '' || token.lower !== '' || Number.isNaN(token.number)) return undefined;
    if (/[/:#v]$/.test(c.before(token.start)) || (gap === 'none' && c.word(i, 'unit')?.unit === 'S'))
      return undefined;
    return { from: at, amount: token.number, hyphen };
  }
  if (gap === 'none') return undefined;
  const count = c.word(at, 'count');
  if (count) {
    if (token.lower === 'many') return { from: at, amount: undefined, hyphen };
    let from = at;
    let amount = count.count;
    const previous = c.near(at - 1, true) && at - 1 >= floor ? c.word(at - 1, 'count') : undefined;
    if (previous?.count !== undefined && amount !== undefined) {
      if (amount === 100) amount = previous.count * 100;
      else if (previous.count >= 20 && amount < 10) amount += previous.count;
      else return { from: at, amount, hyphen };
      from = at - 1;
    }
    if (
      from - 1 >= floor &&
      c.near(from - 1) &&
      c.is(from - 1, 'a') &&
      (count.count === undefined || count.count >= 12)
    )
      from--;
    return { from, amount, hyphen };
  }
  if (
    c.is(at, 'of') &&
    c.near(at - 1) &&
    at - 1 >= floor &&
    /^(?:couple|dozen)$/.test(c.token(at - 1)?.lower ?? '')
  ) {
    const from = at - 2 >= floor && c.near(at - 2) && c.is(at - 2, 'a') ? at - 2 : at - 1;
    return { from, amount: undefined, hyphen };
  }
  if (c.word(i, 'unit')?.plural) {
    if (c.is(at, 'some')) return { from: at, amount: undefined, hyphen };
    return undefined;
  }
  if (c.is(at, 'half')) return undefined;
  if (token.lower === 'another') return { from: at, amount: 1, hyphen };
  if ((c.is(at, 'a') || c.is(at, 'an')) && c.before(token.start) !== '-') {
    if (c.near(at - 1) && at - 1 >= floor && c.is(at - 1, 'half'))
      return { from: at - 1, amount: 0.5, hyphen };
    if (c.near(at - 1) && at - 1 >= floor && c.is(at - 1, 'and') === false && c.is(at - 1, 'half'))
      return undefined;
    return { from: at, amount: 1, hyphen };
  }
  return undefined;
}

/** "two bloody weeks", "several long years", "3 more days": one word may stand between. */
function countAcrossAdjective(c: Cursor, i: number, floor: number): Count | undefined {
  const unit = c.token(i);
  const count = c.token(i - 1);
  if (!unit || !count || i - 1 < floor || unit.start - count.end > 16 || !c.word(i, 'unit')?.plural)
    return undefined;
  if (
    !/^ (?:long|short|full|whole|bloody|consecutive|straight|calendar|solid|intense|good|hard|additional|extra|trading|working|business|academic|fiscal|complete|successive) $/.test(
      c.text.slice(count.end, unit.start),
    )
  )
    return undefined;
  if (!count.word)
    return Number.isNaN(count.number) || count.prefix !== ''
      ? undefined
      : { from: i - 1, amount: count.number, hyphen: false };
  const word = c.word(i - 1, 'count');
  return word ? { from: i - 1, amount: word.count, hyphen: false } : undefined;
}

/** Takes in "about", "nearly", "more than", "at least", "some". */
function approximately(c: Cursor, from: number, floor: number): number {
  const at = from - 1;
  if (at < floor || !c.near(at)) return from;
  if (c.is(at, 'another') && !c.is(from, 'a')) return at;
  if (
    c.word(at, 'approximate') ||
    (c.is(at, 'some') && c.token(from)?.word === undefined) ||
    (c.is(at, 'some') && c.word(from, 'count'))
  )
    return at;
  const pair = `${c.token(at - 1)?.lower ?? ''} ${c.token(at)?.lower ?? ''}`;
  if (
    at - 1 >= floor &&
    c.near(at - 1) &&
    /^(?:more than|less than|at least|at most|up to|close to)$/.test(pair)
  )
    return at - 1;
  return from;
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
      start: token.start,
      end: next?.end ?? token.end,
      meaning: { type: 'shift', unit: unit.unit, amount: Infinity * direction.sign, from: direction.from },
    };
  if (unit.unit === 'Y' && direction?.sign === -1 && c.gap(i) === 'dash') {
    const after = next?.end ?? token.end;
    const noun = c.near(i + 1)
      ? /^ (?:quarter|period|month|half|figure)\b/.exec(c.text.slice(after, after + 10))
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
