/**
 * What a text must hold for a pattern to match: a set of runs of three letters, one of which is in any match. Reads the source
 * of a regular expression; what it does not know for certain it leaves out of account, and says so when nothing is left.
 */
import { BITS, DIGIT, gramOf, letterClass, NO_WORD, runOf, type Run } from './letters.ts';
import {
  ANYTHING,
  BOUNDARY,
  exactly,
  needOf,
  NOTHING,
  oneOf,
  Sequence,
  type Need,
  type Piece,
} from './pattern-pieces.ts';

/** Runs of three, as `(first << 10) | (second << 5) | third`; undefined where the pattern may match without any of a useful few. */
export function requiredGrams(pattern: RegExp): ReadonlySet<number> | undefined {
  // With these two flags "ſ" is an "s" and the Kelvin sign a "k"; sets of the flag "v" have a grammar of their own.
  if (pattern.flags.includes('v') || (pattern.unicode && pattern.ignoreCase)) return undefined;
  let need: Need | undefined;
  try {
    need = new Reader(pattern).read();
  } catch (error) {
    if (error instanceof UnknownSyntax) return undefined;
    throw error;
  }
  if (need === undefined || need.cost > MOST_COST) return undefined;
  const grams = new Set<number>();
  for (const run of need.runs) for (const gram of gramsOf(run)) grams.add(gram);
  return grams;
}

/** A pattern whose letters stand in every other sentence is tried on all. */
const MOST_COST = 0.02;

class UnknownSyntax extends Error {}

/** Reads one pattern by recursive descent. */
class Reader {
  readonly #source: string;
  readonly #unicode: boolean;
  #at = 0;

  constructor(pattern: RegExp) {
    this.#source = pattern.source;
    this.#unicode = pattern.unicode;
  }

  read(): Need | undefined {
    const piece = this.#alternatives();
    if (this.#at < this.#source.length) throw new UnknownSyntax();
    return needOf(piece);
  }

  #alternatives(): Piece {
    const options = [this.#sequence()];
    while (this.#take('|')) options.push(this.#sequence());
    return oneOf(options);
  }

  #sequence(): Piece {
    const sequence = new Sequence();
    while (this.#at < this.#source.length && this.#peek() !== '|' && this.#peek() !== ')') {
      const piece = this.#atom();
      sequence.add(piece === BOUNDARY ? BOUNDARY : this.#quantified(piece));
    }
    return sequence.piece();
  }

  #atom(): Piece | typeof BOUNDARY {
    const sign = this.#next();
    switch (sign) {
      case '(':
        return this.#group();
      case '[':
        return this.#set();
      case '.':
        return ANYTHING;
      case '^':
      case '$':
        return NOTHING;
      case '\\':
        return this.#escape();
      case '*':
      case '+':
      case '?':
      case '{':
        throw new UnknownSyntax();
      default:
        return exactly(runOf(this.#class(sign.charCodeAt(0))));
    }
  }

  /** Half of a character beyond the first plane is no letter of its own to a pattern that reads whole ones. */
  #class(unit: number): number {
    if (this.#unicode && unit >= 0xd800 && unit <= 0xdfff) throw new UnknownSyntax();
    return letterClass(unit);
  }

  #group(): Piece {
    let looksAround = false;
    if (this.#take('?')) {
      if (this.#take(':')) looksAround = false;
      else if (this.#take('=') || this.#take('!') || this.#take('<=') || this.#take('<!')) looksAround = true;
      else if (this.#take('<')) this.#at = this.#source.indexOf('>', this.#at) + 1;
      else throw new UnknownSyntax();
    }
    const inside = this.#alternatives();
    if (!this.#take(')')) throw new UnknownSyntax();
    return looksAround ? NOTHING : inside;
  }

  #set(): Piece {
    const isNegated = this.#take('^');
    const classes = new Set<number>();
    let isWide = false;
    while (!this.#take(']')) {
      const low = this.#setMember();
      const isRange = this.#peek() === '-' && this.#source[this.#at + 1] !== ']';
      if (isRange) {
        this.#at++;
        const high = this.#setMember();
        if (typeof low !== 'number' || typeof high !== 'number') throw new UnknownSyntax();
        for (let unit = low; unit <= Math.min(high, 128); unit++) classes.add(letterClass(unit));
        if (high >= 128) classes.add(this.#class(high));
      } else if (typeof low === 'number') classes.add(this.#class(low));
      else if (low === undefined) isWide = true;
      else for (const one of low) classes.add(one);
    }
    if (isNegated || isWide) return ANYTHING;
    return { exact: [...classes].map((one) => runOf(one)), need: undefined };
  }

  /** A letter's code, the classes that an escape stands for, or undefined for those of most letters. */
  #setMember(): number | readonly number[] | undefined {
    const sign = this.#next();
    return sign === '\\' ? this.#escaped() : sign.charCodeAt(0);
  }

  #escape(): Piece | typeof BOUNDARY {
    if (this.#take('b')) return BOUNDARY;
    if (this.#take('B')) return NOTHING;
    const member = this.#escaped();
    if (member === undefined) return ANYTHING;
    return typeof member === 'number'
      ? exactly(runOf(this.#class(member)))
      : { exact: member.map((one) => runOf(one)), need: undefined };
  }

  #escaped(): number | readonly number[] | undefined {
    const sign = this.#next();
    if (sign === 'd') return [DIGIT];
    if (sign === 's') return NO_WORD;
    if (sign === 'n' || sign === 'r' || sign === 't') return 32;
    if (sign === 'w' || sign === 'W' || sign === 'D' || sign === 'S') return undefined;
    if ((sign === 'p' || sign === 'P') && this.#unicode) {
      this.#at = this.#source.indexOf('}', this.#at) + 1;
      return undefined;
    }
    if (sign === 'u' && /^[\da-f]{4}/i.test(this.#source.slice(this.#at))) {
      this.#at += 4;
      return parseInt(this.#source.slice(this.#at - 4, this.#at), 16);
    }
    if (/\w/.test(sign)) throw new UnknownSyntax();
    return sign.charCodeAt(0);
  }

  #quantified(piece: Piece): Piece {
    let least = 1;
    let most = 1;
    if (this.#take('?')) least = 0;
    else if (this.#take('*')) [least, most] = [0, Infinity];
    else if (this.#take('+')) most = Infinity;
    else if (this.#peek() === '{') {
      const bounds = /^\{(\d+)(,?)(\d*)\}/.exec(this.#source.slice(this.#at));
      if (!bounds) throw new UnknownSyntax();
      this.#at += bounds[0].length;
      least = Number(bounds[1]);
      most = bounds[2] === '' ? least : Infinity;
    }
    this.#take('?');
    if (least === 1 && most === 1) return piece;
    if (least === 0) return most === 1 ? oneOf([piece, NOTHING]) : ANYTHING;
    // Once at least, and who knows what beside it.
    return { exact: undefined, need: needOf(piece) };
  }

  #peek(): string | undefined {
    return this.#source[this.#at];
  }

  #next(): string {
    const sign = this.#source[this.#at++];
    if (sign === undefined) throw new UnknownSyntax();
    return sign;
  }

  #take(sign: string): boolean {
    if (!this.#source.startsWith(sign, this.#at)) return false;
    this.#at += sign.length;
    return true;
  }
}

/** All runs of three that end in this one. */
function gramsOf(run: Run): number[] {
  const known = gramOf(run);
  const open = 3 - run.length;
  const count = 1 << (BITS * open);
  return Array.from({ length: count }, (_, before) => (before << (BITS * run.length)) | known);
}
