/** The server's bundle for a browser, in a place that has no Node at all: it reads the editor's files over messages and checks a note. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { createContext, runInContext } from 'node:vm';
import { expect, it } from 'vitest';
import { StreamMessageReader, StreamMessageWriter, type Message } from 'vscode-languageserver/node';
import { listFilesRequest, lookUpRequest, readFilesRequest } from '#core/protocol.ts';
import { childrenRequest, type ChildrenResult } from '#core/views/messages.ts';
import { bundleForTests } from '../bundle.ts';
import { Editor } from './editor.ts';

const root = join(import.meta.dirname, '..', '..');
const bundle = bundleForTests();
const FOLDER = 'vscode-vfs://github/ada/notes';

/** A worker's global scope with what every browser has, and nothing of Node: the bundle runs in it. */
function worker(onMessage: (message: Message) => void): { post(message: Message): void } {
  const listeners: ((event: { data: unknown }) => void)[] = [];
  const scope: Record<string, unknown> = {
    // Messages are copied between two worlds, as `structuredClone` does it.
    postMessage: (message: Message) => {
      onMessage(structuredClone(message));
    },
    addEventListener: (type: string, listener: (event: { data: unknown }) => void) => {
      if (type === 'message') listeners.push(listener);
    },
    ...{ setTimeout, clearTimeout, setInterval, clearInterval, queueMicrotask, performance, console },
    ...{
      TextEncoder,
      TextDecoder,
      URL,
      URLSearchParams,
      structuredClone,
      atob,
      btoa,
      crypto,
      AbortController,
    },
  };
  scope['self'] = scope;
  // One script, as the client hands it over.
  const scripts = ['engine.js', 'browser/server.js'].map((name) => readFileSync(join(bundle, name), 'utf8'));
  runInContext(scripts.join(''), createContext(scope));
  return {
    post: (message) => {
      const { onmessage } = scope as { onmessage?: (event: { data: unknown }) => void };
      for (const listener of onmessage ? [onmessage, ...listeners] : listeners)
        listener({ data: structuredClone(message) });
    },
  };
}

it('the manifest names a client that the web host takes for CommonJS', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { browser: string };
  // Under "type": "module" it takes `.js` for an ES module, and refuses it.
  expect(manifest.browser).toBe('./dist/browser/client.cjs');
  const client = readFileSync(join(bundle, 'browser', 'client.cjs'), 'utf8');
  expect(client).not.toMatch(/require\("(?!vscode")/);
});

it('reads the folder, checks, explains and completes; what a browser cannot do is said', async () => {
  const files = new Map([
    [
      'refs.bib',
      '@article{lovelace2025, title={Tides of memory}, eprint={2503.00001}, archiveprefix={arXiv}}\n',
    ],
    [
      'a study.md',
      '---\nkind: note\ntitle: A study of tides\nsources:\n  - arXiv:2503.00001\n---\n# A study of tides\n\nMemory ebbs.\n',
    ],
  ]);
  const toServer = new PassThrough();
  const fromServer = new PassThrough();
  const writer = new StreamMessageWriter(fromServer);
  const server = worker((message) => void writer.write(message));
  new StreamMessageReader(toServer).listen((message) => {
    server.post(message);
  });
  const editor = new Editor(fromServer, toServer, {
    folders: [{ uri: FOLDER, name: 'notes' }],
    settings: () => ({ library: { remote: ['https://team.example.org/site'], paths: ['/home/ada/refs'] } }),
    initializationOptions: { cacheFolder: 'vscode-userdata:/inquiry' },
  });
  const uriOf = (name: string): string => `${FOLDER}/${encodeURIComponent(name)}`;
  editor.connection.onRequest(listFilesRequest, () => ({ uris: [...files.keys()].map(uriOf) }));
  editor.connection.onRequest(readFilesRequest, ({ uris }: { uris: string[] }) => ({
    texts: uris.map((uri) => files.get(decodeURIComponent(uri.slice(FOLDER.length + 1))) ?? null),
  }));
  await editor.start();
  await editor.until('the first load', () => editor.refreshes > 0);

  const note = uriOf('note.md');
  await editor.open(
    note,
    '# Tides\n\nMemory ebbs [@lovelace2025], not [@nobody2025]; see [[a study]], [[nowhere]], arXiv:2613.00001 and arXiv:2507.21509.\n',
  );
  expect((await editor.flagged(note)).sort()).toEqual([
    expect.stringMatching(/^malformed-arxiv-id: .*2613\.00001$/),
    'unknown-source: @nobody2025',
    'unknown-source: nowhere',
  ]);
  expect(JSON.stringify(await editor.hover(note, '@lovelace2025'))).toContain('Tides of memory');
  // Of the library that comes with the product.
  expect(JSON.stringify(await editor.hover(note, '2507.21509'))).toContain('Persona Vectors');
  const links = await editor.links(note);
  expect(links?.map(({ target }) => target)).toContain(uriOf('a study.md'));

  const { rows } = await editor.connection.sendRequest<ChildrenResult>(childrenRequest, {
    parent: { of: 'entry', id: 'lovelace2025' },
    from: 0,
    count: 10,
  });
  expect(rows).toMatchObject([
    { uri: uriOf('a study.md'), path: 'a study.md', line: 4 },
    { uri: note, path: 'note.md', line: 2 },
  ]);

  const before = editor.refreshes;
  files.set('nowhere.md', '# Nowhere\n');
  await editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: uriOf('nowhere.md'), type: 1 }],
  });
  await editor.until('a refresh', () => editor.refreshes > before);
  expect(await editor.flagged(note)).not.toContain('unknown-source: nowhere');

  const log = editor.log.join('\n');
  expect(log).toMatch(/A browser cannot ask the library https:\/\/team\.example\.org\/site/);
  expect(log).toMatch(/A browser cannot read \/home\/ada\/refs/);
  expect(await editor.connection.sendRequest(lookUpRequest, { id: '2503.00009' })).toMatchObject({
    status: 'offline',
    message: expect.stringMatching(/a browser may not ask/) as string,
  });
  await editor.connection.sendRequest('shutdown');
  editor.connection.dispose();
});
