/**
 * How the `finding` head is fitted, compared by five folds of documents on what it may learn from: sentences of abstracts, by the labels
 * given by hand (each in its whole abstract) and by their authors' headings. Nothing that the head is measured on has a say.
 *     npx tsx scripts/fit-claims/finding-options.ts [hand calls]      (reads ../shared/data; two minutes a row; rows that name a word given)
 */
import type { Example } from './data.ts';
import { hasData } from './lines.ts';
import { FINDING, loadFindings, type FindingOptions } from './findings.ts';
import { atOthersThreshold, foldOf, FOLDS, type FoldedRow } from './folds.ts';
import { averagePrecision } from './metrics.ts';
import { score } from './train.ts';

const closeness = (c: number): FindingOptions => ({ ...FINDING, fit: { ...FINDING.fit, c } });
/** One option moved at a time. */
const COMPARED: readonly (readonly [name: string, options: FindingOptions])[] = [
  ['as it ships', FINDING],
  ...[0.05, 0.1, 0.4, 0.8].map((c) => [`c ${String(c)}`, closeness(c)] as const),
  ...[1, 2, 8].map((byHand) => [`a label by hand counts ${String(byHand)}`, { ...FINDING, byHand }] as const),
  ['calls for more work learnt as claims', { ...FINDING, learnsCalls: true }],
];

/** What judges: the abstracts labelled by hand, and those whose authors wrote headings. */
const JUDGES = ['labelled', 'headed'] as const;

if (!hasData) {
  console.error('finding-options.ts reads the sets in ../shared/data, which are not here.');
  process.exit(2);
}
console.log(
  `| | ${JUDGES.map((set) => `F1, ${set} | AP, ${set}`).join(' | ')} |\n| --- |${' ---: |'.repeat(2 * JUDGES.length)}`,
);
const wanted = process.argv.slice(2);
for (const [name, options] of COMPARED) {
  if (wanted.length > 0 && !wanted.some((word) => name.includes(word))) continue;
  const rows = byFolds(options);
  const figures = JUDGES.flatMap((set) => {
    const own = rows.filter((row) => row.set === set);
    return [atOthersThreshold(own).f1, averagePrecision(own)];
  });
  console.log(`| ${name} | ${figures.map((figure) => figure.toFixed(3)).join(' | ')} |`);
}

/** The whole abstract's form of each sentence, by weights that saw no form of its document. */
function byFolds(options: FindingOptions): (FoldedRow & Pick<Example, 'set'>)[] {
  const { matrix, rows, fit } = loadFindings(options);
  const weights = Array.from({ length: FOLDS }, (_, fold) => fit((row) => foldOf(row) === fold));
  const seen = new Set<string>();
  return rows.flatMap((row, i) => {
    const place = `${row.set} ${row.document} ${String(row.offset)}`;
    const own = weights[foldOf(row)];
    // The forms of a sentence stand together, the whole abstract first.
    if (own === undefined || seen.has(place)) return [];
    seen.add(place);
    return [{ set: row.set, score: score(matrix, i, own), label: row.label, fold: foldOf(row) }];
  });
}
