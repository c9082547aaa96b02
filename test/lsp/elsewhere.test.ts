/** Libraries elsewhere in the editor: a stand-in for each kind, asked in the background, off without trust, quiet when it fails. */
import { createServer, type Server } from 'node:http';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Entry } from '#core';
import { buildArxivIndex } from '../../server/src/arxiv-index/build.ts';
import { makeNodeRuntime } from '../../server/src/lsp/node-runtime.ts';
import { exportStaticLibrary } from '../../server/src/team-library/static-export.ts';
import type { Editor } from './editor.ts';
import { editorWith, fakeRuntime, FOLDER } from './in-memory.ts';

const NOTE = `${FOLDER}/note.md`;
const tides: Entry = {
  id: 'lovelace2025tides',
  kind: 'paper',
  title: 'Tides of memory in layered networks',
  authors: [{ family: 'Lovelace', given: 'Ada' }],
  date: '2025-03-18',
  dateIs: 'submitted',
  arxiv: '2503.00001',
  versions: [{ version: 1, date: '2025-03-18' }, { version: 3 }],
  text: 'Memory of early tokens ebbs in layered networks, and a gate restores it by 41.5 %.',
  origin: { path: '/home/me/refs.json', line: 3 },
};

let folder: string;
let editor: Editor | undefined;
let server: Server | undefined;
let asked: string[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inquiry-elsewhere-'));
  asked = [];
});
afterEach(async () => {
  await editor?.connection.sendRequest('shutdown');
  editor?.connection.dispose();
  editor = undefined;
  server?.closeAllConnections();
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
  server = undefined;
  await rm(folder, { recursive: true });
});

async function exported(): Promise<string> {
  const site = join(folder, 'site');
  await exportStaticLibrary([tides], site);
  return site;
}

async function arxivIndex(): Promise<string> {
  const source = join(folder, 'metadata.jsonl');
  const { arxiv, title, text } = tides;
  await writeFile(
    source,
    JSON.stringify({
      id: arxiv,
      title,
      abstract: text,
      authors_parsed: [['Lovelace', 'Ada', '']],
      versions: [
        { version: 'v1', created: 'Tue, 18 Mar 2025 17:59:59 GMT' },
        { version: 'v3', created: 'Wed, 2 Apr 2025 01:00:00 GMT' },
      ],
    }),
  );
  await buildArxivIndex(source, join(folder, 'arxiv.db'));
  return join(folder, 'arxiv.db');
}

async function serve(
  answer: (url: string, body: string) => Promise<{ status: number; body?: Buffer | string }>,
) {
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      asked.push(request.url ?? '');
      void answer(request.url ?? '', body).then((made) => response.writeHead(made.status).end(made.body));
    });
  });
  const listening = server;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${String((listening.address() as AddressInfo).port)}`;
}

const site = async (): Promise<string> => {
  const root = await exported();
  return serve(async (url) => {
    const body = await readFile(join(root, url)).catch(() => undefined);
    return body === undefined ? { status: 404 } : { status: 200, body };
  });
};

const searchIndex = async (): Promise<string> =>
  `opensearch:${await serve((_, body) =>
    Promise.resolve({
      status: 200,
      body: JSON.stringify({
        hits: {
          hits: /2503\.00001|lovelace|[Tt]ides|[Mm]emory/.test(body) ? [{ _score: 3, _source: tides }] : [],
        },
      }),
    }),
  )}/papers`;

interface Setting {
  readonly remote?: readonly string[];
  readonly arxivIndex?: string;
}

async function open(setting: Setting, text: string, more: { trusted?: boolean; bib?: string } = {}) {
  const runtime = {
    ...fakeRuntime(new Map([['refs.bib', more.bib ?? '@book{held, title={Held already}}\n']])),
    openLibrary: makeNodeRuntime().openLibrary,
    readLibraryPath: makeNodeRuntime().readLibraryPath,
  };
  editor = await editorWith(runtime, {
    settings: () => ({ library: setting }),
    initializationOptions: { cacheFolder: folder, trusted: more.trusted ?? true },
  });
  await editor.until('the first load', () => editor?.refreshes !== 0);
  await editor.open(NOTE, text);
  return editor;
}

const kinds: readonly (readonly [string, () => Promise<Setting>, RegExp])[] = [
  ['an index of arXiv', async () => ({ arxivIndex: await arxivIndex() }), /the arXiv index/],
  ['an export in a folder', async () => ({ remote: [await exported()] }), /site/],
  ['an export on the web', async () => ({ remote: [await site()] }), /127\.0\.0\.1/],
  ['a search index', async () => ({ remote: [await searchIndex()] }), /127\.0\.0\.1:\d+\/papers/],
];

describe.each(kinds)('%s', (_, setting, name) => {
  it('answers for an ID that the library does not hold, and the note is checked again', async () => {
    const editor = await open(await setting(), 'It is known (arXiv:2503.00001), not (arXiv:2503.00002).\n');
    const before = editor.refreshes;
    // Nobody waits: the first answer is there before the library elsewhere has said anything, and accuses nobody.
    expect(await editor.flagged(NOTE)).toEqual([]);
    await editor.until('an answer', () => editor.refreshes > before);
    expect(await editor.flagged(NOTE)).toEqual(['unknown-source: 2503.00002']);
    const card = JSON.stringify(await editor.hover(NOTE, '2503.00001'));
    expect(card).toContain('Tides of memory');
    expect(card).toContain('latest version v3');
    expect(card).toMatch(name);
    expect(card).toContain('not in your own library');
  });

  it('knows the day of submission and the versions, also of a paper that the library holds without them', async () => {
    const editor = await open(
      await setting(),
      'Memory ebbs in layered networks (2025-07, arXiv:2503.00001v1).\n',
      {
        bib: '@article{own, title={Tides of memory in layered networks}, eprint={2503.00001}, archiveprefix={arXiv}}\n',
      },
    );
    const before = editor.refreshes;
    expect(await editor.flagged(NOTE)).toEqual([]);
    await editor.until('an answer', () => editor.refreshes > before);
    expect(await editor.flagged(NOTE)).toEqual(['date-conflict: 2025-07', 'superseded-source: 2503.00001v1']);
    // It stays the user's own.
    expect(JSON.stringify(await editor.hover(NOTE, '2503.00001'))).not.toContain('not in your own library');
  });

  it('completes and suggests, behind the library’s own, and says whose it is', async () => {
    const editor = await open(
      await setting(),
      'Memory of early tokens ebbs in layered networks by 41.5 %.\n\nSee arXiv:tides\n',
    );
    await editor.flagged(NOTE);
    let items = await editor.completions(NOTE, 'arXiv:tides');
    // A library that takes longer than a letter serves the next one.
    for (let letter = 0; letter < 50 && items.length === 0; letter++)
      items = await editor.completions(NOTE, 'arXiv:tides');
    expect(items.map(({ label }) => label)).toEqual(['Tides of memory in layered networks']);
    expect(items[0]?.labelDetails?.description).toMatch(name);
    const resolved = await editor.connection.sendRequest<{ documentation?: { value: string } }>(
      'completionItem/resolve',
      items[0],
    );
    expect(resolved.documentation?.value).toContain('not in your own library');
    const titles = (await editor.actions(NOTE, 'early tokens'))?.map(({ title }) => title) ?? [];
    expect(titles.find((title) => title.startsWith('Cite “Tides'))).toMatch(name);
  });

  it('is off in a workspace that is not trusted, until it is', async () => {
    const editor = await open(await setting(), 'It is known (arXiv:2503.00001).\n', { trusted: false });
    expect(await editor.flagged(NOTE)).toEqual(['unknown-source: 2503.00001']);
    await editor.hover(NOTE, '2503.00001');
    expect(asked).toEqual([]);
    const before = editor.refreshes;
    await editor.connection.sendNotification('inquiry/trusted');
    await editor.until('the libraries', () => editor.refreshes > before);
    await editor.flagged(NOTE);
    expect(JSON.stringify(await editor.hover(NOTE, '2503.00001'))).toContain('Tides of memory');
  });
});

describe('citation keys', () => {
  it('of a team’s library are known', async () => {
    const editor = await open(
      { remote: [await exported()] },
      'Memory ebbs [@lovelace2025tides], or not [@nobody2025].\n',
    );
    const before = editor.refreshes;
    await editor.flagged(NOTE);
    await editor.until('an answer', () => editor.refreshes > before);
    expect(await editor.flagged(NOTE)).toEqual(['unknown-source: @nobody2025']);
  });
});

describe('citation keys where no bibliography lies in the folder', () => {
  it.each([
    [
      'a typo beside a key that the team has',
      '[@lovelace2025tides; @lovelace2025tidse]',
      ['unknown-source: @lovelace2025tidse'],
    ],
    ['no key that the team has: it may have none at all', '[@lovelace2025tidse]', []],
    ['a paper of theirs, cited by its ID', 'arXiv:2503.00001 [@lovelace2025tidse]', []],
  ])('%s', async (_, cited, flagged) => {
    const editor = await open({ remote: [await exported()] }, `Memory ebbs ${cited}.\n`, { bib: '' });
    const before = editor.refreshes;
    await editor.flagged(NOTE);
    await editor.until('an answer', () => editor.refreshes > before);
    expect(await editor.flagged(NOTE)).toEqual(flagged);
  });
});

describe('a library that cannot be asked', () => {
  it('is named once in the log, and no key is called unknown for it', async () => {
    const address = await serve(() => Promise.resolve({ status: 503 }));
    const editor = await open({ remote: [address] }, 'Memory ebbs [@lovelace2025tides].\n');
    const before = editor.refreshes;
    expect(await editor.flagged(NOTE)).toEqual([]);
    await editor.until('the failure', () => editor.refreshes > before);
    expect(await editor.flagged(NOTE)).toEqual([]);
    await editor.replace(NOTE, 'ebbs', 'fades');
    await editor.replace(NOTE, '[@', '(arXiv:2503.00009) [@');
    expect(await editor.flagged(NOTE)).toEqual(['unknown-source: 2503.00009']);
    const told = editor.log.filter((line) => line.includes('could not be asked'));
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/127\.0\.0\.1:\d+ could not be asked: .*503/);
    // Left in peace: not asked anew at every letter.
    expect(asked).toEqual(['/library.json']);
  });

  it.each([
    ['/no/such/folder', /there is no such file or folder/],
    ['opensearch:nowhere', /no address that can be asked/],
  ])('because %s is nothing, says so', async (address, sentence) => {
    const editor = await open({ remote: [address] }, 'It is known.\n');
    expect(editor.log.join('\n')).toMatch(sentence);
  });

  it('because the index is no index, says so', async () => {
    await writeFile(join(folder, 'arxiv.db'), 'no database');
    const editor = await open({ arxivIndex: join(folder, 'arxiv.db') }, 'It is known.\n');
    expect(editor.log.join('\n')).toMatch(/is no index of arXiv that can be read/);
  });
});

it('a folder in another repository is read like the folder’s own', async () => {
  await writeFile(join(folder, 'team.bib'), '@article{team2025, title={What a team knows}}\n');
  const editor = await open({ remote: [folder] }, 'So they say [@team2025].\n');
  expect(await editor.flagged(NOTE)).toEqual([]);
  expect(JSON.stringify(await editor.hover(NOTE, '@team2025'))).toContain('What a team knows');
});

it('nothing is asked of anybody where nothing is configured', async () => {
  await site();
  const editor = await open({}, 'It is known (arXiv:2503.00001).\n');
  expect(await editor.flagged(NOTE)).toEqual(['unknown-source: 2503.00001']);
  await editor.hover(NOTE, '2503.00001');
  expect(asked).toEqual([]);
});
