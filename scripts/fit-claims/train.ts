/** Logistic regression over hashed features by AdaGrad: seeded, deterministic, a few seconds a fit. */
import {
  featuresOf,
  newFeatures,
  TABLE_BITS,
  type FeatureInput,
  type Features,
} from '../../core/src/claims/features.ts';
import type { Example } from './data.ts';

/** Features of many examples in two long arrays. */
export interface Matrix {
  readonly rows: readonly Example[];
  /** Row i is `from[i]` up to `from[i + 1]`. */
  readonly from: Int32Array;
  readonly index: Int32Array;
  readonly value: Float32Array;
}

/** What is read of a row: all that the model reads of a sentence, unless told otherwise. */
export type Reading = (input: FeatureInput, into: Features) => Features;

export function matrixOf(rows: readonly Example[], read: Reading = featuresOf): Matrix {
  const from = new Int32Array(rows.length + 1);
  let index = new Int32Array(1 << 20);
  let value = new Float32Array(1 << 20);
  let at = 0;
  const features: Features = newFeatures();
  rows.forEach((row, i) => {
    const input = row.group.inputs[row.group.at];
    const count = input ? read(input, features).count : 0;
    if (at + count > index.length) {
      const widerIndex = new Int32Array(index.length * 2);
      widerIndex.set(index);
      index = widerIndex;
      const widerValue = new Float32Array(value.length * 2);
      widerValue.set(value);
      value = widerValue;
    }
    index.set(features.index.subarray(0, count), at);
    value.set(features.value.subarray(0, count), at);
    at += count;
    from[i + 1] = at;
  });
  return { rows, from, index: index.subarray(0, at), value: value.subarray(0, at) };
}

export interface FitOptions {
  /** Weight of an error against the size of the weights: large fits closely, small keeps them small. */
  readonly c: number;
  readonly passes: number;
  readonly seed: number;
  /** 0 to 1: how much a feature counts by how far it tells the classes apart; 0 takes all alike. */
  readonly telling?: number;
}

export const FIT: FitOptions = { c: 0.4, passes: 10, seed: 20261123 };

/** As `fitPlain`, with the features scaled first where `telling` asks for it; the scales go into the weights. */
export function fit(
  matrix: Matrix,
  chosen: Int32Array,
  weightOf: (row: number) => number,
  options: FitOptions = FIT,
): Float32Array {
  const { telling = 0 } = options;
  if (telling === 0) return fitPlain(matrix, chosen, weightOf, options);
  const scales = scalesOf(matrix, chosen, weightOf, telling);
  const value = matrix.value.map((each, k) => each * (scales[matrix.index[k] ?? 0] ?? 1));
  return fitPlain({ ...matrix, value }, chosen, weightOf, options).map(
    (weight, k) => weight * (scales[k] ?? 1),
  );
}

/** Beyond it a feature is rare rather than telling. */
const MOST_RATIO = 3;
/** About the mean of what is taken from it, so that the scaling leaves the size of a row alone. */
const USUAL_RATIO = 0.7;

/**
 * Log-count ratios as in Wang and Manning, "Baselines and bigrams: simple, good sentiment and topic classification", ACL 2012; here
 * their sizes alone, and only part of the way.
 */
function scalesOf(
  matrix: Matrix,
  chosen: Int32Array,
  weightOf: (row: number) => number,
  telling: number,
): Float32Array {
  const counts = [new Float64Array(1 << TABLE_BITS).fill(1), new Float64Array(1 << TABLE_BITS).fill(1)];
  const totals = [1, 1];
  for (const row of chosen) {
    const label = matrix.rows[row]?.label ?? 0;
    const weight = weightOf(row);
    totals[label] = (totals[label] ?? 0) + weight;
    const count = counts[label];
    if (!count) continue;
    for (let k = matrix.from[row] ?? 0; k < (matrix.from[row + 1] ?? 0); k++) {
      const index = matrix.index[k] ?? 0;
      count[index] = (count[index] ?? 0) + weight;
    }
  }
  const share = (label: 0 | 1, index: number): number => (counts[label]?.[index] ?? 1) / (totals[label] ?? 1);
  return Float32Array.from({ length: 1 << TABLE_BITS }, (_, index) => {
    const ratio = Math.abs(Math.log(share(1, index) / share(0, index)));
    return 1 - telling + (telling * Math.min(MOST_RATIO, ratio)) / USUAL_RATIO;
  });
}

/**
 * L2-regularised logistic regression by dual coordinate descent, as in LIBLINEAR:
 * Yu, Huang and Lin, "Dual coordinate descent methods for logistic regression and maximum entropy models", 2011, algorithm 5.
 */
function fitPlain(
  matrix: Matrix,
  chosen: Int32Array,
  weightOf: (row: number) => number,
  options: FitOptions,
): Float32Array {
  const weights = new Float64Array(1 << TABLE_BITS);
  const order = Int32Array.from(chosen);
  const least = new Float64Array(matrix.rows.length);
  const rest = new Float64Array(matrix.rows.length);
  const norms = new Float64Array(matrix.rows.length);
  for (const row of order) {
    const bound = options.c * weightOf(row);
    least[row] = Math.min(0.001 * bound, 1e-8);
    rest[row] = bound - (least[row] ?? 0);
    for (let k = matrix.from[row] ?? 0; k < (matrix.from[row + 1] ?? 0); k++)
      norms[row] = (norms[row] ?? 0) + (matrix.value[k] ?? 0) ** 2;
    add(matrix, row, weights, signOf(matrix, row) * (least[row] ?? 0));
  }
  let state = options.seed >>> 0;
  for (let pass = 0; pass < options.passes; pass++) {
    for (let i = order.length - 1; i > 0; i--) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      const j = Math.floor((state / 4294967296) * (i + 1));
      [order[i], order[j]] = [order[j] ?? 0, order[i] ?? 0];
    }
    for (const row of order)
      update(matrix, row, weights, least, rest, norms[row] ?? 0, options.c * weightOf(row));
  }
  return Float32Array.from(weights);
}

const signOf = (matrix: Matrix, row: number): 1 | -1 => (matrix.rows[row]?.label === 1 ? 1 : -1);

function add(matrix: Matrix, row: number, weights: Float64Array, amount: number): void {
  for (let k = matrix.from[row] ?? 0; k < (matrix.from[row + 1] ?? 0); k++) {
    const index = matrix.index[k] ?? 0;
    weights[index] = (weights[index] ?? 0) + amount * (matrix.value[k] ?? 0);
  }
}

/** One row's two dual variables, by Newton steps on the one that is nearer to its bound. */
function update(
  matrix: Matrix,
  row: number,
  weights: Float64Array,
  least: Float64Array,
  rest: Float64Array,
  norm: number,
  bound: number,
): void {
  if (bound <= 0 || norm === 0) return;
  const y = signOf(matrix, row);
  const b = y * score(matrix, row, weights);
  let [own, other, sign] = [least, rest, 1];
  if (0.5 * norm * ((rest[row] ?? 0) - (least[row] ?? 0)) + b < 0) [own, other, sign] = [rest, least, -1];
  const before = own[row] ?? 0;
  let z = before;
  if (bound - z < 0.5 * bound) z *= 0.1;
  let gradient = norm * (z - before) + sign * b + Math.log(z / (bound - z));
  let moved = false;
  for (let step = 0; step < 20 && Math.abs(gradient) > 1e-3; step++) {
    const next = z - gradient / (norm + bound / (bound - z) / z);
    z = next <= 0 ? z * 0.1 : Math.min(next, bound * (1 - 1e-9));
    gradient = norm * (z - before) + sign * b + Math.log(z / (bound - z));
    moved = true;
  }
  if (!moved) return;
  own[row] = z;
  other[row] = bound - z;
  add(matrix, row, weights, sign * (z - before) * y);
}

export function score(matrix: Matrix, row: number, weights: Float32Array | Float64Array): number {
  let sum = 0;
  const end = matrix.from[row + 1] ?? 0;
  for (let k = matrix.from[row] ?? 0; k < end; k++)
    sum += (weights[matrix.index[k] ?? 0] ?? 0) * (matrix.value[k] ?? 0);
  return sum;
}
