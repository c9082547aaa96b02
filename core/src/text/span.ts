/** Places in a text. Everything the engine says about a note points into the note's original text with these. */

/** A stretch of text: UTF-16 offsets, half open, `0 <= start <= end <= text.length`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Line and character, both from 0; characters are UTF-16 units, as in the Language Server Protocol. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Two positions, half open. */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

export const contains = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

/** Whether two spans share at least one character, or an empty span touches the other. */
export const overlaps = (a: Span, b: Span): boolean =>
  a.start < b.end && b.start < a.end
    ? true
    : a.start === a.end || b.start === b.end
      ? a.start <= b.end && b.start <= a.end
      : false;

export const compareSpans = (a: Span, b: Span): number => a.start - b.start || a.end - b.end;

/** How many of what stands in the order of its beginnings begins before an offset. */
export function startingBefore(ordered: readonly { readonly span: Span }[], offset: number): number {
  let low = 0;
  let high = ordered.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ordered[middle]?.span.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
