/** Whether a full stop belongs to the word before it: an abbreviation, an initial, an ordinal, the number of an item. */
import {
  AFTER_GERMAN_ORDINAL,
  BEFORE_GERMAN_ORDINAL,
  BEFORE_NUMBERS,
  COUNTED_IN_GERMAN,
  GERMAN_FIRST_PART,
  GERMAN_LAST_PART,
  GERMAN_SELDOM_LAST,
  GERMAN_STARTERS,
  NEVER_LAST,
  SELDOM_LAST,
  STARTERS,
} from './abbreviations.ts';
import { isLabel, isUpper, isWordBreak, startsWithBlanks, wordAt, wordCount } from './sentence-signs.ts';

/**
 * Whether the full stop at `at` belongs to the word before it, in a sentence that begins at `start`; `closed` is where quotation
 * marks and brackets after it end, `next` where words go on.
 */
export function isAbbreviation(
  text: string,
  start: number,
  at: number,
  next: number,
  closed: number,
): boolean {
  let from = at;
  while (from > start && at - from < 24 && !isWordBreak(text.charCodeAt(from - 1))) from--;
  const word = text.slice(from, at);
  if (word === '' || text[from - 1] === '’' || text[from - 1] === "'") return false;
  // "1. First", "a. First": the number of an item written by hand.
  if (ENUMERATOR.test(word) && startsWithBlanks(text, start, from - (text[from - 1] === '(' ? 1 : 0)))
    return true;
  if (closed > at + 1) return false;
  // "MRS" and "NO" in capitals are names, not "Mrs." and "no.".
  if (word.length > 1 && CAPITALS.test(word)) return false;
  const lower = word.toLowerCase();
  if (NEVER_LAST.has(lower)) return true;
  const nextWord = wordAt(text, next);
  // "am 3. Mai 2025", "im 3. Quartal": German writes ordinals with a stop.
  if (/^\d{1,2}$/.test(word)) {
    const ahead = text.slice(next, next + 16);
    if (AFTER_GERMAN_ORDINAL.test(ahead)) return true;
    if (
      COUNTED_IN_GERMAN.test(ahead) &&
      BEFORE_GERMAN_ORDINAL.test(text.slice(Math.max(start, from - 20), from))
    )
      return true;
  }
  if (GERMAN_SELDOM_LAST.has(lower)) return !GERMAN_STARTERS.has(nextWord);
  if (word.length === 1 && isGermanPart(text, from, at)) return !GERMAN_STARTERS.has(nextWord);
  const starts = STARTERS.has(nextWord);
  if (word.length === 1 && isUpper(text.charCodeAt(from)))
    return !starts || (nextWord === 'I' && word !== 'I') || nextWord === 'A';
  if (BEFORE_NUMBERS.has(lower)) return isLabel(nextWord, text.charCodeAt(next)) && !starts;
  if (word === 'c' && CIRCA_OF.test(text.slice(next, next + 5))) return true;
  // "the posterior q. Usually …", "3 h. The …": a variable or a unit.
  if (word.length === 1) return false;
  if (SELDOM_LAST.has(lower)) return !starts;
  if (!DOTTED.test(word)) return false;
  if (/^[ap]\.m$/i.test(word)) return wordCount(text.slice(start, at)) <= 3;
  return !starts;
}

const CAPITALS = /^[A-Z]+$/;
const ENUMERATOR = /^(?:\d{1,3}|[A-Za-z]|[ivx]{2,4}|[IVX]{2,4})$/;
/** "c. 1850" */
const CIRCA_OF = /^\d{3,4}(?!\d)/;
/** "U.S", "Ph.D", "J.R.R". */
const DOTTED = /^(?:\p{L}{1,2}\.)+\p{L}{1,2}$/u;

/** A letter of "z. B." or "d. h.". */
const isGermanPart = (text: string, from: number, at: number): boolean =>
  GERMAN_FIRST_PART.test(text.slice(from, from + 8)) ||
  GERMAN_LAST_PART.test(text.slice(Math.max(0, at - 6), at));
