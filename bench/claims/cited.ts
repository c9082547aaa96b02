/**
 * `needsSource` on md-cite: against baselines, with and without context, by number of documents learnt from, by kind of error, and
 * on the documents with their citations in place. Five folds by document: no sentence is scored by weights that saw its document.
 */
import { groupOfSentence } from '../../core/src/claims/context.ts';
import { notAClaim, wantsSource, type Profile } from '../../core/src/claims/index.ts';
import { signsOf } from '../../core/src/claims/kinds.ts';
import type { Example } from '../../scripts/fit-claims/data.ts';
import { foldOf, FOLDS, outOfFold, type FoldedRow } from '../../scripts/fit-claims/folds.ts';
import type { Scored } from '../../scripts/fit-claims/metrics.ts';
import { blendByFold, CITED, fitHead, loadSources, type Sources } from '../../scripts/fit-claims/sources.ts';
import { matrixOf } from '../../scripts/fit-claims/train.ts';
import { anyDigit, fiveExpressions } from './baselines.ts';
import { printLikeForLike } from './like-for-like.ts';
import { fixed, HEAD, n, ranked } from './tables.ts';

/** Of the bags of words here. */
const CLOSENESS = 1;

type Scores = ReadonlyMap<Example, number>;

export function cited(): void {
  const sources = loadSources();
  const { scores, cited: raws, citedWeights } = blendByFold(sources);
  const scored = [...scores.keys()];
  const bare = matrixOf(scored.map((row) => ({ ...row, group: groupOfSentence(row.text, undefined) })));
  const alone = new Map(
    [...outOfFold(bare, citedWeights).values()].map((score, i) => [scored[i], score] as const),
  );
  const rows = (of: (row: Example, i: number) => number): FoldedRow[] =>
    scored.map((row, i) => ({ score: of(row, i), label: row.label, fold: foldOf(row) }));
  const probability = (row: Example): number => scores.get(row) ?? 0;

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
  printLikeForLike(scored, () => [], CLOSENESS);
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
  const raw = rows((row) => raws.get(row) ?? 0);
  ranked('`cited` with context', raw, false);
  ranked(
    '`cited`, the sentence alone',
    rows((row) => alone.get(row) ?? 0),
    false,
  );
  precisionByRecall(raw);
  learningCurve(sources);
  errorsByKind(scored, probability);
  worst(scored, scores);
}

/** What the rule would flag, before it looks for sources. */
function isFlagged(row: Example, found: number, profile: Profile): boolean {
  const needsSource = notAClaim(row.text) === undefined ? found : Math.min(found, 0.03);
  const signs = signsOf(row.text);
  return wantsSource({ needsSource, kind: signs.kind, signs: signs.words }, profile);
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

/** The same folds, learning from a part of other authors' documents and of the texts: they enter in the order of their names' ends. */
function learningCurve(sources: Sources): void {
  const learnt = sources.rows.filter((row) => CITED.weightOf(row) > 0);
  const namesOf = (isText: boolean): string[] =>
    [
      ...new Set(learnt.filter((row) => (row.set === 'texts') === isText).map(({ document }) => document)),
    ].sort((a, b) => reversed(a).localeCompare(reversed(b)));
  const [documents, texts] = [namesOf(false), namesOf(true)];
  console.log(`\nLearning curve: F1 and AP of \`cited\` by documents learnt from\n\n${HEAD}`);
  const lineOf = (name: string, known: ReadonlySet<string>): void => {
    const weights = Array.from({ length: FOLDS }, (_, fold) =>
      fitHead(sources, CITED, (row) => known.has(row.document) && foldOf(row) !== fold),
    );
    const rows = [...outOfFold(sources.matrix, weights)]
      .filter(([row]) => row.set === 'md-cite')
      .map(([row, score]): FoldedRow => ({ score, label: row.label, fold: foldOf(row) }));
    ranked(name, rows, false);
  };
  const first = (names: readonly string[], share: number): string[] =>
    names.slice(0, Math.round(names.length * share));
  for (const share of SHARES) {
    const known = first(documents, share);
    lineOf(`${String(known.length)} documents, no text`, new Set(known));
  }
  for (const share of [0.5, 1] as const) {
    const known = first(texts, share);
    lineOf(
      `${String(documents.length)} documents, ${String(known.length)} texts`,
      new Set([...documents, ...known]),
    );
  }
}

const reversed = (text: string): string => [...text].reverse().join('');

/** Where the standard profile is wrong, by what the words show. */
function errorsByKind(examples: readonly Example[], probability: (row: Example) => number): void {
  const counts = new Map<string, { right: number; wrong: number; missed: number }>();
  for (const row of examples) {
    const { kind, words } = signsOf(row.text);
    const name = notAClaim(row.text) ?? (words.length === 0 ? 'no sign' : kind);
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
