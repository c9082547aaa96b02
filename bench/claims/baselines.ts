/** What the claim model is held against: rules of thumb, and a bag-of-words regression fitted on each set by itself. */
import { TABLE_BITS } from '../../core/src/claims/features.ts';
import type { Example } from '../../scripts/fit-claims/data.ts';
import { fit, score, type Matrix } from '../../scripts/fit-claims/train.ts';

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

/** Words alone, each once, to unit length: five folds, each scored by the other four. `c` as large as served it best. */
export function bagOfWords(
  rows: readonly Example[],
  folds: number,
  foldOf: (row: Example) => number,
  c = 1,
): number[] {
  const matrix = wordsOf(rows);
  const scores = new Array<number>(rows.length).fill(0);
  for (let fold = 0; fold < folds; fold++) {
    const others = rows.flatMap((row, i) => (foldOf(row) === fold ? [] : [i]));
    const weights = fit(matrix, Int32Array.from(others), () => 1, { c, passes: 12, seed: 20261123 });
    rows.forEach((row, i) => {
      if (foldOf(row) === fold) scores[i] = score(matrix, i, weights);
    });
  }
  return scores;
}

function wordsOf(rows: readonly Example[]): Matrix {
  const from = new Int32Array(rows.length + 1);
  const index: number[] = [];
  const value: number[] = [];
  rows.forEach((row, i) => {
    const tokens = row.group.inputs[row.group.at]?.tokens;
    const words = new Set(Array.from(tokens?.hashes ?? [], (hash) => hash & ((1 << TABLE_BITS) - 2)));
    const length = 1 / Math.sqrt(words.size + 1);
    for (const word of words) {
      index.push(word);
      value.push(length);
    }
    index.push((1 << TABLE_BITS) - 1);
    value.push(length);
    from[i + 1] = index.length;
  });
  return { rows, from, index: Int32Array.from(index), value: Float32Array.from(value) };
}
