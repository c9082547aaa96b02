/**
 * Turns block tokens into the blocks of a note: containers and leaves with spans, headings, callouts, details and tasks. Says
 * where each leaf's content stands; what is in it is read by `leaf.ts`.
 */
import type { Span } from '../text/span.ts';
import { cellPlaces } from './cells.ts';
import type { PlacedToken } from './markdown.ts';
import type { BlockKind } from './model.ts';
import { Place } from './place.ts';

/** A block before its words are read. */
export interface Draft {
  readonly kind: BlockKind;
  start: number;
  end: number;
  readonly parent: number | undefined;
  readonly heading: number | undefined;
  level?: number;
  ordered?: boolean;
  task?: 'open' | 'done';
  header?: boolean;
  label?: string;
  column?: number;
  /** Leaves with prose: their content, and where it stands. */
  leaf?: { readonly content: string; readonly place: Place };
  /** Rows: what stands behind their last bar, of which a table shows nothing. */
  behind?: Span;
}

interface Frame {
  readonly block: number | undefined;
  heading: number | undefined;
  readonly close: string;
}

const CALLOUT = /^\[!([\w-]+)\]([+-]?)[ \t]*/;
/** Pandoc's and Quarto's `{#id .class}` after a heading. */
const ATTRIBUTES = /[ \t]*\{[#.:-][^{}]*\}$/;
/** Nothing but a comment. */
const COMMENT = /^<!--[\s\S]*-->$/;
const TASK = /^\[([ xX\-/>])\](?:[ \t]+|$)/;
/** Containers beyond this depth are read as flat. */
const DEEPEST = 100;
const DETAILS_OPEN = /<details\b/gi;
const DETAILS_CLOSE = /<\/details\s*>/gi;

export function draftBlocks(
  text: string,
  tokens: readonly PlacedToken[],
  lineStart: (line: number) => number,
): Draft[] {
  return new Drafter(text, lineStart).draft(tokens);
}

class Drafter {
  readonly #text: string;
  readonly #lineStart: (line: number) => number;
  readonly #drafts: Draft[] = [];
  readonly #frames: Frame[] = [{ block: undefined, heading: undefined, close: '' }];
  #items = 0;
  /** The leaf that the next inline token fills. */
  #leaf: { kind: BlockKind; token: PlacedToken } | undefined;
  #row: { places: readonly { content: string; place: Place }[]; column: number; header: boolean } | undefined;
  #inHead = false;

  constructor(text: string, lineStart: (line: number) => number) {
    this.#text = text;
    this.#lineStart = lineStart;
  }

  draft(tokens: readonly PlacedToken[]): Draft[] {
    for (const token of tokens) {
      if (token.nesting < 0) this.#closing(token);
      else this.#opening(token);
    }
    while (this.#frames.length > 1) this.#pop();
    return this.#drafts;
  }

  #opening(token: PlacedToken): void {
    switch (token.type) {
      case 'inline':
        this.#inline(token);
        break;
      case 'paragraph_open':
        this.#leaf = { kind: 'paragraph', token };
        break;
      case 'heading_open':
        this.#leaf = { kind: 'heading', token };
        break;
      case 'dt_open':
        this.#leaf = { kind: 'term', token };
        break;
      case 'th_open':
      case 'td_open':
        this.#leaf = { kind: 'cell', token };
        break;
      case 'bullet_list_open':
      case 'ordered_list_open':
        this.#push('list', token, token.type.replace('_open', '_close')).ordered = token.type[0] === 'o';
        break;
      case 'list_item_open':
        this.#items++;
        this.#push('item', token, 'list_item_close').level = this.#items;
        break;
      case 'blockquote_open':
        this.#push(this.#isCallout(token) ? 'callout' : 'quote', token, 'blockquote_close');
        break;
      case 'footnote_reference_open':
        this.#push('footnote', token, 'footnote_reference_close').label = String(token.meta?.label ?? '');
        break;
      case 'dl_open':
        this.#push('definition-list', token, 'dl_close');
        break;
      case 'dd_open':
        this.#push('definition', token, 'dd_close');
        break;
      case 'table_open':
        this.#push('table', token, 'table_close');
        break;
      case 'thead_open':
        this.#inHead = true;
        break;
      case 'tr_open':
        this.#openRow(token);
        break;
      case 'html_block':
        this.#html(token);
        break;
      case 'fence':
      case 'code_block':
        this.#verbatim('code', token);
        break;
      case 'math_block':
        this.#verbatim('math', token);
        break;
      case 'comment_block':
        this.#verbatim('comment', token);
        break;
      case 'reference_definition':
        this.#verbatim('html', token);
        break;
      default:
    }
  }

  #closing(token: PlacedToken): void {
    if (token.type === 'thead_close') this.#inHead = false;
    if (token.type === 'list_item_close') this.#items--;
    const last = this.#frames.findLastIndex((frame) => frame.close === token.type);
    if (last > 0) while (this.#frames.length > last) this.#pop();
  }

  #add(kind: BlockKind, start: number, end: number): Draft {
    const frame = this.#frames.at(-1);
    const draft: Draft = { kind, start, end, parent: frame?.block, heading: frame?.heading };
    this.#drafts.push(draft);
    return draft;
  }

  #push(kind: BlockKind, token: PlacedToken, close: string): Draft {
    const line = token.map?.[0];
    const start = token.start >= 0 ? token.start : line === undefined ? -1 : this.#lineStart(line);
    const draft = this.#add(kind, start, start < 0 ? -1 : this.#lineEndAt(start));
    // Only what stands on its first line for certain; children widen it.
    if (kind !== 'item' && kind !== 'row') draft.end = Math.max(start, -1);
    this.#frames.push({
      block: this.#drafts.length - 1,
      heading: this.#frames.at(-1)?.heading,
      close,
    });
    return draft;
  }

  #pop(): void {
    const frame = this.#frames.pop();
    const draft = frame?.block === undefined ? undefined : this.#drafts[frame.block];
    if (!draft) return;
    if (draft.start < 0) draft.start = draft.end = 0;
    if (draft.end <= draft.start) draft.end = this.#lineEndAt(draft.start);
    this.#widen(draft);
  }

  /** A container holds its children, whatever markdown-it said of its lines. */
  #widen(child: Draft): void {
    if (child.parent === undefined) return;
    const parent = this.#drafts[child.parent];
    if (!parent) return;
    if (parent.start < 0)
      parent.start = parent.kind === 'definition' ? this.#markerBefore(child.start) : child.start;
    parent.start = Math.min(parent.start, child.start);
    parent.end = Math.max(parent.end, child.end);
  }

  /** The ":" or "~" of a definition, which markdown-it does not place. */
  #markerBefore(offset: number): number {
    let at = offset - 1;
    while (at >= 0 && (this.#text[at] === ' ' || this.#text[at] === '\t')) at--;
    return this.#text[at] === ':' || this.#text[at] === '~' ? at : offset;
  }

  #openRow(token: PlacedToken): void {
    const line = token.map?.[0] ?? 0;
    const start = token.start >= 0 ? token.start : this.#lineStart(line);
    const end = this.#lineEnd(line, true);
    this.#push('row', token, 'tr_close');
    const draft = this.#drafts.at(-1);
    if (draft) {
      draft.start = start;
      draft.end = Math.max(start, end);
    }
    const places = cellPlaces(this.#text, start, end);
    const last = places.at(-1);
    // A comment that somebody wrote there would be a cell too many.
    if (draft && last && places.length > 1 && COMMENT.test(last.content))
      draft.behind = { start: last.place.toSource(0), end: last.place.toSourceEnd(last.content.length) };
    this.#row = { places, column: 0, header: this.#inHead };
  }

  #inline(token: PlacedToken): void {
    const leaf = this.#leaf;
    this.#leaf = undefined;
    if (!leaf) return;
    if (leaf.kind === 'cell') this.#cell();
    else {
      const line = token.map?.[0] ?? leaf.token.map?.[0] ?? 0;
      const place = Place.ofLines(token.content, line, (at, trimmed) => this.#lineEnd(at, trimmed));
      if (leaf.kind === 'heading') this.#heading(leaf.token, token.content, place);
      else if (leaf.kind === 'paragraph') this.#paragraph(token.content, place);
      else this.#addLeaf(leaf.kind, token.content, place);
    }
  }

  #addLeaf(kind: BlockKind, content: string, place: Place): Draft {
    const draft = this.#add(kind, place.toSource(0), place.toSourceEnd(content.length));
    draft.leaf = { content, place };
    this.#widen(draft);
    return draft;
  }

  #heading(open: PlacedToken, written: string, place: Place): void {
    const content = written.replace(ATTRIBUTES, '');
    let from = open.start + open.markup.length;
    while (isBlank(this.#text.charCodeAt(from))) from++;
    // "# Title #": the closing marks are no content, so the line's end says nothing about where it stands.
    const isHash = open.start >= 0 && open.markup.startsWith('#');
    const draft = this.#addLeaf('heading', content, isHash ? Place.at(from, content.length) : place);
    const last = (open.map?.[1] ?? 1) - 1;
    draft.start = Math.min(draft.start, open.start >= 0 ? open.start : draft.start);
    draft.end = Math.max(draft.end, this.#lineEnd(last, true));
    if (content === '') draft.start = draft.end = Math.max(open.start, 0);
    if (content === '') draft.end = this.#lineEndAt(draft.start);
    draft.level = Number(open.tag.slice(1));
    this.#widen(draft);
    const frame = this.#frames.at(-1);
    if (frame) frame.heading = this.#drafts.length - 1;
  }

  #paragraph(content: string, place: Place): void {
    const frame = this.#frames.at(-1);
    const container = frame?.block === undefined ? undefined : this.#drafts[frame.block];
    const isFirst = frame?.block === this.#drafts.length - 1;
    const task = isFirst && container?.kind === 'item' ? TASK.exec(content) : null;
    const callout = isFirst && container?.kind === 'callout' ? CALLOUT.exec(content) : null;
    if (container && task) {
      container.task = task[1] === ' ' || task[1] === '/' || task[1] === '>' ? 'open' : 'done';
      const from = task[0].length;
      container.end = Math.max(container.end, place.toSourceEnd(from));
      if (content.length > from) this.#addLeaf('paragraph', content.slice(from), place.from(from));
    } else if (container && callout) {
      container.label = (callout[1] ?? '').toLowerCase();
      container.end = Math.max(container.end, place.toSourceEnd(callout[0].length));
      this.#callout(content, place, callout[0].length);
    } else this.#addLeaf('paragraph', content, place);
  }

  /** The rest of a callout's first line is its title; a title that is a sentence is prose. */
  #callout(content: string, place: Place, from: number): void {
    const feed = content.indexOf('\n', from);
    const end = feed === -1 ? content.length : feed;
    const title = content.slice(from, end).trimEnd();
    if (title !== '') {
      const kind = /[.!。！]$/.test(title) ? 'paragraph' : 'term';
      this.#addLeaf(kind, title, place.slice(from, from + title.length));
    }
    let body = end;
    while (body < content.length && /\s/.test(content[body] ?? '')) body++;
    if (body < content.length) this.#addLeaf('paragraph', content.slice(body), place.from(body));
  }

  #cell(): void {
    const row = this.#row;
    if (!row) return;
    const { column } = row;
    row.column++;
    const found = row.places[column];
    const parent = this.#frames.at(-1)?.block;
    const holder = parent === undefined ? undefined : this.#drafts[parent];
    const rowEnd = holder?.end ?? 0;
    // A cell of its own after all, which is read as one.
    if (holder?.behind && column === row.places.length - 1) delete holder.behind;
    const draft = this.#addLeaf('cell', found?.content ?? '', found?.place ?? Place.at(rowEnd, 0));
    draft.header = row.header;
    draft.column = column;
  }

  #isCallout(open: PlacedToken): boolean {
    if (open.start < 0) return false;
    const line = this.#text.slice(open.start, Math.min(this.#lineEndAt(open.start), open.start + 200));
    return CALLOUT.test(line.replace(/^>[ \t]*/, ''));
  }

  #verbatim(kind: BlockKind, token: PlacedToken): Draft {
    const [first, next] = token.map ?? [0, 1];
    const start = token.start >= 0 ? token.start : this.#lineStart(first);
    let last = next - 1;
    while (last > first && this.#lineEnd(last, true) <= this.#lineStart(last)) last--;
    const draft = this.#add(kind, start, Math.max(start, this.#lineEnd(last, true)));
    this.#widen(draft);
    return draft;
  }

  #html(token: PlacedToken): void {
    const { content } = token;
    const lower = content.includes('etails') || content.includes('ETAILS') ? content : '';
    const opens = lower === '' ? 0 : count(lower, DETAILS_OPEN);
    const closes = lower === '' ? 0 : count(lower, DETAILS_CLOSE);
    for (let level = opens - closes; level > 0 && this.#frames.length < DEEPEST; level--)
      this.#push('details', token, '');
    const trimmed = content.trim();
    const isComment = trimmed.startsWith('<!--') && trimmed.indexOf('-->') === trimmed.length - 3;
    this.#verbatim(isComment ? 'comment' : 'html', token);
    for (let level = closes - opens; level > 0; level--) {
      const frame = this.#frames.at(-1);
      if (frame?.block === undefined || this.#drafts[frame.block]?.kind !== 'details') break;
      this.#pop();
    }
  }

  #lineEnd(line: number, trimmed: boolean): number {
    const start = this.#lineStart(line);
    let end = this.#lineStart(line + 1);
    if (end > start && this.#text.charCodeAt(end - 1) === 10) end--;
    if (trimmed) while (end > start && isBlank(this.#text.charCodeAt(end - 1))) end--;
    return end;
  }

  #lineEndAt(offset: number): number {
    const feed = this.#text.indexOf('\n', offset);
    let end = feed === -1 ? this.#text.length : feed;
    while (end > offset && isBlank(this.#text.charCodeAt(end - 1))) end--;
    return end;
  }
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
const isBlank = (unit: number): boolean => unit === 32 || unit === 9;

export const spanOf = (draft: Draft): Span => ({ start: draft.start, end: Math.max(draft.start, draft.end) });
