/**
 * Like for like: what the bags of words are fitted on, our features are too, with the same words, the same folds, and what the shipped
 * model says. How closely to fit, and how much ours count beside the words, is chosen by the other four folds among themselves. The
 * weights are thrown away: nothing of it ships.
 */
import { featuresOf, newFeatures } from '../../core/src/claims/features.ts';
import { hashOf, mix } from '../../core/src/claims/hash.ts';
import type { Example } from '../../scripts/fit-claims/data.ts';
import { foldOf, FOLDS } from '../../scripts/fit-claims/folds.ts';
import { averagePrecision } from '../../scripts/fit-claims/metrics.ts';
import { matrixOfBags, wordsAround, type Bag } from './baselines.ts';
import { ALL_LEARNT, firstPass, type FirstPass } from './passes.ts';

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

/** The first pass by the options that rank the other folds best, for each fold. */
export function fittedHere(rows: readonly Example[], said: Said, isLearnt = ALL_LEARNT): FirstPass {
  const matrices = new Map(
    [1, 2].map((length) => [
      length,
      matrixOfBags(rows, (row) => [...wordsAround(row), ...ourFeatures(row, length), ...saidOf(said(row))]),
    ]),
  );
  const passes = OPTIONS.flatMap(({ c, lengthOfOurs }) => {
    const matrix = matrices.get(lengthOfOurs);
    return matrix ? [firstPass(matrix, { c, passes: PASSES, seed: 20261123 }, isLearnt)] : [];
  });
  return Array.from({ length: FOLDS }, (_, fold) => {
    const others = [...rows.entries()].filter(([, row]) => foldOf(row) !== fold && isLearnt(row));
    const precisions = passes.map((pass) =>
      averagePrecision(others.map(([i, { label }]) => ({ score: pass[fold]?.[i] ?? 0, label }))),
    );
    return passes[precisions.indexOf(Math.max(...precisions))]?.[fold] ?? new Float64Array(rows.length);
  });
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
