/** What the claim model is held against: rules of thumb, and a bag-of-words regression fitted on each set by itself. */
import { TABLE_BITS } from '../../core/src/claims/features.ts';
import { hashOf, mix } from '../../core/src/claims/hash.ts';
import type { Example } from '../../scripts/fit-claims/data.ts';
import type { Matrix } from '../../scripts/fit-claims/train.ts';

/** Five expressions as a published prose linter's description names them; a citation in brackets clears the sentence. */
const FIVE: readonly RegExp[] = [
  /\d+(?:\.\d+)?\s?(?:%|percent\b)/i,
  /\b(?:studies|research|evidence) (?:shows?|suggests?|indicates?|demonstrates?|finds?|found)\b/i,
  /\bin (?:1[89]|20)\d\d\b/i,
  /\baccording to\b/i,
  /\b(?:best|worst|largest|smallest|highest|lowest|fastest|most|least|first|greatest)\b/i,
];
const BRACKETED = /\[[^\]]+\]|\([^()]*\b(?:1[89]|20)\d\d[a-z]?\)/;

export const fiveExpressions = (text: string): number =>
  BRACKETED.test(text) ? 0 : FIVE.filter((pattern) => pattern.test(text)).length;

export const anyDigit = (text: string): number => (/\d/.test(text) ? 1 : 0);

export type Bag = readonly (readonly [word: number, weight: number])[];

function unitBag(hashes: Iterable<number>, length = 1): Bag {
  const words = new Set(hashes);
  return Array.from(words, (word) => [word, length / Math.sqrt(words.size + 1)] as const);
}

/** Words alone, each once, to unit length. */
export const ownWords = (row: Example): Bag => unitBag(row.group.inputs[row.group.at]?.tokens.hashes ?? []);

/** The same with the words of the sentences beside it, marked as theirs, and its place from either end. */
export function wordsAround(row: Example): Bag {
  const input = row.group.inputs[row.group.at];
  if (!input) return [];
  const marked = (hashes: Iterable<number> | undefined, mark: string): Bag =>
    unitBag(
      Array.from(hashes ?? [], (hash) => mix(hashOf(mark), hash)),
      0.7,
    );
  const place = [
    `${String(Math.min(5, input.before))} before`,
    `${String(Math.min(5, input.behind))} behind`,
  ];
  return [
    ...ownWords(row),
    ...marked(input.previous?.hashes, 'previous'),
    ...marked(input.next?.hashes, 'next'),
    ...place.map((name) => [hashOf(name), 0.5] as const),
  ];
}

export function matrixOfBags(rows: readonly Example[], bagOf: (row: Example) => Bag): Matrix {
  const from = new Int32Array(rows.length + 1);
  const index: number[] = [];
  const value: number[] = [];
  const mask = (1 << TABLE_BITS) - 2;
  rows.forEach((row, i) => {
    for (const [word, weight] of bagOf(row)) {
      index.push(word & mask);
      value.push(weight);
    }
    // As long as a word's: so it tells short sentences from long ones, which serves the baseline.
    const words = row.group.inputs[row.group.at]?.tokens.count ?? 0;
    index.push(mask + 1);
    value.push(1 / Math.sqrt(words + 1));
    from[i + 1] = index.length;
  });
  return { rows, from, index: Int32Array.from(index), value: Float32Array.from(value) };
}
