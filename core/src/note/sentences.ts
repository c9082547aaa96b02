/**
 * Splits research prose into sentences. A stop ends one unless it belongs to an abbreviation, an initial, a number, an
 * address, an open bracket or quotation, or something goes on in lower case after it. Citations right after the stop
 * ("… results. [12]", ".[@key]", ". (Smith 2020)") stay with the sentence that they support, and so do marks of a missing one.
 *
 * Knows no Markdown: the note parser gives it visible words, and says where citations and links stand in them.
 */
import type { Span } from '../text/span.ts';
import {
  CONTINUERS,
  goesOn,
  isBlank,
  isOmission,
  isSpaceOrTab,
  isStop,
  isUpper,
  isWide,
  isWideStop,
  skipBlanks,
  startsWithBlanks,
  stopsEnd,
  within,
} from './sentence-signs.ts';
import { isAbbreviation } from './abbreviation-stops.ts';
import { debtMarkEnd } from './debt-marks.ts';
import { beginsInLowerCase } from './lower-case-starts.ts';

export interface SentenceHints {
  /** Citation markers and links, in order: never split inside, and attached to the stop before them. */
  readonly markers: readonly Span[];
  /** Code and formulas, in order: never split inside; what begins with one may begin a sentence without a capital. */
  readonly code: readonly Span[];
  /** Offsets where a line was broken by hand. */
  readonly breaks: readonly { readonly prose: number; readonly hard: boolean }[];
}

/** Sentences of plain prose in order, blanks around them left out. */
export function splitSentences(text: string): Span[] {
  return findSentences(text, { markers: [], code: [], breaks: [] });
}

export function findSentences(text: string, hints: SentenceHints): Span[] {
  return new Splitter(text, hints).split();
}

/** How far an open bracket or quotation may reach over stops. */
const REACH = 400;

/** What the scan stops at; everything else is passed over. */
const STOP = 1;
const OPEN = 2;
const CLOSE = 3;
const LINE_END = 4;
const QUOTE = 5;
const KIND = new Uint8Array(128);
for (const sign of '.!?') KIND[sign.charCodeAt(0)] = STOP;
KIND[40] = OPEN;
KIND[41] = CLOSE;
KIND[10] = LINE_END;
KIND[34] = QUOTE;
/** Beyond ASCII: “ ” （ ） 「 」 and the stops of Chinese and Japanese. */
const WIDE_KIND = new Map([
  [0x2026, STOP],
  [0x3002, STOP],
  [0xff01, STOP],
  [0xff1f, STOP],
  [0xff0e, STOP],
  [0xff61, STOP],
  [0x201c, OPEN],
  [0x201d, CLOSE],
  [0xff08, OPEN],
  [0xff09, CLOSE],
  [0x300c, OPEN],
  [0x300d, CLOSE],
]);
/** What closes each of the openers. */
const PAIR: Readonly<Record<string, string>> = { '(': ')', '“': '”', '（': '）', '「': '」', '"': '"' };
const OPENER_OF: Readonly<Record<string, string>> = { ')': '(', '”': '“', '）': '（', '」': '「', '"': '"' };
const CLOSERS = '"\'”’»)]}›」』）】》*_';

class Splitter {
  readonly #text: string;
  readonly #markers: readonly Span[];
  readonly #code: readonly Span[];
  #nextCode = 0;
  readonly #breaks: SentenceHints['breaks'];
  readonly #sentences: Span[] = [];
  /** Where the sentence being read begins. */
  #start = 0;
  #marker = 0;
  readonly #brackets: number[] = [];

  constructor(text: string, hints: SentenceHints) {
    this.#text = text;
    this.#markers = hints.markers;
    this.#code = hints.code;
    this.#breaks = hints.breaks;
  }

  split(): Span[] {
    const text = this.#text;
    const { length } = text;
    let nextBreak = 0;
    for (let at = 0; at < length; at++) {
      while (nextBreak < this.#breaks.length && (this.#breaks[nextBreak]?.prose ?? 0) <= at)
        this.#breakAt(this.#breaks[nextBreak++]);
      const unit = text.charCodeAt(at);
      const kind = unit < 128 ? KIND[unit] : unit < 0x201c ? 0 : (WIDE_KIND.get(unit) ?? 0);
      if (kind === 0) continue;
      if (kind === OPEN) this.#brackets.push(at);
      else if (kind === CLOSE) this.#close(at);
      else if (kind === QUOTE) this.#quote(at);
      else if (kind === LINE_END) at = this.#lineEnd(at);
      else at = this.#stop(at) - 1;
    }
    this.#push(length);
    return this.#sentences;
  }

  /** Takes the opener that the closer at `at` answers off the stack, with what was opened in between. */
  #close(at: number): void {
    if (this.#brackets.length === 0) return;
    const opener = OPENER_OF[this.#text[at] ?? ''];
    const open = this.#brackets.findLastIndex((bracket) => this.#text[bracket] === opener);
    if (open !== -1) this.#brackets.length = open;
  }

  /** A straight quotation mark closes what one opened; else it opens where a word begins after it. */
  #quote(at: number): void {
    const before = this.#brackets.length;
    this.#close(at);
    if (this.#brackets.length < before) return;
    const opens = at === 0 || isBlank(this.#text.charCodeAt(at - 1)) || this.#text[at - 1] === '(';
    if (opens && !isBlank(this.#text.charCodeAt(at + 1))) this.#brackets.push(at);
  }

  #push(end: number): void {
    const text = this.#text;
    let from = this.#start;
    let to = end;
    while (from < to && isBlank(text.charCodeAt(from))) from++;
    while (to > from && isBlank(text.charCodeAt(to - 1))) to--;
    if (to > from) this.#sentences.push({ start: from, end: to });
    this.#start = end;
    this.#brackets.length = 0;
  }

  /** Two line ends in a row part paragraphs. */
  #lineEnd(at: number): number {
    let next = at + 1;
    while (isSpaceOrTab(this.#text.charCodeAt(next))) next++;
    if (this.#text.charCodeAt(next) !== 10) return at;
    this.#push(at);
    return next;
  }

  #breakAt(line: { readonly prose: number; readonly hard: boolean } | undefined): void {
    // A citation after the break may have been taken to the sentence before it.
    if (!line || line.prose <= this.#start) return;
    while (this.#marker < this.#markers.length && (this.#markers[this.#marker]?.end ?? 0) <= line.prose)
      this.#marker++;
    if ((this.#markers[this.#marker]?.start ?? Infinity) < line.prose) return;
    if (line.hard || !goesOn(this.#text, skipBlanks(this.#text, line.prose))) this.#push(line.prose);
  }

  /** Reads the stop at `at` with all that belongs to it; ends the sentence there or not. Returns where to read on. */
  #stop(at: number): number {
    const text = this.#text;
    // "compounds. . . . The practice": a stop, and then an ellipsis that opens the next sentence.
    if (text.startsWith('. . . . ', at) && text[at - 1] !== ' ' && isUpper(text.charCodeAt(at + 8))) {
      this.#push(at + 1);
      return at + 1;
    }
    const first = text.charCodeAt(at);
    const wide = isWideStop(first);
    let end = stopsEnd(text, at);
    const single = end === at + 1 && first === 46;
    let closed: number;
    // "… appeal?)." and "great!" she said: brackets and quotation marks close with the stop, and another stop may follow.
    for (;;) {
      const before: number = end;
      while (end < text.length && CLOSERS.includes(text[end] ?? ' ')) {
        this.#close(end);
        end++;
      }
      closed = end;
      if (end > before && isStop(text.charCodeAt(end))) end = stopsEnd(text, end);
      else break;
    }
    if (end >= text.length) return end;
    // "[...]" leaves words out; it ends nothing.
    if (isOmission(text, at, end) || startsWithBlanks(text, this.#start, at)) return end;
    const code = this.#codeAround(at);
    if (code) return Math.max(at + 1, code.end);
    if (this.#markerAround(at)) return end;
    const attached = this.#attachedEnd(end);
    const next = skipBlanks(text, attached);
    if (next >= text.length) return attached;
    if (this.#isInside(closed)) return end;
    if (wide) {
      if (!CONTINUERS.includes(text[next] ?? '')) this.#push(attached);
      return attached;
    }
    const parted = next > attached || attached > end || isWide(text.charCodeAt(next));
    const isName = single && closed === at + 1 && beginsInLowerCase(text, at, next);
    if (!parted || (goesOn(text, next) && !this.#codeBegins(next) && !isName)) return attached;
    // "what I'm saying is . . . I did not": a pause.
    if (end > at + 1 && text[at - 1] === ' ' && /^I\b/.test(text.slice(next, next + 2))) return end;
    if (single && isAbbreviation(text, this.#start, at, next, closed)) return end;
    this.#push(attached);
    return attached;
  }

  #codeAround(at: number): Span | undefined {
    const code = this.#code;
    while (this.#nextCode < code.length && (code[this.#nextCode]?.end ?? 0) <= at) this.#nextCode++;
    const span = code[this.#nextCode];
    return span && span.start <= at ? span : undefined;
  }

  /** Whether code or a formula begins at `offset`, which lies ahead. */
  #codeBegins(offset: number): boolean {
    let index = this.#nextCode;
    while (index < this.#code.length && (this.#code[index]?.start ?? 0) < offset) index++;
    return this.#code[index]?.start === offset;
  }

  /** The marker that holds `at` strictly inside. */
  #markerAround(at: number): Span | undefined {
    while (this.#marker < this.#markers.length && (this.#markers[this.#marker]?.end ?? 0) <= at)
      this.#marker++;
    const marker = this.#markers[this.#marker];
    // A marker's own last stop may end the sentence.
    return marker && marker.start <= at && at + 1 < marker.end && stopsEnd(this.#text, at) < marker.end
      ? marker
      : undefined;
  }

  /** The end of the citations that stand right behind a stop that ended at `end`; `end` when there are none. */
  #attachedEnd(end: number): number {
    let attached = end;
    for (;;) {
      const from = skipBlanks(this.#text, attached);
      const group = this.#groupEnd(from, from > attached);
      if (group === -1) return attached;
      attached = group;
      if (this.#text.charCodeAt(attached) === 46) attached++;
    }
  }

  /** The end of a citation or of a bracket that holds nothing but citations, at `from`; -1 when none stands there. */
  #groupEnd(from: number, parted: boolean): number {
    const text = this.#text;
    const opener = text[from];
    let marker = this.#marker;
    while (marker < this.#markers.length && (this.#markers[marker]?.end ?? 0) <= from) marker++;
    const first = this.#markers[marker];
    if (opener === '(' || opener === '[' || opener === '{' || opener === '\\') {
      const mark = debtMarkEnd(text, from);
      if (mark !== -1) return mark;
    }
    if (opener === '(' || opener === '[') {
      if (first?.start === from && text[first.end - 1] === (opener === '(' ? ')' : ']')) return first.end;
      const skip = first && first.start < from + REACH ? Math.max(from, first.end) : from;
      const close = within(text, opener === '(' ? ')' : ']', skip, REACH);
      if (close === -1) return -1;
      const bare = PLAIN_CITATION.test(text.slice(from, close + 1));
      return bare || this.#onlyMarkers(from + 1, close, marker) ? close + 1 : -1;
    }
    if (first?.start !== from) return -1;
    if (!parted) return first.end;
    // A link after a stop and a blank is as often the subject of the next sentence.
    const words = text.slice(first.start, first.end).split(' ').length;
    const after = skipBlanks(text, first.end);
    return words <= 5 && (after >= text.length || (after > first.end && isUpper(text.charCodeAt(after))))
      ? first.end
      : -1;
  }

  #onlyMarkers(from: number, to: number, firstMarker: number): boolean {
    let at = from;
    let marker = firstMarker;
    let seen = false;
    for (; marker < this.#markers.length; marker++) {
      const span = this.#markers[marker];
      if (!span || span.start >= to) break;
      if (!BETWEEN_MARKERS.test(this.#text.slice(at, span.start))) return false;
      at = span.end;
      seen = true;
    }
    return seen && BETWEEN_MARKERS.test(this.#text.slice(at, to));
  }

  /** Whether a bracket or a quotation opened in this sentence closes soon after the stop: then the stop is its own affair. */
  #isInside(end: number): boolean {
    const bracket = this.#brackets.at(-1);
    if (bracket === undefined || startsWithBlanks(this.#text, this.#start, bracket)) return false;
    return (
      end - bracket < REACH && within(this.#text, PAIR[this.#text[bracket] ?? ''] ?? '', end, REACH) !== -1
    );
  }
}

/** Brackets that are citations whatever a library says. */
const PLAIN_CITATION =
  /^(?:\[(?:\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*|\^[^\]\s]+|[^\]]*@[^\]]+|\d+\^?\s?)\]|\((?:arxiv:|doi:|https?:)[^()\s]+\))$/i;
const BETWEEN_MARKERS = /^(?:[\s,;.&/|–-]|and|see|also|cf|e\.g|i\.e|via|source|from|in|by)*:?\s*$/i;
