/** What two units count together: "three years and two months ago", "two weeks, three days later", "vor einem Jahr und zwei Monaten". */
import { spanning } from './around.ts';
import { approximately, countBefore } from './counts.ts';
import type { Count } from './counts.ts';
import type { Cursor } from './cursor.ts';
import { isAgo } from './german.ts';
import type { Unit } from './lexicon.ts';
import type { Found } from './meaning.ts';

/** Of which smaller unit the larger one holds how many, where that is a whole number. */
const PARTS: Partial<Record<Unit, { readonly unit: Unit; readonly times: number }>> = {
  Y: { unit: 'M', times: 12 },
  W: { unit: 'D', times: 7 },
};

/** The larger unit stands at token `i` with its count before it. */
export function compoundShift(c: Cursor, i: number, count: Count, floor: number): Found | undefined {
  const larger = c.word(i, 'unit');
  const parts = larger && PARTS[larger.unit];
  if (!parts || count.amount === undefined) return undefined;
  const end = c.token(i)?.end ?? 0;
  const joint = /^(?:,? (?:and|und)|,) /.exec(c.text.slice(end, end + 6))?.[0];
  if (joint === undefined) return undefined;
  const first = c.is(i + 1, 'and') ? i + 2 : i + 1;
  if (c.token(first)?.start !== end + joint.length) return undefined;
  const at = [first + 1, first + 2].find((index) => c.word(index, 'unit'));
  const smaller = at === undefined ? undefined : c.word(at, 'unit');
  if (at === undefined || smaller?.unit !== parts.unit || smaller.times !== 1) return undefined;
  const rest = countBefore(c, at, first);
  if (rest?.from !== first || rest.amount === undefined) return undefined;
  const amount = count.amount * larger.times * parts.times + rest.amount;
  const left = approximately(c, count.from, floor);
  const direction = c.near(at) ? c.word(at + 1, 'direction') : undefined;
  if (direction)
    return spanning(c, left, at + 1, {
      type: 'shift',
      unit: parts.unit,
      amount: amount * direction.sign,
      from: direction.from,
    });
  return left > floor && isAgo(c, left)
    ? spanning(c, left - 1, at, { type: 'shift', unit: parts.unit, amount: -amount, from: 'anchor' })
    : undefined;
}
