/**
 * Fits the claim model's heads: `cited`, `owed` and `note` (sources.ts), `finding` on abstracts (findings.ts), `asserted` on the teaching
 * texts (assertions.ts). Five folds by document measure and calibrate each; the weights that ship learn from all of it.
 * Usage: npm run fit:claims [-- --dry]   (reads ../shared/data, writes core/src/claims/weights.ts)
 */
import { writeFileSync } from 'node:fs';
import { TABLE_BITS } from '../../core/src/claims/features.ts';
import {
  MODEL_VERSION,
  MOST_WEIGHT,
  packWeights,
  type HeadFile,
  type HeadName,
} from '../../core/src/claims/model-weights.ts';
import { ASSERTED, assertions } from './assertions.ts';
import { hasData, type Example } from './data.ts';
import { loadFindings } from './findings.ts';
import { alongCurve, atOthersThreshold, foldOf, FOLDS, outOfFold, type FoldedRow } from './folds.ts';
import { atThreshold, auc, averagePrecision, calibrationError, isotonic, type Scored } from './metrics.ts';
import {
  CITED,
  fitByFold,
  fitHead,
  fitNote,
  isNoteText,
  loadSources,
  OWED,
  type SourceHead,
  type Sources,
} from './sources.ts';
import { matrixOf, score } from './train.ts';

/** Levels on either side of zero: more make the package larger and the model no better. */
const LEVELS = 31;
const isDry = process.argv.includes('--dry');

if (!hasData) {
  console.error(
    'fit:claims reads the labelled sets in ../shared/data, which are not here. The fitted weights are in the repository.',
  );
  process.exit(2);
}
const sources = loadSources();
const asserted = assertions();
const heads: Record<HeadName, HeadFile> = {
  cited: fitSource('cited, on md-cite', CITED, sources, (row) => row.set === 'md-cite'),
  owed: fitSource('owed, on the notes among the texts', OWED, sources, isNoteText),
  // Without a curve: a document is one or the other, and in between by its odds.
  note: { ...pack(fitNote(sources)), calibration: [] },
  finding: fitFindings(),
  asserted: fitSource('asserted, on the texts', ASSERTED, { rows: asserted, matrix: matrixOf(asserted) }),
};
if (!isDry)
  writeFileSync(
    new URL('../../core/src/claims/weights.ts', import.meta.url),
    `/** Fitted by \`npm run fit:claims\`; see docs/claims.md. Do not edit. */\nimport type { ModelFile } from './model-weights.ts';\n\nexport const model: ModelFile = ${JSON.stringify({ version: MODEL_VERSION, tableBits: TABLE_BITS, heads })};\n`,
  );

function fitSource(
  name: string,
  head: SourceHead,
  from: Sources,
  isMeasured: (row: Example) => boolean = () => true,
): HeadFile {
  const scores = outOfFold(from.matrix, fitByFold(from, head));
  const rows = [...scores].filter(([row]) => isMeasured(row)).map(([row, raw]) => folded(row, raw));
  return { ...pack(fitHead(from, head)), calibration: calibrate(name, rows) };
}

function fitFindings(): HeadFile {
  const findings = loadFindings();
  // What was labelled by hand calibrates; its three forms alike.
  const rows: FoldedRow[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const weights = findings.fit((row) => foldOf(row) === fold);
    findings.rows.forEach((row, i) => {
      if (row.set === 'labelled' && foldOf(row) === fold)
        rows.push(folded(row, score(findings.matrix, i, weights)));
    });
  }
  return { ...pack(findings.fit()), calibration: calibrate('finding, on abstracts labelled by hand', rows) };
}

function folded(row: Example, raw: number): FoldedRow {
  return { score: raw, label: row.label, fold: foldOf(row) };
}

/** The curve from a raw score to a probability, on rows that the weights did not see. */
function calibrate(name: string, rows: readonly FoldedRow[]): HeadFile['calibration'] {
  const calibration = isotonic(rows.map((row) => ({ ...row, weight: 0.2 })));
  report(`${name}, five folds by document`, rows, calibration);
  return calibration;
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
  // The few largest weights are cut, so that the many small ones are not rounded away.
  const sorted = Float32Array.from(weights, Math.abs).sort();
  const scale = (sorted[Math.floor(sorted.length * 0.9995)] ?? 1) / LEVELS;
  const levels = Array.from(weights, (weight) => {
    const level = Math.round(weight / scale);
    return Math.max(-MOST_WEIGHT, Math.min(MOST_WEIGHT, level)) + 0;
  });
  return { table: packWeights(levels), scale };
}
