import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { readLibraryFile } from '#core';
import { CacheFile } from './cache-file.ts';
import { LibraryCache } from './library-cache.ts';
import { readAll } from './library-files.ts';
import { walk } from './walk.ts';

/** Above what chance would pass: each kill hits another moment of a write that takes some ten milliseconds. */
const KILLS = 8;

let home: string;
let writer: string;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'inquiry-killed-'));
  writer = join(home, 'writer.mjs');
  // A bundle starts in a tenth of the time that the sources take.
  await build({
    entryPoints: [join(import.meta.dirname, 'testing/relentless-writer.ts')],
    outfile: writer,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
});
afterAll(() => rm(home, { recursive: true }));

/** Starts a writer and kills it some milliseconds after it began in earnest. */
async function killedAfter(milliseconds: number, ...args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [writer, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
  const exit = once(child, 'exit');
  await Promise.race([once(child.stdout, 'data'), exit]);
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  child.kill('SIGKILL');
  const [code, signal] = (await exit) as [number | null, string | null];
  expect([code, signal]).toEqual([null, 'SIGKILL']);
}

const bibliography = (entries: number): string =>
  Array.from(
    { length: entries },
    (_, i) =>
      `@article{k${String(i)}, title={On tides, part ${String(i)}}, author={Lovelace, Ada}, year={2025}}\n`,
  ).join('');

async function libraryFolder(name: string): Promise<{ folder: string; keptIn: string }> {
  const folder = join(home, name);
  await mkdir(folder);
  await writeFile(join(folder, 'refs.bib'), bibliography(1500));
  for (let i = 0; i < 60; i++)
    await writeFile(
      join(folder, `n${String(i)}.md`),
      `---\nkind: note\n---\n\n# Note ${String(i)}\n\nIt rises.\n`,
    );
  return { folder, keptIn: join(home, `${name}-cache`) };
}

/** What the cache holds answers as the files do; whatever of it survived. */
async function expectRight(folder: string, keptIn: string): Promise<void> {
  const { files } = await walk(folder, () => true);
  const fresh = await readAll(files, folder);
  for (const kept of await readdir(join(keptIn, 'library')))
    if (kept.endsWith('.cache'))
      for (const one of ['build 0', 'build 1'])
        expect((await CacheFile.open(join(keptIn, 'library', kept), one)).damage).toBeUndefined();
  for (const one of ['build 0', 'build 1']) {
    const cache = new LibraryCache(keptIn, folder, one);
    expect(await readAll(files, folder, cache)).toEqual(fresh);
    expect(cache.loaded()).toBeUndefined();
  }
}

describe('killed at any moment', () => {
  test('while the cache is written: it is whole, and answers as the files do', async () => {
    const { folder, keptIn } = await libraryFolder('cache');
    for (let kill = 0; kill < KILLS; kill++) {
      await killedAfter(kill * 9, 'cache', folder, keptIn);
      await expectRight(folder, keptIn);
    }
    const cache = new LibraryCache(keptIn, folder, 'build 0');
    const { files } = await walk(folder, () => true);
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 60_000);
    await readAll(files, folder, cache);
    await cache.save(new Set(files));
    vi.restoreAllMocks();
    const again = new LibraryCache(keptIn, folder, 'build 0');
    await readAll(files, folder, again);
    expect(again.worthSaving).toBe(false);
  }, 120_000);

  test('while a library is written: every byte of the user’s is there, and whole entries after them', async () => {
    const folder = join(home, 'library');
    await mkdir(folder);
    const path = join(folder, 'refs.bib');
    const own = `% My own words stay.\r\n@comment{as they are}\r\n${bibliography(400)}`;
    await writeFile(path, own);
    for (let kill = 0; kill < KILLS; kill++) {
      await killedAfter(kill * 4, 'file', folder);
      const text = await readFile(path, 'utf8');
      expect(text.startsWith(own)).toBe(true);
      const { entries, faults } = readLibraryFile('refs.bib', text);
      expect(faults).toEqual([]);
      // "@comment" counts as one when the writer numbers its entries.
      expect(entries.slice(400).map((entry) => entry.id)).toEqual(
        Array.from({ length: entries.length - 400 }, (_, i) => `added${String(401 + i)}`),
      );
      expect(entries.length).toBeGreaterThan(400 + kill);
    }
  }, 120_000);
});

test('two windows write one cache at a time: it is one of theirs, and right', async () => {
  const { folder, keptIn } = await libraryFolder('windows');
  await Promise.all([
    killedAfter(200, 'cache', folder, keptIn),
    killedAfter(220, 'cache', folder, keptIn),
    killedAfter(240, 'cache', folder, keptIn),
  ]);
  await expectRight(folder, keptIn);
}, 60_000);
