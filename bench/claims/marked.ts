/**
 * Why a set of abstracts is hard: a learning curve by abstracts of its own, and the errors of the shipped model beside those of what is
 * fitted here (two passes), by what the words show and by where they stand; the worst by (document, number of the sentence).
 */
import { notAClaim } from '../../core/src/claims/index.ts';
import { signsOf } from '../../core/src/claims/kinds.ts';
import type { Example } from '../../scripts/fit-claims/data.ts';
import { fittedHere, type Said } from './fitted.ts';
import { secondPass } from './passes.ts';
import { flaggedByFold, HEAD, probableByFold, rankedHere } from './tables.ts';

const SHARES = [0.125, 0.25, 0.5, 0.75, 1] as const;

/** The same folds, learning from a part of the documents. */
export function printCurve(rows: readonly Example[], said: Said): void {
  const documents = [...new Set(rows.map(({ document }) => document))].sort((a, b) =>
    reversed(a).localeCompare(reversed(b)),
  );
  console.log(
    `\nLearning curve: two passes, by abstracts of the set (four fifths of them at a time)\n\n${HEAD}`,
  );
  for (const share of SHARES) {
    const known = new Set(documents.slice(0, Math.round(documents.length * share)));
    const isLearnt = (row: Example): boolean => known.has(row.document);
    rankedHere(
      `${String(known.size)} abstracts`,
      rows,
      secondPass(rows, fittedHere(rows, said, isLearnt), isLearnt),
    );
  }
}

const reversed = (text: string): string => [...text].reverse().join('');

interface Judged {
  readonly row: Example;
  readonly score: number;
  readonly isFlagged: boolean;
}

export function printErrors(rows: readonly Example[], shipped: readonly number[], said: Said): void {
  const judge = (raw: readonly number[]): Judged[] => {
    const flags = flaggedByFold(probableByFold(rows, raw));
    return rows.map((row, i) => ({ row, score: raw[i] ?? 0, isFlagged: flags[i]?.score === 1 }));
  };
  const ours = judge(shipped);
  const fitted = judge(secondPass(rows, fittedHere(rows, said)));
  printCounts('by kind', ours, fitted, () => kindOf);
  printCounts('by place', ours, fitted, placeAmong);
  printWorst(ours);
}

function kindOf({ text }: Example): string {
  const { kind, words } = signsOf(text);
  return notAClaim(text) ?? (words.length === 0 ? 'no sign' : kind);
}

/** Where a sentence stands to the marked ones of its abstract, and whether one of these is flagged. */
function placeAmong(judged: readonly Judged[]): (row: Example) => string {
  const marked = new Map<string, { at: number[]; isFound: boolean }>();
  for (const { row, isFlagged } of judged) {
    if (row.label === 0) continue;
    const known = marked.get(row.document) ?? { at: [], isFound: false };
    marked.set(row.document, { at: [...known.at, row.offset], isFound: known.isFound || isFlagged });
  }
  return ({ document, offset, label }) => {
    const { at = [], isFound = false } = marked.get(document) ?? {};
    const found = isFound ? ', one of these flagged' : ', none of these flagged';
    if (label === 1) return `marked${at.length > 1 ? ', one of several' : ''}`;
    if (at.some((each) => Math.abs(each - offset) === 1)) return `beside a marked one${found}`;
    return `${at.every((each) => each < offset) ? 'behind' : 'before'} the marked ones${found}`;
  };
}

type Naming = (judged: readonly Judged[]) => (row: Example) => string;

function printCounts(
  title: string,
  ours: readonly Judged[],
  fitted: readonly Judged[],
  naming: Naming,
): void {
  const counts = new Map<string, number[]>();
  [ours, fitted].forEach((judged, model) => {
    const nameOf = naming(judged);
    for (const { row, isFlagged } of judged) {
      if (!isFlagged && row.label === 0) continue;
      const name = nameOf(row);
      const count = counts.get(name) ?? [0, 0, 0, 0, 0, 0];
      const column = 3 * model + (isFlagged ? 1 - row.label : 2);
      count[column] = (count[column] ?? 0) + 1;
      counts.set(name, count);
    }
  });
  console.log(
    `\n| errors ${title} | shipped: right | wrong | missed | fitted here: right | wrong | missed |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |`,
  );
  for (const [name, count] of [...counts].sort()) console.log(`| ${name} | ${count.join(' | ')} |`);
}

function printWorst(judged: readonly Judged[]): void {
  const sorted = [...judged].sort((a, b) => b.score - a.score).map(({ row }) => row);
  const places = (of: readonly Example[]): string =>
    of.map(({ document, offset }) => `${document} @ ${String(offset)}`).join('; ');
  console.log(
    `\nTwenty highest scores without a mark: ${places(sorted.filter(({ label }) => label === 0).slice(0, 20))}`,
  );
  console.log(
    `\nTwenty lowest scores with one: ${places(sorted.filter(({ label }) => label === 1).slice(-20))}`,
  );
}
