import { mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { FileChange } from '#core';
import { LibraryCache } from './library-cache.ts';
import { LibraryCaches } from './library-caches.ts';
import { readAll } from './library-files.ts';
import { walk } from './walk.ts';

let home: string;
let folder: string;
let keptIn: string;

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'inquiry-cache-'));
  folder = join(home, 'library');
  keptIn = join(home, 'kept');
  await mkdir(folder);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(home, { recursive: true });
});

const NOTE = '---\nkind: note\ndate: 2025-03-01\n---\n\n# Do tides turn?\n\nThey do, “naïvely” 𝛼 [@k1].\n';
/** As if some time had passed since the files changed. */
const settle = (): void => {
  const now = Date.now();
  vi.spyOn(Date, 'now').mockReturnValue(now + 60_000);
};

async function load(cache?: LibraryCache): Promise<FileChange[]> {
  return readAll((await walk(folder, () => true)).files, folder, cache);
}

/** Reads everything, keeps it, and says how the next start finds it. */
async function kept(build = 'one'): Promise<void> {
  const cache = new LibraryCache(keptIn, folder, build);
  await load(cache);
  await cache.save();
}

/** How many files a start reads anew, what it reads, and what it says of the cache. */
async function start(
  build = 'one',
): Promise<{ files: FileChange[]; anew: string[]; said: string | undefined }> {
  const anew: string[] = [];
  const cache = new LibraryCache(keptIn, folder, build);
  const keep = cache.keep.bind(cache);
  cache.keep = (change, state, bytes) => {
    anew.push(change.path.slice(folder.length + 1));
    keep(change, state, bytes);
  };
  const files = await load(cache);
  return { files, anew, said: cache.loaded() };
}

const onlyCache = async (): Promise<string> => {
  const names = await readdir(join(keptIn, 'library'));
  expect(names).toHaveLength(1);
  return join(keptIn, 'library', names[0] ?? '');
};

describe('the cache of a library', () => {
  test('gives what the files give, faults and all, and reads nothing again', async () => {
    await writeFile(join(folder, 'a.md'), NOTE);
    await writeFile(join(folder, 'plain.md'), 'No entry.\n');
    await writeFile(
      join(folder, 'refs.bib'),
      `${Array.from({ length: 450 }, (_, i) => `@book{k${String(i)}, title={T${String(i)}}, eprint={2503.${String(10000 + i)}}, archivePrefix={arXiv}}`).join('\n')}\n@book{broken, title={Never closed\n`,
    );
    settle();
    await kept();
    const { files, anew, said } = await start();
    expect(files).toEqual(await load());
    expect(files.flatMap((file) => file.faults ?? [])).toHaveLength(1);
    expect(anew).toEqual([]);
    expect(said).toBeUndefined();
  });

  test('gives nothing stale: not when size and time of change are as they were', async () => {
    const path = join(folder, 'a.md');
    await writeFile(path, NOTE);
    await utimes(path, new Date(2025, 1), new Date(2025, 1));
    settle();
    await kept();
    expect((await start()).anew).toEqual([]);
    await writeFile(path, NOTE.replace('They do', 'They no'));
    await utimes(path, new Date(2025, 1), new Date(2025, 1));
    const { files, anew } = await start();
    expect(anew).toEqual(['a.md']);
    expect(files[0]?.entries[0]?.text).toContain('They no');
  });

  test('keeps nothing of a file that is still changing', async () => {
    await writeFile(join(folder, 'a.md'), NOTE);
    const cache = new LibraryCache(keptIn, folder, 'one');
    await load(cache);
    await writeFile(join(folder, 'a.md'), NOTE.replace('They do', 'They no'));
    await cache.save();
    const { files, anew } = await start();
    expect(anew).toEqual(['a.md']);
    expect(files[0]?.entries[0]?.text).toContain('They no');
  });

  test('takes up new, changed and deleted files, and keeps the rest', async () => {
    for (const name of ['a.md', 'b.md', 'c.md']) await writeFile(join(folder, name), NOTE);
    settle();
    await kept();
    await writeFile(join(folder, 'b.md'), NOTE.replace('tides', 'winds'));
    await writeFile(join(folder, 'd.md'), NOTE);
    await rm(join(folder, 'c.md'));
    const { files, anew } = await start();
    // Files are read side by side.
    expect(anew.sort()).toEqual(['b.md', 'd.md']);
    expect(files).toEqual(await load());
    settle();
    await kept();
    expect((await start()).anew).toEqual([]);
  });

  test('of another build is made anew without a word, since nothing is wrong with it', async () => {
    await writeFile(join(folder, 'a.md'), NOTE);
    settle();
    await kept('one');
    expect(await start('two')).toMatchObject({ anew: ['a.md'], said: undefined });
  });

  test('damaged anywhere, cut short or foreign: the files are read, and the log says so', async () => {
    for (const name of ['a.md', 'b.md']) await writeFile(join(folder, name), NOTE);
    await writeFile(join(folder, 'refs.bib'), '@book{k1, title={One}, year={2024}}\n');
    settle();
    await kept();
    const path = await onlyCache();
    const whole = await readFile(path);
    const fresh = await load();
    const expectSound = async (bytes: Uint8Array): Promise<void> => {
      await writeFile(path, bytes);
      const { files, said } = await start();
      expect(files).toEqual(fresh);
      expect(said).toMatch(/^The cache of the library \(.*\) could not be used: .*\. It is made anew/);
    };
    await fc.assert(
      fc.asyncProperty(
        fc.nat({ max: whole.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, change) => {
          const bytes = Uint8Array.from(whole);
          bytes[at] = (bytes[at] ?? 0) ^ change;
          await expectSound(bytes);
        },
      ),
      { numRuns: 150 },
    );
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: whole.length - 1 }), (length) => expectSound(whole.subarray(0, length))),
      { numRuns: 50 },
    );
    await expectSound(
      Buffer.from('PK\u0003\u0004 something else altogether, and long enough to be looked at whole'),
    );
    await kept();
    expect(await start()).toMatchObject({ anew: [], said: undefined });
  });

  test('that cannot be written costs nothing but time, and is told with the next load', async () => {
    await writeFile(join(folder, 'refs.bib'), `% ${'x'.repeat(70_000)}\n@book{k1, title={One}}\n`);
    await writeFile(keptIn, 'a file where a folder should be');
    const caches = new LibraryCaches(1);
    const cache = caches.of(folder, keptIn);
    const files = await load(cache);
    expect(files[0]?.entries).toHaveLength(1);
    caches.loaded(folder, [join(folder, 'refs.bib')]);
    await expect
      .poll(() => caches.loaded(folder, []).join(' '))
      .toMatch(/could not be kept for the next start/);
  });

  test('that nobody has used for a season goes, and so does a draft that nobody finished', async () => {
    await mkdir(join(keptIn, 'library'), { recursive: true });
    const longAgo = new Date(2020, 1);
    for (const name of ['0123.cache', '0123.cache.99.x.draft']) {
      await writeFile(join(keptIn, 'library', name), '');
      await utimes(join(keptIn, 'library', name), longAgo, longAgo);
    }
    await writeFile(join(folder, 'a.md'), NOTE);
    settle();
    await kept();
    const path = await onlyCache();
    await utimes(path, longAgo, longAgo);
    await new LibraryCache(keptIn, folder, 'one').used();
    expect((await stat(path)).mtimeMs).toBeGreaterThan(longAgo.getTime());
  });
});
