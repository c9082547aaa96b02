/**
 * Text to terms: folding, word boundaries, numbers, hyphenated compounds, stop words and stems, the same for every index
 * (in memory here, on disk in `server/src/storage`) and every query. Knows nothing of fields or weights.
 *
 * "Fine-tuning GPT-4 reached 86.4%" gives fine, tune, finetune (compound), gpt, 4, gpt4 (compound), reach, 86.4.
 */
import { stemmer } from 'stemmer';
import { STOP_WORDS } from './stop-words.ts';

/** A stop word: takes a place in the text and nothing else. */
export const STOP = -1;
/** A word that the vocabulary has not met, in a scan that must not add to it. */
export const UNKNOWN = -2;

/** The terms of one text; buffers are reused by the next scan, so copy what is to be kept. */
export interface Scan {
  readonly count: number;
  /** Term ids, `STOP` or `UNKNOWN`. */
  readonly ids: Int32Array;
  /** UTF-16 offsets into the text; half open. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  /** 1 where the term joins two hyphenated words and so counts towards no length. */
  readonly compounds: Uint8Array;
}

/**
 * Which words may be one of a few terms, by how they begin: most of a text's words then need no stem. Stemming takes and
 * changes ends, so it leaves the first letter alone, and the second but for a y that becomes an i.
 */
export class Beginnings {
  readonly #table = new Uint8Array(1024);

  constructor(terms: Iterable<string>) {
    for (const term of terms) this.#table[beginning(term.charCodeAt(0), term.charCodeAt(1))] = 1;
  }

  /** Of a folded word's first two units; `second` is 0 where there is none. A longer word may have been stemmed to its first letter. */
  mayBegin(first: number, second: number): boolean {
    return this.#table[beginning(first, second)] === 1 || this.#table[beginning(first, 0)] === 1;
  }
}

/** Letters by two, all else (digits, other scripts, a single letter) by the first alone. Two may share a place. */
function beginning(first: number, second: number): number {
  if (!isLetter(first) || !isLetter(second)) return first & 255;
  return ((first - 97) * 32 + (second === 121 ? 8 : second - 97) + 256) & 1023;
}

/** Interns terms as small numbers. Ids are dense and in order of first sight, so the same texts give the same ids. */
export class Vocabulary {
  readonly #terms: string[] = [];
  readonly #ids = new Map<string, number>();
  // Raw words by open addressing over their characters: no substring is made for a word met before.
  #slots = new Int32Array(1 << 14).fill(-1);
  #rawStart = new Int32Array(1 << 13);
  #rawEnd = new Int32Array(1 << 13);
  #rawTerm = new Int32Array(1 << 13);
  #rawHash = new Int32Array(1 << 13);
  #rawCount = 0;
  #pool = new Uint16Array(1 << 16);
  #poolEnd = 0;
  #word = new Uint16Array(256);
  #only: Beginnings | undefined;
  #scan = {
    count: 0,
    ids: new Int32Array(512),
    starts: new Int32Array(512),
    ends: new Int32Array(512),
    compounds: new Uint8Array(512),
  };

  get size(): number {
    return this.#terms.length;
  }

  term(id: number): string {
    return this.#terms[id] ?? '';
  }

  find(term: string): number | undefined {
    return this.#ids.get(term);
  }

  terms(): readonly string[] {
    return this.#terms;
  }

  /**
   * The terms of a text in order. With `grow` false, unmet words come out as `UNKNOWN` and nothing is added; so do, with `only`,
   * words that begin otherwise.
   */
  scan(text: string, grow: boolean, only?: Beginnings): Scan {
    this.#only = only;
    const scan = this.#scan;
    scan.count = 0;
    const length = text.length;
    let i = 0;
    // The word before, when a hyphen ties the next one to it: its characters stay at the head of the scratch.
    let tied = 0;
    let tiedAt = 0;
    while (i < length) {
      if (this.#fold(text, i, tied) === 0) {
        i++;
        tied = 0;
        continue;
      }
      const start = i;
      let size = tied;
      const digitFirst = isDigit(text.charCodeAt(i));
      let digitsOnly = digitFirst;
      for (;;) {
        if (i >= length) break;
        const unit = text.charCodeAt(i);
        const added = this.#fold(text, i, size);
        if (added > 0) {
          if (digitsOnly && !isDigit(unit)) digitsOnly = false;
          size += added;
          i += unit >= 0xd800 && unit < 0xdc00 ? 2 : 1;
          continue;
        }
        const next = i + 1 < length ? text.charCodeAt(i + 1) : 0;
        if (digitsOnly && unit === 46 && isDigit(next)) {
          this.#put(size++, 46);
          i++;
          continue;
        }
        // "208,021" is one number; "3,4" is two.
        if (
          digitsOnly &&
          unit === 44 &&
          isDigit(next) &&
          isDigit(text.charCodeAt(i + 2)) &&
          isDigit(text.charCodeAt(i + 3))
        ) {
          i++;
          continue;
        }
        break;
      }
      let end = i;
      // "model's" is the model; "don't" is one word.
      const unit = text.charCodeAt(i);
      if ((unit === 39 || unit === 0x2019) && i + 1 < length && isLetter(text.charCodeAt(i + 1))) {
        if ((text.charCodeAt(i + 1) | 32) === 115 && !isLetter(text.charCodeAt(i + 2))) i += 2;
        else {
          i++;
          while (i < length && isLetter(text.charCodeAt(i))) {
            this.#put(size++, text.charCodeAt(i) | 32);
            i++;
          }
          end = i;
        }
      }
      this.#emit(start, end, tied, size, grow, 0);
      if (tied > 0) this.#emit(tiedAt, end, 0, size, grow, 1);
      const hyphen = text.charCodeAt(i);
      if ((hyphen === 45 || hyphen === 0x2010 || hyphen === 0x2011) && i + 1 < length && size - tied <= 24) {
        // Keep this word's characters as the head of the possible compound.
        this.#word.copyWithin(0, tied, size);
        tied = size - tied;
        tiedAt = start;
        i++;
        if (this.#fold(text, i, tied) === 0) tied = 0;
      } else tied = 0;
    }
    return scan;
  }

  /** Writes the folded character at `i` into the scratch at `at`; how many units, 0 for what is no word character. */
  #fold(text: string, i: number, at: number): number {
    const unit = text.charCodeAt(i);
    if (unit < 128) {
      const folded = ASCII[unit] ?? 0;
      if (folded === 0) return 0;
      this.#put(at, folded);
      return 1;
    }
    const folded = foldBeyondAscii(text.codePointAt(i) ?? 0);
    for (let k = 0; k < folded.length; k++) this.#put(at + k, folded.charCodeAt(k));
    return folded.length;
  }

  #put(at: number, unit: number): void {
    if (at >= this.#word.length) {
      const wider = new Uint16Array(this.#word.length * 2);
      wider.set(this.#word);
      this.#word = wider;
    }
    this.#word[at] = unit;
  }

  #emit(start: number, end: number, from: number, to: number, grow: boolean, compound: 0 | 1): void {
    const id = this.#intern(from, to, grow);
    const scan = this.#scan;
    if (scan.count === scan.ids.length) {
      scan.ids = widened(scan.ids);
      scan.starts = widened(scan.starts);
      scan.ends = widened(scan.ends);
      const flags = new Uint8Array(scan.compounds.length * 2);
      flags.set(scan.compounds);
      scan.compounds = flags;
    }
    scan.ids[scan.count] = id;
    scan.starts[scan.count] = start;
    scan.ends[scan.count] = end;
    scan.compounds[scan.count] = compound;
    scan.count++;
  }

  #intern(from: number, to: number, grow: boolean): number {
    const word = this.#word;
    if (this.#only?.mayBegin(word[from] ?? 0, to - from > 1 ? (word[from + 1] ?? 0) : 0) === false)
      return UNKNOWN;
    let hash = 0x811c9dc5;
    for (let k = from; k < to; k++) hash = Math.imul(hash ^ (word[k] ?? 0), 0x01000193);
    hash ^= hash >>> 15;
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const raw = this.#slots[slot] ?? -1;
      if (raw < 0) break;
      if (this.#rawHash[raw] === hash && this.#same(raw, from, to)) return this.#rawTerm[raw] ?? UNKNOWN;
      slot = (slot + 1) & mask;
    }
    let text = '';
    for (let k = from; k < to; k++) text += String.fromCharCode(word[k] ?? 0);
    const term = termOf(text);
    if (term === undefined) return grow ? this.#remember(hash, slot, from, to, STOP) : STOP;
    const known = this.#ids.get(term);
    if (!grow) return known ?? UNKNOWN;
    let id = known;
    if (id === undefined) {
      id = this.#terms.length;
      this.#terms.push(term);
      this.#ids.set(term, id);
    }
    return this.#remember(hash, slot, from, to, id);
  }

  #same(raw: number, from: number, to: number): boolean {
    const start = this.#rawStart[raw] ?? 0;
    if ((this.#rawEnd[raw] ?? 0) - start !== to - from) return false;
    for (let k = 0; k < to - from; k++) if (this.#pool[start + k] !== this.#word[from + k]) return false;
    return true;
  }

  #remember(hash: number, slot: number, from: number, to: number, id: number): number {
    const raw = this.#rawCount++;
    if (raw === this.#rawTerm.length) {
      this.#rawStart = widened(this.#rawStart);
      this.#rawEnd = widened(this.#rawEnd);
      this.#rawTerm = widened(this.#rawTerm);
      this.#rawHash = widened(this.#rawHash);
    }
    while (this.#poolEnd + (to - from) > this.#pool.length) {
      const wider = new Uint16Array(this.#pool.length * 2);
      wider.set(this.#pool);
      this.#pool = wider;
    }
    this.#rawStart[raw] = this.#poolEnd;
    for (let k = from; k < to; k++) this.#pool[this.#poolEnd++] = this.#word[k] ?? 0;
    this.#rawEnd[raw] = this.#poolEnd;
    this.#rawTerm[raw] = id;
    this.#rawHash[raw] = hash;
    this.#slots[slot] = raw;
    if (this.#rawCount * 2 > this.#slots.length) this.#rehash();
    return id;
  }

  #rehash(): void {
    const slots = new Int32Array(this.#slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let raw = 0; raw < this.#rawCount; raw++) {
      let slot = (this.#rawHash[raw] ?? 0) & mask;
      while ((slots[slot] ?? -1) >= 0) slot = (slot + 1) & mask;
      slots[slot] = raw;
    }
    this.#slots = slots;
  }
}

/** The term of one folded word; undefined for a stop word. */
export function termOf(word: string): string | undefined {
  if (STOP_WORDS.has(word)) return undefined;
  const first = word.charCodeAt(0);
  if (isDigit(first)) return /^\d+\.\d*0+$/.test(word) ? word.replace(/\.?0+$/, '') : word;
  return word.length > 3 ? stemmer(word) : word;
}

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;
const isLetter = (unit: number): boolean => (unit | 32) >= 97 && (unit | 32) <= 122;

function widened(array: Int32Array): Int32Array<ArrayBuffer> {
  const wider = new Int32Array(array.length * 2);
  wider.set(array);
  return wider;
}

const ASCII = new Uint8Array(128);
for (let unit = 48; unit <= 57; unit++) ASCII[unit] = unit;
for (let unit = 97; unit <= 122; unit++) {
  ASCII[unit] = unit;
  ASCII[unit - 32] = unit;
}

const folds = new Map<number, string>();

// "TNF-α" and "TNF-alpha" name one thing, as do "κB" and "kappaB".
const GREEK =
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma tau upsilon phi chi psi omega'.split(
    ' ',
  );

function foldBeyondAscii(point: number): string {
  const known = folds.get(point);
  if (known !== undefined) return known;
  let folded = '';
  for (const char of String.fromCodePoint(point).normalize('NFKD').toLowerCase()) {
    const greek = GREEK[(char.codePointAt(0) ?? 0) - 0x3b1];
    if (greek !== undefined) folded += greek;
    else if (char === 'ß') folded += 'ss';
    else if (char === 'ø') folded += 'o';
    else if (char === 'æ') folded += 'ae';
    else if (char === 'œ') folded += 'oe';
    else if (char === 'ł') folded += 'l';
    else if (char === 'đ' || char === 'ð') folded += 'd';
    else if (char === 'ı') folded += 'i';
    else if (/[\p{L}\p{N}]/u.test(char)) folded += char;
  }
  folds.set(point, folded);
  return folded;
}
