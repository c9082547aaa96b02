/**
 * What scores mean: rising curves from raw scores to how often labels say yes, on rows that the weights did not see. In a note, and in a
 * stretch without its note, they mean what the teaching notes' marks say.
 */
import { assertionScore } from '../../core/src/claims/assertion.ts';
import { notAClaim } from '../../core/src/claims/index.ts';
import { blended, checkableBy, claimedByStudy, claimedIn } from '../../core/src/claims/blend.ts';
import { NO_ABSTRACT } from '../../core/src/claims/heads.ts';
import { alongCurve, logOdds, type Curve } from '../../core/src/claims/model-weights.ts';
import { isLone, notenessOfStretch } from '../../core/src/claims/stretch.ts';
import { tokenise, type Tokens } from '../../core/src/claims/tokens.ts';
import { checkables } from './assertions.ts';
import { isInStretch, type Example } from './data.ts';
import { outOfFold, type Weights } from './folds.ts';
import { isotonic, type Scored } from './metrics.ts';
import { fitByFold, fitHead, isNoteText, type SourceHead, type Sources } from './sources.ts';
import { readStretch } from './study.ts';
import { matrixOf, score } from './train.ts';

/** A head's weights, and those of the folds. */
export interface Folded {
  readonly whole: Weights;
  readonly byFold: readonly Weights[];
}

export interface Calibrated extends Folded {
  readonly curve: Curve;
}

/** Raw scores with their labels, of the rows that are asked for. */
export const labelled = (
  scores: ReadonlyMap<Example, number>,
  isAsked: (row: Example) => boolean,
): Scored[] => [...scores].flatMap(([row, raw]) => (isAsked(row) ? [{ score: raw, label: row.label }] : []));

export const foldedHead = (sources: Sources, head: SourceHead): Folded => ({
  whole: fitHead(sources, head),
  byFold: fitByFold(sources, head),
});

/** From `owed`'s raw scores, in whole notes. */
export const owedCurve = ({ matrix }: Sources, { byFold }: Folded): Curve =>
  isotonic(labelled(outOfFold(matrix, byFold), isNoteText));

/**
 * From the log odds of the blend, in stretches without their note. What authors of manuscripts leave uncited may want a source all the
 * same: the readers of notes say what a score means.
 */
export function stretchCurve({ matrix }: Sources, cited: Calibrated, owed: Calibrated): Curve {
  const byOwed = outOfFold(matrix, owed.byFold, isInStretch);
  const scores = new Map(
    [...outOfFold(matrix, cited.byFold, isInStretch)].flatMap(([row, raw]) => {
      // What speaks against a claim holds it down, whatever the curve says.
      if (notAClaim(row.text) !== undefined) return [];
      const likely = blended(
        notenessOfStretch(stretchIn(row)),
        alongCurve(cited.curve, raw),
        alongCurve(owed.curve, byOwed.get(row) ?? 0),
      );
      return [[row, logOdds(likely)] as const];
    }),
  );
  return isotonic(labelled(scores, isNoteText));
}

export interface ClaimHeads {
  readonly checkable: Calibrated;
  readonly study: Folded;
  readonly finding: Calibrated;
  readonly undertaken: Calibrated;
}

/** From the log odds of what is claimed outside abstracts (`claimedIn`), of lone sentences or of those among others. */
export function claimCurve(
  { checkable, study, finding, undertaken }: ClaimHeads,
  isAsked: (row: Example) => boolean,
): Curve {
  const rows = checkables().filter(isAsked);
  const words = matrixOf(rows);
  const byHead = outOfFold(words, checkable.byFold, () => true);
  // No abstract is among them, so what tells abstracts' findings and methods has not seen them.
  const scored = [...outOfFold(matrixOf(rows, readStretch), study.byFold, () => true)];
  return isotonic(
    scored.map(([row, byWords], i): Scored => {
      const { text, label, group } = row;
      const odds = group.inputs[group.at]?.register === 'speech' ? NO_ABSTRACT : byWords;
      const of = ({ curve, whole }: Calibrated): number => alongCurve(curve, score(words, i, whole));
      const found = of(finding);
      const stated = isAlone(row) ? found : claimedByStudy(found, of(undertaken));
      const signs = assertionScore(text, tokenise(text), notAClaim(text) !== undefined);
      const likely = checkableBy(alongCurve(checkable.curve, byHead.get(row) ?? 0), signs);
      return { score: logOdds(claimedIn(odds, stated, likely, isAlone(row))), label };
    }),
  );
}

export const isAlone = (row: Example): boolean => isLone(stretchIn(row));

const stretchIn = ({ group }: Example): readonly Tokens[] => group.inputs[group.at]?.stretch ?? [];
