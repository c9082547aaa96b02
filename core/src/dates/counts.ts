/** What counts a unit of time: numbers, "a few", "half a dozen", and the "about" or "more than" before them. */
import type { Cursor } from './cursor.ts';

export interface Count {
  readonly from: number;
  readonly amount: number | undefined;
  readonly hyphen: boolean;
  /** The lower end of "5–10"; `amount` is then the upper one. */
  readonly least?: number;
}

/** What counts the unit at token `i`: "six", "a few", "two and a half", "half a". */
export function countBefore(c: Cursor, i: number, floor: number): Count | undefined {
  let at = i - 1;
  if (at < floor) return undefined;
  const gap = c.gap(at);
  const fraction = withFraction(c, i, floor);
  if (fraction) return fraction;
  if (gap !== 'space' && gap !== 'dash' && gap !== 'none')
    return gap === 'other' ? countAcrossAdjective(c, i, floor) : undefined;
  const hyphen = gap === 'dash';
  const half = countAndHalf(c, at, floor);
  if (half) return half;
  if (c.is(at, 'more') && c.near(at - 1)) at--;
  const token = c.token(at);
  if (!token) return undefined;
  if (!token.word) {
    if (token.prefix !== '' || token.lower !== '' || Number.isNaN(token.number)) return undefined;
    if (/[/:#v]$/.test(c.before(token.start)) || (gap === 'none' && c.word(i, 'unit')?.unit === 'S'))
      return undefined;
    const least = hyphen ? undefined : lowerEnd(c, at, floor);
    if (least !== undefined) return { from: at - 1, amount: token.number, hyphen, least };
    return { from: at, amount: token.number, hyphen };
  }
  if (gap === 'none') return undefined;
  const count = c.word(at, 'count');
  if (count) {
    if (token.lower === 'many') return { from: at, amount: undefined, hyphen };
    let from = at;
    let amount = count.count;
    // "a half-dozen years", "half a dozen years"
    if (count.count === 12) {
      const article = c.is(at - 1, 'a') && c.is(at - 2, 'half') ? 2 : 1;
      if (c.is(at - article, 'half') && at - article >= floor && c.near(at - article, true)) {
        const first = at - article;
        return { from: article === 1 && c.is(first - 1, 'a') ? first - 1 : first, amount: 6, hyphen };
      }
    }
    const previous = c.near(at - 1, true) && at - 1 >= floor ? c.word(at - 1, 'count') : undefined;
    if (previous?.count !== undefined && amount !== undefined) {
      if (amount === 100) amount = previous.count * 100;
      // "ein halbes Jahr" is no one and a half.
      else if (amount === 0.5 && previous.count === 1) amount = 0.5;
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

/** The "5" of "5–10 years". */
function lowerEnd(c: Cursor, at: number, floor: number): number | undefined {
  const [least, most] = [c.token(at - 1), c.token(at)];
  if (at - 1 < floor || !least || least.word || !most || most.start !== least.end + 1) return undefined;
  if (c.gap(at - 1) !== 'dash' || least.prefix !== '' || least.lower !== '') return undefined;
  if (/[-–\w./:#$€£]/.test(c.before(least.start))) return undefined;
  return least.digits > 0 && least.digits <= 3 && least.number < most.number ? least.number : undefined;
}

/** "3 1/2 years", "2½ hours". */
function withFraction(c: Cursor, i: number, floor: number): Count | undefined {
  const before = c.text.slice(0, c.token(i)?.start).slice(-8);
  const sign = /[½¼¾][- ]$/.exec(before)?.[0][0];
  const written = /\d ([13])\/([24])[- ]$/.exec(before);
  const part =
    sign === undefined
      ? Number(written?.[1]) / Number(written?.[2])
      : { '½': 0.5, '¼': 0.25, '¾': 0.75 }[sign];
  const from = sign === undefined ? i - 3 : i - 1;
  const whole = c.token(from);
  if (part === undefined || Number.isNaN(part) || from < floor || !whole || whole.word || whole.prefix !== '')
    return undefined;
  if (Number.isNaN(whole.number) || (sign !== undefined && c.text.charAt(whole.end) !== sign))
    return undefined;
  return { from, amount: whole.number + part, hyphen: before.endsWith('-') };
}

/** "four and a half hours", "2 and a half years": all stand before the unit at `half + 1`. */
function countAndHalf(c: Cursor, half: number, floor: number): Count | undefined {
  if (!c.is(half, 'half') || !c.is(half - 1, 'a') || !c.is(half - 2, 'and') || half - 3 < floor)
    return undefined;
  if (!c.near(half - 1, true) || !c.near(half - 2, true) || !c.near(half - 3, true)) return undefined;
  const amount = c.word(half - 3, 'count')?.count ?? c.token(half - 3)?.number;
  return amount === undefined || Number.isNaN(amount)
    ? undefined
    : { from: half - 3, amount: amount + 0.5, hyphen: false };
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
export function approximately(c: Cursor, from: number, floor: number): number {
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
    /^(?:more than|less than|fewer than|just over|just under|at least|at most|up to|close to|a mere|mehr als|weniger als)$/.test(
      pair,
    )
  )
    return at - 1;
  if (c.is(at, 'under')) return at;
  return from;
}
