/** Five folds by document, for the fitting script and the bench alike: who learns from what, and each fold scored by the other four. */
import { hashOf } from '../../core/src/claims/hash.ts';
import { isFitted, type DataSet, type Example } from './data.ts';
import { atThreshold, bestThreshold, type Measures, type Scored } from './metrics.ts';
import { score, type Matrix } from './train.ts';

export const FOLDS = 5;

/** Documents, never sentences, are dealt to folds; the deal hangs on their names alone. */
export const foldOf = (example: Pick<Example, 'set' | 'document'>): number =>
  (hashOf(`${example.set} ${example.document} 20261123`) >>> 0) % FOLDS;

/** Rows of a set whose licence lets the shipped weights learn from them. */
export function learnsFrom(sets: readonly DataSet[]): (row: Example) => boolean {
  const byName = new Map(sets.map((set) => [set.name, set]));
  return (row) => {
    const set = byName.get(row.set);
    return set !== undefined && isFitted(set, row.document);
  };
}

export type Weights = Float32Array;

const isScored = ({ scored }: Example): boolean => scored;

/** Raw scores of rows, the scored ones unless told otherwise, each by the weights that never saw its document. */
export function outOfFold(
  matrix: Matrix,
  weights: readonly Weights[],
  isAsked: (row: Example) => boolean = isScored,
): Map<Example, number> {
  const scores = new Map<Example, number>();
  matrix.rows.forEach((row, i) => {
    const own = weights[foldOf(row)];
    if (isAsked(row) && own) scores.set(row, score(matrix, i, own));
  });
  return scores;
}

export interface FoldedRow extends Scored {
  readonly fold: number;
}

/** At the threshold of best F1 on the other folds. */
export function atOthersThreshold(rows: readonly FoldedRow[]): Measures {
  const flagged: Scored[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const least = bestThreshold(rows.filter((row) => row.fold !== fold));
    for (const row of rows)
      if (row.fold === fold) flagged.push({ score: row.score >= least ? 1 : 0, label: row.label });
  }
  return atThreshold(flagged, 0.5);
}
