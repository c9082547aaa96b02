/**
 * Tells in one pass over a text which of many patterns can match it at all. Most sentences hold the words of none, and a pass
 * costs less than one pattern. Reads the patterns themselves (`pattern-letters.ts`), so that a pattern is changed in one place
 * and its gate follows; decides only what need not be tried.
 */
import { GRAM_MASK, GRAM_SPACE, letterClass, OPEN_END } from './letters.ts';
import { requiredGrams } from './pattern-letters.ts';

const CLASSES = new Uint8Array(128);
for (let unit = 0; unit < 128; unit++) CLASSES[unit] = letterClass(unit);
const BEYOND_ASCII = letterClass(128);

/** Bits of a number that JavaScript's bit operators keep. */
export const MOST_PATTERNS = 32;

export class PatternGate {
  readonly #patterns: readonly RegExp[];
  /** For each run of three classes of letters, the patterns that may be about to match: a bit each. Made on first use. */
  #grams: Int32Array | undefined;
  /** The patterns of which nothing can be said. */
  #always = 0;

  constructor(patterns: readonly RegExp[]) {
    if (patterns.length > MOST_PATTERNS) throw new RangeError('A gate holds at most 32 patterns.');
    this.#patterns = patterns;
  }

  /** Bit `i` is set where pattern `i` may match; where it is not, the pattern matches nowhere in the text. */
  open(text: string): number {
    const grams = (this.#grams ??= this.#read());
    let bits = this.#always;
    let gram = OPEN_END;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      gram = ((gram << 5) | (unit < 128 ? (CLASSES[unit] ?? 0) : BEYOND_ASCII)) & GRAM_MASK;
      bits |= grams[gram] ?? 0;
    }
    // The end of the text bounds a word as a blank does.
    gram = (gram << 5) & GRAM_MASK;
    return bits | (grams[gram] ?? 0) | (grams[(gram << 5) & GRAM_MASK] ?? 0);
  }

  #read(): Int32Array {
    const grams = new Int32Array(GRAM_SPACE);
    for (const [index, pattern] of this.#patterns.entries()) {
      const required = requiredGrams(pattern);
      if (required === undefined) this.#always |= 1 << index;
      else for (const gram of required) grams[gram] = (grams[gram] ?? 0) | (1 << index);
    }
    return grams;
  }
}
