/** A leaf's words with the way back to the text, in two steps: words to content by segments, content to text by the leaf's place. */
import type { Content } from '../text/content.ts';
import type { Span } from '../text/span.ts';
import type { Leaf } from './leaf.ts';
import type { Prose } from './model.ts';
import type { Place } from './place.ts';

/** Triples: prose offset, content start, content end. Verbatim when both stretches are as long. */
export type Segments = readonly number[];

/** The prose of one leaf at its place in a note. */
export class LeafProse implements Prose {
  readonly text: string;
  readonly code: readonly Span[];
  readonly content: Content;
  readonly #segments: Segments;
  readonly #place: Place;

  constructor(leaf: Pick<Leaf, 'text' | 'segments' | 'code' | 'content'>, place: Place) {
    this.text = leaf.text;
    this.code = leaf.code;
    this.content = leaf.content;
    this.#segments = leaf.segments;
    this.#place = place;
  }

  sourceOffset(proseOffset: number): number {
    if (this.#segments.length === 0) return this.#place.toSource(0);
    if (proseOffset >= this.text.length && proseOffset > 0)
      return this.#place.toSourceEnd(contentEnd(this.#segments, this.text.length, this.text.length));
    return this.#place.toSource(contentStart(this.#segments, this.text.length, proseOffset));
  }

  sourceSpan(start: number, end: number): Span {
    const from = this.sourceOffset(start);
    if (end <= start || this.#segments.length === 0) return { start: from, end: from };
    const to = this.#place.toSourceEnd(contentEnd(this.#segments, this.text.length, end));
    return { start: from, end: Math.max(from, to) };
  }

  proseOffset(sourceOffset: number): number {
    const content = this.#place.toContent(sourceOffset);
    const segments = this.#segments;
    // The first segment that ends after the offset.
    let low = 0;
    let high = segments.length / 3;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((segments[middle * 3 + 2] ?? 0) > content) high = middle;
      else low = middle + 1;
    }
    if (low * 3 >= segments.length) return this.text.length;
    const prose = segments[low * 3] ?? 0;
    const start = segments[low * 3 + 1] ?? 0;
    const verbatim = isVerbatim(segments, this.text.length, low * 3);
    return content <= start || !verbatim ? prose : prose + (content - start);
  }
}

/** Where in the content the prose character at `offset` begins. */
export function contentStart(segments: Segments, length: number, offset: number): number {
  const at = segmentAt(segments, offset);
  const start = segments[at + 1] ?? 0;
  return isVerbatim(segments, length, at) ? start + offset - (segments[at] ?? 0) : start;
}

/** Where in the content the prose character before `offset` ends. */
export function contentEnd(segments: Segments, length: number, offset: number): number {
  const at = segmentAt(segments, offset - 1);
  return isVerbatim(segments, length, at)
    ? (segments[at + 1] ?? 0) + offset - (segments[at] ?? 0)
    : (segments[at + 2] ?? 0);
}

function isVerbatim(segments: Segments, length: number, at: number): boolean {
  return (
    (segments[at + 3] ?? length) - (segments[at] ?? 0) === (segments[at + 2] ?? 0) - (segments[at + 1] ?? 0)
  );
}

function segmentAt(segments: Segments, offset: number): number {
  let low = 0;
  let high = segments.length / 3 - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((segments[middle * 3] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low * 3;
}
