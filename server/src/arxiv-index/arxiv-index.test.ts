import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { LibraryFault } from '#core';
import { ArxivIndex } from './arxiv-index.ts';
import { buildArxivIndex } from './build.ts';
import { hasNodeSqlite, type SqlDatabase } from './database.ts';
import { PostingList, readPostings } from './format.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inquiry-index-'));
});
afterEach(() => rm(folder, { recursive: true }));

const engines: SqlDatabase['engine'][] = [
  'node-sqlite3-wasm',
  ...(hasNodeSqlite() ? (['node:sqlite'] as const) : []),
];

const record = (id: string, title: string, abstract: string): string =>
  JSON.stringify({
    id,
    title,
    abstract,
    authors: 'Ada Lovelace and Kate van der Berg',
    authors_parsed: [
      ['Lovelace', 'Ada', ''],
      ['van der Berg', 'Kate', ''],
    ],
    categories: 'cs.CL cs.LG',
    versions: [
      { version: 'v1', created: 'Tue, 18 Mar 2025 17:59:59 GMT' },
      { version: 'v2', created: 'Wed, 2 Apr 2025 01:00:00 GMT' },
    ],
  });

const papers = [
  record(
    '2503.00001',
    'Persona drift in long dialogues',
    'We track how a persona drifts over many turns of dialogue.',
  ),
  record(
    '2503.00002',
    'Sparse attention for long documents',
    'Attention is made sparse so that long documents fit.',
  ),
  '{"id": "2503.0000',
  record(
    '2503.00003',
    'Steering a persona by activation',
    'A direction in activation space steers the persona; drift is capped.',
  ),
  record('hep-th/9901001', 'Strings and branes', 'A study of strings.'),
  '{"id": "2503.00009"}',
  '',
];

async function source(lines: readonly string[] = papers): Promise<string> {
  const path = join(folder, 'metadata.jsonl');
  await writeFile(path, lines.join('\n'));
  return path;
}

describe.each(engines)('with %s', (engine) => {
  test('finds papers by ID and by words, best first, and passes bad lines over', async () => {
    const faults: LibraryFault[] = [];
    const out = join(folder, 'arxiv.db');
    const result = await buildArxivIndex(await source(), out, {
      engine,
      segmentRecords: 2,
      onFault: (fault) => faults.push(fault),
    });
    expect(result).toEqual({ records: 4, finished: true });
    expect(faults.map((fault) => [fault.line, fault.message])).toEqual([
      [2, 'This line is not JSON; it was passed over.'],
      [5, 'This record has no id or no title; it was passed over.'],
    ]);
    const index = await ArxivIndex.open(out, engine);
    expect(index.size).toBe(4);
    expect(index.byArxiv('hep-th/9901001')?.title).toBe('Strings and branes');
    expect(index.byArxiv('2503.00001')).toMatchObject({
      date: '2025-03-18',
      dateIs: 'submitted',
      category: 'cs.CL',
      versions: [
        { version: 1, date: '2025-03-18' },
        { version: 2, date: '2025-04-02' },
      ],
      authors: [
        { family: 'Lovelace', given: 'Ada' },
        { family: 'van der Berg', given: 'Kate' },
      ],
      text: 'We track how a persona drifts over many turns of dialogue.',
    });
    expect(index.byArxiv('2503.00009')).toBe(undefined);
    const hits = index.search('drifting personas', 5);
    expect(hits.map((hit) => hit.entry.id)).toEqual(['2503.00001', '2503.00003']);
    expect([...(hits[0]?.matched ?? [])].sort()).toEqual(['drifting', 'personas']);
    expect(index.search('zebra the of', 5)).toEqual([]);
    index.close();
  });

  test('a build that is stopped goes on where it was and gives the same index', async () => {
    const path = await source();
    const out = join(folder, 'arxiv.db');
    let asked = 0;
    const stopped = await buildArxivIndex(path, out, {
      engine,
      segmentRecords: 1,
      cancelled: () => ++asked === 2,
    });
    expect(stopped).toEqual({ records: 2, finished: false });
    expect(existsSync(out)).toBe(false);
    expect(await buildArxivIndex(path, out, { engine, segmentRecords: 1 })).toEqual({
      records: 4,
      finished: true,
    });
    const index = await ArxivIndex.open(out, engine);
    expect(index.size).toBe(4);
    expect(index.search('strings', 3).map((hit) => hit.entry.id)).toEqual(['hep-th/9901001']);
    expect(
      index
        .search('persona', 3)
        .map((hit) => hit.entry.id)
        .sort(),
    ).toEqual(['2503.00001', '2503.00003']);
    index.close();
  });

  test('another source does not go on with a half-built index', async () => {
    const out = join(folder, 'arxiv.db');
    await buildArxivIndex(await source(), out, { engine, segmentRecords: 1, cancelled: () => true });
    await expect(
      buildArxivIndex(await source([...papers, papers[0] ?? '']), out, { engine }),
    ).rejects.toThrow(/another version/);
  });

  test('two windows read it at a time, and leave nothing behind', async () => {
    const out = join(folder, 'arxiv.db');
    await buildArxivIndex(await source(), out, { engine });
    const [one, other] = [await ArxivIndex.open(out, engine), await ArxivIndex.open(out, engine)];
    for (const index of [one, other, one]) {
      expect(index.byArxiv('2503.00001')?.title).toBe('Persona drift in long dialogues');
      expect(index.search('strings', 3)).toHaveLength(1);
    }
    expect(existsSync(`${out}.lock`)).toBe(false);
    one.close();
    other.close();
  });

  test('a build takes nothing’s place but an index’s, and makes none of nothing', async () => {
    const source = join(folder, 'records.jsonl');
    await writeFile(source, papers.join('\n'));
    const notes = join(folder, 'refs.bib');
    await writeFile(notes, '@misc{a, title={A}}');
    await expect(buildArxivIndex(source, notes)).rejects.toThrow(/is there already and is no index of arXiv/);
    expect(await readFile(notes, 'utf8')).toBe('@misc{a, title={A}}');
    const out = join(folder, 'twice.db');
    await buildArxivIndex(source, out);
    expect((await buildArxivIndex(source, out)).finished).toBe(true);
    await expect(buildArxivIndex(join(folder, 'gone'), out)).rejects.toThrow(
      /gone cannot be read: there is no such file\.$/,
    );
    await expect(buildArxivIndex(folder, out)).rejects.toThrow(/is a folder; name the file/);
    await expect(buildArxivIndex(source, join(folder, 'nowhere', 'x.db'))).rejects.toThrow(
      /x\.db cannot be written: there is no such file\.$/,
    );
    await writeFile(join(folder, 'page.html'), '<html>\n</html>\n');
    const empty = join(folder, 'empty.db');
    const told: unknown[] = [];
    const telling = {
      onFault: (fault: unknown) => told.push(fault),
      onProgress: (step: unknown) => told.push(step),
    };
    await expect(buildArxivIndex(join(folder, 'page.html'), empty, telling)).rejects.toThrow(
      /holds no record/,
    );
    await writeFile(join(folder, 'long.bib'), `@book{a, title={A}}\n`.repeat(3000));
    await expect(buildArxivIndex(join(folder, 'long.bib'), empty, telling)).rejects.toThrow(
      /holds no record/,
    );
    expect(told).toEqual([]);
    expect(existsSync(empty) || existsSync(`${empty}.part`)).toBe(false);
  });

  test('a file that is no index says so in one sentence', async () => {
    const path = join(folder, 'broken.db');
    await writeFile(path, 'not a database, but long enough to be looked at as one'.repeat(50));
    await expect(ArxivIndex.open(path, engine)).rejects.toThrow(
      /is no index of arXiv that can be read .*Build it with “inquiry library build”/,
    );
  });
});

test('stopping early gives the papers and the order that looking at every candidate gives', async () => {
  const words = 'tide moon drift memory gate layer token sparse attention persona vector strings'.split(' ');
  const some = (i: number, count: number): string =>
    Array.from({ length: count }, (_, k) => words[(i * (k + 3) + k * k) % words.length] ?? '').join(' ');
  const lines = Array.from({ length: 3000 }, (_, i) =>
    record(`2503.${String(i).padStart(5, '0')}`, some(i, 4 + (i % 5)), some(i * 7, 20 + (i % 30))),
  );
  const out = join(folder, 'arxiv.db');
  await buildArxivIndex(await source(lines), out, { segmentRecords: 2500 });
  const index = await ArxivIndex.open(out);
  for (const query of ['tide moon', 'persona vector drift memory gate', 'sparse', 'layer token strings'])
    for (const top of [1, 5, 20]) {
      // With all candidates wanted, nothing can be left out early.
      const every = index.search(query, 100).slice(0, top);
      expect(index.search(query, top).map(({ entry, score }) => [entry.id, score])).toEqual(
        every.map(({ entry, score }) => [entry.id, score]),
      );
      expect(await index.searchInSteps(query, top)).toEqual(index.search(query, top));
    }
  expect(await index.searchInSteps('tide', 5, () => true)).toEqual([]);
  index.close();
});

test('killed while it builds, it loses at most the segment in the making', async () => {
  const lines = Array.from({ length: 4000 }, (_, i) =>
    record(
      `2503.${String(i).padStart(5, '0')}`,
      `Paper number ${String(i)} on drift`,
      `word${String(i)} persona`,
    ),
  );
  const path = await source(lines);
  const out = join(folder, 'arxiv.db');
  const child = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      '--input-type=module',
      '-e',
      `import { buildArxivIndex } from './server/src/arxiv-index/build.ts';
       await buildArxivIndex(${JSON.stringify(path)}, ${JSON.stringify(out)}, { segmentRecords: 200, onProgress: () => console.log('segment') });`,
    ],
    { cwd: join(import.meta.dirname, '../../..'), stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const exit = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), exit]);
  child.kill('SIGKILL');
  await exit;
  expect(existsSync(`${out}.part`)).toBe(true);
  expect(existsSync(out)).toBe(false);
  const result = await buildArxivIndex(path, out, { segmentRecords: 200 });
  expect(result).toEqual({ records: 4000, finished: true });
  const index = await ArxivIndex.open(out);
  expect(index.size).toBe(4000);
  expect(index.search('word3999', 2).map((hit) => hit.entry.id)).toEqual(['2503.03999']);
  expect(index.search('word7', 2).map((hit) => hit.entry.id)).toEqual(['2503.00007']);
  index.close();
}, 60_000);

test('posting lists come back as they were put in, and a list cut short does not throw', () => {
  const list = new PostingList();
  const put = [
    [0, 1],
    [1, 255],
    [127, 3],
    [128, 4],
    [300, 5],
    [70_000, 6],
    [199_999, 7],
  ] as const;
  for (const [paper, impact] of put) list.add(paper, impact);
  const got: [number, number][] = [];
  readPostings(list.bytes(), (paper, impact) => got.push([paper, impact]));
  expect(got).toEqual(put);
  for (let cut = 0; cut < list.bytes().length; cut++)
    readPostings(list.bytes().subarray(0, cut), (paper) => {
      expect(paper).toBeLessThan(200_000);
    });
});

test('a list cut short keeps the papers of highest impact, and of equal ones the newest', () => {
  const list = new PostingList();
  for (const [paper, impact] of [
    [3, 9],
    [5, 7],
    [6, 7],
    [8, 7],
    [9, 200],
  ] as const)
    list.add(paper, impact);
  const kept: number[] = [];
  readPostings(list.bytes(4), (paper) => kept.push(paper));
  expect(kept).toEqual([3, 6, 8, 9]);
  expect(list.papers).toBe(5);
});
