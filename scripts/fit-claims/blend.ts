/** `needsSource` on md-cite as the product blends it, for the bench: each sentence by weights and a curve that did not see its document. */
import { blended, notenessOfManner } from '../../core/src/claims/blend.ts';
import { alongCurve } from '../../core/src/claims/model-weights.ts';
import { foldedHead, labelled, owedCurve } from './curves.ts';
import type { Example } from './data.ts';
import { foldOf, FOLDS, outOfFold } from './folds.ts';
import { isotonic } from './metrics.ts';
import { CITED, fitByFold, fitNote, OWED, readManner, type Sources } from './sources.ts';
import { matrixOf, score } from './train.ts';

/** Calibrated scores. */
export interface Blended {
  readonly scores: ReadonlyMap<Example, number>;
  /** Raw scores of the `cited` head alone. */
  readonly cited: ReadonlyMap<Example, number>;
  readonly citedWeights: readonly Float32Array[];
}

export function blendByFold(sources: Sources): Blended {
  const citedWeights = fitByFold(sources, CITED);
  const cited = new Map(
    [...outOfFold(sources.matrix, citedWeights)].filter(([row]) => row.set === 'md-cite'),
  );
  const owed = foldedHead(sources, OWED);
  const ofOwed = owedCurve(sources, owed);
  const manners = matrixOf(sources.rows, readManner);
  const noteWeights = Array.from({ length: FOLDS }, (_, fold) =>
    fitNote(sources, (row) => foldOf(row) !== fold),
  );
  const curves = Array.from({ length: FOLDS }, (_, fold) =>
    isotonic(labelled(cited, (row) => foldOf(row) !== fold)),
  );
  const scores = new Map<Example, number>();
  sources.rows.forEach((row, i) => {
    const raw = cited.get(row);
    const fold = foldOf(row);
    const noteHead = noteWeights[fold];
    if (raw === undefined || noteHead === undefined) return;
    const note = notenessOfManner(score(manners, i, noteHead));
    const owes = alongCurve(ofOwed, score(sources.matrix, i, owed.whole));
    scores.set(row, blended(note, alongCurve(curves[fold] ?? [], raw), owes));
  });
  return { scores, cited, citedWeights };
}
