/** Small helpers by which the grammars say what they found. */
import type { Cursor } from './cursor.ts';
import type { Found, Point } from './meaning.ts';

export function found(c: Cursor, from: number, to: number, meaning: Found['meaning']): Found {
  return { from, to, start: c.token(from)?.start ?? 0, end: c.token(to)?.end ?? 0, meaning };
}

export const point = ({ year, ...parts }: Parts): Point => ({
  type: 'point',
  ...(parts as Omit<Point, 'type'>),
  ...(year === undefined ? {} : { year }),
});

interface Parts {
  month?: number;
  day?: number;
  year?: number | undefined;
  season?: Point['season'];
  quarter?: number;
  week?: number;
  half?: number;
}

/** Of expressions in order, none of which overlaps another: those that share a character with the stretch. */
export function overlapping(ordered: readonly Found[], start: number, end: number): readonly Found[] {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle]?.end ?? 0) > start) high = middle;
    else low = middle + 1;
  }
  let last = low;
  while (last < ordered.length && (ordered[last]?.start ?? 0) < end) last++;
  return last === low ? NONE : ordered.slice(low, last);
}

const NONE: readonly Found[] = [];
