/**
 * Which words of research prose speak of the same matter, learnt from arXiv's abstracts (CC0): "throughput" stands near
 * "tokens" and "latency" though it shares no letter with them. A text becomes a direction; two texts on one matter point alike.
 * Tells nothing of who says what: exact words do that, in `ranking.ts`.
 */
import { associationFile } from './associations-data.ts';
import { STOP, termOf, type Vocabulary } from './terms.ts';

/** A text's direction, of length 1. */
export type Direction = Float32Array;

/** From -1 to 1; texts that have nothing to do with each other are near 0. */
export function likeness(a: Direction, b: Direction): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

/** The table as it is kept: a sign for each number and a scale for each row say nearly all that whole numbers would. */
export interface AssociationFile {
  /** Numbers a term. */
  readonly width: number;
  /** What one unit of a scale is worth. */
  readonly unit: number;
  /** Divided by blanks, most common first. */
  readonly terms: string;
  /** Base64; for each term its scale in a byte, then its signs, five a byte, the first as the lowest digit to base 3. */
  readonly rows: string;
}

interface AssociationTable {
  readonly width: number;
  readonly rows: ReadonlyMap<string, number>;
  /** -1, 0 or 1, `width` for each row. */
  readonly signs: Int8Array;
  readonly scales: Float32Array;
}

/** Reads texts through one vocabulary; remembers the row of every term that it met. */
export class Associations {
  readonly #vocabulary: Vocabulary;
  readonly #table: AssociationTable;
  #rowOf = new Int32Array(1 << 12).fill(UNASKED);

  constructor(vocabulary: Vocabulary, table: AssociationTable = associationTable()) {
    this.#vocabulary = vocabulary;
    this.#table = table;
  }

  /** Undefined where the text holds no word of the table. */
  directionOf(text: string): Direction | undefined {
    const scan = this.#vocabulary.scan(text, false);
    const counts = new Map<number, number>();
    for (let k = 0; k < scan.count; k++) {
      const id = scan.ids[k] ?? STOP;
      if (id === STOP || scan.compounds[k] === 1) continue;
      const row = id >= 0 ? this.#known(id) : this.#unmet(text.slice(scan.starts[k], scan.ends[k]));
      if (row >= 0) counts.set(row, (counts.get(row) ?? 0) + 1);
    }
    return counts.size === 0 ? undefined : this.#sum(counts);
  }

  #sum(counts: ReadonlyMap<number, number>): Direction {
    const { width, signs, scales } = this.#table;
    const sum = new Float32Array(width);
    for (const [row, count] of counts) {
      const weight = (1 + Math.log(count)) * (scales[row] ?? 0);
      for (let at = 0, from = row * width; at < width; at++)
        sum[at] = (sum[at] ?? 0) + weight * (signs[from + at] ?? 0);
    }
    const length = Math.sqrt(likeness(sum, sum));
    if (length > 0) for (let at = 0; at < width; at++) sum[at] = (sum[at] ?? 0) / length;
    return sum;
  }

  #known(id: number): number {
    if (id >= this.#rowOf.length) {
      const wider = new Int32Array(Math.max(id + 1, this.#vocabulary.size)).fill(UNASKED);
      wider.set(this.#rowOf);
      this.#rowOf = wider;
    }
    let row = this.#rowOf[id] ?? UNASKED;
    if (row === UNASKED) {
      row = this.#table.rows.get(this.#vocabulary.term(id)) ?? NONE;
      this.#rowOf[id] = row;
    }
    return row;
  }

  /** A word of the claim that no entry holds may still say what it is about. */
  #unmet(word: string): number {
    const term = termOf(word.toLowerCase());
    return term === undefined ? NONE : (this.#table.rows.get(term) ?? NONE);
  }
}

const UNASKED = -2;
const NONE = -1;

let table: AssociationTable | undefined;

/** Unpacked on first use. */
function associationTable(): AssociationTable {
  return (table ??= unpacked(associationFile));
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Without `atob` or `Buffer`, which not every host has. */
export function unpacked({ width, terms, rows, unit }: AssociationFile): AssociationTable {
  const names = terms.split(' ');
  const digits = new Uint8Array(128);
  for (let at = 0; at < 64; at++) digits[ALPHABET.charCodeAt(at)] = at;
  const bytes = new Uint8Array(names.length * (1 + Math.ceil(width / 5)));
  for (let from = 0, to = 0; to < bytes.length; from += 4, to += 3) {
    const digit = (at: number): number => digits[rows.charCodeAt(from + at)] ?? 0;
    const bits = (digit(0) << 18) | (digit(1) << 12) | (digit(2) << 6) | digit(3);
    bytes[to] = bits >> 16;
    bytes[to + 1] = (bits >> 8) & 255;
    bytes[to + 2] = bits & 255;
  }
  const signs = new Int8Array(names.length * width);
  const scales = new Float32Array(names.length);
  for (let row = 0, at = 0; row < names.length; row++) {
    scales[row] = (bytes[at++] ?? 0) * unit;
    for (let place = 0; place < width; place += 5) {
      let byte = bytes[at++] ?? 0;
      for (let digit = place; digit < Math.min(width, place + 5); digit++) {
        signs[row * width + digit] = (byte % 3) - 1;
        byte = Math.floor(byte / 3);
      }
    }
  }
  return { width, rows: new Map(names.map((name, row) => [name, row])), signs, scales };
}
