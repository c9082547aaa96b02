/**
 * Everything about one leaf that follows from its content alone: visible words, sentences, citations, comments, all in content
 * offsets. So it can be remembered by content and set in place anew when the note around it changes.
 */
import type { IdentifierMatch } from '../identifiers/model.ts';
import { Content } from '../text/content.ts';
import type { Span } from '../text/span.ts';
import { findCitations } from './citations.ts';
import type { Definitions } from './markdown.ts';
import { readInline } from './markdown.ts';
import { contentEnd, contentStart } from './leaf-prose.ts';
import type { Segments } from './leaf-prose.ts';
import { readPlain, readProse } from './prose.ts';
import type { Mark, ReadProse } from './prose.ts';
import { findSentences } from './sentences.ts';
import { wordsOf } from './words.ts';
import type { Marker } from './words.ts';

export interface LeafSentence {
  /** Content offsets, with the markup that belongs to it and the citations after its stop. */
  readonly span: Span;
  readonly prose: Span;
  readonly words: string;
  /** Indices into `citations`. */
  readonly first: number;
  readonly last: number;
  readonly allLink: boolean;
  readonly content: Content;
}

export interface Leaf {
  readonly text: string;
  readonly segments: Segments;
  /** Code spans and formulas, in `text`. */
  readonly code: readonly Span[];
  readonly sentences: readonly LeafSentence[];
  readonly citations: readonly IdentifierMatch[];
  readonly comments: readonly Span[];
  readonly content: Content;
}

/** Without one of these there is nothing for the inline parser to do. */
const MARKUP = /[\n!$%&*<[\\^_`~]|==/;

/** Whole leaves are one unit in headings and terms; prose is split. */
export type LeafForm = 'prose' | 'unit';

/** Where the content of a sentence comes from: the same one for a sentence that was written and read so before, or a new one. */
export type ContentOf = (written: string, words: string) => Content;
const NEW_CONTENT: ContentOf = () => new Content();

export function readLeaf(
  content: string,
  definitions: Definitions,
  form: LeafForm,
  contentOf: ContentOf = NEW_CONTENT,
): Leaf {
  const prose = MARKUP.test(content)
    ? readProse(content, readInline(content, definitions))
    : readPlain(content);
  const { text, segments } = prose;
  const citations = findCitations(content, prose);
  if (text.trim() === '')
    return {
      text,
      segments,
      code: prose.codeWords,
      sentences: [],
      citations,
      comments: prose.comments,
      content: new Content(),
    };
  const markers = markersOf(prose, citations);
  const whole = { start: text.length - text.trimStart().length, end: text.trimEnd().length };
  const hints = { markers, code: prose.codeWords, breaks: prose.breaks };
  const split = form === 'unit' ? [whole] : findSentences(text, hints);
  return {
    text,
    segments,
    code: prose.codeWords,
    sentences: place(content, prose, split, citations, markers, contentOf),
    citations,
    comments: prose.comments,
    content: new Content(),
  };
}

const NO_MARKERS: readonly Marker[] = [];

/** The citations that show in the words, as prose spans. */
function markersOf(prose: ReadProse, citations: readonly IdentifierMatch[]): readonly Marker[] {
  if (citations.length === 0) return NO_MARKERS;
  const markers: Marker[] = [];
  for (const citation of citations) {
    const shown = prosePart(prose, citation.span);
    // A numeric range is one marker for many numbers.
    const last = markers.at(-1);
    if (shown.end <= shown.start || (last && shown.start < last.end)) continue;
    const needed = citation.narrative === true || citation.label !== undefined || citation.type === 'note';
    markers.push({ ...shown, needed });
  }
  return markers;
}

/** The visible words of a stretch of content. */
function prosePart(prose: ReadProse, span: Span): Span {
  return { start: toProse(prose, span.start), end: toProse(prose, span.end) };
}

function toProse({ segments, text }: ReadProse, content: number): number {
  let low = 0;
  let high = segments.length / 3;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((segments[middle * 3 + 2] ?? 0) > content) high = middle;
    else low = middle + 1;
  }
  const prose = segments[low * 3];
  if (prose === undefined) return text.length;
  return Math.min(
    segments[low * 3 + 3] ?? text.length,
    prose + Math.max(0, content - (segments[low * 3 + 1] ?? 0)),
  );
}

function place(
  content: string,
  prose: ReadProse,
  split: readonly Span[],
  citations: readonly IdentifierMatch[],
  markers: readonly Marker[],
  contentOf: ContentOf,
): LeafSentence[] {
  const { text, segments } = prose;
  const linked = new LinkedWords(prose, citations);
  const sentences: LeafSentence[] = [];
  const walker = new MarkWalker(prose.marks);
  let citation = 0;
  let marker = 0;
  let floor = 0;
  for (let index = 0; index < split.length; index++) {
    const span = split[index];
    if (!span) continue;
    const next = split[index + 1];
    const shownStart = contentStart(segments, text.length, span.start);
    const shownEnd = contentEnd(segments, text.length, span.end);
    const start = walker.openBefore(floor, shownStart);
    const nextStart = next ? contentStart(segments, text.length, next.start) : content.length;
    let end = walker.closeAfter(shownEnd, nextStart);
    const first = citation;
    for (let found = citations[citation]; found && found.span.start < end; found = citations[++citation])
      end = Math.max(end, Math.min(found.span.end, nextStart));
    floor = end;
    const firstMarker = marker;
    while (marker < markers.length && (markers[marker]?.start ?? 0) < span.end) marker++;
    const inside = firstMarker === marker ? [] : markers.slice(firstMarker, marker);
    const words = wordsOf(text, span, inside);
    sentences.push({
      span: { start, end },
      prose: span,
      words,
      first,
      last: citation,
      allLink: linked.holdAll(span),
      content: contentOf(content.slice(start, end), words),
    });
  }
  return sentences;
}

/** Marks between two sentences: closing ones go to the sentence before them, opening ones to the one after. */
class MarkWalker {
  readonly #marks: readonly Mark[];
  #at = 0;

  constructor(marks: readonly Mark[]) {
    this.#marks = marks;
  }

  /** Where the sentence whose first word stands at `shown` begins, its opening marks included. */
  openBefore(floor: number, shown: number): number {
    let start = shown;
    while (this.#at < this.#marks.length) {
      const mark = this.#marks[this.#at];
      if (!mark || mark.start >= shown) break;
      if (mark.start >= floor && mark.end <= shown && start === shown) start = mark.start;
      this.#at++;
    }
    return start;
  }

  /** Where the sentence whose last word ends at `shown` ends, its closing marks and footnotes included. */
  closeAfter(shown: number, nextShown: number): number {
    let end = shown;
    while (this.#at < this.#marks.length) {
      const mark = this.#marks[this.#at];
      if (!mark || mark.start >= nextShown) break;
      if (mark.start >= shown) {
        if (!mark.closes) {
          if (!this.#closesLater(this.#at + 1, nextShown)) break;
        } else end = Math.max(end, mark.end);
      }
      this.#at++;
    }
    return end;
  }

  /** An opening mark with a closing one behind it, before any further word, holds nothing that shows. */
  #closesLater(from: number, nextShown: number): boolean {
    for (let at = from; at < this.#marks.length && at < from + 8; at++) {
      const mark = this.#marks[at];
      if (!mark || mark.start >= nextShown) return false;
      if (mark.closes) return true;
    }
    return false;
  }
}

/** The stretches of words that stand in links; asked for sentences in order. */
class LinkedWords {
  readonly #text: string;
  readonly #links: readonly Span[];
  #next = 0;

  constructor(prose: ReadProse, citations: readonly IdentifierMatch[]) {
    const { text, links, wikilinks } = prose;
    this.#text = text;
    if (links.length + wikilinks.length + citations.length === 0) {
      this.#links = NO_MARKERS;
      return;
    }
    // An address or an ID written out is a link to the reader, too.
    const written = citations.filter((one) => WRITTEN_OUT.has(one.type) && one.label === undefined);
    this.#links =
      links.length + wikilinks.length + written.length === 0
        ? []
        : [...links, ...wikilinks]
            .map((link) => link.prose)
            .concat(written.map((one) => prosePart(prose, one.span)))
            .sort((a, b) => a.start - b.start);
  }

  /** Whether every letter and digit of the sentence stands in a link. */
  holdAll(sentence: Span): boolean {
    const links = this.#links;
    if (links.length === 0) return false;
    while (this.#next < links.length && (links[this.#next]?.end ?? 0) <= sentence.start) this.#next++;
    let at = sentence.start;
    let any = false;
    for (let index = this.#next; index < links.length; index++) {
      const link = links[index];
      if (!link || link.start >= sentence.end) break;
      if (WORD.test(this.#text.slice(at, Math.max(at, link.start)))) return false;
      at = Math.max(at, link.end);
      any = true;
    }
    return any && !WORD.test(this.#text.slice(at, sentence.end));
  }
}

const WRITTEN_OUT = new Set(['link', 'arxiv', 'doi']);
const WORD = /[\p{L}\p{N}]/u;
