/**
 * `needsSource` on md-cite: against baselines, with and without context, by number of documents learnt from, by kind of error, and
 * on the documents with their citations in place. Five folds by document: no sentence is scored by weights that saw its document.
 */
import { groupOfSentence } from '../../core/src/claims/context.ts';
import { notAClaim, wantsSource, type Profile } from '../../core/src/claims/index.ts';
import { signsOf } from '../../core/src/claims/kinds.ts';
import { dataSets, type Example } from '../../scripts/fit-claims/data.ts';
import {
  alongCurve,
  evenWeights,
  foldOf,
  FOLDS,
  foldWeights,
  learnsFrom,
  outOfFold,
  type Curve,
  type FoldedRow,
} from '../../scripts/fit-claims/folds.ts';
import { isotonic, type Scored } from '../../scripts/fit-claims/metrics.ts';
import { matrixOf, SOURCE_FIT } from '../../scripts/fit-claims/train.ts';
import { calibratedByFold } from './asserted.ts';
import { anyDigit, bagOfWords, bagWithNeighbours, fiveExpressions } from './baselines.ts';
import { fixed, HEAD, n, ranked } from './tables.ts';

type Scores = ReadonlyMap<Example, number>;

export function cited(): void {
  const sets = dataSets.filter((set) => set.head === 'needsSource');
  const all = sets.flatMap((set) => set.load());
  const learns = learnsFrom(sets);
  const matrix = matrixOf(all);
  const weights = foldWeights(matrix, learns, evenWeights(all), SOURCE_FIT);
  const scores = outOfFold(matrix, weights);
  const scored = all.filter((row) => row.scored);
  const bare = matrixOf(scored.map((row) => ({ ...row, group: groupOfSentence(row.text, undefined) })));
  const alone = new Map(
    [...outOfFold(bare, weights).values()].map((score, i) => [scored[i], score] as const),
  );
  const rows = (of: (row: Example, i: number) => number): FoldedRow[] =>
    scored.map((row, i) => ({ score: of(row, i), label: row.label, fold: foldOf(row) }));
  const curves = curvesOf(scores);
  const probability = (row: Example): number => alongCurve(curves[foldOf(row)] ?? [], scores.get(row) ?? 0);

  const share = scored.filter(({ label }) => label === 1).length / scored.length;
  const documents = new Set(scored.map(({ document }) => document)).size;
  console.log(
    `\n### md-cite (needsSource): ${String(scored.length)} sentences of ${String(documents)} documents, ${(share * 100).toFixed(1)} % positive\n\n${HEAD}`,
  );
  ranked('ours', rows(probability));
  for (const least of [0.8, 0.5, 0.2]) fixed(`ours, at score ${String(least)}`, rows(probability), least);
  for (const profile of ['gentle', 'standard', 'strict'] as const)
    fixed(
      `ours, profile ${profile}`,
      rows((row) => (isFlagged(row, probability(row), profile) ? 1 : 0)),
    );
  const words = bagOfWords(scored, FOLDS, foldOf);
  ranked('bag-of-words regression, fitted here', calibratedByFold(rows((_, i) => words[i] ?? 0)));
  const more = bagWithNeighbours(scored, FOLDS, foldOf);
  ranked('… with neighbours and place', calibratedByFold(rows((_, i) => more[i] ?? 0)));
  fixed(
    'five expressions',
    rows(({ text }) => fiveExpressions(text)),
  );
  fixed(
    'every sentence with a digit',
    rows(({ text }) => anyDigit(text)),
  );
  fixed(
    'flag everything',
    rows(() => 1),
  );
  console.log('| flag nothing (majority) | 0.000 | 0.000 | 0.000 | | 0.500 | |');
  console.log(`\n${HEAD.replace('| |', '| raw scores |')}`);
  const raw = rows((row) => scores.get(row) ?? 0);
  ranked('with context', raw, false);
  ranked(
    'the sentence alone',
    rows((row) => alone.get(row) ?? 0),
    false,
  );
  precisionByRecall(raw);
  learningCurve(all, learns, matrix);
  errorsByKind(scored, probability);
  worst(scored, scores);
}

/** Calibration as shipped, here from the other folds. */
function curvesOf(scores: Scores): Curve[] {
  return Array.from({ length: FOLDS }, (_, fold) =>
    isotonic(
      [...scores]
        .filter(([row]) => foldOf(row) !== fold)
        .map(([row, score]) => ({ score, label: row.label, weight: 0.2 })),
    ),
  );
}

/** What the rule would flag, before it looks for sources. */
function isFlagged(row: Example, found: number, profile: Profile): boolean {
  const needsSource = notAClaim(row.text) === undefined ? found : Math.min(found, 0.03);
  return wantsSource({ claim: found, needsSource, ...signsOf(row.text) }, profile);
}

function precisionByRecall(rows: readonly Scored[]): void {
  const sorted = [...rows].sort((a, b) => b.score - a.score);
  const positives = rows.filter(({ label }) => label === 1).length;
  const found: string[] = [];
  let hits = 0;
  sorted.forEach(({ label }, i) => {
    hits += label;
    if (found.length < 9 && hits / positives >= (found.length + 1) / 10) found.push(n(hits / (i + 1)));
  });
  console.log(`\nPrecision at recall .1, .2 … .9: ${found.join(', ')}`);
}

const SHARES = [0.125, 0.25, 0.5, 0.75, 1] as const;

/** The same folds, learning from a part of the documents: documents enter in the order of their folds' hash. */
function learningCurve(
  all: readonly Example[],
  learns: (row: Example) => boolean,
  matrix: ReturnType<typeof matrixOf>,
): void {
  const documents = [...new Set(all.filter(learns).map(({ document }) => document))].sort((a, b) =>
    [...a]
      .reverse()
      .join('')
      .localeCompare([...b].reverse().join('')),
  );
  console.log(
    `\nLearning curve: F1 and AP by documents learnt from (four fifths of them at a time)\n\n${HEAD}`,
  );
  for (const share of SHARES) {
    const known = new Set(documents.slice(0, Math.round(documents.length * share)));
    const weights = foldWeights(
      matrix,
      (row) => learns(row) && known.has(row.document),
      evenWeights(all),
      SOURCE_FIT,
    );
    const rows = [...outOfFold(matrix, weights)].map(([row, score]): FoldedRow => ({
      score,
      label: row.label,
      fold: foldOf(row),
    }));
    ranked(`${String(known.size)} documents`, rows, false);
  }
}

/** Where the standard profile is wrong, by what the words show. */
function errorsByKind(examples: readonly Example[], probability: (row: Example) => number): void {
  const counts = new Map<string, { right: number; wrong: number; missed: number }>();
  for (const row of examples) {
    const { kind, reasons } = signsOf(row.text);
    const name = notAClaim(row.text) ?? (reasons.length === 0 ? 'no sign' : kind);
    const count = counts.get(name) ?? { right: 0, wrong: 0, missed: 0 };
    const flagged = isFlagged(row, probability(row), 'standard');
    if (flagged && row.label === 1) count.right++;
    else if (flagged) count.wrong++;
    else if (row.label === 1) count.missed++;
    counts.set(name, count);
  }
  console.log(
    '\n| standard, by kind | right | flagged without a citation | missed |\n| --- | ---: | ---: | ---: |',
  );
  for (const [name, { right, wrong, missed }] of [...counts].sort())
    console.log(`| ${name} | ${String(right)} | ${String(wrong)} | ${String(missed)} |`);
}

function worst(examples: readonly Example[], scores: Scores): void {
  const sorted = [...examples].sort((a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0));
  const places = (rows: readonly Example[]): string =>
    rows.map(({ document, offset }) => `${document} @ ${String(offset)}`).join('; ');
  console.log(
    `\nTwenty highest scores without a citation: ${places(sorted.filter(({ label }) => label === 0).slice(0, 20))}`,
  );
  console.log(
    `\nTwenty lowest scores with one: ${places(sorted.filter(({ label }) => label === 1).slice(-20))}`,
  );
}
