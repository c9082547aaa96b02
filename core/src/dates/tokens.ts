/** Cuts a text into the few tokens that date expressions can be made of: numbers and words of the lexicon. The rest is skipped. */
import { LONGEST_WORD, allWords, lookUp } from './lexicon.ts';
import type { Word } from './lexicon.ts';

export interface Token {
  readonly start: number;
  readonly end: number;
  /** Undefined for numbers. */
  readonly word: Word | undefined;
  /** The word in lower case; for numbers the letters stuck to it: "th", "s", "". */
  readonly lower: string;
  /** NaN for words. Thousands separators are read over. */
  readonly number: number;
  /** How many digits a plain whole number was written with; 0 for words, decimals and grouped numbers. */
  readonly digits: number;
  /** The letter stuck before a number as in "Q3", "FY2025", "H1", in lower case; "-" when any other letter or sign is. */
  readonly prefix: string;
}

/** What stands between two tokens. */
export type Gap = 'none' | 'space' | 'dash' | 'comma' | 'dot' | 'slash' | 'other';

const LETTER = 1;
const DIGIT = 2;
const classes = new Uint8Array(0x250);
for (let unit = 0; unit < classes.length; unit++) {
  const letter = String.fromCharCode(unit);
  if (unit >= 48 && unit <= 57) classes[unit] = DIGIT;
  else if (letter.toLowerCase() !== letter.toUpperCase()) classes[unit] = LETTER;
}

const classOf = (text: string, at: number): number => {
  const unit = text.charCodeAt(at);
  return unit < 0x250 ? (classes[unit] ?? 0) : 0;
};

/** Which lengths the lexicon's words have, by their first two letters: most words of a text need no look-up. */
const lengths = new Uint32Array(27 * 27);
const letterIndex = (unit: number): number => {
  const index = (unit | 32) - 96;
  return index >= 1 && index <= 26 ? index : 0;
};
for (const word of allWords()) {
  const pair = letterIndex(word.charCodeAt(0)) * 27 + (word.length > 1 ? letterIndex(word.charCodeAt(1)) : 0);
  lengths[pair] = (lengths[pair] ?? 0) | (1 << word.length);
}

function mayBeWord(text: string, start: number, end: number): boolean {
  const length = end - start;
  if (length > LONGEST_WORD) return false;
  const pair =
    letterIndex(text.charCodeAt(start)) * 27 + (length > 1 ? letterIndex(text.charCodeAt(start + 1)) : 0);
  return ((lengths[pair] ?? 0) & (1 << length)) !== 0;
}

export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const length = text.length;
  for (let i = 0; i < length;) {
    const kind = classOf(text, i);
    if (kind === 0) {
      i++;
      continue;
    }
    const start = i;
    if (kind === DIGIT) {
      i = readNumber(text, start, '', tokens);
      continue;
    }
    do i++;
    while (i < length && classOf(text, i) === LETTER);
    if (i < length && classOf(text, i) === DIGIT) {
      const letters = i - start > 2 ? '-' : text.slice(start, i).toLowerCase();
      i = readNumber(text, i, letters, tokens);
      continue;
    }
    // "A.D." before the article "a".
    const era = i - start === 1 ? eraAt(text, start, tokens) : undefined;
    if (era !== undefined || !mayBeWord(text, start, i)) {
      i = era ?? i;
      continue;
    }
    const lower = text.slice(start, i).toLowerCase();
    const word = lookUp(lower);
    if (word) tokens.push({ start, end: i, word, lower, number: NaN, digits: 0, prefix: '' });
  }
  return tokens;
}

function readNumber(text: string, from: number, prefix: string, tokens: Token[]): number {
  let end = from;
  while (classOf(text, end) === DIGIT) end++;
  let digits = end - from;
  let number = digits <= 15 ? Number(text.slice(from, end)) : NaN;
  const separator = text.charCodeAt(end);
  if ((separator === 44 || separator === 46) && classOf(text, end + 1) === DIGIT) {
    let after = end + 1;
    while (classOf(text, after) === DIGIT) after++;
    const group = after - end - 1;
    if (separator === 44 ? group === 3 && digits <= 3 : !dottedDate(text, from)) {
      number = Number(text.slice(from, end) + (separator === 44 ? '' : '.') + text.slice(end + 1, after));
      digits = 0;
      end = after;
      // Longer chains are versions, addresses or large numbers: nothing here.
      while (
        (text.charCodeAt(end) === 46 || text.charCodeAt(end) === 44) &&
        classOf(text, end + 1) === DIGIT
      ) {
        number = NaN;
        end++;
        while (classOf(text, end) === DIGIT) end++;
      }
    }
  }
  let lower = '';
  if (classOf(text, end) === LETTER) {
    let letters = end;
    while (classOf(text, letters) === LETTER) letters++;
    const suffix = text.slice(end, letters).toLowerCase();
    if (suffix === 's' || suffix === 'st' || suffix === 'nd' || suffix === 'rd' || suffix === 'th') {
      lower = suffix;
      end = letters;
    } else if (suffix === 'q' || suffix === 'h') {
      lower = suffix;
      end = letters;
    }
  }
  const before = from - prefix.length - 1;
  const sign = text.charCodeAt(before);
  // "-3", "$5", "#12", "v2", "gpt-4", "1.2", "=3": stuck to something that makes it no date.
  const stuck =
    prefix === '' &&
    before >= 0 &&
    (sign === 36 ||
      sign === 35 ||
      sign === 61 ||
      sign === 64 ||
      sign === 95 ||
      sign === 163 ||
      sign === 8364);
  tokens.push({
    start: from - (prefix === '-' ? 0 : prefix.length),
    end,
    word: undefined,
    lower,
    number,
    digits,
    prefix: stuck ? '-' : prefix,
  });
  return end;
}

const DOTTED_DATE = /(?:\d{1,2}\.\d{1,2}\.\d{4}|\d{4}\.\d{2}\.\d{2})(?![\d.]\d)/y;

function dottedDate(text: string, from: number): boolean {
  for (const back of [0, 2, 3, 5]) {
    DOTTED_DATE.lastIndex = from - back;
    if (from - back >= 0 && DOTTED_DATE.test(text)) {
      const before = text.charCodeAt(from - back - 1);
      if (!(before >= 48 && before <= 57) && before !== 46) return true;
    }
  }
  return false;
}

/** "B.C.", "A.D.": a letter and a full stop. */
function eraAt(text: string, start: number, tokens: Token[]): number | undefined {
  const letter = text.charCodeAt(start) | 32;
  if ((letter !== 97 && letter !== 98) || text.charCodeAt(start + 1) !== 46) return undefined;
  return readDottedEra(text, start, tokens);
}

const DOTTED_ERA = /(?:b\.\s?c\.(?:\s?e\.)?|b\.c\b|a\.\s?d\.)/iy;

function readDottedEra(text: string, start: number, tokens: Token[]): number | undefined {
  DOTTED_ERA.lastIndex = start;
  const match = DOTTED_ERA.exec(text);
  if (!match) return undefined;
  const end = start + match[0].length;
  const before = /^b/i.test(match[0]);
  tokens.push({ start, end, word: { kind: 'era', before }, lower: 'bc', number: NaN, digits: 0, prefix: '' });
  return end;
}

/** What stands between the end of one token and the start of the next. */
export function gapBetween(text: string, from: number, to: number): Gap {
  if (from === to) return 'none';
  if (to - from > 4) return 'other';
  const between = text.slice(from, to);
  switch (between) {
    case ' ':
    case '\n':
    case '\u00A0':
    case ' ~':
    case ' ≈':
    case " '":
    case ' ’':
    case ' ‘':
      return 'space';
    case '-':
    case '–':
    case '—':
    case '‑':
    case ' - ':
    case ' – ':
    case ' — ':
    case "-'":
    case '-’':
    case '-‘':
      return 'dash';
    case ', ':
    case ',\n':
    case ',':
      return 'comma';
    case '. ':
    case '.':
      return 'dot';
    case '/':
      return 'slash';
    default:
      return /^[ \t\r\n\u00A0]+$/.test(between) && !/\n[ \t]*\n/.test(between) ? 'space' : 'other';
  }
}
