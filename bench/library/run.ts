/**
 * The library in memory at 1,000, 10,000 and 50,000 papers: reading, making, indexing, look-ups, search, suggestion, one
 * changed file, memory:
 *   node --expose-gc --import tsx bench/library/run.ts
 */
import { createLibrary, readLibraryFile, updateLibrary } from '#core/library/index.ts';
import type { Entry, Library } from '#core';
import { distractors, markdownSets } from '../suggest/sets.ts';

const queries =
  markdownSets()[1]
    ?.tasks[0]?.queries.slice(0, 300)
    .map((query) => query.text) ?? [];
const collect = (globalThis as { gc?: () => void }).gc;
const megabytes = (): number => {
  collect?.();
  return process.memoryUsage().heapUsed / 1e6 + process.memoryUsage().arrayBuffers / 1e6;
};

/** Milliseconds of processor time: the same under load. With `--wall`, the clock's. */
const processor = (): number => {
  if (process.argv.includes('--wall')) return performance.now();
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

function timed<T>(work: () => T): [T, string] {
  const started = processor();
  const value = work();
  return [value, `${(processor() - started).toFixed(0)} ms`];
}

function percentiles(each: (query: string) => void): string {
  const times = queries.map((query) => {
    const started = processor();
    each(query);
    return processor() - started;
  });
  times.sort((a, b) => a - b);
  const at = (share: number): string => (times[Math.floor(times.length * share)] ?? 0).toFixed(2);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms`;
}

/** One note for every ten papers, resting on one of them. */
function notesOn(papers: readonly Entry[]): Entry[] {
  return papers
    .filter((_, at) => at % 10 === 0)
    .map((paper, at): Entry => ({
      id: `notes/n${String(at)}`,
      kind: 'note',
      title: `What does “${paper.title}” show?`,
      authors: [],
      text: (paper.text ?? '').slice(0, 300),
      restsOn: [`arXiv:${paper.arxiv ?? ''}`],
      origin: { path: `notes/n${String(at)}.md`, line: 0 },
    }));
}

for (const size of [1000, 10_000, 50_000]) {
  const papers = distractors(size);
  const csl = JSON.stringify(
    papers.map((entry) => ({
      id: entry.id,
      title: entry.title,
      abstract: entry.text,
      author: entry.authors,
      number: `arXiv:${entry.id}`,
      issued: { raw: entry.date },
    })),
    null,
    1,
  );
  const before = megabytes();
  const [read, readTime] = timed(() => readLibraryFile('papers.json', csl));
  const [library, makeTime] = timed((): Library =>
    createLibrary([...read.entries, ...notesOn(read.entries)]),
  );
  const [, lookUpTime] = timed(() => [
    library.byArxiv('0000.00000'),
    library.byKey('x'),
    library.byNote('x'),
    library.byTitle('x y z'),
    library.findTitles('x'),
  ]);
  const held = megabytes();
  const [, indexTime] = timed(() => library.suggest('warm up', { top: 1 }));
  const indexed = megabytes();
  console.log(
    `\n${String(library.size)} entries (${(csl.length / 1e6).toFixed(1)} MB of CSL-JSON, ${String(read.faults.length)} faults)`,
  );
  console.log(
    `  read ${readTime}, make ${makeTime}, look-up tables ${lookUpTime}, full-text index ${indexTime}`,
  );
  console.log(
    `  memory: entries and tables ${(held - before).toFixed(0)} MB, index ${(indexed - held).toFixed(0)} MB`,
  );
  for (const query of queries.slice(0, 50)) library.suggest(query, { top: 3 });
  console.log(`  suggest, top 3: ${percentiles((query) => library.suggest(query, { top: 3 }))}`);
  console.log(
    `  search, top 20: ${percentiles((query) => library.search(query.split(' ').slice(0, 3).join(' '), 20))}`,
  );
  const ids = papers.map((paper) => paper.id);
  const [, byId] = timed(() => ids.forEach((id) => library.byArxiv(id)));
  console.log(`  ${String(ids.length)} look-ups by ID: ${byId}`);
  const change = { path: 'notes/n1.md', entries: [{ ...(notesOn(papers)[1] as Entry), text: 'Rewritten.' }] };
  const [changed, updateTime] = timed(() => updateLibrary(library, [change]));
  const [, again] = timed(() => changed.suggest('rewritten', { top: 3 }));
  console.log(`  one changed note: ${updateTime}, first suggestion after it ${again}`);
}
