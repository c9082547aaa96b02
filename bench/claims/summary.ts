/** One table over all sets: F1 and average precision of ours and of everything it is held against, as their own tables say. */
import { publishedF1 } from './published.ts';
import { say } from './output.ts';

interface Measured {
  readonly f1: number;
  readonly ap: number;
  readonly ece?: number;
}

interface OfSet {
  readonly set: string;
  /** "5823 / 750": sentences and documents. */
  readonly size: string;
  readonly positive: number;
  readonly rows: Map<string, Measured>;
}

const sets: OfSet[] = [];

/** What is remembered next is of this set. */
export function beginSet(set: string, sentences: number, documents: number, positive: number): void {
  sets.push({ set, size: `${String(sentences)} / ${String(documents)}`, positive, rows: new Map() });
}

/** A row of the set's own table; the first of a name counts, for a second pass has the name of what it follows. */
export function remember(name: string, measured: Measured): void {
  const { rows } = sets.at(-1) ?? {};
  const isSecondPass = name.startsWith('… and a second');
  const known = isSecondPass ? `${[...(rows?.keys() ?? [])].at(-1) ?? ''}, two passes` : name;
  if (rows && !rows.has(known)) rows.set(known, measured);
}

/** Columns by the name of a row, of which the first that a set has is taken. */
const COLUMNS: readonly (readonly [head: string, ...names: string[]])[] = [
  ['ours', 'ours', 'ours, whole text around', 'ours, by folds', 'ours, alone'],
  ['two sentences each way', 'ours, two sentences each way'],
  ['alone', 'ours, alone'],
  ['five expressions', 'five expressions'],
  ['a digit', 'every sentence with a digit'],
  ['everything', 'flag everything', 'flag everything (majority)'],
  ['bag of words, fitted here', 'bag-of-words regression, fitted here'],
  ['… with neighbours and place', '… with neighbours and place'],
  ['… in two passes', '… with neighbours and place, two passes'],
  ['ours, fitted here', 'our features and scores, fitted here (not shipped)'],
  ['… in two passes', 'our features and scores, fitted here (not shipped), two passes'],
];

export function printSummary(): void {
  if (sets.length === 0) return;
  say('\n### All sets: F1 / AP\n');
  say(
    `| set | sentences / documents | positive | ECE of ours | ${COLUMNS.map(([head]) => head).join(' | ')} | published F1 |\n| --- | --- | ---: | ---: |${' --- |'.repeat(COLUMNS.length + 1)}`,
  );
  for (const { set, size, positive, rows } of sets) {
    const cells = COLUMNS.map(([, ...names]) => names.flatMap((name) => rows.get(name) ?? [])[0]);
    const share = `${(positive * 100).toFixed(1)} %`;
    const error = cells[0]?.ece?.toFixed(3) ?? '';
    const shown = cells.map((cell) => (cell ? `${cell.f1.toFixed(3)} / ${cell.ap.toFixed(3)}` : ''));
    say(`| ${[set, size, share, error, ...shown, publishedF1(set)].join(' | ')} |`);
  }
}
