/**
 * Fits the weights of the signs of perishability: a logistic regression that may give a sign of perishing no weight below zero
 * and a sign of staying none above. Prints precision and recall over five folds by document, and writes the table.
 *
 *     npx tsx scripts/fit-staleness/fit.ts
 */
import { writeFileSync } from 'node:fs';
import { allSigns, signsIn } from '#core/dates/perishability.ts';
import { digest, examples } from './data.ts';

interface Row {
  readonly signs: readonly number[];
  readonly label: 0 | 1;
  readonly fold: number;
  readonly weight: number;
}

interface Weights {
  bias: number;
  readonly of: number[];
}

const FOLDS = 5;
/** Of 0.3, 0.6, 1 and 2, which differ little over the folds. */
const RIDGE = 0.6;

/**
 * From here on a sentence is called perishable. Chosen on the fit parts of the labelled notes (bench/staleness), where
 * perishable sentences are rarer than here; the bias is moved so that the score there is 0.5.
 */
const THRESHOLD = 0.38;

const { found, lost } = examples();
const names = allSigns.map(({ name }) => name);
const rows = found.map(({ document, words, perishable, weight }): Row => ({
  signs: signsIn(words).map(({ sign }) => names.indexOf(sign.name)),
  label: perishable ? 1 : 0,
  weight,
  fold: parseInt(digest(`fold:${document}`).slice(0, 4), 16) % FOLDS,
}));

const scored = rows.map((row) => ({ row, score: 0 }));
for (let fold = 0; fold < FOLDS; fold++) {
  const weights = fit(rows.filter((row) => row.fold !== fold));
  for (const one of scored) if (one.row.fold === fold) one.score = scoreOf(weights, one.row);
}
console.log(
  `${String(rows.length)} sentences, ${String(rows.filter(({ label }) => label === 1).length)} perishable; ${String(lost)} labels lost`,
);
for (const threshold of [0.3, 0.4, 0.5, 0.6, 0.7]) {
  const taken = scored.filter(({ score }) => score >= threshold);
  const right = taken.filter(({ row }) => row.label === 1).length;
  const all = rows.filter(({ label }) => label === 1).length;
  console.log(
    `threshold ${String(threshold)}: precision ${(right / Math.max(1, taken.length)).toFixed(3)}, recall ${(right / all).toFixed(3)}`,
  );
}

const weights = fit(rows);
const table = names.map(
  (name, index) => `  ${/^\w+$/.test(name) ? name : `'${name}'`}: ${round(weights.of[index] ?? 0)},`,
);
writeFileSync(
  new URL('../../core/src/dates/perishable-weights.ts', import.meta.url),
  `/** Written by \`npx tsx scripts/fit-staleness/fit.ts\`: what each sign of \`perishable-signs.ts\` adds to the log odds. */
export const BIAS = ${round(weights.bias + Math.log((1 - THRESHOLD) / THRESHOLD))};
export const WEIGHTS: Readonly<Record<string, number>> = {
${table.join('\n')}
};
`,
);
names.forEach((name, index) => {
  const with_ = rows.filter(({ signs }) => signs.includes(index));
  console.log(
    `${name.padEnd(18)} ${round(weights.of[index] ?? 0).padStart(6)}  in ${String(with_.length)}, perishable ${String(with_.filter(({ label }) => label === 1).length)}`,
  );
});

/** Gradient descent with the weights held to their side; small and slow enough to be sure. */
function fit(train: readonly Row[]): Weights {
  const weights: Weights = { bias: -2, of: names.map(() => 0) };
  const sides = allSigns.map(({ side }) => side);
  for (let step = 0; step < 4000; step++) {
    const slope = names.map((_, index) => RIDGE * (weights.of[index] ?? 0));
    let biasSlope = 0;
    for (const row of train) {
      const error = row.weight * (scoreOf(weights, row) - row.label);
      biasSlope += error;
      for (const index of row.signs) slope[index] = (slope[index] ?? 0) + error;
    }
    const rate = 4 / train.length;
    weights.bias -= rate * biasSlope;
    slope.forEach((value, index) => {
      const next = (weights.of[index] ?? 0) - rate * value;
      weights.of[index] = sides[index] === 1 ? Math.max(0, next) : Math.min(0, next);
    });
  }
  return weights;
}

function scoreOf(weights: Weights, { signs }: Row): number {
  let odds = weights.bias;
  for (const index of signs) odds += weights.of[index] ?? 0;
  return 1 / (1 + Math.exp(-odds));
}

function round(value: number): string {
  return String(Math.round(value * 100) / 100);
}
