/**
 * The claim model against baselines on every labelled set: precision, recall, F1, average precision, AUC, calibration.
 * All rows are five folds by document: no sentence is scored by weights that saw its document.
 *
 *     npm run bench:claims            (half a minute; reads ../shared/data)
 */
import { dataSets, hasData, isFitted, type DataSet, type Example } from '../../scripts/fit-claims/data.ts';
import {
  atThreshold,
  auc,
  averagePrecision,
  bestThreshold,
  calibrationError,
  isotonic,
  type Scored,
} from '../../scripts/fit-claims/metrics.ts';
import { hashOf } from '../../core/src/claims/tokens.ts';
import { assertionScore } from '../../core/src/claims/assertion.ts';
import { notAClaim, wantsSource } from '../../core/src/claims/index.ts';
import { signsOf } from '../../core/src/claims/kinds.ts';
import { groupOfSentence } from '../../core/src/claims/context.ts';
import { FIT, fit, matrixOf, score } from '../../scripts/fit-claims/train.ts';
import { anyDigit, bagOfWords, fiveExpressions } from './baselines.ts';
import { speed } from './speed.ts';

const FOLDS = 5;
/** The same deal as the fitting script's. */
const foldOf = (row: Pick<Example, 'set' | 'document'>): number =>
  (hashOf(`${row.set} ${row.document} 20261123`) >>> 0) % FOLDS;

const PUBLISHED: Readonly<Record<string, string>> = {
  'sciclaim-pubmed': 'F1 over 0.78, transfer learning (Achakulvisut et al., arXiv:1907.00962)',
  sciark: 'claim F1 0.700 (Fergadis et al., ArgMining 2021, ten folds of all 1,000 abstracts)',
  'clef-ct24-checkworthy': 'F1 0.802 on the gold test (FactFinders, CheckThat! 2024; recalled)',
  'md-cite': 'none; nearest is CiteWorth, another set (arXiv:2105.10912)',
};

interface Row extends Scored {
  readonly fold: number;
}

function main(): void {
  speed();
  for (const head of ['needsSource', 'claim'] as const) {
    const sets = dataSets.filter((set) => set.head === head);
    const all = sets.flatMap((set) => set.load());
    const scores = crossValidated(all, sets, head === 'claim' ? FIT.c : 0.15);
    const curves = pooledCurves(sets, scores.context);
    for (const set of sets) {
      const rows = all.filter((row) => row.set === set.name && row.scored);
      table(set, rows, scores.context, curves);
      if (set.name === 'md-cite') {
        aroundMdCite(rows, scores);
        errorsByKind(rows, (row) => alongCurve(curves[foldOf(row)] ?? [], scores.context.get(row) ?? 0));
      }
    }
  }
}

/**
 * One linear model for all sets of a head, without the fold that is scored. For `needsSource` it learns where licences grant it,
 * as shipped; for `claim`, where none is shipped, from every set: what fitting would give.
 */
function crossValidated(all: readonly Example[], sets: readonly DataSet[], c: number): Scores {
  const byName = new Map(sets.map((set) => [set.name, set]));
  const learns = (row: Example): boolean => {
    const set = byName.get(row.set);
    return set !== undefined && (set.head === 'claim' || isFitted(set, row.document));
  };
  const matrix = matrixOf(all);
  const sizes = new Map<string, number>();
  for (const row of all) sizes.set(row.set, (sizes.get(row.set) ?? 0) + row.weight);
  const largest = Math.max(...sizes.values());
  const weightOf = (i: number): number => {
    const row = all[i];
    return row ? row.weight * Math.sqrt(largest / (sizes.get(row.set) ?? 1)) : 0;
  };
  const scores: Scores = { context: new Map(), alone: new Map() };
  // md-cite once more, each sentence with nothing around it.
  const bare = all.filter((row) => row.scored && row.set === 'md-cite');
  const alone = matrixOf(bare.map((row) => ({ ...row, group: groupOfSentence(row.text, undefined) })));
  for (let fold = 0; fold < FOLDS; fold++) {
    const train = all.flatMap((row, i) => (learns(row) && foldOf(row) !== fold ? [i] : []));
    const weights = fit(matrix, Int32Array.from(train), weightOf, { ...FIT, c });
    all.forEach((row, i) => {
      if (row.scored && foldOf(row) === fold) scores.context.set(row, score(matrix, i, weights));
    });
    bare.forEach((row, i) => {
      if (foldOf(row) === fold) scores.alone.set(row, score(alone, i, weights));
    });
  }
  return scores;
}

interface Scores {
  readonly context: Map<Example, number>;
  readonly alone: Map<Example, number>;
}

/** Calibration as shipped: one curve for all fitted sets of a head, here from the other folds. */
function pooledCurves(sets: readonly DataSet[], scores: ReadonlyMap<Example, number>): Curve[] {
  const fitted = new Set(sets.filter((set) => set.fitted || set.head === 'claim').map((set) => set.name));
  const sizes = new Map<string, number>();
  for (const row of scores.keys()) sizes.set(row.set, (sizes.get(row.set) ?? 0) + 1);
  const largest = Math.max(...sizes.values());
  return Array.from({ length: FOLDS }, (_, fold) =>
    isotonic(
      [...scores]
        .filter(([row]) => fitted.has(row.set) && foldOf(row) !== fold)
        .map(([row, raw]) => ({
          score: raw,
          label: row.label,
          weight: 0.2 * Math.sqrt(largest / (sizes.get(row.set) ?? 1)),
        })),
    ),
  );
}

type Curve = readonly (readonly [number, number])[];

function n(x: number): string {
  return x.toFixed(3);
}

function table(
  set: DataSet,
  examples: readonly Example[],
  scores: ReadonlyMap<Example, number>,
  curves: readonly Curve[],
): void {
  const share = examples.filter(({ label }) => label === 1).length / examples.length;
  const documents = new Set(examples.map(({ document }) => document)).size;
  console.log(
    `\n### ${set.name} (${set.head}): ${String(examples.length)} sentences of ${String(documents)} documents, ${(share * 100).toFixed(1)} % positive${set.fitted ? '' : '; not fitted on'}\n`,
  );
  console.log(
    '| | precision | recall | F1 | AP | AUC | ECE |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
  );
  const rows = (of: (row: Example, i: number) => number): Row[] =>
    examples.map((row, i) => ({ score: of(row, i), label: row.label, fold: foldOf(row) }));
  const linear = rows((row) => alongCurve(curves[foldOf(row)] ?? [], scores.get(row) ?? 0));
  const ours =
    set.head === 'claim'
      ? rows((row) => {
          const input = row.group.inputs[row.group.at];
          return input ? assertionScore(row.text, input) : 0;
        })
      : linear;
  ranked(set.head === 'claim' ? 'ours, written by hand' : 'ours', ours, calibrationError(ours));
  if (set.head === 'claim') ranked('the same features fitted on these sets (not shipped)', linear);
  if (set.head === 'needsSource')
    ranked(
      'ours, what is never a claim put last',
      ours.map((row, i) =>
        notAClaim(examples[i]?.text ?? '') === undefined ? row : { ...row, score: Math.min(row.score, 0.05) },
      ),
    );
  for (const [name, least] of [
    ['score .8', 0.8],
    ['score .5', 0.5],
    ['score .2', 0.2],
  ] as const) {
    const { precision, recall, f1 } = atThreshold(ours, least);
    console.log(`| ours, at ${name} | ${n(precision)} | ${n(recall)} | ${n(f1)} | | | |`);
  }
  if (set.head === 'needsSource') profiles(ours, examples);
  const words = bagOfWords(examples, FOLDS, foldOf, set.head === 'claim' ? 4 : 1);
  ranked('bag-of-words regression', calibratedByFold(rows((_, i) => words[i] ?? 0)));
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
  const published = PUBLISHED[set.name];
  if (published !== undefined) console.log(`\nPublished best: ${published}.`);
}

/** At the threshold that was best on the other folds. */
function ranked(name: string, rows: readonly Row[], error = calibrationError(rows)): void {
  const flagged: Scored[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const least = bestThreshold(rows.filter((row) => row.fold !== fold));
    for (const row of rows)
      if (row.fold === fold) flagged.push({ score: row.score >= least ? 1 : 0, label: row.label });
  }
  const { precision, recall, f1 } = atThreshold(flagged, 0.5);
  console.log(
    `| ${name} | ${n(precision)} | ${n(recall)} | ${n(f1)} | ${n(averagePrecision(rows))} | ${n(auc(rows))} | ${Number.isNaN(error) ? '' : n(error)} |`,
  );
}

/** Where the standard profile is wrong, by what the words show. */
function errorsByKind(examples: readonly Example[], probability: (row: Example) => number): void {
  const counts = new Map<string, { right: number; wrong: number; missed: number }>();
  for (const row of examples) {
    const signs = signsOf(row.text);
    const never = notAClaim(row.text);
    const needsSource = never === undefined ? probability(row) : Math.min(probability(row), 0.05);
    const isFlagged = wantsSource({ claim: needsSource, needsSource, ...signs }, 'standard');
    const name = never ?? (signs.reasons.length === 0 ? 'no sign' : signs.kind);
    const count = counts.get(name) ?? { right: 0, wrong: 0, missed: 0 };
    if (isFlagged && row.label === 1) count.right++;
    else if (isFlagged) count.wrong++;
    else if (row.label === 1) count.missed++;
    counts.set(name, count);
  }
  console.log(
    '\n| standard, by kind | right | flagged without a citation | missed |\n| --- | ---: | ---: | ---: |',
  );
  for (const [name, { right, wrong, missed }] of [...counts].sort())
    console.log(`| ${name} | ${String(right)} | ${String(wrong)} | ${String(missed)} |`);
}

/** What the rule would flag, before it looks for sources: the fold's score, capped, with the words' own signs. */
function profiles(rows: readonly Row[], examples: readonly Example[]): void {
  for (const profile of ['gentle', 'standard', 'strict'] as const) {
    const flagged = rows.map(({ score: found, label }, i): Scored => {
      const text = examples[i]?.text ?? '';
      const needsSource = notAClaim(text) === undefined ? found : Math.min(found, 0.05);
      return { label, score: wantsSource({ claim: found, needsSource, ...signsOf(text) }, profile) ? 1 : 0 };
    });
    const { precision, recall, f1 } = atThreshold(flagged, 0.5);
    console.log(`| ours, profile ${profile} | ${n(precision)} | ${n(recall)} | ${n(f1)} | | | |`);
  }
}

function fixed(name: string, rows: readonly Row[]): void {
  const { precision, recall, f1 } = atThreshold(rows, 1);
  console.log(
    `| ${name} | ${n(precision)} | ${n(recall)} | ${n(f1)} | ${n(averagePrecision(rows))} | ${n(auc(rows))} | |`,
  );
}

/** Raw scores to probabilities by the other folds' curve. */
function calibratedByFold(rows: readonly Row[]): Row[] {
  const curves = Array.from({ length: FOLDS }, (_, fold) =>
    isotonic(rows.filter((row) => row.fold !== fold)),
  );
  return rows.map((row) => ({ ...row, score: alongCurve(curves[row.fold] ?? [], row.score) }));
}

function alongCurve(curve: Curve, x: number): number {
  const at = curve.findIndex(([from]) => from >= x);
  const [x1, y1] = curve[at === -1 ? curve.length - 1 : at] ?? [0, 0.5];
  if (at <= 0) return y1;
  const [x0, y0] = curve[at - 1] ?? [x1, y1];
  return x1 === x0 ? y1 : y0 + ((y1 - y0) * (x - x0)) / (x1 - x0);
}

/** With and without context, the curve, and the worst mistakes by place. */
function aroundMdCite(examples: readonly Example[], scores: Scores): void {
  const rows = examples.map((row) => ({
    row,
    label: row.label,
    score: scores.context.get(row) ?? 0,
    fold: foldOf(row),
  }));
  const alone = rows.map(({ row, label, fold }) => ({
    label,
    fold,
    score: scores.alone.get(row) ?? 0,
  }));
  console.log(
    '\n| md-cite, raw scores | precision | recall | F1 | AP | AUC | ECE |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
  );
  ranked('with context', rows, NaN);
  ranked('the sentence alone', alone, NaN);
  const sorted = [...rows].sort((a, b) => b.score - a.score);
  const positives = rows.filter(({ label }) => label === 1).length;
  console.log('\n| recall | precision |\n| ---: | ---: |');
  let hits = 0;
  let next = 0.1;
  sorted.forEach(({ label }, i) => {
    hits += label;
    if (hits / positives >= next - 1e-9 && next < 1) {
      console.log(`| ${next.toFixed(1)} | ${n(hits / (i + 1))} |`);
      next += 0.1;
    }
  });
  const place = ({ row }: { row: Example }): string => `${row.document} @ ${String(row.offset)}`;
  const wrong = sorted.filter(({ label }) => label === 0).slice(0, 20);
  const missed = sorted.filter(({ label }) => label === 1).slice(-20);
  console.log(`\nTwenty highest scores without a citation: ${wrong.map(place).join('; ')}`);
  console.log(`\nTwenty lowest scores with one: ${missed.map(place).join('; ')}`);
}

if (hasData) main();
else console.log('The labelled sets in ../shared/data are not here.');
