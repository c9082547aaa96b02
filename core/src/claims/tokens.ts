/** Sentences as hashed tokens, without a string made for any of them: what the model reads. Digits are folded to "0". */

import { SEED } from './hash.ts';
import { cuesOf } from './lexicon.ts';

/** Tokens of one sentence. */
export interface Tokens {
  /** FNV-1a of each token: words in lower case with digits as "0", else one punctuation mark. */
  readonly hashes: readonly number[];
  /** How each is written: 0 plain, 1 capitalised, 2 all capitals, 3 capitals inside, 4 letters and digits, 5 digits, 6 a mark. */
  readonly shapes: readonly number[];
  readonly count: number;
  /** Letters of the text that are capitals, and words that begin with one after the first. */
  readonly capitalised: number;
  readonly digits: number;
  readonly words: number;
  /** Hashes of those that look like names: written with capitals where a sentence does not ask for one. */
  readonly names: readonly number[];
  /** Which classes of cues are among them, as bits in the order of `cueNames`. */
  readonly cues: number;
  /** The last visible character: ".", "?", ":" … */
  readonly end: number;
}

const MOST_TOKENS = 400;
// Plain arrays: a typed one costs more to make than a sentence to read.
const buffer = new Array<number>(MOST_TOKENS).fill(0);
const shapeBuffer = new Array<number>(MOST_TOKENS).fill(0);

export function tokenise(text: string): Tokens {
  let count = 0;
  let capitalised = 0;
  let digits = 0;
  let words = 0;
  let cues = 0;
  let end = 0;
  let hash = SEED;
  let open = false;
  let digitRun = false;
  let upper = 0;
  let lowers = 0;
  let numerals = 0;
  let initial = false;
  for (let i = 0; i <= text.length && count < MOST_TOKENS; i++) {
    const unit = i < text.length ? text.charCodeAt(i) : 32;
    const lower = unit | 32;
    const isLetter = (lower >= 97 && lower <= 122) || unit > 191;
    const isDigit = unit >= 48 && unit <= 57;
    // "don't", "state-of-the-art", "3.5" and "1,000" are one token each.
    const joins =
      open &&
      (unit === 39 || unit === 45 || unit === 0x2019 || ((unit === 46 || unit === 44) && digitRun)) &&
      isWordUnit(text.charCodeAt(i + 1));
    if (isLetter || isDigit || joins) {
      if (!open) {
        hash = SEED;
        open = true;
        digitRun = false;
        upper = lowers = numerals = 0;
        initial = unit >= 65 && unit <= 90;
        if (unit >= 65 && unit <= 90 && count > 0) capitalised++;
      }
      if (isDigit) {
        numerals++;
        if (!digitRun) digits++;
        // A run of digits is one "0": "2019" and "1998" are the same kind of thing.
        if (!digitRun) hash = Math.imul(hash ^ 48, 0x01000193);
        digitRun = true;
      } else if (!joins) {
        if (unit >= 65 && unit <= 90) upper++;
        else lowers++;
        digitRun = false;
        hash = Math.imul(hash ^ (isLetter && unit < 128 ? lower : unit), 0x01000193);
      } else if (unit !== 46 && unit !== 44) hash = Math.imul(hash ^ 45, 0x01000193);
      end = unit;
      continue;
    }
    if (open) {
      shapeBuffer[count] = shapeOf(upper, lowers, numerals, initial);
      cues |= cuesOf(hash | 0);
      buffer[count++] = hash | 0;
      words++;
      open = false;
      digitRun = false;
    }
    if (unit <= 32 || unit === 160) continue;
    end = unit;
    if (count < MOST_TOKENS) {
      shapeBuffer[count] = 6;
      const mark = Math.imul(SEED ^ unit, 0x01000193) | 0;
      cues |= cuesOf(mark);
      buffer[count++] = mark;
    }
  }
  return {
    hashes: buffer.slice(0, count),
    shapes: shapeBuffer.slice(0, count),
    count,
    capitalised,
    digits,
    words,
    names: namesAmong(count),
    cues,
    end,
  };
}

const NO_NAMES: readonly number[] = [];

/** Of the tokens in the buffers. */
function namesAmong(count: number): readonly number[] {
  let names: number[] | undefined;
  for (let i = 0; i < count; i++) {
    const shape = shapeBuffer[i] ?? 0;
    if (shape === 0 || shape > 4 || (shape === 1 && i === 0)) continue;
    (names ??= []).push(buffer[i] ?? 0);
  }
  return names ?? NO_NAMES;
}

function shapeOf(upper: number, lower: number, numerals: number, initial: boolean): number {
  if (numerals > 0) return upper + lower > 0 ? 4 : 5;
  if (upper === 0) return 0;
  if (lower === 0) return upper > 1 ? 2 : 1;
  return upper === 1 && initial ? 1 : 3;
}

const isWordUnit = (unit: number): boolean => {
  const lower = unit | 32;
  return (lower >= 97 && lower <= 122) || (unit >= 48 && unit <= 57) || unit > 191;
};
