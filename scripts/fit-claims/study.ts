/**
 * What the `study` head learns from: stretches of abstracts, against stretches of the teaching texts and of other authors' manuscripts
 * and posts. It counts as many of one as of the other: what is asked of it may be either.
 */
import type { FeatureInput, Features } from '../../core/src/claims/features.ts';
import { stretchFeatures } from '../../core/src/claims/stretch.ts';
import type { Example } from './data.ts';
import { FIT, fit, matrixOf, type FitOptions, type Matrix } from './train.ts';

export const STUDY_FIT: FitOptions = { ...FIT, c: 1 };

export interface Stretches {
  readonly rows: readonly Example[];
  readonly matrix: Matrix;
}

/** Each in the forms that have no note around them; a post is told by its marks. */
export function stretches(abstracts: readonly Example[], others: readonly Example[]): Stretches {
  const isStretch = ({ group }: Example): boolean => {
    const register = group.inputs[group.at]?.register;
    return register === 'single' || register === 'window' || register === 'abstract';
  };
  const rows = [
    ...abstracts.filter(isStretch).map((row): Example => ({ ...row, label: 1 })),
    ...others.filter(isStretch).map((row): Example => ({ ...row, label: 0 })),
  ];
  return { rows, matrix: matrixOf(rows, readStretch) };
}

export function fitStudy(
  { rows, matrix }: Stretches,
  isLearnt: (row: Example) => boolean = () => true,
): Float32Array {
  const chosen = Int32Array.from(rows.keys()).filter((i) => {
    const row = rows[i];
    return row !== undefined && isLearnt(row);
  });
  const abstracts = chosen.filter((i) => rows[i]?.label === 1).length;
  const half = chosen.length / 2;
  const weights = [half / Math.max(1, chosen.length - abstracts), half / Math.max(1, abstracts)];
  return fit(matrix, chosen, (i) => weights[rows[i]?.label ?? 0] ?? 0, STUDY_FIT);
}

/** Of a row, the stretch that it stands in. */
export const readStretch = ({ stretch = [] }: FeatureInput, into: Features): Features =>
  stretchFeatures(stretch, into);
