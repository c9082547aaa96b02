/** Rows of the bench's tables. */
import { atOthersThreshold, type FoldedRow } from '../../scripts/fit-claims/folds.ts';
import { atThreshold, auc, averagePrecision, calibrationError } from '../../scripts/fit-claims/metrics.ts';

export const HEAD =
  '| | precision | recall | F1 | AP | AUC | ECE |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |';

export const n = (x: number): string => x.toFixed(3);

/** F1 at the threshold that was best on the other folds; calibration where the scores are probabilities. */
export function ranked(name: string, rows: readonly FoldedRow[], isProbability = true): void {
  const { precision, recall, f1 } = atOthersThreshold(rows);
  const error = isProbability ? n(calibrationError(rows)) : '';
  console.log(
    `| ${name} | ${n(precision)} | ${n(recall)} | ${n(f1)} | ${n(averagePrecision(rows))} | ${n(auc(rows))} | ${error} |`,
  );
}

/** A threshold that was fixed beforehand. */
export function fixed(name: string, rows: readonly FoldedRow[], least = 1): void {
  const { precision, recall, f1 } = atThreshold(rows, least);
  console.log(
    `| ${name} | ${n(precision)} | ${n(recall)} | ${n(f1)} | ${n(averagePrecision(rows))} | ${n(auc(rows))} | |`,
  );
}
