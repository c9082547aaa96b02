/**
 * Inline writing that notes use beyond CommonMark: `$math$`, `[[wikilinks]]` and their embeds, `^[footnotes in place]`,
 * `%%comments%%`; and three of markdown-it's own rules, made for text whose `\r\n` came as tab and `\n`.
 *
 * Each look ahead is bounded or stops at what it cannot cross, so that hostile text costs no more than its length.
 */
import type { MarkdownIt, StateInline } from 'markdown-it';

/** Formulas longer than this are taken for prose between two prices. */
const LONGEST_FORMULA = 2000;
/** Dollar signs that may be tried as the end of one formula. */
const MOST_DOLLARS = 12;
const LONGEST_WIKILINK = 400;
const LONGEST_QUOTE = 1200;

export function addInlineRules(md: MarkdownIt): void {
  const { ruler } = md.inline;
  ruler.at('text', text);
  ruler.at('newline', lineBreak);
  ruler.before('escape', 'escaped_break', escapedBreak);
  ruler.before('backticks', 'typed_quote', typedQuote);
  ruler.before('link', 'wikilink', wikilink);
  ruler.before('image', 'embed', embed);
  ruler.before('emphasis', 'math', math);
  ruler.before('emphasis', 'comment', comment);
  ruler.at('footnote_inline', (state, silent) => footnoteInPlace(md, state, silent));
}

/** What may begin markup; everything else is text, taken in one go. */
const BEGINS_MARKUP = new Uint8Array(128);
for (const sign of '\n!$%&*<=[\\]^_`~') BEGINS_MARKUP[sign.charCodeAt(0)] = 1;

function text(state: StateInline, silent: boolean): boolean {
  const { src, posMax } = state;
  let pos = state.pos;
  while (pos < posMax) {
    const unit = src.charCodeAt(pos);
    if (unit < 128 && BEGINS_MARKUP[unit] === 1) break;
    pos++;
  }
  if (pos === state.pos) return false;
  if (!silent) state.pending += src.slice(state.pos, pos);
  state.pos = pos;
  return true;
}

function lineBreak(state: StateInline, silent: boolean): boolean {
  const { src, posMax } = state;
  if (src.charCodeAt(state.pos) !== 10) return false;
  let pos = state.pos + 1;
  while (pos < posMax && isBlank(src.charCodeAt(pos))) pos++;
  if (!silent) {
    const kept = state.pending.trimEnd().length;
    const blanks = state.pending.slice(kept).replace(/\t$/, '');
    state.pending = state.pending.slice(0, kept);
    state.push(blanks.endsWith('  ') ? 'hardbreak' : 'softbreak', 'br', 0);
  }
  state.pos = pos;
  return true;
}

/** A backslash before `\r\n`; blanks between a backslash and the line's end show to nobody and are read alike. */
function escapedBreak(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (src.charCodeAt(pos) !== 92 || !isBlank(src.charCodeAt(pos + 1))) return false;
  let next = pos + 1;
  while (next < posMax && isBlank(src.charCodeAt(next))) next++;
  if (next >= posMax || src.charCodeAt(next) !== 10) return false;
  if (!silent) state.push('hardbreak', 'br', 0);
  next++;
  while (next < posMax && isBlank(src.charCodeAt(next))) next++;
  state.pos = next;
  return true;
}

/**
 * ``Quotes like these'', as TeX and news wires type them: where the backticks that would close a code span open the next
 * quote, there is no code.
 */
function typedQuote(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (src.charCodeAt(pos) !== 96 || src.charCodeAt(pos - 1) === 96) return false;
  const size = src.charCodeAt(pos + 1) === 96 ? 2 : 1;
  const marks = '`'.repeat(size);
  const close = src.indexOf(marks, pos + size);
  if (close === -1 || close - pos > LONGEST_QUOTE || close + size >= posMax) return false;
  if (src.charCodeAt(close + size) === 96 || isSpace(src.charCodeAt(close + size))) return false;
  if (!isSpace(src.charCodeAt(close - 1)) || isSpace(src.charCodeAt(pos + size))) return false;
  const end = src.indexOf("'".repeat(size), pos + size);
  if (end === -1 || end > close || !/[\s.,;:!?)—–-]/.test(src.charAt(end + size))) return false;
  if (!silent) state.pending += marks;
  state.pos = pos + size;
  return true;
}

function wikilink(state: StateInline, silent: boolean): boolean {
  const end = wikilinkEnd(state, state.pos);
  if (end === -1) return false;
  if (!silent) state.push('wikilink', '', 0).content = state.src.slice(state.pos, end);
  state.pos = end;
  return true;
}

function embed(state: StateInline, silent: boolean): boolean {
  if (state.src.charCodeAt(state.pos) !== 33) return false;
  const end = wikilinkEnd(state, state.pos + 1);
  if (end === -1) return false;
  if (!silent) state.push('embed', '', 0);
  state.pos = end;
  return true;
}

/** Where the wikilink that opens at `open` ends; -1 when none does. */
function wikilinkEnd(state: StateInline, open: number): number {
  const { src, posMax } = state;
  if (src.charCodeAt(open) !== 91 || src.charCodeAt(open + 1) !== 91) return -1;
  const limit = Math.min(posMax - 1, open + LONGEST_WIKILINK);
  for (let at = open + 2; at < limit; at++) {
    const unit = src.charCodeAt(at);
    if (unit === 10 || unit === 91) return -1;
    if (unit === 93) return src.charCodeAt(at + 1) === 93 && at > open + 2 ? at + 2 : -1;
  }
  return -1;
}

/** Pandoc's rule: no blank inside the dollars, no digit after them. https://pandoc.org/MANUAL.html#extension-tex_math_dollars */
function math(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (src.charCodeAt(pos) !== 36) return false;
  const size = src.charCodeAt(pos + 1) === 36 ? 2 : 1;
  const from = pos + size;
  if (size === 1 && isSpace(src.charCodeAt(from))) return false;
  const limit = Math.min(posMax, pos + LONGEST_FORMULA);
  let tries = 0;
  for (let at = src.indexOf('$', from); at !== -1 && at < limit && tries < MOST_DOLLARS; tries++) {
    if (closesMath(src, at, size) && at > from) {
      if (!silent) {
        const token = state.push('math_inline', 'math', 0);
        token.markup = '$'.repeat(size);
        token.content = src.slice(from, at);
      }
      state.pos = at + size;
      return true;
    }
    at = src.indexOf('$', at + 1);
  }
  if (!silent) state.pending += '$'.repeat(size);
  state.pos = from;
  return true;
}

function closesMath(src: string, at: number, size: number): boolean {
  const previous = src.charCodeAt(at - 1);
  if (previous === 92) return false;
  if (size === 2) return src.charCodeAt(at + 1) === 36;
  const next = src.charCodeAt(at + 1);
  return !isSpace(previous) && !(next >= 48 && next <= 57);
}

/** Obsidian's comments: https://help.obsidian.md/syntax#Comments */
function comment(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (src.charCodeAt(pos) !== 37 || src.charCodeAt(pos + 1) !== 37) return false;
  const close = src.indexOf('%%', pos + 2);
  if (close === -1 || close + 2 > posMax || close - pos > LONGEST_FORMULA) return false;
  if (!silent) state.push('comment', '', 0).content = src.slice(pos, close + 2);
  state.pos = close + 2;
  return true;
}

/** The footnote's text is no part of the sentence; what it cites is. */
function footnoteInPlace(md: MarkdownIt, state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (src.charCodeAt(pos) !== 94 || src.charCodeAt(pos + 1) !== 91) return false;
  const end = md.helpers.parseLinkLabel(state, pos + 1);
  if (end < 0) return false;
  if (!silent) state.push('footnote_in_place', '', 0).content = src.slice(pos + 2, end);
  state.pos = end + 1;
  state.posMax = posMax;
  return true;
}

const isBlank = (unit: number): boolean => unit === 32 || unit === 9;
const isSpace = (unit: number): boolean => unit === 32 || (unit >= 9 && unit <= 13) || unit === 160;
