/**
 * Makes core/src/library/common-terms.ts: how common each term is in 50,000 arXiv abstracts (metadata CC0), in powers of two.
 *   npx tsx bench/suggest/common-terms.ts
 */
import { writeFileSync } from 'node:fs';
import { Vocabulary } from '#core/library/terms.ts';
import { distractors } from './sets.ts';

const LEAST = 24;
const vocabulary = new Vocabulary();
const counts: number[] = [];
const seen: number[] = [];
const entries = distractors(50_000);
entries.forEach((entry, at) => {
  const scan = vocabulary.scan(`${entry.title}. ${entry.text ?? ''}`, true);
  for (let k = 0; k < scan.count; k++) {
    const id = scan.ids[k] ?? -1;
    if (id < 0 || seen[id] === at) continue;
    seen[id] = at;
    counts[id] = (counts[id] ?? 0) + 1;
  }
});
const levels = new Map<number, string[]>();
counts.forEach((count, id) => {
  const term = vocabulary.term(id);
  if (count < LEAST || term.length < 2 || !/^[a-z0-9.]+$/.test(term)) return;
  const level = Math.round(Math.log2(entries.length / count));
  levels.set(level, [...(levels.get(level) ?? []), term]);
});
const lines = [...levels]
  .sort((a, b) => a[0] - b[0])
  .map(([level, terms]) => `  [${String(level)}, '${terms.sort().join(' ')}'],`);
const text = `/**
 * How common terms are in research prose: one in 2^n of 50,000 arXiv abstracts holds the terms of level n. What stands nowhere
 * here is rarer than any level. Made by bench/suggest/common-terms.ts from arXiv's metadata (CC0); do not edit.
 */
// prettier-ignore
export const COMMON_TERMS: readonly (readonly [number, string])[] = [
${lines.join('\n')}
];
`;
writeFileSync(new URL('../../core/src/library/common-terms.ts', import.meta.url), text);
console.log(
  text.length,
  'characters',
  [...levels.values()].reduce((sum, terms) => sum + terms.length, 0),
  'terms',
);
