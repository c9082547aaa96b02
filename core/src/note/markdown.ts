// Every program that includes this file needs the plugins' types, not only core's own.
// eslint-disable-next-line @typescript-eslint/triple-slash-reference
/// <reference path="./plugins.d.ts" />
/**
 * The Markdown dialect of notes, and markdown-it made to say where things stand. Block tokens get the offset of their first
 * marker, inline tokens their stretch of the leaf's content; markdown-it itself knows only lines.
 *
 * Its core chain is not used: no renderer is fed, so nothing needs to be joined, moved or prettified after the two parsers.
 */
import MarkdownIt from 'markdown-it';
import type { Delimiter, Env, MarkdownIt as Parser, StateBlock, Token } from 'markdown-it';
import definitionList from 'markdown-it-deflist';
import footnote from 'markdown-it-footnote';
import mark from 'markdown-it-mark';
import { addBlockRules } from './block-rules.ts';
import { addInlineRules } from './inline-rules.ts';

/** Deeper nesting than this is dropped by markdown-it: a bound for hostile input, far beyond any note. */
const MAX_NESTING = 100;

/** A token with its place: in the text for block tokens, in the leaf's content for inline ones; -1 while unknown. */
export class PlacedToken {
  readonly tag: string;
  type: string;
  nesting: -1 | 0 | 1;
  level = 0;
  attrs: [string, string | number][] | null = null;
  map: [number, number] | null = null;
  children: Token[] | null = null;
  content = '';
  markup = '';
  info = '';
  meta: Record<string, unknown> | null = null;
  block = false;
  hidden = false;
  start = -1;
  end = -1;

  constructor(type: string, tag: string, nesting: -1 | 0 | 1) {
    this.type = type;
    this.tag = tag;
    this.nesting = nesting;
  }
}

/** What link labels and footnote markers refer to; filled by the block parser, read by the inline parser. */
export interface Definitions extends Env {
  footnotes?: { refs?: Record<string, number>; list?: unknown[] };
}

export interface MarkdownBlocks {
  readonly tokens: readonly PlacedToken[];
  readonly definitions: Definitions;
}

const md = createParser();

/**
 * Block tokens of a plain text (see `plain-text.ts`) from `firstLine` on; inline tokens come with their raw content only.
 * `skip` characters at the start stand in no line: a byte order mark.
 */
export function readBlocks(text: string, firstLine: number, skip: number): MarkdownBlocks {
  const definitions: Definitions = {};
  const tokens: PlacedToken[] = [];
  if (text !== '') {
    const state = new md.block.State(text, md, definitions, tokens as unknown as Token[]);
    if (skip > 0) leaveOut(state, skip);
    state.line = Math.min(firstLine, state.lineMax);
    md.block.tokenize(state, state.line, state.lineMax);
  }
  return { tokens, definitions };
}

/** Begins the first line later, so that its tab stops count from there. */
function leaveOut(state: StateBlock, skip: number): void {
  let at = skip;
  let column = 0;
  const end = state.eMarks[0] ?? 0;
  for (; at < end; at++) {
    const unit = state.src.charCodeAt(at);
    if (unit === 9) column += 4 - (column % 4);
    else if (unit === 32) column++;
    else break;
  }
  state.bMarks[0] = skip;
  state.tShift[0] = at - skip;
  state.sCount[0] = column;
}

/** Inline tokens of a leaf's content, with places in that content, in order. */
export function readInline(content: string, definitions: Definitions): PlacedToken[] {
  const tokens: PlacedToken[] = [];
  md.inline.parse(content, md, definitions, tokens as unknown as Token[]);
  return tokens;
}

function createParser(): Parser {
  const parser = new MarkdownIt({ html: true, maxNesting: MAX_NESTING });
  // Links are read, never followed or rendered: what the author wrote is what is wanted.
  parser.normalizeLink = (url) => url;
  parser.normalizeLinkText = (url) => url;
  parser.validateLink = () => true;
  parser.use(definitionList).use(footnote).use(mark);
  addBlockRules(parser);
  addInlineRules(parser);
  placeBlockTokens(parser);
  placeInlineTokens(parser);
  return parser;
}

/** Has each block token know the offset of its first marker. */
function placeBlockTokens(parser: Parser): void {
  const { block } = parser;
  class PlacingState extends block.State {
    /** The row that cells are pushed into. */
    #row: PlacedToken | undefined;

    override push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
      const token = new PlacedToken(type, tag, nesting);
      token.block = true;
      if (nesting < 0) this.level--;
      token.level = this.level;
      if (nesting > 0) this.level++;
      if (type === 'list_item_open') token.start = markerAt(this, this.line);
      else if (type === 'tr_open') this.#row = token;
      else if (type === 'tr_close' && this.#row?.map) this.#row.start = markerAt(this, this.#row.map[0]);
      this.tokens.push(token as unknown as Token);
      return token as unknown as Token;
    }
  }
  block.State = PlacingState;

  // markdown-it's own loop, and the place of what each rule makes.
  block.tokenize = (state, startLine, endLine) => {
    const rules = block.ruler.getRules('');
    let line = startLine;
    let hasEmptyLines = false;
    while (line < endLine) {
      state.line = line = state.skipEmptyLines(line);
      if (line >= endLine || (state.sCount[line] ?? 0) < state.blkIndent) break;
      if (state.level >= MAX_NESTING) {
        state.line = endLine;
        break;
      }
      const start = markerAt(state, line);
      const made = state.tokens.length;
      for (const rule of rules) if (rule(state, line, endLine, false)) break;
      const first = state.tokens[made] as PlacedToken | undefined;
      if (first) first.start = start;
      // No rule moved on: impossible, for a paragraph takes any line; but a loop without end would be worse than a lost line.
      if (state.line <= line) state.line = line + 1;
      state.tight = !hasEmptyLines;
      if (state.isEmpty(state.line - 1)) hasEmptyLines = true;
      line = state.line;
      if (line < endLine && state.isEmpty(line)) {
        hasEmptyLines = true;
        line++;
        state.line = line;
      }
    }
  };
}

const markerAt = (state: StateBlock, line: number): number =>
  (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);

/** Has each inline token know its stretch of the content. */
function placeInlineTokens(parser: Parser): void {
  const { inline } = parser;
  const { scanDelims } = inline.State.prototype;
  /** markdown-it's own state, without the dear way in which that defines its fields for each leaf. */
  class PlacingState {
    readonly src: string;
    readonly md: Parser;
    readonly env: Env;
    readonly tokens: Token[];
    readonly tokens_meta: unknown[];
    pos = 0;
    posMax: number;
    level = 0;
    pending = '';
    pendingLevel = 0;
    cache: Record<number, number> = {};
    backticks: Record<number, number> = {};
    backticksScanned = false;
    skipHtmlSpecial = false;
    linkLevel = 0;
    delimiters: Delimiter[] = [];
    _prev_delimiters: Delimiter[][] = [];
    readonly Token = PlacedToken;
    readonly scanDelims = scanDelims;
    pendingStart = 0;
    /** Where the last nested run of rules ended: a link's label. */
    nestedEnd = 0;

    constructor(src: string, md: Parser, env: Env, tokens: Token[]) {
      this.src = src;
      this.md = md;
      this.env = env;
      this.tokens = tokens;
      this.tokens_meta = new Array<unknown>(tokens.length);
      this.posMax = src.length;
    }

    pushPending(): Token {
      const token = new PlacedToken('text', '', 0);
      token.content = this.pending;
      token.level = this.pendingLevel;
      token.start = this.pendingStart;
      token.end = this.pendingStart + this.pending.length;
      this.tokens.push(token as unknown as Token);
      this.pending = '';
      return token as unknown as Token;
    }

    push(type: string, tag: string, nesting: -1 | 0 | 1): Token {
      if (this.pending !== '') this.pushPending();
      const token = new PlacedToken(type, tag, nesting);
      let delimiters: { delimiters: Delimiter[] } | undefined;
      if (nesting < 0) {
        this.level--;
        this.delimiters = this._prev_delimiters.pop() ?? [];
      }
      token.level = this.level;
      if (nesting > 0) {
        this.level++;
        this._prev_delimiters.push(this.delimiters);
        this.delimiters = [];
        delimiters = { delimiters: this.delimiters };
      }
      this.pendingLevel = this.level;
      this.tokens.push(token as unknown as Token);
      this.tokens_meta.push(delimiters);
      return token as unknown as Token;
    }
  }
  inline.State = PlacingState as unknown as typeof inline.State;

  inline.tokenize = (given) => {
    const state = given as unknown as PlacingState;
    const rules = inline.ruler.getRules('');
    const end = state.posMax;
    while (state.pos < end) {
      const start = state.pos;
      const made = state.tokens.length;
      if (state.pending === '') state.pendingStart = start;
      let matched = false;
      if (state.level < MAX_NESTING)
        for (const rule of rules)
          if (rule(given, false)) {
            matched = true;
            break;
          }
      if (!matched) state.pending += state.src[state.pos++] ?? '';
      else if (state.tokens.length > made) place(state, made, start);
      if (state.pos <= start) state.pos = start + 1;
    }
    if (state.pending !== '') state.pushPending();
    state.nestedEnd = end;
  };

  function place(state: PlacingState, made: number, start: number): void {
    const tokens = state.tokens as unknown as PlacedToken[];
    const last = tokens.length - 1;
    let at = start;
    for (let index = made; index <= last; index++) {
      const token = tokens[index];
      if (!token || token.start !== -1) continue;
      token.start = at;
      // A run of delimiters comes as one text token each; anything else alone, or as an opener and a closer.
      if (token.type === 'text') at += token.content.length;
      else if (token.type === 'link_open') at += 1;
      else at = state.pos;
      if (token.type === 'link_close')
        token.start = token.markup === 'autolink' ? state.pos - 1 : state.nestedEnd;
      token.end = token.type === 'link_close' ? state.pos : at;
    }
  }

  // The joined text tokens would lose their places, and nobody needs them joined.
  inline.ruler2.disable('fragments_join');
}
