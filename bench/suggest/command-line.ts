/**
 * scifact through `inquiry suggest` with JSON lines and a library file, beside what the engine says of the same claims:
 *   npm run build && npx tsx bench/suggest/command-line.ts
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inquiry } from './engines.ts';
import { measure, row } from './measures.ts';
import { scifact } from './sets.ts';

const root = path.resolve(import.meta.dirname, '../..');
const CLAIMS = 300;

const set = scifact();
const [task] = set.tasks;
if (!task) throw new Error('scifact has no entries.');
const queries = task.queries.slice(0, CLAIMS);
const folder = mkdtempSync(path.join(tmpdir(), 'inquiry-suggest-'));
const library = path.join(folder, 'library.json');
writeFileSync(
  library,
  JSON.stringify(task.entries.map(({ id, title, text }) => ({ id, type: 'article', title, abstract: text }))),
);
const started = performance.now();
const run = spawnSync(
  process.execPath,
  ['dist/cli.js', 'suggest', '--library', library, '--no-bundled-library', '--top', '20'],
  {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    input: queries.map(({ id, text }) => `${JSON.stringify({ id, text })}\n`).join(''),
  },
);
const seconds = (performance.now() - started) / 1000;
rmSync(folder, { recursive: true, force: true });
if (run.status !== 0) throw new Error(run.stderr);
const told = new Map<string, string[]>();
for (const line of run.stdout.split('\n'))
  if (line !== '') {
    const answer = JSON.parse(line) as { id: string; results: { entry: string }[] };
    told.set(
      answer.id,
      answer.results.map((result) => result.entry),
    );
  }
const byText = new Map(queries.map((query) => [query.text, told.get(query.id) ?? []]));
const part = { ...set, tasks: [{ entries: task.entries, queries }] };
console.log(`${String(queries.length)} claims, ${String(task.entries.length)} entries`);
console.log(`${''.padEnd(20)}R@1    R@3    R@10   MRR    nDCG@10`);
console.log(`${'the engine'.padEnd(20)}${row(measure(part, inquiry.build))}`);
console.log(
  `${'inquiry suggest'.padEnd(20)}${row(measure(part, () => (text) => byText.get(text) ?? []))}   ${seconds.toFixed(1)} s in all`,
);
