/**
 * Like for like: what the bags of words are fitted on, our features are too, by the same folds, with the same words and what the shipped
 * model says. Six readings of a sentence, with and without its letters in a row, are fitted, and their scores averaged. The weights are
 * thrown away: nothing of it ships.
 */
import { featuresOf, newFeatures } from '../../core/src/claims/features.ts';
import { hashOf, mix } from '../../core/src/claims/hash.ts';
import type { Example } from '../../scripts/fit-claims/data.ts';
import { FOLDS } from '../../scripts/fit-claims/folds.ts';
import { matrixOfBags, wordsAround, type Bag } from './baselines.ts';
import { ALL_LEARNT, firstPass, type FirstPass } from './passes.ts';

/** What the shipped model says of a row, as probabilities. */
export type Said = (row: Example) => readonly number[];

interface Reading {
  /** Weight of an error against the size of the weights. */
  readonly c: number;
  /** The words of a bag have length 1; ours are some hundreds, of all kinds. */
  readonly lengthOfOurs: number;
  /** Of the letters that stand in a row; 0 leaves them out. */
  readonly lengthOfLetters: number;
}
const READINGS: readonly Reading[] = [0, 2].flatMap((lengthOfLetters) => [
  { c: 4, lengthOfOurs: 1, lengthOfLetters },
  { c: 4, lengthOfOurs: 2, lengthOfLetters },
  { c: 1, lengthOfOurs: 2, lengthOfLetters },
]);
const PASSES = 8;
const OURS = hashOf('our features');
const WEIGHT_OF_SAID = 0.4;
const MOST_ODDS = 5;

/** The mean of six readings' first passes: which of them is best hangs on a few sentences of a small set, their mean does not. */
export function fittedHere(rows: readonly Example[], said: Said, isLearnt = ALL_LEARNT): FirstPass {
  // What the shipped model says costs most, and is the same in every reading.
  const saidOfRow = new Map(rows.map((row) => [row, saidOf(said(row))]));
  const passes = READINGS.map(({ c, lengthOfOurs, lengthOfLetters }) => {
    const matrix = matrixOfBags(rows, (row) => [
      ...wordsAround(row),
      ...ourFeatures(row, lengthOfOurs),
      ...letters(row, lengthOfLetters),
      ...(saidOfRow.get(row) ?? []),
    ]);
    return firstPass(matrix, { c, passes: PASSES, seed: 20261123 }, isLearnt);
  });
  return Array.from({ length: FOLDS }, (_, fold) =>
    Float64Array.from(rows, (_row, i) => meanOf(passes.map((pass) => pass[fold]?.[i] ?? 0))),
  );
}

const meanOf = (scores: readonly number[]): number =>
  scores.reduce((sum, each) => sum + each, 0) / scores.length;

const LETTERS_IN_A_ROW = [3, 4, 5] as const;

/** A set of a few hundred sentences knows few words; their beginnings and ends it meets more often. */
function letters({ text }: Example, total: number): Bag {
  if (total === 0) return [];
  const spaced = ` ${text.toLowerCase().replace(/\s+/g, ' ')} `;
  const found = new Set<string>();
  for (const length of LETTERS_IN_A_ROW)
    for (let at = 0; at + length <= spaced.length; at++) found.add(spaced.slice(at, at + length));
  return Array.from(found, (each) => [hashOf(`letters ${each}`), total / Math.sqrt(found.size)]);
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
