/**
 * Fits the claim model: five folds by document to measure and calibrate, then all of it for the weights that ship.
 * Usage: npm run fit:claims [-- --dry]   (reads ../shared/data, writes core/src/claims/weights.ts)
 */
import { writeFileSync } from 'node:fs';
import { TABLE_BITS } from '../../core/src/claims/features.ts';
import { hashOf } from '../../core/src/claims/tokens.ts';
import { dataSets, hasData, isFitted, type DataSet, type Example, type HeadName } from './data.ts';
import {
  atThreshold,
  auc,
  averagePrecision,
  bestThreshold,
  calibrationError,
  isotonic,
  type Scored,
} from './metrics.ts';
import { FIT, fit, matrixOf, score, type FitOptions, type Matrix } from './train.ts';

if (!hasData) {
  console.error(
    'fit:claims reads the labelled sets in ../shared/data, which are not here. The fitted weights are in the repository.',
  );
  process.exit(2);
}

/** Rows of a set whose licence lets the shipped weights learn from them. */
function learnsFrom(sets: readonly DataSet[]): (row: Example) => boolean {
  const byName = new Map(sets.map((set) => [set.name, set]));
  return (row) => {
    const set = byName.get(row.set);
    return set !== undefined && isFitted(set, row.document);
  };
}

export const FOLDS = 5;
/** Documents, never sentences, are dealt to folds; the deal hangs on their names alone. */
export const foldOf = (example: Pick<Example, 'set' | 'document'>): number =>
  (hashOf(`${example.set} ${example.document} 20261123`) >>> 0) % FOLDS;

type ResultRow = Scored & { readonly fold: number };

interface Result {
  readonly set: DataSet;
  readonly rows: readonly ResultRow[];
}

/** Chosen on the folds. */
const OPTIONS: Readonly<Record<HeadName, FitOptions>> = {
  claim: FIT,
  needsSource: { ...FIT, c: 0.15 },
};

interface Fitting {
  readonly results: readonly Result[];
  readonly weightOf: (row: number) => number;
}

/** Each fold scored by the model of the other four. */
function crossValidate(head: HeadName, sets: readonly DataSet[], matrix: Matrix): Fitting {
  // Each set counts alike, whatever its size: the square root of its share.
  const sizes = new Map<string, number>();
  for (const row of matrix.rows) sizes.set(row.set, (sizes.get(row.set) ?? 0) + row.weight);
  const largest = Math.max(...sizes.values());
  const weightOf = (row: number): number => {
    const example = matrix.rows[row];
    return example ? example.weight * Math.sqrt(largest / (sizes.get(example.set) ?? 1)) : 0;
  };
  const learns = learnsFrom(sets);
  const rows = new Map<string, ResultRow[]>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const train: number[] = [];
    matrix.rows.forEach((row, i) => {
      if (learns(row) && foldOf(row) !== fold) train.push(i);
    });
    const weights = fit(matrix, Int32Array.from(train), weightOf, OPTIONS[head]);
    matrix.rows.forEach((row, i) => {
      if (!row.scored || foldOf(row) !== fold) return;
      const list = rows.get(row.set) ?? [];
      list.push({ score: score(matrix, i, weights), label: row.label, fold });
      rows.set(row.set, list);
    });
    console.error(`${head}: fold ${String(fold + 1)} of ${String(FOLDS)}`);
  }
  return { results: sets.map((set) => ({ set, rows: rows.get(set.name) ?? [] })), weightOf };
}

/** F1 at the threshold that was best on the other folds. */
function crossF1(rows: Result['rows']): number {
  let hits = 0;
  let flagged = 0;
  let positives = 0;
  for (let fold = 0; fold < FOLDS; fold++) {
    const threshold = bestThreshold(rows.filter((row) => row.fold !== fold));
    for (const row of rows) {
      if (row.fold !== fold) continue;
      positives += row.label;
      if (row.score >= threshold) {
        flagged++;
        hits += row.label;
      }
    }
  }
  return (2 * hits) / Math.max(1, flagged + positives);
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

const round = (x: number): string => x.toFixed(3);
const heads: Record<string, unknown> = {};
// The claim score is written by hand (core/src/claims/assertion.ts): no set of claims may be fitted on.
for (const head of ['needsSource'] as const) {
  const sets = dataSets.filter((set) => set.head === head);
  const matrix = matrixOf(sets.flatMap((set) => set.load()));
  const { results, weightOf } = crossValidate(head, sets, matrix);
  const pooled = results
    .filter(({ set }) => set.fitted)
    .flatMap(({ rows }) => rows.map((row) => ({ ...row, weight: 1 / Math.sqrt(rows.length) })));
  const scaleUp = Math.max(...pooled.map((row) => 1 / row.weight));
  const calibration = isotonic(pooled.map((row) => ({ ...row, weight: row.weight * scaleUp * 0.2 })));
  const probability = (x: number): number => {
    const at = calibration.findIndex(([from]) => from >= x);
    if (at === -1) return calibration[calibration.length - 1]?.[1] ?? 0;
    if (at === 0) return calibration[0]?.[1] ?? 0;
    const [x0, y0] = calibration[at - 1] ?? [0, 0];
    const [x1, y1] = calibration[at] ?? [1, 1];
    return x1 === x0 ? y1 : y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
  };
  console.log(
    `\n${head}, five folds by document\n\n| set | sentences | positive | F1 | AP | AUC | ECE | F1 of "flag all" |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |`,
  );
  for (const { set, rows } of results) {
    const share = rows.reduce((sum, row) => sum + row.label, 0) / rows.length;
    const calibratedRows = rows.map((row) => ({ ...row, score: probability(row.score) }));
    console.log(
      `| ${set.name}${set.fitted ? '' : ' (not fitted)'} | ${String(rows.length)} | ${(share * 100).toFixed(1)} % | ${round(crossF1(rows))} | ${round(averagePrecision(rows))} | ${round(auc(rows))} | ${round(calibrationError(calibratedRows))} | ${round(atThreshold(rows, -Infinity).f1)} |`,
    );
  }
  if (process.argv.includes('--dry')) continue;
  const all: number[] = [];
  const learns = learnsFrom(sets);
  matrix.rows.forEach((row, i) => {
    if (learns(row)) all.push(i);
  });
  const weights = fit(matrix, Int32Array.from(all), weightOf, OPTIONS[head]);
  heads[head] = { ...pack(weights), calibration };
}
if (!process.argv.includes('--dry')) {
  const file = { version: 1, tableBits: TABLE_BITS, ...heads };
  writeFileSync(
    new URL('../../core/src/claims/weights.ts', import.meta.url),
    `/** Fitted by \`npm run fit:claims\`; see docs/claims.md. Do not edit. */\nimport type { ModelFile } from './model-weights.ts';\n\nexport const model: ModelFile = ${JSON.stringify(file)};\n`,
  );
}
