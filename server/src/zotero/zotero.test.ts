import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLibrary, describeZotero, updateLibrary, zoteroItems } from '#core';
import { zoteroStandIn, type StandInItem, type ZoteroStandIn, type ZoteroState } from './stand-in.ts';
import { ZoteroSource } from './zotero-source.ts';

let zotero: ZoteroStandIn;
afterEach(() => zotero.close());

const tides: StandInItem = {
  key: 'TIDES001',
  csl: {
    type: 'article-journal',
    title: 'A Study of Tides Made Up for the Test',
    author: [{ family: 'Lovelace', given: 'Ada' }],
    issued: { 'date-parts': [[2024, 5]] },
    DOI: '10.1000/Tides',
    volume: '7',
  },
  citationKey: 'lovelaceStudyTides2024',
  modified: '2026-01-01T00:00:00Z',
};
const moons: StandInItem = {
  key: 'MOONS002',
  csl: { type: 'book', title: 'Moons, Counted Twice', author: [{ literal: 'The Moon Team' }] },
  citationKey: 'moonTeamMoons',
  modified: '2026-01-02T00:00:00Z',
};
const many = (count: number): StandInItem[] =>
  Array.from({ length: count }, (_, at) => ({
    key: `ITEM${String(at).padStart(4, '0')}`,
    csl: { type: 'article-journal', title: `Work number ${String(at)} of a long shelf` },
    citationKey: `work${String(at)}`,
  }));

async function source(state: Partial<ZoteroState>, pageSize = 500): Promise<ZoteroSource> {
  zotero = await zoteroStandIn(state);
  return new ZoteroSource({ port: zotero.port, pageSize, timeoutMilliseconds: 2000 });
}
const paths = (changes: readonly { readonly path: string }[]): string[] =>
  changes.map(({ path }) => path.replace('zotero://select/', ''));

describe('reading', () => {
  test('items become entries with Better BibTeX’s keys; notes and attachments stay away', async () => {
    const read = await source({
      items: [tides, moons, { key: 'NOTE0003', itemType: 'note', csl: { title: 'A thought' } }],
    });
    const { answer, changes } = await read.refresh();
    expect(answer).toEqual({
      status: 'ok',
      value: { items: 2, libraries: ['My Library'], hasCitationKeys: true },
    });
    const library = createLibrary(changes.flatMap(({ entries }) => entries));
    expect(library.byKey('lovelaceStudyTides2024')).toMatchObject({
      title: tides.csl['title'],
      doi: '10.1000/tides',
      date: '2024-05',
      origin: { path: 'zotero://select/library/items/TIDES001' },
    });
    expect(library.hasKeys).toBe(true);
    expect(read.items()[0]).toMatchObject({ id: 'lovelaceStudyTides2024', volume: '7' });
  });

  test('without Better BibTeX items are named by their place, and no key is called unknown for it', async () => {
    const read = await source({ items: [moons], betterBibtex: false });
    const { answer, changes } = await read.refresh();
    expect(answer).toMatchObject({ status: 'ok', value: { hasCitationKeys: false } });
    const library = createLibrary(changes.flatMap(({ entries }) => entries));
    expect(library.get('MOONS002')?.title).toBe('Moons, Counted Twice');
    expect(library.hasKeys).toBe(false);
    expect(describeZotero(answer, 1)).toBe(
      'Zotero has 1 reference in My Library; without Better BibTeX, [@keys] do not resolve to them.',
    );
  });

  test('a key that the item brings with it, as in Zotero 8, does without Better BibTeX', async () => {
    const read = await source({
      items: [{ ...moons, csl: { ...moons.csl, 'citation-key': 'moons' } }],
      betterBibtex: false,
    });
    const { answer, changes } = await read.refresh();
    expect(answer).toMatchObject({ status: 'ok', value: { hasCitationKeys: true } });
    expect(changes[0]?.entries[0]?.id).toBe('moons');
  });

  test('pages are followed to the end, each asked for once', async () => {
    const read = await source({ items: many(2050) }, 500);
    const { answer, changes } = await read.refresh();
    expect(answer).toMatchObject({ status: 'ok', value: { items: 2050 } });
    expect(new Set(paths(changes)).size).toBe(2050);
    expect(zotero.asked.filter((path) => path.includes('csljson'))).toHaveLength(5);
    expect(zotero.asked.filter((path) => path.startsWith('POST'))).toHaveLength(4);
    expect(
      zotero.asked.every((path) => path.startsWith('GET /api/') || path === 'POST /better-bibtex/json-rpc'),
    ).toBe(true);
  });

  test('groups are read beside the user’s own, with keys found by the group’s name', async () => {
    const read = await source({ items: [tides], groups: [{ id: 2468, name: 'Tide Club', items: [moons] }] });
    const { answer, changes } = await read.refresh();
    expect(paths(changes)).toEqual(['library/items/TIDES001', 'groups/2468/items/MOONS002']);
    expect(changes[1]?.entries[0]?.id).toBe('moonTeamMoons');
    expect(describeZotero(answer, 1)).toBe(
      'Zotero has 2 references in My Library and a group, with Better BibTeX’s citation keys.',
    );
    zotero.state.groups = [];
    expect((await read.refresh()).changes).toEqual([
      { path: 'zotero://select/groups/2468/items/MOONS002', entries: [] },
    ]);
  });
});

describe('reading again', () => {
  test('an unchanged library costs a request for one item, and nothing changes', async () => {
    const read = await source({ items: [tides, moons] });
    await read.refresh();
    const before = zotero.asked.length;
    const again = await read.refresh();
    expect(again.changes).toEqual([]);
    expect(again.answer).toMatchObject({ status: 'ok', value: { items: 2 } });
    expect(zotero.asked.slice(before).some((path) => path.includes('csljson'))).toBe(false);
    expect((await read.refresh(true)).changes).toEqual([]);
  });

  test('an edit, a new item and a deletion are noticed though nothing was synced', async () => {
    const read = await source({ items: [tides, moons] });
    const first = await read.refresh();
    let library = createLibrary(first.changes.flatMap(({ entries }) => entries));
    zotero.state.items = [
      { ...tides, csl: { ...tides.csl, title: 'A Better Study of Tides' }, modified: '2026-02-01T00:00:00Z' },
      moons,
    ];
    const edited = await read.refresh();
    expect(paths(edited.changes)).toEqual(['library/items/TIDES001']);
    library = updateLibrary(library, edited.changes);
    expect(library.byKey('lovelaceStudyTides2024')?.title).toBe('A Better Study of Tides');
    zotero.state.items = [moons];
    library = updateLibrary(library, (await read.refresh()).changes);
    expect(library.byKey('lovelaceStudyTides2024')).toBeUndefined();
    expect(library.size).toBe(1);
  });

  test('a library that changes between two pages is read again as one', async () => {
    const items = many(30);
    const read = await source({ items }, 10);
    let grown = false;
    zotero.state.instead = (path) => {
      if (path.includes('start=10') && !grown) {
        grown = true;
        zotero.state.items = [tides, ...items];
      }
      return undefined;
    };
    const { answer } = await read.refresh();
    expect(answer).toMatchObject({ status: 'ok', value: { items: 31 } });
  });

  test('what fails leaves what was read before', async () => {
    const read = await source({ items: [tides] });
    await read.refresh();
    zotero.state.instead = () => ({ hangUp: true });
    expect(await read.refresh()).toMatchObject({ answer: { status: 'not-running' }, changes: [] });
    expect(read.files()).toHaveLength(1);
  });
});

describe('kept for the next start', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'inquiry-zotero-'));
    zotero = await zoteroStandIn({ items: [tides, moons] });
  });
  afterEach(() => rm(folder, { recursive: true }));
  const next = (): ZoteroSource =>
    new ZoteroSource({
      port: zotero.port,
      keptIn: join(folder, 'deep', 'kept.json'),
      timeoutMilliseconds: 2000,
    });

  test('an unchanged library is not read again, and is there all the same', async () => {
    const first = await next().refresh();
    const asked = zotero.asked.length;
    const second = await next().refresh();
    expect(second).toEqual(first);
    expect(zotero.asked.slice(asked).filter((path) => path.includes('csljson'))).toEqual([]);
  });
  test('while Zotero is closed what it had goes on answering', async () => {
    await next().refresh();
    await zotero.close();
    const closed = next();
    const { answer, changes } = await closed.refresh();
    expect(answer.status).toBe('not-running');
    expect(changes.map(({ entries }) => entries[0]?.id)).toEqual(['lovelaceStudyTides2024', 'moonTeamMoons']);
    expect(closed.items()[0]).toMatchObject({ volume: '7' });
    expect((await closed.refresh()).changes).toEqual([]);
  });
  test('a change while nobody looked is found', async () => {
    await next().refresh();
    zotero.state.items = [moons];
    const { changes } = await next().refresh();
    expect(createLibrary(changes.flatMap(({ entries }) => entries)).size).toBe(2);
    expect(changes.at(-1)).toEqual({ path: 'zotero://select/library/items/TIDES001', entries: [] });
  });
  test.each([
    '',
    '{"version": 1, "libr',
    '[]',
    '{"version":1,"library":{"name":"x","prefix":"users/0"},"fingerprint":"","items":3,"hasCitationKeys":true}\n',
  ])('a damaged file (%j) is as good as none', async (text) => {
    await next().refresh();
    await writeFile(join(folder, 'deep', 'kept.json'), text);
    expect((await next().refresh()).answer).toMatchObject({ status: 'ok', value: { items: 2 } });
  });
  test('a place that cannot be written costs nothing', async () => {
    await writeFile(join(folder, 'deep'), 'a file where a folder should be');
    expect((await next().refresh()).answer).toMatchObject({ status: 'ok', value: { items: 2 } });
  });
});

describe('answers that are none', () => {
  const failing = async (state: Partial<ZoteroState>): Promise<string> => {
    const read = await source(state);
    const { answer, changes } = await read.refresh();
    expect(changes).toEqual([]);
    return `${answer.status}: ${describeZotero(answer, 23119)}`;
  };
  test('Zotero is not there', async () => {
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    zotero = await zoteroStandIn();
    const { answer } = await new ZoteroSource({ port }).refresh();
    expect(answer.status).toBe('not-running');
    expect(describeZotero(answer, port)).toContain('Start Zotero, or correct the setting');
  });
  test('Zotero refuses', async () => {
    expect(await failing({ allowed: false })).toBe(
      'refused: Zotero does not let other programs read its library; in Zotero, open Settings > Advanced and tick “Allow other applications on this computer to communicate with Zotero”.',
    );
  });
  test('an older Zotero, or something else, listens there', async () => {
    expect(await failing({ instead: () => ({ status: 404, body: 'No endpoint found\n' }) })).toMatch(
      /^no-api: .*Zotero 7/,
    );
  });
  test.each([
    ['a web page', { body: '<!doctype html><p>Hello' }],
    ['half an answer', { body: '[{"id": "http://zotero.org/users/1/items/AB' }],
    ['a list of nonsense', { body: '[1, null, "x"]' }],
    ['an object', { body: '{"items": "none"}' }],
    ['an error', { status: 500, body: 'An error occurred\n' }],
    ['a redirect elsewhere', { status: 302, headers: { location: 'http://198.51.100.7/api/' } }],
  ])('%s instead of references', async (_, instead) => {
    const told = await failing({
      items: [tides],
      instead: (path) => (path.includes('csljson') ? instead : undefined),
    });
    expect(told).toMatch(/^(?:(?:unreadable|not-running): Zotero|no-api: What listens)/);
  });
  test('an answer that never comes is given up', async () => {
    zotero = await zoteroStandIn();
    const silent = createServer(() => undefined);
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    const { port } = silent.address() as AddressInfo;
    const { answer } = await new ZoteroSource({ port, timeoutMilliseconds: 50 }).refresh();
    expect(answer).toEqual({ status: 'not-running' });
    silent.closeAllConnections();
    silent.close();
  });
  test('pages without end are given up', async () => {
    const told = await failing({
      instead: (path) =>
        path.includes('csljson')
          ? { body: '[]', headers: { link: '</api/users/0/items/top?format=csljson&start=9>; rel="next"' } }
          : undefined,
    });
    expect(told).toContain('its pages have no end');
  });
  test('a next page on another machine is asked for here', async () => {
    const read = await source({
      items: [tides],
      instead: (path) =>
        path.includes('csljson') && !path.includes('start=1')
          ? {
              body: JSON.stringify([{ id: 'x/MOONS002', title: 'Moons' }]),
              headers: {
                link: '<http://198.51.100.7/api/users/0/items/top?format=csljson&start=1>; rel="next"',
                'total-results': '1',
                'last-modified-version': '0',
              },
            }
          : undefined,
    });
    await read.refresh();
    expect(zotero.asked).toContain('GET /api/users/0/items/top?format=csljson&start=1');
  });
  test('garbage from Better BibTeX costs the keys alone', async () => {
    const read = await source({
      items: [tides],
      instead: (path) => (path.includes('json-rpc') ? { body: 'oops' } : undefined),
    });
    const { answer } = await read.refresh();
    expect(answer).toMatchObject({ status: 'ok', value: { items: 1, hasCitationKeys: false } });
  });
});

test('a proxy in the environment is not asked for this machine', async () => {
  process.env['HTTP_PROXY'] = 'http://127.0.0.1:9';
  try {
    const read = await source({ items: [tides] });
    expect((await read.refresh()).answer.status).toBe('ok');
  } finally {
    delete process.env['HTTP_PROXY'];
  }
});

test('ids in every form name the same item', async () => {
  zotero = await zoteroStandIn();
  const key = (id: unknown): string | undefined =>
    zoteroItems(JSON.stringify({ items: [{ id, title: 'T' }] }))?.[0]?.key;
  expect(key('http://zotero.org/users/123/items/ABCD2345')).toBe('ABCD2345');
  expect(key('123/ABCD2345')).toBe('ABCD2345');
  expect(key('http://zotero.org/groups/9/items/ABCD2345')).toBe('ABCD2345');
  expect(key('smith2020')).toBe('smith2020');
  expect(key(undefined)).toBeUndefined();
});
