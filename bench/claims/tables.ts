/** Rows of the bench's tables. */
import { alongCurve } from '../../core/src/claims/model-weights.ts';
import type { Example } from '../../scripts/fit-claims/data.ts';
import { atOthersThreshold, foldOf, FOLDS, type FoldedRow } from '../../scripts/fit-claims/folds.ts';
import {
  atThreshold,
  auc,
  averagePrecision,
  bestThreshold,
  calibrationError,
  isotonic,
  type Measures,
  type Scored,
} from '../../scripts/fit-claims/metrics.ts';
import { say } from './output.ts';
import { remember } from './summary.ts';

export const HEAD =
  '| | precision | recall | F1 | AP | AUC | ECE |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |';

export const n = (x: number): string => x.toFixed(3);

/** F1 at the threshold that was best on the other folds; calibration where the scores are probabilities. */
export function ranked(name: string, rows: readonly FoldedRow[], isProbability = true): void {
  line(name, atOthersThreshold(rows), rows, isProbability ? calibrationError(rows) : undefined);
}

/** A threshold that was fixed beforehand. */
export function fixed(name: string, rows: readonly FoldedRow[], least = 1): void {
  line(name, atThreshold(rows, least), rows);
}

/**
 * Of weights fitted on the set itself: ranked by raw scores; these made probabilities by the other folds, and flagged from half the F1
 * that the others reach.
 */
export function rankedHere(name: string, examples: readonly Example[], raw: readonly number[]): void {
  const rows = probableByFold(examples, raw);
  const ranking = examples.map(({ label }, i): Scored => ({ score: raw[i] ?? 0, label }));
  line(name, atThreshold(flaggedByFold(rows), 1), ranking, calibrationError(rows));
}

function line(
  name: string,
  { precision, recall, f1 }: Measures,
  ranking: readonly Scored[],
  ece?: number,
): void {
  const ap = averagePrecision(ranking);
  remember(name, { f1, ap, ...(ece === undefined ? {} : { ece }) });
  say(
    `| ${name} | ${n(precision)} | ${n(recall)} | ${n(f1)} | ${n(ap)} | ${n(auc(ranking))} | ${ece === undefined ? '' : n(ece)} |`,
  );
}

/** Raw scores to probabilities by the other folds' curve. */
export function probableByFold(examples: readonly Example[], raw: readonly number[]): FoldedRow[] {
  const rows = examples.map((row, i): FoldedRow => ({
    score: raw[i] ?? 0,
    label: row.label,
    fold: foldOf(row),
  }));
  const curves = Array.from({ length: FOLDS }, (_, fold) =>
    isotonic(rows.filter((row) => row.fold !== fold)),
  );
  return rows.map((row) => ({ ...row, score: alongCurve(curves[row.fold] ?? [], row.score) }));
}

/**
 * 1 for what is flagged, else 0. The threshold of best F1 on a few hundred positives is an accident of a few of them; of probabilities it
 * is half the F1 that it reaches (Lipton, Elkan and Naryanaswamy 2014, "Thresholding classifiers to maximize F1 score").
 */
export function flaggedByFold(rows: readonly FoldedRow[]): Scored[] {
  const least = Array.from({ length: FOLDS }, (_, fold) => {
    const others = rows.filter((row) => row.fold !== fold);
    return atThreshold(others, bestThreshold(others)).f1 / 2;
  });
  return rows.map(({ score, label, fold }) => ({ score: score >= (least[fold] ?? 1) ? 1 : 0, label }));
}
