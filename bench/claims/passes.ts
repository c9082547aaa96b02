/**
 * Two passes over a set's documents, for what is fitted on the set itself: the first scores each sentence; the second reads the first's
 * scores of the whole document, for an abstract concludes once. Held out honestly: what the second pass learns from are scores of
 * sentences whose fold the first did not see (stacking: Wolpert 1992, "Stacked generalization", Neural Networks 5:241).
 */
import type { Example } from '../../scripts/fit-claims/data.ts';
import { foldOf, FOLDS } from '../../scripts/fit-claims/folds.ts';
import { fit, score, type FitOptions, type Matrix } from '../../scripts/fit-claims/train.ts';

/** For each fold, every row's raw score by weights that saw neither that fold nor the row's own. */
export type FirstPass = readonly Float64Array[];

/** Whether a row of the set may be learnt from, whatever its fold. */
export type IsLearnt = (row: Example) => boolean;
export const ALL_LEARNT: IsLearnt = () => true;

export function firstPass(matrix: Matrix, options: FitOptions, isLearnt = ALL_LEARNT): FirstPass {
  const folds = matrix.rows.map(foldOf);
  const pass = Array.from({ length: FOLDS }, () => new Float64Array(matrix.rows.length));
  const scoreBy = (weights: Float32Array, into: Float64Array | undefined, scored: number): void => {
    folds.forEach((fold, i) => {
      if (into && fold === scored) into[i] = score(matrix, i, weights);
    });
  };
  for (let one = 0; one < FOLDS; one++)
    for (let two = one; two < FOLDS; two++) {
      const learnt = folds.flatMap((fold, i) => {
        const row = matrix.rows[i];
        return row && fold !== one && fold !== two && isLearnt(row) ? [i] : [];
      });
      const weights = fit(matrix, Int32Array.from(learnt), () => 1, options);
      scoreBy(weights, pass[one], two);
      if (one !== two) scoreBy(weights, pass[two], one);
    }
  return pass;
}

/** Each row by weights that saw all folds but its own. */
export const heldOut = (rows: readonly Example[], pass: FirstPass): number[] =>
  rows.map((row, i) => pass[foldOf(row)]?.[i] ?? 0);

/** There is nothing to read in a document of one sentence. */
export const hasNeighbours = (rows: readonly Example[]): boolean =>
  new Set(rows.map(({ document }) => document)).size < rows.length;

/** Some ten features, so hardly held small. */
const SECOND: FitOptions = { c: 1, passes: 30, seed: 20261123 };

/** A raw score for each row, in the order of the rows. */
export function secondPass(rows: readonly Example[], first: FirstPass, isLearnt = ALL_LEARNT): number[] {
  const documents = placesByDocument(rows);
  const scores = new Array<number>(rows.length).fill(0);
  first.forEach((raw, fold) => {
    const learnt = rows.flatMap((row, i) => (foldOf(row) !== fold && isLearnt(row) ? [i] : []));
    const { mean, spread } = spreadOf(learnt.map((i) => raw[i] ?? 0));
    const standard = Array.from(raw, (each) => (each - mean) / spread);
    const features = new Array<number[]>(rows.length);
    for (const document of documents) {
      const own = document.map((i) => standard[i] ?? 0);
      const amid = amidOthers(own);
      document.forEach((i, at) => (features[i] = amid[at] ?? []));
    }
    const matrix = denseMatrix(rows, features, learnt);
    const weights = fit(matrix, Int32Array.from(learnt), () => 1, SECOND);
    rows.forEach((row, i) => {
      if (foldOf(row) === fold) scores[i] = score(matrix, i, weights);
    });
  });
  return scores;
}

function placesByDocument(rows: readonly Example[]): number[][] {
  const places = new Map<string, number[]>();
  rows.forEach(({ document }, i) => {
    const own = places.get(document);
    if (own) own.push(i);
    else places.set(document, [i]);
  });
  return [...places.values()];
}

/** What stands in for a neighbour's score, in standard deviations, where there is none. */
const NO_NEIGHBOUR = -1;
/** Odds for each standard deviation, in sharing one claim out among a document's sentences. */
const SHARPNESS = 2;

/** A document's scores, each among the others: its neighbours', the best of the rest, the mean, its share. */
function amidOthers(scores: readonly number[]): number[][] {
  const highest = Math.max(...scores);
  const mean = scores.reduce((sum, each) => sum + each, 0) / scores.length;
  const odds = scores.map((each) => Math.exp(SHARPNESS * (each - highest)));
  const total = odds.reduce((sum, each) => sum + each, 0);
  const second = [...scores].sort((a, b) => b - a)[1] ?? NO_NEIGHBOUR;
  const best = scores.indexOf(highest);
  return scores.map((own, at) => {
    const rival = at === best ? second : highest;
    return [
      own,
      scores[at - 1] ?? NO_NEIGHBOUR,
      scores[at + 1] ?? NO_NEIGHBOUR,
      at === 0 ? 1 : 0,
      at === scores.length - 1 ? 1 : 0,
      own - rival,
      rival,
      own - mean,
      mean,
      (odds[at] ?? 0) / total,
    ];
  });
}

/** Columns of mean 0 and spread 1 over what is learnt from, and a constant. */
function denseMatrix(
  rows: readonly Example[],
  features: readonly number[][],
  learnt: readonly number[],
): Matrix {
  const width = (features[0]?.length ?? 0) + 1;
  const value = new Float32Array(rows.length * width).fill(1);
  for (let column = 0; column < width - 1; column++) {
    const { mean, spread } = spreadOf(learnt.map((i) => features[i]?.[column] ?? 0));
    features.forEach((own, i) => (value[i * width + column] = ((own[column] ?? 0) - mean) / spread));
  }
  return {
    rows,
    from: Int32Array.from({ length: rows.length + 1 }, (_, i) => i * width),
    index: Int32Array.from(value, (_, k) => k % width),
    value,
  };
}

function spreadOf(values: readonly number[]): { readonly mean: number; readonly spread: number } {
  const mean = values.reduce((sum, each) => sum + each, 0) / values.length;
  const variance = values.reduce((sum, each) => sum + (each - mean) ** 2, 0) / values.length;
  return { mean, spread: Math.sqrt(variance) || 1 };
}
