/**
 * What the `study` head learns from: stretches of abstracts, against stretches of the teaching texts and of other authors' manuscripts
 * and posts. It counts as many of one as of the other, and the few abstracts from arXiv a third as much as all from journals: what is
 * asked of it may be any.
 */
import type { FeatureInput, Features } from '../../core/src/claims/features.ts';
import { stretchFeatures } from '../../core/src/claims/stretch.ts';
import type { Example } from './data.ts';
import { FIT, fit, matrixOf, type FitOptions, type Matrix } from './train.ts';

export const STUDY_FIT: FitOptions = { ...FIT, c: 1 };

/** Of what it learns from; abstracts in journals are eighteen times as many as those on arXiv. */
const SHARES = { other: 1 / 2, arxiv: 1 / 8, journal: 3 / 8 } as const;

const kindOf = ({ label, document }: Example): keyof typeof SHARES =>
  label === 0 ? 'other' : document.startsWith('arxiv:') ? 'arxiv' : 'journal';

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
  const counts = { other: 0, arxiv: 0, journal: 0 };
  const kinds = rows.map((row) => (isLearnt(row) ? kindOf(row) : undefined));
  for (const kind of kinds) if (kind) counts[kind]++;
  const chosen = Int32Array.from(kinds.keys()).filter((i) => kinds[i] !== undefined);
  const weightOf = (i: number): number => {
    const kind = kinds[i];
    return kind ? (SHARES[kind] * chosen.length) / counts[kind] : 0;
  };
  return fit(matrix, chosen, weightOf, STUDY_FIT);
}

/** Of a row, the stretch that it stands in. */
export const readStretch = ({ stretch = [] }: FeatureInput, into: Features): Features =>
  stretchFeatures(stretch, into);
