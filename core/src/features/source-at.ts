/** What stands at a place of the note: the narrowest of several that hold it. */
import type { Analysis, Source } from '../analysis.ts';
import type { Span } from '../text/span.ts';

/** The citation there. */
export const sourceAt = (analysis: Analysis, offset: number): Source | undefined =>
  narrowest(analysis.sources, offset);

/** Both ends count: a cursor behind a word is on it. */
export const holds = (span: Span, offset: number): boolean => span.start <= offset && offset <= span.end;

/** The shortest of those that hold the offset; lists are in document order, so the walk ends early. */
export function narrowest<T extends { readonly span: Span }>(
  list: readonly T[],
  offset: number,
): T | undefined {
  let best: T | undefined;
  for (const one of list) {
    if (one.span.start > offset) break;
    if (!holds(one.span, offset)) continue;
    if (!best || one.span.end - one.span.start <= best.span.end - best.span.start) best = one;
  }
  return best;
}
