/**
 * A leaf's visible words with the way back to the text. `readProse` walks the inline tokens once and keeps what a reader
 * sees; links, breaks and markers are listed beside it for whoever looks for citations and sentences.
 */
import type { Span } from '../text/span.ts';
import type { PlacedToken } from './markdown.ts';
import type { Segments } from './leaf-prose.ts';

/** A link with its parts, in content offsets; its visible words in prose offsets. */
export interface InlineLink extends Span {
  readonly labelEnd: number;
  readonly target: string;
  readonly form: 'inline' | 'reference' | 'autolink' | 'html';
  readonly prose: Span;
}

/** What a leaf's content comes to, all in content offsets but for `text` and what is said to be prose. */
export interface ReadProse {
  readonly text: string;
  readonly segments: Segments;
  readonly links: readonly InlineLink[];
  readonly wikilinks: readonly (Span & { readonly prose: Span })[];
  readonly footnotes: readonly (Span & { readonly label: string })[];
  /** Footnotes written in place. */
  readonly asides: readonly Span[];
  readonly comments: readonly Span[];
  /** Images and embedded notes. */
  readonly pictures: readonly Span[];
  /** Code spans and formulas: what looks like a key inside is none. */
  readonly code: readonly Span[];
  readonly math: readonly Span[];
  /** Code spans and formulas as they stand in the words. */
  readonly codeWords: readonly Span[];
  readonly tags: readonly Span[];
  /** Prose offsets after which a new sentence must begin: line breaks made by hand. */
  readonly breaks: readonly { readonly prose: number; readonly hard: boolean }[];
  /** Markup that opens or closes something, in order: what belongs to the words after it, and to those before. */
  readonly marks: readonly Mark[];
}

export interface Mark extends Span {
  readonly closes: boolean;
}

const BREAK_TAG = /^<(?:br|\/?p|\/?div|\/?li|hr)\b/i;
const ANCHOR = /^<a\s[^>]*?href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i;

const NONE: readonly never[] = [];

/** Content without markup: its words are the words. */
export function readPlain(content: string): ReadProse {
  return {
    text: content,
    segments: content === '' ? NONE : [0, 0, content.length],
    links: NONE,
    wikilinks: NONE,
    footnotes: NONE,
    asides: NONE,
    comments: NONE,
    pictures: NONE,
    code: NONE,
    math: NONE,
    codeWords: NONE,
    tags: NONE,
    breaks: NONE,
    marks: NONE,
  };
}

export function readProse(content: string, tokens: readonly PlacedToken[]): ReadProse {
  const reader = new ProseReader(content);
  for (const token of tokens) reader.read(token);
  return reader.finish();
}

class ProseReader {
  readonly #content: string;
  #text = '';
  readonly #segments: number[] = [];
  /** Whether the last segment is verbatim, so that what follows it may join it. */
  #joinable = false;
  #openLinks:
    { start: number; target: string; autolink: boolean; html: boolean; prose: number }[] | undefined;
  // Made on first use: a leaf has few of them, and a table thousands of leaves.
  #links: InlineLink[] | undefined;
  #wikilinks: (Span & { prose: Span })[] | undefined;
  #footnotes: (Span & { label: string })[] | undefined;
  #asides: Span[] | undefined;
  #comments: Span[] | undefined;
  #pictures: Span[] | undefined;
  #code: Span[] | undefined;
  #math: Span[] | undefined;
  #codeWords: Span[] | undefined;
  #tags: Span[] | undefined;
  #breaks: { prose: number; hard: boolean }[] | undefined;
  #marks: Mark[] | undefined;

  constructor(content: string) {
    this.#content = content;
  }

  finish(): ReadProse {
    this.#trimEnd();
    return {
      text: this.#text,
      segments: this.#segments,
      links: this.#links ?? NONE,
      wikilinks: this.#wikilinks ?? NONE,
      footnotes: this.#footnotes ?? NONE,
      asides: this.#asides ?? NONE,
      comments: this.#comments ?? NONE,
      pictures: this.#pictures ?? NONE,
      code: this.#code ?? NONE,
      math: this.#math ?? NONE,
      codeWords: this.#codeWords ?? NONE,
      tags: this.#tags ?? NONE,
      breaks: this.#breaks ?? NONE,
      marks: this.#marks ?? NONE,
    };
  }

  read(token: PlacedToken): void {
    const { start, end } = token;
    switch (token.type) {
      case 'text':
        if (token.content !== '') this.#show(start, end);
        // Half of a pair of delimiters, emptied by markdown-it: it sides with its other half.
        else
          this.#mark(start, end, this.#marks?.at(-1)?.closes === true && this.#marks?.at(-1)?.end === start);
        break;
      case 'softbreak':
        this.#blank(start, end);
        break;
      case 'hardbreak':
        this.#blank(start, end);
        (this.#breaks ??= []).push({ prose: this.#text.length, hard: false });
        break;
      case 'text_special':
        this.#replace(token.content, start, end);
        break;
      case 'code_inline':
        (this.#code ??= []).push({ start, end });
        this.#inner(start, end, token.markup.length);
        break;
      case 'math_inline':
        (this.#math ??= []).push({ start, end });
        this.#inner(start, end, token.markup.length);
        break;
      case 'link_open':
        this.#mark(start, end, false);
        (this.#openLinks ??= []).push({
          start,
          target: String(token.attrs?.[0]?.[1] ?? ''),
          autolink: token.markup === 'autolink',
          html: false,
          prose: this.#text.length,
        });
        break;
      case 'link_close':
        this.#mark(start, end, true);
        this.#closeLink(start, end);
        break;
      case 'wikilink':
        this.#wikilink(start, end);
        break;
      case 'footnote_ref':
        this.#mark(start, end, true);
        (this.#footnotes ??= []).push({ start, end, label: String(token.meta?.label ?? '') });
        break;
      case 'footnote_in_place':
        this.#mark(start, end, true);
        (this.#asides ??= []).push({ start, end });
        break;
      case 'html_inline':
        this.#tag(token.content, start, end);
        break;
      case 'comment':
        this.#mark(start, end, true);
        break;
      case 'image':
      case 'embed':
        this.#mark(start, end, false);
        (this.#pictures ??= []).push({ start, end });
        break;
      default:
        // Emphasis and its kin.
        if (token.nesting !== 0) this.#mark(start, end, token.nesting < 0);
    }
  }

  #show(start: number, end: number): void {
    if (this.#joinable && this.#segments.at(-1) === start) this.#segments[this.#segments.length - 1] = end;
    else this.#segments.push(this.#text.length, start, end);
    this.#joinable = true;
    this.#text += this.#content.slice(start, end);
  }

  #replace(shown: string, start: number, end: number): void {
    this.#joinable = false;
    this.#segments.push(this.#text.length, start, end);
    this.#text += shown;
  }

  #trimEnd(): void {
    const text = this.#text.trimEnd();
    const segments = this.#segments;
    let length = this.#text.length;
    while (length > text.length) {
      const shown = length - (segments.at(-3) ?? 0);
      const surplus = length - text.length;
      if (shown > surplus) {
        segments[segments.length - 1] = (segments.at(-1) ?? 0) - surplus;
        break;
      }
      length -= shown;
      segments.length -= 3;
    }
    this.#text = text;
  }

  /** One blank for a line end, however it is written, and none where one stands or nothing stands before. */
  #blank(start: number, end: number): void {
    if (this.#text === '' || this.#text.endsWith(' ')) return;
    this.#joinable = false;
    this.#segments.push(this.#text.length, start, Math.max(end, start + 1));
    this.#text += ' ';
  }

  /** What stands between a code span's or formula's marks, each line end a blank. */
  #inner(start: number, end: number, mark: number): void {
    const content = this.#content;
    let from = start + mark;
    let to = end - mark;
    while (from < to && isBlank(content.charCodeAt(from))) from++;
    while (to > from && isBlank(content.charCodeAt(to - 1))) to--;
    this.#mark(start, from, false);
    const shown = this.#text.length;
    for (let at = from; at < to;) {
      const feed = content.indexOf('\n', at);
      let stop = feed === -1 || feed >= to ? to : feed;
      const next = stop === to ? to : stop + 1;
      while (stop > at && isBlank(content.charCodeAt(stop - 1))) stop--;
      if (stop > at) this.#show(at, stop);
      at = next;
      while (at < to && isBlank(content.charCodeAt(at))) at++;
      if (at < to) this.#blank(stop, at);
    }
    this.#mark(to, end, true);
    (this.#codeWords ??= []).push({ start: shown, end: this.#text.length });
  }

  #wikilink(start: number, end: number): void {
    const inner = this.#content.slice(start + 2, end - 2);
    const bar = inner.lastIndexOf('|');
    const from = start + 2 + (bar === -1 ? 0 : bar + 1);
    const prose = this.#text.length;
    this.#mark(start, from, false);
    if (from < end - 2) this.#show(from, end - 2);
    this.#mark(end - 2, end, true);
    (this.#wikilinks ??= []).push({ start, end, prose: { start: prose, end: this.#text.length } });
  }

  #closeLink(labelEnd: number, end: number): void {
    const open = this.#openLinks?.pop();
    if (!open) return;
    const isInline = this.#content.charCodeAt(labelEnd + 1) === 40 && end > labelEnd + 1;
    (this.#links ??= []).push({
      start: open.start,
      end,
      labelEnd,
      target: open.target,
      form: open.html ? 'html' : open.autolink ? 'autolink' : isInline ? 'inline' : 'reference',
      prose: { start: open.prose, end: this.#text.length },
    });
  }

  #tag(tag: string, start: number, end: number): void {
    if (tag.startsWith('<!--')) {
      (this.#comments ??= []).push({ start, end });
      this.#mark(start, end, true);
      return;
    }
    (this.#tags ??= []).push({ start, end });
    const isBreak = BREAK_TAG.test(tag);
    const closes = isBreak || tag.startsWith('</');
    this.#mark(start, end, closes);
    if (isBreak) {
      this.#blank(start, end);
      (this.#breaks ??= []).push({ prose: this.#text.length, hard: true });
    } else if (/^<\/a\s*>/i.test(tag)) {
      if (this.#openLinks?.at(-1)?.html === true) this.#closeLink(start, end);
    } else {
      const anchor = ANCHOR.exec(tag);
      const target = anchor?.[1] ?? anchor?.[2] ?? anchor?.[3];
      if (target !== undefined)
        (this.#openLinks ??= []).push({
          start,
          target,
          autolink: false,
          html: true,
          prose: this.#text.length,
        });
    }
  }

  #mark(start: number, end: number, closes: boolean): void {
    if (end > start) (this.#marks ??= []).push({ start, end, closes });
  }
}

const isBlank = (unit: number): boolean => unit === 32 || unit === 9 || unit === 10;
