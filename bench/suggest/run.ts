/**
 * Citation suggestion on every set against plain MiniSearch, plain BM25 and SQLite FTS5, in one run:
 *   npx tsx bench/suggest/run.ts [part of a set's name]
 */
import { bm25, fts5, inquiry, miniSearch, type Engine } from './engines.ts';
import { measure, row } from './measures.ts';
import { allSets } from './sets.ts';

const wanted = process.argv[2] ?? '';
const sqlite = fts5();
if (!sqlite) console.log('SQLite FTS5 is left out: this Node has no node:sqlite (24 has).');
const engines: Engine[] = [
  inquiry,
  miniSearch,
  bm25('title'),
  bm25('title and abstract'),
  ...(sqlite ? [sqlite] : []),
];

for (const set of allSets()) {
  if (!set.name.includes(wanted)) continue;
  const size = set.tasks.reduce((most, task) => Math.max(most, task.entries.length), 0);
  console.log(
    `\n${set.name}: ${String(set.tasks.reduce((sum, task) => sum + task.queries.length, 0))} queries, up to ${String(size)} entries. ${set.published}`,
  );
  console.log(`${''.padEnd(24)}R@1    R@3    R@10   MRR    nDCG@10`);
  for (const engine of engines) {
    const started = performance.now();
    const measures = measure(set, engine.build);
    console.log(`${engine.name.padEnd(24)}${row(measures)}   ${(performance.now() - started).toFixed(0)} ms`);
  }
}
