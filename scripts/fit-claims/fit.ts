/**
 * Fits the claim model's two heads: `needsSource` on manuscripts and posts, five folds by document to measure and calibrate, then
 * all of it for the weights that ship; `finding` on abstracts (findings.ts).
 * Usage: npm run fit:claims [-- --dry]   (reads ../shared/data, writes core/src/claims/weights.ts)
 */
import { writeFileSync } from 'node:fs';
import { TABLE_BITS } from '../../core/src/claims/features.ts';
import type { HeadFile } from '../../core/src/claims/model-weights.ts';
import { dataSets, hasData } from './data.ts';
import { loadFindings } from './findings.ts';
import {
  alongCurve,
  atOthersThreshold,
  evenWeights,
  foldOf,
  foldWeights,
  FOLDS,
  learnsFrom,
  outOfFold,
  type FoldedRow,
} from './folds.ts';
import { atThreshold, auc, averagePrecision, calibrationError, isotonic, type Scored } from './metrics.ts';
import { fit, matrixOf, score, SOURCE_FIT } from './train.ts';

const isDry = process.argv.includes('--dry');

if (!hasData) {
  console.error(
    'fit:claims reads the labelled sets in ../shared/data, which are not here. The fitted weights are in the repository.',
  );
  process.exit(2);
}
const heads = { needsSource: fitSources(), finding: fitFindings() };
if (!isDry)
  writeFileSync(
    new URL('../../core/src/claims/weights.ts', import.meta.url),
    `/** Fitted by \`npm run fit:claims\`; see docs/claims.md. Do not edit. */\nimport type { ModelFile } from './model-weights.ts';\n\nexport const model: ModelFile = ${JSON.stringify({ version: 2, tableBits: TABLE_BITS, ...heads })};\n`,
  );

function fitSources(): HeadFile {
  const sets = dataSets.filter((set) => set.head === 'needsSource');
  const matrix = matrixOf(sets.flatMap((set) => set.load()));
  const learns = learnsFrom(sets);
  const weightOf = evenWeights(matrix.rows);
  const scores = outOfFold(matrix, foldWeights(matrix, learns, weightOf, SOURCE_FIT));
  const rows = [...scores].map(([row, raw]): FoldedRow => ({
    score: raw,
    label: row.label,
    fold: foldOf(row),
  }));
  const calibration = isotonic(rows.map((row) => ({ ...row, weight: 0.2 })));
  report('needsSource on md-cite, five folds by document', rows, calibration);
  const all = matrix.rows.flatMap((row, i) => (learns(row) ? [i] : []));
  return { ...pack(fit(matrix, Int32Array.from(all), weightOf, SOURCE_FIT)), calibration };
}

function fitFindings(): HeadFile {
  const findings = loadFindings();
  // What was labelled by hand calibrates; its three forms alike.
  const rows: FoldedRow[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = findings.fit((row) => foldOf(row) === fold);
    findings.rows.forEach((row, i) => {
      if (row.set === 'labelled' && foldOf(row) === fold)
        rows.push({ score: score(findings.matrix, i, weights), label: row.label, fold });
    });
  }
  const calibration = isotonic(rows.map((row) => ({ ...row, weight: 0.2 })));
  report('finding on abstracts labelled by hand, five folds by document', rows, calibration);
  return { ...pack(findings.fit()), calibration };
}

function report(name: string, rows: readonly FoldedRow[], calibration: HeadFile['calibration']): void {
  const n = (x: number): string => x.toFixed(3);
  const share = rows.reduce((sum, row) => sum + row.label, 0) / rows.length;
  const probable: Scored[] = rows.map((row) => ({ ...row, score: alongCurve(calibration, row.score) }));
  console.log(
    `${name}: ${String(rows.length)} sentences, ${(share * 100).toFixed(1)} % positive; F1 ${n(atOthersThreshold(rows).f1)}, AP ${n(averagePrecision(rows))}, AUC ${n(auc(rows))}, ECE ${n(calibrationError(probable))}; "flag all" F1 ${n(atThreshold(rows, -Infinity).f1)}`,
  );
}

function pack(weights: Float32Array): { table: string; scale: number } {
  let largest = 0;
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  // The few largest weights are cut, so that the many small ones are not rounded away.
  const sorted = Float32Array.from(weights, Math.abs).sort();
  const scale = (sorted[Math.floor(sorted.length * 0.9995)] ?? largest) / 127;
  const bytes: number[] = [];
  let zeros = 0;
  const flush = (): void => {
    for (; zeros > 0; zeros -= Math.min(zeros, 256)) bytes.push(0, Math.min(zeros, 256) - 1);
  };
  for (const weight of weights) {
    const value = Math.max(-127, Math.min(127, Math.round(weight / scale)));
    if (value === 0) zeros++;
    else {
      flush();
      bytes.push(value & 255);
    }
  }
  flush();
  return { table: Buffer.from(bytes).toString('base64'), scale };
}
