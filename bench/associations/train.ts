/**
 * Makes core/src/library/associations-data.ts: which words of research prose speak of the same matter, learnt from 50,000 arXiv
 * records (metadata CC0). The same seed gives the same table; takes some ten minutes:
 *   npx tsx bench/associations/train.ts [passes=6]
 */
import { writeFileSync } from 'node:fs';
import { Vocabulary } from '#core/library/terms.ts';
import { allRecords } from '../suggest/sets.ts';
import { Learner } from './learner.ts';
import { packed } from './pack.ts';
import { Pairs } from './pairs.ts';

const WIDTH = 128;
/** Terms that fewer records hold say too little to be learnt. */
const LEAST_RECORDS = 24;
const BATCH = 512;
const ROUNDS_A_PASS = 3;
const FIRST_RATE = 0.01;
const SLOWING = 0.6;

const passes = Number(process.argv[2] ?? 6);
const terms = commonTerms();
const rows = new Map(terms.map(({ term }, row) => [term, row]));
const pairs = new Pairs(rows, 1);
const learner = new Learner(
  terms.map(({ rarity }) => rarity),
  WIDTH,
  2,
);
console.log(`${String(terms.length)} terms`);
let rate = FIRST_RATE;
for (let pass = 0; pass < passes; pass++, rate *= SLOWING) {
  let loss = 0;
  let steps = 0;
  for (let round = 0; round < ROUNDS_A_PASS; round++)
    for (const batch of pairs.batches(BATCH)) {
      loss += learner.learn(batch, rate, pass > 0);
      steps++;
    }
  console.log(`pass ${String(pass + 1)}: loss ${(loss / steps).toFixed(3)}`);
}
const { signs, scales } = learner.rounded();
const text = packed(
  terms.map(({ term }) => term),
  signs,
  scales,
  WIDTH,
);
writeFileSync(new URL('../../core/src/library/associations-data.ts', import.meta.url), text);
console.log(`${String(text.length)} characters`);

/** Most common first. */
function commonTerms(): { term: string; rarity: number }[] {
  const vocabulary = new Vocabulary();
  const counts: number[] = [];
  const seen: number[] = [];
  const records = allRecords();
  records.forEach(({ title, abstract }, at) => {
    const scan = vocabulary.scan(`${title}. ${abstract}`, true);
    for (let k = 0; k < scan.count; k++) {
      const id = scan.ids[k] ?? -1;
      if (id < 0 || scan.compounds[k] === 1 || seen[id] === at) continue;
      seen[id] = at;
      counts[id] = (counts[id] ?? 0) + 1;
    }
  });
  return counts
    .flatMap((count, id) => {
      const term = vocabulary.term(id);
      return count >= LEAST_RECORDS && term.length > 1 && /^[a-z0-9.]+$/.test(term)
        ? [{ term, count, rarity: Math.log(records.length / count) }]
        : [];
    })
    .sort((a, b) => b.count - a.count || (a.term < b.term ? -1 : 1));
}
