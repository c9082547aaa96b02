/**
 * Like for like: what the bags of words are fitted on, our features are too, with the same words, the same folds, and what the shipped
 * model says. How closely to fit, and how much ours count beside the words, is chosen by the other four folds among themselves. The
 * weights are thrown away: nothing of it ships.
 */
import { featuresOf, newFeatures } from '../../core/src/claims/features.ts';
import { hashOf, mix } from '../../core/src/claims/hash.ts';
import type { Example } from '../../scripts/fit-claims/data.ts';
import { foldOf, FOLDS } from '../../scripts/fit-claims/folds.ts';
import { averagePrecision, type Scored } from '../../scripts/fit-claims/metrics.ts';
import { fit, score } from '../../scripts/fit-claims/train.ts';
import { matrixOfBags, wordsAround, type Bag } from './baselines.ts';

/** What the shipped model says of a row, as probabilities. */
export type Said = (row: Example) => readonly number[];

interface Options {
  /** Weight of an error against the size of the weights. */
  readonly c: number;
  /** The words of a bag have length 1; ours are some hundreds, of all kinds. */
  readonly lengthOfOurs: number;
}
const OPTIONS: readonly Options[] = [
  { c: 4, lengthOfOurs: 1 },
  { c: 4, lengthOfOurs: 2 },
  { c: 1, lengthOfOurs: 2 },
];
const PASSES = 8;
const OURS = hashOf('our features');
const WEIGHT_OF_SAID = 0.4;
const MOST_ODDS = 5;

/** A raw score for each row, by weights that did not see its fold. */
export function fittedHere(rows: readonly Example[], said: Said): number[] {
  const matrices = new Map(
    [1, 2].map((length) => [
      length,
      matrixOfBags(rows, (row) => [...wordsAround(row), ...ourFeatures(row, length), ...saidOf(said(row))]),
    ]),
  );
  const scores = new Array<number>(rows.length).fill(0);
  /** Scores of one fold by the weights of those that are not left out. */
  const scoreFold = (fold: number, leftOut: readonly number[], { c, lengthOfOurs }: Options): Scored[] => {
    const matrix = matrices.get(lengthOfOurs);
    if (!matrix) return [];
    const known = rows.flatMap((row, i) => (leftOut.includes(foldOf(row)) ? [] : [i]));
    const weights = fit(matrix, Int32Array.from(known), () => 1, { c, passes: PASSES, seed: 20261123 });
    return rows.flatMap((row, i) => {
      if (foldOf(row) !== fold) return [];
      scores[i] = score(matrix, i, weights);
      return [{ score: scores[i] ?? 0, label: row.label }];
    });
  };
  const folds = Array.from({ length: FOLDS }, (_, fold) => fold);
  // Options are tried first: the last scores of a fold are those by the best of them.
  const best = folds.map((fold) => {
    const others = folds.filter((other) => other !== fold);
    const precisions = OPTIONS.map((options) =>
      averagePrecision(others.flatMap((other) => scoreFold(other, [fold, other], options))),
    );
    return OPTIONS[precisions.indexOf(Math.max(...precisions))];
  });
  best.forEach((options, fold) => options && scoreFold(fold, [fold], options));
  return scores;
}

const features = newFeatures();

function ourFeatures(row: Example, total: number): Bag {
  const input = row.group.inputs[row.group.at];
  if (!input) return [];
  const { count, index, value } = featuresOf(input, features);
  const length = Math.hypot(...value.subarray(0, count));
  return Array.from({ length: count }, (_, i) => [
    mix(OURS, index[i] ?? 0),
    (total * (value[i] ?? 0)) / length,
  ]);
}

const saidOf = (said: readonly number[]): Bag =>
  said.map((probability, i) => [
    hashOf(`said ${String(i)}`),
    WEIGHT_OF_SAID * Math.max(-MOST_ODDS, Math.min(MOST_ODDS, Math.log(probability / (1 - probability)))),
  ]);
