/**
 * Finds numeric citations: "[12]", "[3, 5–7]", "^12^", "in adults.¹". Left alone: task boxes, footnotes, Markdown link labels and definitions,
 * array indices, intervals, exponents and units. A number's own reference list is not looked for here.
 */
import { isDigit, isLetter } from './characters.ts';
import type { Span } from '../text/span.ts';
import type { IdentifierMatch } from './model.ts';
import { mayCarryNumber, SUPERSCRIPTS, withPlainDigits } from './raised.ts';

const BRACKETED = /\[(\d{1,3}(?:\s?[,;]\s?\d{1,3}|\s?[-–—]\s?\d{1,3}){0,30})\]/y;
const RAISED = /\^(\d{1,3}(?:,\s?\d{1,3}|[-–]\d{1,3}){0,30})\^/y;
/** Words that make "[1, 5]" an interval or a place in a list. */
const INTERVAL_BEFORE =
  /(?:\b(?:in|range|ranges|interval|between|scale|from|within|index|element|item|entry|row|column|shape|size|list|array)\s|[∈=×+*/<>]\s?)$/i;
const LARGEST_RANGE = 30;
const A_SUPERSCRIPT = /[¹²³⁴-⁹]/;
/** As much as is looked at before a raised number. */
const LEFT = 40;

/** Numbers in order, one match each; those of a range share the range's span. */
export function findNumericCitations(text: string): IdentifierMatch[] {
  const matches: IdentifierMatch[] = [];
  collect(text, '[', BRACKETED, isCitationBracket, matches);
  if (text.includes('^')) {
    collect(text, '^', RAISED, isRaisedCitation, matches);
    matches.sort((a, b) => a.span.start - b.span.start);
  }
  if (A_SUPERSCRIPT.test(text)) {
    for (const { index, 0: raised } of text.matchAll(SUPERSCRIPTS)) {
      const inner = withPlainDigits(raised);
      if (!mayCarryNumber(text.slice(Math.max(0, index - LEFT), index), inner)) continue;
      matches.push(...raisedNumbers(inner, { start: index, end: index + raised.length }));
    }
    matches.sort((a, b) => a.span.start - b.span.start);
  }
  return matches;
}

/** The numbers of one raised mark, `inner`, which begins at `start`; all are selected with the whole of it. */
export function* raisedNumbers(
  inner: string,
  place: Span,
  innerStart = place.start,
): Iterable<IdentifierMatch> {
  for (const match of numbers(inner, place, innerStart)) yield { ...match, span: place };
}

function collect(
  text: string,
  opener: string,
  pattern: RegExp,
  accepts: (text: string, start: number, end: number, inner: string) => boolean,
  into: IdentifierMatch[],
): void {
  for (let at = text.indexOf(opener); at !== -1; at = text.indexOf(opener, at + 1)) {
    if (!isDigit(text.charCodeAt(at + 1))) continue;
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    const inner = found?.[1];
    if (!found || inner === undefined || !accepts(text, at, pattern.lastIndex, inner)) continue;
    into.push(...numbers(inner, { start: at, end: pattern.lastIndex }, at + 1));
    at = pattern.lastIndex - 1;
  }
}

function isCitationBracket(text: string, start: number, end: number, inner: string): boolean {
  const next = text[end];
  // A link or image, a reference link, a definition, an index into an index.
  if (next === '(' || next === '[' || next === ':' || text[start - 1] === '!' || text[start - 1] === '\\')
    return false;
  if (/(?:^|\D)0/.test(inner) || hasRepeats(inner)) return false;
  const left = text.slice(Math.max(0, start - 24), start);
  // Nested lists, macro arguments, templates.
  if (/[[}_$#]$/.test(left) || next === ']') return false;
  if (left.endsWith(']')) return /\[\d{1,3}\]$/.test(left);
  if (INTERVAL_BEFORE.test(left)) return false;
  const last = left.charCodeAt(left.length - 1);
  if (isDigit(last)) return false;
  // "as shown before[12]" is a citation, "a[3]" and "args[0]" are not.
  if (isLetter(last))
    return (
      /(?:^|[\s(*"'“])\p{L}{5,}$/u.test(left) &&
      inner.length > 0 &&
      !/^(?:array|index|items|lists|tuple)$/i.test(left.split(/\s/).at(-1) ?? '')
    );
  return true;
}

/** "[9, 5, 5]" is a list of numbers. */
function hasRepeats(inner: string): boolean {
  const all = inner.match(/\d+/g) ?? [];
  return new Set(all).size < all.length;
}

function isRaisedCitation(text: string, start: number, end: number): boolean {
  if (isDigit(text.charCodeAt(end))) return false;
  const left = text.slice(Math.max(0, start - 16), start);
  // "10^6^", "m^2^" and "x^2^" are powers; a note mark follows a word or its punctuation.
  return (
    /(?:\p{L}{3,}|[\p{L})\]"”’*_]{2}|[.,;:!?"”])$/u.test(left) &&
    !/(?:^|[^\p{L}])(?:\p{L}{1,2}|\d+)$/u.test(left)
  );
}

function* numbers(inner: string, marker: Span, innerStart: number): Iterable<IdentifierMatch> {
  const single = /^\d+$/.test(inner);
  for (const item of inner.matchAll(/(\d+)(?:\s?[-–—]\s?(\d+))?/g)) {
    const from = Number(item[1]);
    const to = item[2] === undefined ? from : Number(item[2]);
    const itemStart = innerStart + item.index;
    const idSpan = { start: itemStart, end: itemStart + item[0].length };
    const span = single ? marker : idSpan;
    const last = to >= from && to - from <= LARGEST_RANGE ? to : from;
    for (let number = from; number <= last; number++)
      yield { type: 'numeric', id: String(number), span, idSpan };
  }
}
