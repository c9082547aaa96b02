/**
 * Builds the on-disk index of a made-up arXiv and times it: build, size, look-ups by ID and by words, memory.
 * Usage: [NODE] tsx bench/library/arxiv-index.ts [COUNT=3000000] [FOLDER=/tmp/inquiry-arxiv]
 * Keeps the generated file and the index in FOLDER and uses them again.
 */
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ArxivIndex } from '../../server/src/arxiv-index/arxiv-index.ts';
import { buildArxivIndex } from '../../server/src/arxiv-index/build.ts';
import { hasNodeSqlite } from '../../server/src/arxiv-index/database.ts';
import { generateFile, readSamples, seeded } from './generate.ts';

const count = Number(process.argv[2] ?? 3_000_000);
const folder = process.argv[3] ?? '/tmp/inquiry-arxiv';
mkdirSync(folder, { recursive: true });
const source = join(folder, `arxiv-${String(count)}.jsonl`);
const out = join(folder, `arxiv-${String(count)}.db`);
const clock = (): number => performance.now();
const gigabytes = (path: string): string => `${(statSync(path).size / 1e9).toFixed(2)} GB`;

let since = clock();
if (!existsSync(source)) {
  await generateFile(source, count, 1, true);
  console.log(
    `generated ${count.toLocaleString('en')} records (${gigabytes(source)}) in ${((clock() - since) / 1000).toFixed(0)} s`,
  );
}
if (process.argv.includes('--rebuild')) rmSync(out, { force: true });
if (!existsSync(out)) {
  since = clock();
  let last = 0;
  await buildArxivIndex(source, out, {
    onProgress: ({ records }) => {
      if (records - last >= 1_000_000)
        console.log(
          `  … ${((last = records) / 1e6).toFixed(1)} million, ${((clock() - since) / 1000).toFixed(0)} s`,
        );
    },
  });
  console.log(
    `built in ${((clock() - since) / 1000).toFixed(0)} s, ${gigabytes(out)}, peak memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
  );
}

const index = await ArxivIndex.open(out);
const random = seeded(7);
const samples = readSamples();
const percentile = (times: number[], share: number): string =>
  `${([...times].sort((a, b) => a - b)[Math.floor(times.length * share)] ?? 0).toFixed(2)} ms`;
const time = (label: string, runs: number, work: () => unknown): void => {
  const times: number[] = [];
  const processor: number[] = [];
  for (let i = 0; i < runs; i++) {
    const before = process.cpuUsage();
    const start = clock();
    work();
    times.push(clock() - start);
    const { user, system } = process.cpuUsage(before);
    processor.push((user + system) / 1000);
  }
  const columns = [times, processor].flatMap((each) => [0.5, 0.95].map((share) => percentile(each, share)));
  console.log(`| ${label} | ${columns.join(' | ')} |`);
};
const ids = index.search('model', 200).map((hit) => hit.entry.id);
console.log(
  `\n${index.size.toLocaleString('en')} records, Node ${process.version}, ${hasNodeSqlite() ? 'node:sqlite' : 'WebAssembly SQLite'}\n`,
);
console.log('| look-up | p50 | p95 | processor p50 | processor p95 |\n| --- | ---: | ---: | ---: | ---: |');
time('by ID', 500, () => index.byArxiv(ids[Math.floor(random() * ids.length)] ?? ''));
time('by the words of a real title', 300, () =>
  index.search(samples[Math.floor(random() * samples.length)]?.title ?? '', 10),
);
time('by a real title, a third of its words gone', 300, () => {
  const words = (samples[Math.floor(random() * samples.length)]?.title ?? '').split(/\s+/);
  index.search(words.filter(() => random() >= 1 / 3).join(' '), 10);
});
time('by two words of a real title', 300, () => {
  const words = (samples[Math.floor(random() * samples.length)]?.title ?? '').split(/\s+/);
  index.search(words.slice(-2).join(' '), 10);
});
time('by a claim (first sentence of a real abstract)', 200, () =>
  index.search((samples[Math.floor(random() * samples.length)]?.abstract ?? '').split('. ')[0] ?? '', 10),
);
console.log(`\nmemory: ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB resident`);
index.close();
