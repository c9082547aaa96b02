/**
 * Learns a table of word directions by contrast: of a batch of pairs each text has to point at its own partner rather than at the
 * others. Rounds every number to -1, 0 or 1 times the row's scale from the second pass on, so that what is learnt is what is kept.
 */
import { seeded } from '../attribution/fit-cases.ts';
import type { Bag, Pair } from './pairs.ts';

const TEMPERATURE = 0.07;
/** A number below this share of its row's mean size counts as nothing. */
const NOTHING = 0.7;

/** Texts of a batch as directions, and what their lengths were. */
interface Directions {
  readonly bags: readonly ReadonlyMap<number, number>[];
  readonly units: Float32Array;
  readonly lengths: Float32Array;
}

export class Learner {
  readonly width: number;
  readonly #exact: Float32Array;
  readonly #used: Float32Array;
  readonly #slope: Float32Array;
  readonly #mean: Float32Array;
  readonly #square: Float32Array;
  #step = 0;

  /** `rarities`: one a row; rare words begin larger. */
  constructor(rarities: readonly number[], width: number, seed: number) {
    this.width = width;
    const size = rarities.length * width;
    this.#exact = new Float32Array(size);
    this.#used = new Float32Array(size);
    this.#slope = new Float32Array(size);
    this.#mean = new Float32Array(size);
    this.#square = new Float32Array(size);
    const random = seeded(seed);
    const average = rarities.reduce((sum, each) => sum + each, 0) / rarities.length;
    rarities.forEach((rarity, row) => {
      for (let at = 0; at < width; at++)
        this.#exact[row * width + at] = (0.1 * gaussian(random) * rarity) / average;
    });
  }

  /** One step along the slope of a batch; its loss. */
  learn(pairs: readonly Pair[], rate: number, rounded: boolean): number {
    if (rounded) this.#used.set(this.rounded().table);
    else this.#used.set(this.#exact);
    const asks = this.#directions(pairs.map((pair) => pair.asks));
    const answers = this.#directions(pairs.map((pair) => pair.answers));
    const { loss, slopes } = contrast(asks.units, answers.units, pairs.length, this.width);
    this.#slope.fill(0);
    this.#backwards(asks, product(slopes, answers.units, pairs.length, this.width, false));
    this.#backwards(answers, product(slopes, asks.units, pairs.length, this.width, true));
    this.#adam(rate);
    return loss;
  }

  /** The table as it is kept: signs (-1, 0, 1) and a scale for each row. */
  rounded(): { signs: Int8Array; scales: Float32Array; table: Float32Array } {
    const { width } = this;
    const rows = this.#exact.length / width;
    const signs = new Int8Array(this.#exact.length);
    const scales = new Float32Array(rows);
    const table = new Float32Array(this.#exact.length);
    for (let row = 0; row < rows; row++) {
      const from = row * width;
      let size = 0;
      for (let at = from; at < from + width; at++) size += Math.abs(this.#exact[at] ?? 0);
      const least = (NOTHING * size) / width;
      let kept = 0;
      let sum = 0;
      for (let at = from; at < from + width; at++) {
        const value = this.#exact[at] ?? 0;
        if (Math.abs(value) <= least) continue;
        signs[at] = Math.sign(value);
        kept++;
        sum += Math.abs(value);
      }
      const scale = sum / Math.max(1, kept);
      scales[row] = scale;
      for (let at = from; at < from + width; at++) table[at] = scale * (signs[at] ?? 0);
    }
    return { signs, scales, table };
  }

  #directions(texts: readonly Bag[]): Directions {
    const { width } = this;
    const units = new Float32Array(texts.length * width);
    const lengths = new Float32Array(texts.length);
    const bags = texts.map((text, place) => {
      const bag = new Map<number, number>();
      for (const row of text) bag.set(row, (bag.get(row) ?? 0) + 1);
      const to = place * width;
      for (const [row, count] of bag) {
        const weight = 1 + Math.log(count);
        bag.set(row, weight);
        for (let at = 0, from = row * width; at < width; at++)
          units[to + at] = (units[to + at] ?? 0) + weight * (this.#used[from + at] ?? 0);
      }
      let length = 0;
      for (let at = to; at < to + width; at++) length += (units[at] ?? 0) ** 2;
      length = Math.sqrt(length) + 1e-6;
      lengths[place] = length;
      for (let at = to; at < to + width; at++) units[at] = (units[at] ?? 0) / length;
      return bag;
    });
    return { bags, units, lengths };
  }

  /** From slopes on unit directions to slopes on the rows that they are sums of. */
  #backwards({ bags, units, lengths }: Directions, slopes: Float32Array): void {
    const { width } = this;
    bags.forEach((bag, place) => {
      const from = place * width;
      let along = 0;
      for (let at = from; at < from + width; at++) along += (slopes[at] ?? 0) * (units[at] ?? 0);
      const length = lengths[place] ?? 1;
      for (let at = from; at < from + width; at++)
        slopes[at] = ((slopes[at] ?? 0) - along * (units[at] ?? 0)) / length;
      for (const [row, weight] of bag)
        for (let at = 0, to = row * width; at < width; at++)
          this.#slope[to + at] = (this.#slope[to + at] ?? 0) + weight * (slopes[from + at] ?? 0);
    });
  }

  #adam(rate: number): void {
    this.#step++;
    const first = 1 - 0.9 ** this.#step;
    const second = 1 - 0.999 ** this.#step;
    for (let at = 0; at < this.#exact.length; at++) {
      const slope = this.#slope[at] ?? 0;
      const mean = 0.9 * (this.#mean[at] ?? 0) + 0.1 * slope;
      const square = 0.999 * (this.#square[at] ?? 0) + 0.001 * slope * slope;
      this.#mean[at] = mean;
      this.#square[at] = square;
      this.#exact[at] =
        (this.#exact[at] ?? 0) - (rate * (mean / first)) / (Math.sqrt(square / second) + 1e-6);
    }
  }
}

/** Softmax over a batch's partners, in both directions: the mean loss, and its slopes on the likenesses. */
function contrast(
  asks: Float32Array,
  answers: Float32Array,
  size: number,
  width: number,
): { loss: number; slopes: Float32Array } {
  const scores = new Float32Array(size * size);
  const across = new Float64Array(size);
  const down = new Float64Array(size);
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) {
      let sum = 0;
      for (let at = 0; at < width; at++) sum += (asks[i * width + at] ?? 0) * (answers[j * width + at] ?? 0);
      // Likenesses end at 1, so that none of these is beyond e to the 0th.
      const score = Math.exp((sum - 1) / TEMPERATURE);
      scores[i * size + j] = score;
      across[i] = (across[i] ?? 0) + score;
      down[j] = (down[j] ?? 0) + score;
    }
  let loss = 0;
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) {
      const score = scores[i * size + j] ?? 0;
      const share = (score / (across[i] ?? 1) + score / (down[j] ?? 1)) / 2;
      if (i === j) loss -= Math.log(score / (across[i] ?? 1) + 1e-9) / size;
      scores[i * size + j] = (share - (i === j ? 1 : 0)) / (size * TEMPERATURE);
    }
  return { loss, slopes: scores };
}

/** A batch's slopes times its directions, the slopes transposed or not. */
function product(
  slopes: Float32Array,
  units: Float32Array,
  size: number,
  width: number,
  transposed: boolean,
): Float32Array {
  const out = new Float32Array(size * width);
  for (let i = 0; i < size; i++)
    for (let j = 0; j < size; j++) {
      const slope = slopes[transposed ? j * size + i : i * size + j] ?? 0;
      if (Math.abs(slope) < 1e-9) continue;
      for (let at = 0; at < width; at++)
        out[i * width + at] = (out[i * width + at] ?? 0) + slope * (units[j * width + at] ?? 0);
    }
  return out;
}

/** Box and Muller's. */
const gaussian = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
