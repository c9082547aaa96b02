/**
 * Why a set of abstracts is hard: a learning curve by abstracts of its own, and the errors of the shipped model beside those of what is
 * fitted here (two passes), by what the words show and by where they stand.
 */
import type { Example } from '../../scripts/fit-claims/data.ts';
import { kindOf } from './errors.ts';
import { fittedHere, type Said } from './fitted.ts';
import { say } from './output.ts';
import { secondPass } from './passes.ts';
import { flaggedByFold, HEAD, probableByFold, rankedHere } from './tables.ts';

const SHARES = [0.125, 0.25, 0.5, 0.75, 1] as const;

/** The same folds, learning from a part of the documents. */
export function printCurve(rows: readonly Example[], said: Said): void {
  const documents = [...new Set(rows.map(({ document }) => document))].sort((a, b) =>
    reversed(a).localeCompare(reversed(b)),
  );
  say(`\nLearning curve: two passes, by abstracts of the set (four fifths of them at a time)\n\n${HEAD}`);
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

interface Flagged {
  readonly row: Example;
  readonly isFlagged: boolean;
}

export function printModelsErrors(rows: readonly Example[], shipped: readonly number[], said: Said): void {
  const judge = (raw: readonly number[]): Flagged[] => {
    const flags = flaggedByFold(probableByFold(rows, raw));
    return rows.map((row, i) => ({ row, isFlagged: flags[i]?.score === 1 }));
  };
  const ours = judge(shipped);
  const fitted = judge(secondPass(rows, fittedHere(rows, said)));
  printCounts('by kind', ours, fitted, () => (row) => kindOf(row.text));
  printCounts('by place', ours, fitted, placeAmong);
}

/** Where a sentence stands to the marked ones of its abstract, and whether one of these is flagged. */
function placeAmong(judged: readonly Flagged[]): (row: Example) => string {
  const places = new Map<Example, number>();
  const marked = new Map<string, { at: number[]; isFound: boolean }>();
  judged.forEach(({ row, isFlagged }, place) => {
    places.set(row, place);
    if (row.label === 0) return;
    const known = marked.get(row.document) ?? { at: [], isFound: false };
    marked.set(row.document, { at: [...known.at, place], isFound: known.isFound || isFlagged });
  });
  return (row) => {
    const { at = [], isFound = false } = marked.get(row.document) ?? {};
    const place = places.get(row) ?? 0;
    const found = isFound ? ', one of these flagged' : ', none of these flagged';
    if (row.label === 1) return `marked${at.length > 1 ? ', one of several' : ''}`;
    if (at.some((each) => Math.abs(each - place) === 1)) return `beside a marked one${found}`;
    return `${at.every((each) => each < place) ? 'behind' : 'before'} the marked ones${found}`;
  };
}

type Naming = (judged: readonly Flagged[]) => (row: Example) => string;

function printCounts(
  title: string,
  ours: readonly Flagged[],
  fitted: readonly Flagged[],
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
  say(
    `\n| errors ${title} | shipped: right | wrong | missed | fitted here: right | wrong | missed |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: |`,
  );
  for (const [name, count] of [...counts].sort()) say(`| ${name} | ${count.join(' | ')} |`);
}
