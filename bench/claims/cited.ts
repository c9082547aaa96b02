/**
 * `needsSource` on md-cite: against baselines, with and without context, by number of documents learnt from, by kind of error, and
 * on the documents with their citations in place. Five folds by document: no sentence is scored by weights that saw its document.
 */
import { groupOfSentence } from '../../core/src/claims/context.ts';
import { notAClaim, wantsSource } from '../../core/src/claims/index.ts';
import { signsOf } from '../../core/src/claims/kinds.ts';
import type { Example } from '../../scripts/fit-claims/data.ts';
import { foldOf, FOLDS, outOfFold, type FoldedRow } from '../../scripts/fit-claims/folds.ts';
import type { Scored } from '../../scripts/fit-claims/metrics.ts';
import { blendByFold } from '../../scripts/fit-claims/blend.ts';
import { CITED, fitHead, loadSources, type Sources } from '../../scripts/fit-claims/sources.ts';
import { matrixOf } from '../../scripts/fit-claims/train.ts';
import { anyDigit, fiveExpressions } from './baselines.ts';
import { flaggedBy, kindOf, printErrors, PROFILES, type Judged } from './errors.ts';
import { printLikeForLike } from './like-for-like.ts';
import { say } from './output.ts';
import { printPublished } from './published.ts';
import { beginSet } from './summary.ts';
import { fixed, HEAD, n, ranked } from './tables.ts';

/** Of the bags of words here. */
const CLOSENESS = 1;

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
  const judged = scored.map((row) => judge(row, probability(row)));

  const share = scored.filter(({ label }) => label === 1).length / scored.length;
  const documents = new Set(scored.map(({ document }) => document)).size;
  beginSet('md-cite', scored.length, documents, share);
  say(
    `\n### md-cite (needsSource): ${String(scored.length)} sentences of ${String(documents)} documents, ${(share * 100).toFixed(1)} % positive\n\n${HEAD}`,
  );
  ranked('ours', rows(probability));
  for (const least of [0.8, 0.5, 0.2]) fixed(`ours, at score ${String(least)}`, rows(probability), least);
  for (const profile of PROFILES)
    fixed(
      `ours, profile ${profile}`,
      rows((_, i) => (judged[i]?.flagged[profile] === true ? 1 : 0)),
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
  say('| flag nothing (majority) | 0.000 | 0.000 | 0.000 | | 0.500 | |');
  printPublished('md-cite');
  say(`\n${HEAD.replace('| |', '| raw scores |')}`);
  const curves = [
    ['`cited` with context', rows((row) => raws.get(row) ?? 0)],
    ['`cited`, the sentence alone', rows((row) => alone.get(row) ?? 0)],
  ] as const;
  for (const [name, raw] of curves) ranked(name, raw, false);
  say(`\n| precision at recall | ${RECALLS.join(' | ')} |\n| --- |${' ---: |'.repeat(RECALLS.length)}`);
  for (const [name, raw] of [['ours', rows(probability)] as const, ...curves])
    say(`| ${name} | ${precisionByRecall(raw).join(' | ')} |`);
  learningCurve(sources);
  printErrors('md-cite', judged);
}

/** With what the rule would flag, before it looks for sources. */
function judge(row: Example, found: number): Judged {
  const needsSource = notAClaim(row.text) === undefined ? found : Math.min(found, 0.03);
  const { kind, words: signs } = signsOf(row.text);
  return {
    document: row.document,
    offset: row.offset,
    kind: kindOf(row.text),
    score: found,
    isDue: row.label === 1,
    flagged: flaggedBy((profile) => wantsSource({ needsSource, kind, signs }, profile)),
  };
}

const RECALLS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9] as const;

/** The precision–recall curve: of the highest scores that hold each share of the positives, how many are positive. */
function precisionByRecall(rows: readonly Scored[]): string[] {
  const sorted = [...rows].sort((a, b) => b.score - a.score);
  const positives = rows.filter(({ label }) => label === 1).length;
  const found: string[] = [];
  let hits = 0;
  sorted.forEach(({ label }, i) => {
    hits += label;
    while (hits / positives >= (RECALLS[found.length] ?? Infinity)) found.push(n(hits / (i + 1)));
  });
  return found;
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
  say(`\nLearning curve: F1 and AP of \`cited\` by documents learnt from\n\n${HEAD}`);
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
