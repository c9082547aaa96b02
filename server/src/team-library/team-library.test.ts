import { createServer, type IncomingMessage } from 'node:http';
import { mkdir, mkdtemp, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Entry } from '#core';
import { OpenSearchLibrary } from './open-search.ts';
import { receivedEntry } from './received-entry.ts';
import { loadLibraryPath } from '../storage/library-files.ts';
import { exportStaticLibrary } from './static-export.ts';
import { filesAt, filesIn } from './static-files.ts';
import { listOfShards, listsShard } from './static-format.ts';
import { StaticLibrary } from './static-library.ts';

const entry = (id: string, title: string, text = '', more: Partial<Entry> = {}): Entry => ({
  id,
  kind: 'paper',
  title,
  authors: [{ family: 'Lovelace', given: 'Ada' }],
  text,
  origin: { path: '/home/me/refs.json', line: 3 },
  ...more,
});
const entries = [
  entry('drift', 'Persona drift in long dialogues', 'Ähnliche Wörter: drift over many turns.', {
    arxiv: '2503.00001',
    doi: '10.1000/x',
  }),
  entry('sparse', 'Sparse attention', 'Long documents fit.', { keys: ['Sparse2025'] }),
  entry('steer', 'Steering a persona', 'Drift is capped by activation steering.'),
];

let folder: string;
let closing: (() => Promise<void>)[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inquiry-team-'));
});
afterEach(async () => {
  for (const close of closing) await close();
  closing = [];
  await rm(folder, { recursive: true });
});

async function serve(
  answer: (request: IncomingMessage, body: string) => Promise<{ status: number; body?: string | Buffer }>,
): Promise<{ address: string; asked: string[] }> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      asked.push(request.url ?? '');
      void answer(request, body).then((made) => response.writeHead(made.status).end(made.body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(
    () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  );
  return { address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`, asked };
}

/** What any static host does, with or without ranges. */
const files =
  (root: string, ranges: boolean) =>
  async (request: IncomingMessage): Promise<{ status: number; body?: Buffer }> => {
    const file = await readFile(join(root, request.url ?? '')).catch(() => undefined);
    if (!file) return { status: 404 };
    const range = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '');
    return ranges && range
      ? { status: 206, body: file.subarray(Number(range[1]), Number(range[2]) + 1) }
      : { status: 200, body: file };
  };

describe.each([true, false])('a static export, host with ranges: %s', (ranges) => {
  test('is found by ID, DOI and key, searched by words, and asked once', async () => {
    const site = join(folder, 'site');
    await exportStaticLibrary(entries, site);
    const { address, asked } = await serve(files(site, ranges));
    const library = new StaticLibrary(filesAt(address));
    const answer = await library.find(['arxiv:2503.00001', 'doi:10.1000/x', 'key:sparse2025', 'key:nobody']);
    expect(answer.ok && [...answer.value].map(([name, found]) => [name, found.id])).toEqual([
      ['arxiv:2503.00001', 'drift'],
      ['doi:10.1000/x', 'drift'],
      ['key:sparse2025', 'sparse'],
    ]);
    expect(answer.ok && answer.value.get('arxiv:2503.00001')?.origin.elsewhere).toMatch(/^127\.0\.0\.1:/);
    // Where a file lay on the exporter's disk is nobody else's business.
    const written = await readFile(join(site, 'entries.jsonl'), 'utf8');
    expect(written).toContain('"refs.json"');
    expect(written).not.toContain('/home/me');
    const hits = await library.search('personas drifting', 5);
    expect(hits.ok && hits.value.map((hit) => hit.entry.id)).toEqual(['drift', 'steer']);
    const before = asked.length;
    await library.find(['arxiv:2503.00001']);
    await library.search('personas drifting', 5);
    expect(asked.length).toBe(before);
  });
});

test('an export in a folder on this disk answers like one on the web', async () => {
  const site = join(folder, 'site');
  await exportStaticLibrary(entries, site);
  const library = new StaticLibrary(filesIn(site));
  const answer = await library.find(['doi:10.1000/x', 'key:nobody', 'key:steer']);
  expect(answer.ok && [...answer.value.values()].map(({ id }) => id)).toEqual(['drift', 'steer']);
  const hits = await library.search('personas drifting constructor', 5);
  expect(hits.ok && hits.value.map((hit) => hit.entry.id)).toEqual(['drift', 'steer']);
});

test.each([
  ['keys', 'keys/000.json'],
  ['words', 'words/000.json'],
  ['entries.jsonl', 'entries.jsonl'],
])('a file of an export that is missing is a fault, not an empty one: %s', async (lost, path) => {
  const site = join(folder, 'site');
  await exportStaticLibrary(entries, site);
  await rm(join(site, lost), { recursive: true });
  const library = new StaticLibrary(filesIn(site));
  const ask = (): Promise<unknown> =>
    lost === 'words' ? library.search('personas', 5) : library.find(['doi:10.1000/x']);
  expect(await ask()).toEqual({
    ok: false,
    reason: `its file “${path}” is missing; export it anew with “inquiry library export”`,
  });
  await exportStaticLibrary(entries, site);
  expect(await ask()).toMatchObject({ ok: true });
});

test('an export without the list of its files is read as before', async () => {
  const site = join(folder, 'site');
  await exportStaticLibrary(entries, site);
  const { files: _, ...older } = JSON.parse(await readFile(join(site, 'library.json'), 'utf8')) as Record<
    string,
    unknown
  >;
  await writeFile(join(site, 'library.json'), JSON.stringify(older));
  await rm(join(site, 'words'), { recursive: true });
  const library = new StaticLibrary(filesIn(site));
  expect(await library.search('personas', 5)).toEqual({ ok: true, value: [] });
  expect(await library.find(['doi:10.1000/x'])).toMatchObject({ ok: true });
});

test('the shards that there are are listed as ranges', () => {
  const names = ['003', '000', '001', 'fff', '00a', '002'];
  const list = listOfShards(names);
  expect(list).toBe('000-003,00a,fff');
  expect([...names, '004', '009', 'ffe'].map((name) => listsShard(list, name))).toEqual([
    ...names.map(() => true),
    false,
    false,
    false,
  ]);
  expect(listsShard(listOfShards([]), '000')).toBe(false);
});

test('what a stranger sends is read with care', () => {
  expect(receivedEntry({ id: 'a' }, 'there')).toBe(undefined);
  expect(receivedEntry('entry', 'there')).toBe(undefined);
  expect(
    receivedEntry(
      {
        id: 'a',
        title: 'A study',
        kind: 'book',
        authors: 'Ada Lovelace',
        date: 'last year',
        url: 'javascript:alert(1)',
        doi: '10.1000/X',
        versions: [{ version: 2 }, { version: 1, date: '2025-03' }],
        origin: { path: '/etc/passwd', line: 1 },
      },
      'there',
    ),
  ).toEqual({
    id: 'a',
    title: 'A study',
    kind: 'paper',
    authors: [],
    doi: '10.1000/x',
    versions: [{ version: 1, date: '2025-03' }, { version: 2 }],
    origin: { path: 'there', line: 0, elsewhere: 'there' },
  });
});

test('the same library exports the same bytes, over an older export too', async () => {
  const site = join(folder, 'site');
  await exportStaticLibrary([entries[0] as Entry], site);
  await exportStaticLibrary(entries, site);
  const other = join(folder, 'other');
  await exportStaticLibrary([...entries].reverse(), other);
  for (const file of ['library.json', 'entries.jsonl', 'keys/000.json', 'words/000.json'])
    expect(await readFile(join(site, file), 'utf8')).toBe(await readFile(join(other, file), 'utf8'));
});

test('a folder is read without the exports that lie in it; files that are only named so are read', async () => {
  const own = join(folder, 'own');
  await mkdir(own);
  await writeFile(join(own, 'refs.bib'), '@book{mine, title = {A Book of My Own}}');
  await exportStaticLibrary(entries, join(own, 'site'));
  const read = async (): Promise<string[]> =>
    (await loadLibraryPath(own)).files.flatMap((file) => file.entries.map(({ id }) => id));
  expect(await read()).toEqual(['mine']);
  // Somebody's data beside their library, whatever it is called.
  await writeFile(join(own, 'site', 'library.json'), '[{"id": "theirs", "title": "Of Their Own"}]');
  expect(await read()).toContain('theirs');
});

test('an export takes nothing’s place but an export’s, and leaves what lies beside its files', async () => {
  const notes = join(folder, 'notes');
  await mkdir(notes);
  await writeFile(join(notes, 'mine.md'), 'mine');
  await expect(exportStaticLibrary(entries, notes)).rejects.toThrow(/holds other things than an export/);
  await expect(exportStaticLibrary(entries, join(notes, 'mine.md'))).rejects.toThrow(
    /is a file; name a folder/,
  );
  expect(await readFile(join(notes, 'mine.md'), 'utf8')).toBe('mine');
  const site = join(folder, 'site');
  await exportStaticLibrary(entries, site);
  await writeFile(join(site, 'CNAME'), 'papers.example.org');
  await exportStaticLibrary(entries.slice(1), site);
  expect(await readFile(join(site, 'CNAME'), 'utf8')).toBe('papers.example.org');
  // Killed between the two last steps: the old export stands under another name.
  await rename(site, `${site}.inquiry-old`);
  await exportStaticLibrary(entries, site);
  expect((await readdir(folder)).sort()).toEqual(['notes', 'site']);
  expect(await readFile(join(site, 'CNAME'), 'utf8')).toBe('papers.example.org');
});

test('a host that is down or strange is named, never taken for an empty library', async () => {
  const { address } = await serve(() => Promise.resolve({ status: 200, body: '<html>' }));
  const strange = await new StaticLibrary(filesAt(address)).find(['key:a']);
  expect(strange).toMatchObject({
    ok: false,
    reason: expect.stringMatching(/^it sends a web page instead of data/) as string,
  });
  const foreign = await serve(() => Promise.resolve({ status: 200, body: '{"name":1}' }));
  expect(await new StaticLibrary(filesAt(foreign.address)).search('x', 1)).toMatchObject({
    ok: false,
    reason: expect.stringMatching(/no library exported by Inquiry/) as string,
  });
  expect(await new StaticLibrary(filesAt('http://127.0.0.1:9/')).find(['key:a'])).toMatchObject({
    ok: false,
  });
});

describe('OpenSearch', () => {
  const hit = { _score: 2.5, _source: { id: 'drift', title: 'Persona drift', arxiv: '2503.00001' } };
  test('asks with the shared search API and reads hits', async () => {
    const bodies: string[] = [];
    const { address, asked } = await serve((request, body) => {
      bodies.push(body);
      expect(request.headers.authorization).toBe('ApiKey secret');
      return Promise.resolve({
        status: 200,
        body: JSON.stringify({ hits: { hits: [hit, { _source: {} }] } }),
      });
    });
    const library = new OpenSearchLibrary({ address: `${address}/papers`, authorization: 'ApiKey secret' });
    const found = await library.find(['arxiv:2503.00001', 'key:unknown']);
    expect(found.ok && [...found.value.keys()]).toEqual(['arxiv:2503.00001']);
    const searched = await library.search('drift', 3);
    expect(searched.ok && searched.value).toMatchObject([
      { score: 2.5, entry: { id: 'drift', kind: 'paper' } },
    ]);
    expect(asked).toEqual(['/papers/_search', '/papers/_search']);
    expect(JSON.parse(bodies[1] ?? '')).toMatchObject({
      size: 3,
      query: { multi_match: { query: 'drift' } },
    });
  });
  test.each([
    [401, /refuses access/],
    [404, /there is no index of this name/],
    [500, /^it has trouble of its own \(status 500\); try again later: all shards failed$/],
  ])('status %d is said', async (status, reason) => {
    const { address } = await serve(() =>
      Promise.resolve({ status, body: '{"error":{"reason":"all shards failed"}}' }),
    );
    expect(await new OpenSearchLibrary({ address: `${address}/papers` }).search('x', 1)).toMatchObject({
      ok: false,
      reason: expect.stringMatching(reason) as string,
    });
  });
});
