/**
 * Maps a leaf's content to the note's text and back. A content line is the end of its source line (containers take marks away
 * from the front only), so each line needs one number: how far its characters stand from where the text has them.
 */
import type { Span } from '../text/span.ts';

export class Place {
  /** Content offsets where a piece begins; the first is 0. */
  readonly #starts: readonly number[];
  /** Source minus content offset, for each piece. */
  readonly #shifts: readonly number[];
  /** The length of the content. */
  readonly length: number;

  private constructor(starts: readonly number[], shifts: readonly number[], length: number) {
    this.#starts = starts;
    this.#shifts = shifts;
    this.length = length;
  }

  /**
   * Content made of the lines from `firstLine` on, trimmed at both ends as markdown-it trims it.
   * `lineEnd` gives where a source line ends, its trailing blanks left out when `trimmed`.
   */
  static ofLines(
    content: string,
    firstLine: number,
    lineEnd: (line: number, trimmed: boolean) => number,
  ): Place {
    const starts: number[] = [];
    const shifts: number[] = [];
    let start = 0;
    for (let line = firstLine; ; line++) {
      const feed = content.indexOf('\n', start);
      const end = feed === -1 ? content.length : feed;
      starts.push(start);
      shifts.push(lineEnd(line, feed === -1) - end);
      if (feed === -1) break;
      start = feed + 1;
    }
    return new Place(starts, shifts, content.length);
  }

  /** Content that stands in the text at `source` as it is. */
  static at(source: number, length: number): Place {
    return new Place([0], [source], length);
  }

  /** Content that stands at `source` but for single characters of the source left out, at these content offsets, ascending. */
  static withGaps(source: number, gaps: readonly number[], length: number): Place {
    return new Place([0, ...gaps], [source, ...gaps.map((_, index) => source + index + 1)], length);
  }

  /** The same content without its first `count` characters. */
  from(count: number): Place {
    return this.slice(count, this.length);
  }

  slice(from: number, to: number): Place {
    const first = this.#pieceAt(from);
    const starts = this.#starts.slice(first).map((start) => Math.max(0, start - from));
    const shifts = this.#shifts.slice(first).map((shift) => shift + from);
    return new Place(starts, shifts, to - from);
  }

  toSource(content: number): number {
    return content + (this.#shifts[this.#pieceAt(content)] ?? 0);
  }

  /** The end of a stretch that ends at `content`: right behind its last character. */
  toSourceEnd(content: number): number {
    return content === 0 ? this.toSource(0) : this.toSource(content - 1) + 1;
  }

  /** A stretch of content, where it stands in the text. */
  toSourceSpan({ start, end }: Span): Span {
    const from = this.toSource(start);
    return { start: from, end: Math.max(from, this.toSourceEnd(end)) };
  }

  /** Offsets that no content stands at give the next content. */
  toContent(source: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) + (this.#shifts[middle] ?? 0) <= source) low = middle;
      else high = middle - 1;
    }
    const content = source - (this.#shifts[low] ?? 0);
    return Math.max(0, Math.min(content, this.#starts[low + 1] ?? this.length, this.length));
  }

  #pieceAt(content: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= content) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
