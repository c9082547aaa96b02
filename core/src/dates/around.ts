/** What the grammars of relative expressions look at around a token, and how they say what they found. */
import type { Cursor } from './cursor.ts';
import type { Found, Meaning } from './meaning.ts';

export function spanning(c: Cursor, from: number, to: number, meaning: Meaning): Found {
  return { from, to, start: c.token(from)?.start ?? 0, end: c.token(to)?.end ?? 0, meaning };
}

export const one = (c: Cursor, i: number, meaning: Meaning): Found => spanning(c, i, i, meaning);

/** What the text goes on with behind the token. */
export const after = (c: Cursor, i: number, length = 24): string => {
  const end = c.token(i)?.end ?? 0;
  return c.text.slice(end, end + length);
};

/** What stands in the text before the token. */
export const before = (c: Cursor, i: number, length = 24): string => {
  const start = c.token(i)?.start ?? 0;
  return c.text.slice(Math.max(0, start - length), start);
};
