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
  half?: number;
}
