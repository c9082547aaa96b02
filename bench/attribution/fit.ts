/**
 * Fits the judge of citations (logistic regression, weights shrunk) and reports it across five folds by paper:
 *   npx tsx bench/attribution/fit.ts
 * Copy what it prints to `attributionModel` in core/src/library/attribution.ts.
 */
import { doubtOf, weighed, type AttributionModel } from '#core/library/attribution.ts';
import { attributionCases, type Case } from './cases.ts';

const FOLDS = 5;
const FALSE_ALARMS = Number(process.env.RATE ?? 0.005);

const foldOf = (paper: string): number => {
  let hash = 7;
  for (const char of paper) hash = (Math.imul(hash, 31) + (char.codePointAt(0) ?? 0)) >>> 0;
  return hash % FOLDS;
};

/** Newton's method with an L2 penalty; right and wrong weigh the same. */
function fit(cases: readonly Case[]): number[] {
  const rows = cases.map((each) => weighed(each.features));
  const size = rows[0]?.length ?? 0;
  const weights = new Array<number>(size).fill(0);
  const wrongs = cases.filter((each) => each.wrong).length;
  const weightOf = (each: Case): number =>
    each.wrong ? cases.length / (2 * wrongs) : cases.length / (2 * (cases.length - wrongs));
  for (let round = 0; round < 25; round++) {
    const gradient = weights.map((weight, at) => (at === 0 ? 0 : -2 * weight));
    const hessian = weights.map((_, i) =>
      weights.map((__, j): number => (i === j ? (i === 0 ? 1e-6 : 2) : 0)),
    );
    for (const [at, each] of cases.entries()) {
      const row = rows[at] ?? [];
      const p = 1 / (1 + Math.exp(-row.reduce((sum, x, i) => sum + x * (weights[i] ?? 0), 0)));
      const w = weightOf(each);
      row.forEach((x, i) => {
        gradient[i] = (gradient[i] ?? 0) + w * x * ((each.wrong ? 1 : 0) - p);
        const line = hessian[i];
        if (line) row.forEach((y, j) => (line[j] = (line[j] ?? 0) + w * x * y * p * (1 - p)));
      });
    }
    solve(hessian, gradient).forEach((step, at) => (weights[at] = (weights[at] ?? 0) + step));
  }
  return weights;
}

function solve(matrix: number[][], vector: number[]): number[] {
  const a = matrix.map((line, i) => [...line, vector[i] ?? 0]);
  const n = vector.length;
  for (let i = 0; i < n; i++) {
    let pivot = i;
    for (let r = i + 1; r < n; r++) if (Math.abs(a[r]?.[i] ?? 0) > Math.abs(a[pivot]?.[i] ?? 0)) pivot = r;
    [a[i], a[pivot]] = [a[pivot] ?? [], a[i] ?? []];
    for (let r = 0; r < n; r++) {
      if (r === i) continue;
      const factor = (a[r]?.[i] ?? 0) / (a[i]?.[i] ?? 1);
      for (let c = i; c <= n; c++) {
        const line = a[r];
        if (line) line[c] = (line[c] ?? 0) - factor * (a[i]?.[c] ?? 0);
      }
    }
  }
  return a.map((line, i) => (line[n] ?? 0) / (line[i] ?? 1));
}

/** The doubt that no more than the allowed share of right citations reaches. */
function thresholdFor(cases: readonly Case[], weights: readonly number[]): number {
  const doubts = cases
    .filter((each) => !each.wrong)
    .map((each) => doubtOf(each.features, { weights, threshold: 0 }));
  doubts.sort((x, y) => y - x);
  return doubts[Math.floor(doubts.length * FALSE_ALARMS)] ?? 1;
}

export function report(
  name: string,
  cases: readonly Case[],
  modelFor: (each: Case) => AttributionModel,
): void {
  const rate = (part: readonly Case[]): string => {
    const said = part.filter((each) => {
      const model = modelFor(each);
      return doubtOf(each.features, model) > model.threshold;
    }).length;
    return `${String(said)}/${String(part.length)} = ${((100 * said) / part.length).toFixed(1)} %`;
  };
  const given = cases.filter((each) => each.given);
  console.log(
    `${name.padEnd(34)} found ${rate(given.filter((each) => each.wrong))}; accused ${rate(given.filter((each) => !each.wrong))}; accused of all right ones ${rate(cases.filter((each) => !each.wrong))}`,
  );
}

const sets = [
  ['set alone', attributionCases(0)],
  ['with 2,000 arXiv records', attributionCases(2000)],
  ['with 20,000 arXiv records', attributionCases(20000)],
  ['set alone, a third without text', attributionCases(0, true)],
] as const;
if (process.env.DUMP) (await import('node:fs')).writeFileSync(process.env.DUMP, JSON.stringify(sets));
const all = sets.flatMap(([, cases]) => cases);
const models = Array.from({ length: FOLDS }, (_, fold) => {
  const part = all.filter((each) => foldOf(each.paper) !== fold);
  const weights = fit(part);
  return { weights, threshold: thresholdFor(part, weights) };
});
for (const [name, cases] of sets)
  report(name, cases, (each) => models[foldOf(each.paper)] ?? { weights: [], threshold: 1 });
const weights = fit(all);
console.log(
  JSON.stringify({
    weights: weights.map((weight) => Number(weight.toFixed(3))),
    threshold: Number(thresholdFor(all, weights).toFixed(4)),
  }),
);
