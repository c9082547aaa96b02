/**
 * Fits the claim model's heads: `cited`, `owed` and `note` (sources.ts), `study` (study.ts), `finding` (findings.ts) and `undertaken`
 * (undertakings.ts) on abstracts, `asserted` and `checkable` on the teaching texts and speech (assertions.ts), and what their scores mean
 * (curves.ts). Five folds by document measure and calibrate each; the weights that ship learn from all of it.
 * Usage: npm run fit:claims [-- --dry]   (reads ../shared/data, writes core/src/claims/weights.ts)
 */
import { writeFileSync } from 'node:fs';
import { TABLE_BITS } from '../../core/src/claims/features.ts';
import {
  alongCurve,
  MODEL_VERSION,
  MOST_WEIGHT,
  packWeights,
  type Curve,
  type HeadFile,
  type HeadName,
  type ModelFile,
} from '../../core/src/claims/model-weights.ts';
import { ASSERTED, assertions, checkables } from './assertions.ts';
import {
  claimCurve,
  foldedHead,
  isAlone,
  owedCurve,
  stretchCurve,
  type Calibrated,
  type Folded,
} from './curves.ts';
import type { Example } from './data.ts';
import { loadFindings, type Findings } from './findings.ts';
import { atOthersThreshold, foldOf, FOLDS, outOfFold, type FoldedRow } from './folds.ts';
import { hasData } from './lines.ts';
import { atThreshold, auc, averagePrecision, calibrationError, isotonic, type Scored } from './metrics.ts';
import {
  CITED,
  fitNote,
  isFittedOn,
  isNoteText,
  isText,
  loadSources,
  OWED,
  type Sources,
} from './sources.ts';
import { fitStudy, stretches } from './study.ts';
import { matrixOf } from './train.ts';
import { UNDERTAKEN, undertakings } from './undertakings.ts';

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
const findings = loadFindings();
const cited = foldedHead(sources, CITED);
const citedCurve = calibrate(
  'cited, on md-cite',
  measured(sources, cited, (row) => row.scored && row.set === 'md-cite'),
);
const owed = foldedHead(sources, OWED);
const curveOfOwed = owedCurve(sources, owed);
report(
  'owed, on the notes among the texts',
  measured(sources, owed, (row) => row.scored && isNoteText(row)),
  curveOfOwed,
);
const study = foldedStudy();
const finding = calibratedFinding(findings);
const undertaken = calibratedUndertaken();
const asserted = calibratedAsserted();
const checkable = calibratedCheckable();
const model: ModelFile = {
  version: MODEL_VERSION,
  tableBits: TABLE_BITS,
  heads: {
    cited: { ...pack(cited.whole), calibration: citedCurve },
    owed: { ...pack(owed.whole), calibration: curveOfOwed },
    // Without a curve: a document is one or the other, and in between by its odds.
    note: { ...pack(fitNote(sources)), calibration: [] },
    study: { ...pack(study.whole), calibration: [] },
    finding: { ...pack(finding.whole), calibration: finding.curve },
    undertaken: { ...pack(undertaken.whole), calibration: undertaken.curve },
    asserted: { ...pack(asserted.whole), calibration: asserted.curve },
    checkable: { ...pack(checkable.whole), calibration: checkable.curve },
  } satisfies Record<HeadName, HeadFile>,
  stretch: {
    needsSource: stretchCurve(sources, { ...cited, curve: citedCurve }, { ...owed, curve: curveOfOwed }),
    claimAlone: claimCurve({ checkable, study, finding, undertaken }, isAlone),
    // Of several sentences most are a note's.
    claimAmong: claimCurve({ checkable, study, finding, undertaken }, (row) => !isAlone(row) && isText(row)),
  },
};
if (!isDry)
  writeFileSync(
    new URL('../../core/src/claims/weights.ts', import.meta.url),
    `/** Fitted by \`npm run fit:claims\`; see docs/claims.md. Do not edit. */\nimport type { ModelFile } from './model-weights.ts';\n\nexport const model: ModelFile = ${JSON.stringify(model)};\n`,
  );

/** By the weights of the other folds. */
function measured(
  { matrix }: Pick<Sources, 'matrix'>,
  { byFold }: Pick<Folded, 'byFold'>,
  isMeasured?: (row: Example) => boolean,
): FoldedRow[] {
  return [...outOfFold(matrix, byFold, isMeasured)].map(([row, raw]) => folded(row, raw));
}

function calibratedAsserted(): Calibrated {
  const from = sourcesOf(assertions());
  const head = foldedHead(from, ASSERTED);
  return { ...head, curve: calibrate('asserted, on the texts', measured(from, head)) };
}

function calibratedCheckable(): Calibrated {
  const from = sourcesOf(checkables());
  const head = foldedHead(from, ASSERTED);
  const rows = measured(from, head, () => true);
  return { ...head, curve: calibrate('checkable, on stretches of the texts and speech', rows) };
}

function sourcesOf(rows: readonly Example[]): Sources {
  return { rows, matrix: matrixOf(rows) };
}

/** Without a curve: what it learns from counts half abstracts, half others. */
function foldedStudy(): Folded {
  const from = stretches(findings.abstracts, sources.rows.filter(isFittedOn));
  const byFold = Array.from({ length: FOLDS }, (_, fold) => fitStudy(from, (row) => foldOf(row) !== fold));
  report(
    'study, on abstracts and other texts',
    measured(from, { byFold }, () => true),
    [],
  );
  return { whole: fitStudy(from), byFold };
}

function calibratedFinding({ matrix, fit }: Findings): Calibrated {
  const byFold = Array.from({ length: FOLDS }, (_, fold) => fit((row) => foldOf(row) === fold));
  // What was labelled by hand calibrates; its three forms alike.
  const rows = measured({ matrix }, { byFold }, ({ set }) => set === 'labelled');
  return { whole: fit(), byFold, curve: calibrate('finding, on abstracts labelled by hand', rows) };
}

function calibratedUndertaken(): Calibrated {
  const from = sourcesOf(undertakings());
  const head = foldedHead(from, UNDERTAKEN);
  const byHand = measured(from, head, ({ set }) => set === 'labelled');
  return { ...head, curve: calibrate('undertaken, on abstracts labelled by hand', byHand) };
}

function folded(row: Example, raw: number): FoldedRow {
  return { score: raw, label: row.label, fold: foldOf(row) };
}

/** The curve from a raw score to a probability, on rows that the weights did not see. */
function calibrate(name: string, rows: readonly FoldedRow[]): Curve {
  const curve = isotonic(rows);
  report(name, rows, curve);
  return curve;
}

function report(name: string, rows: readonly FoldedRow[], curve: Curve): void {
  const n = (x: number): string => x.toFixed(3);
  const share = rows.reduce((sum, row) => sum + row.label, 0) / rows.length;
  const probable: Scored[] = rows.map((row) => ({ ...row, score: alongCurve(curve, row.score) }));
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
