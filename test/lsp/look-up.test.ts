/** Look-ups on request, from the editor's message to a stand-in for arXiv and back. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lookUpRequest, lookUpResultSchema, type LookUpParams, type LookUpResult } from '#core/protocol.ts';
import { makeNodeRuntime } from '../../server/src/lsp/node-runtime.ts';
import { atomFeed, standIn, type ScriptedAnswer, type StandIn } from '../../server/src/lookup/stand-in.ts';
import type { Editor } from './editor.ts';
import { editorWith, fakeRuntime, FOLDER } from './in-memory.ts';

const NOTE = `${FOLDER}/note.md`;
let cacheFolder: string;
let editor: Editor;
let arxiv: StandIn;
let answer: ScriptedAnswer;

beforeEach(async () => {
  cacheFolder = await mkdtemp(join(tmpdir(), 'inquiry-look-up-'));
  answer = { body: atomFeed({ id: '2503.00001v2', title: 'A Study of Tides' }) };
  arxiv = await standIn(() => answer);
  process.env.INQUIRY_ARXIV_ENDPOINT = `${arxiv.address}/api/query`;
  const runtime = {
    ...fakeRuntime(
      new Map([
        [
          'refs.bib',
          '@book{lovelace2025study, title={Another}}\n@book{held, title={Held already}, doi={10.1000/tides}}\n',
        ],
      ]),
    ),
    lookUp: makeNodeRuntime().lookUp,
  };
  editor = await editorWith(runtime, { initializationOptions: { cacheFolder } });
  await editor.open(NOTE, 'It is known (arXiv:2503.00001).\n');
});
afterEach(async () => {
  delete process.env.INQUIRY_ARXIV_ENDPOINT;
  await editor.connection.sendRequest('shutdown');
  editor.connection.dispose();
  await arxiv.close();
  await rm(cacheFolder, { recursive: true });
});

const ask = async (params: LookUpParams): Promise<LookUpResult> =>
  lookUpResultSchema.parse(await editor.connection.sendRequest(lookUpRequest, params));

describe('a look-up', () => {
  it('is never made unasked', async () => {
    expect(await editor.flagged(NOTE)).toEqual(['unknown-source: 2503.00001']);
    await editor.hover(NOTE, '2503.00001');
    await editor.actions(NOTE, '2503.00001');
    expect(arxiv.asked).toEqual([]);
  });

  it('says what the paper is, and the second time from the cache', async () => {
    expect(await ask({ id: 'https://arxiv.org/pdf/2503.00001v2' })).toMatchObject({
      status: 'ok',
      title: 'A Study of Tides',
      message: 'arXiv:2503.00001 is “A Study of Tides”.',
    });
    expect((await ask({ id: '2503.00001' })).message).toContain('as of ');
    expect(arxiv.asked).toHaveLength(1);
  });

  it('says in words why nothing was found', async () => {
    answer = { body: atomFeed() };
    expect((await ask({ id: '2503.00002' })).message).toContain('was not found');
    expect(await ask({ id: 'a title' })).toMatchObject({ status: 'no-identifier' });
  });

  it.each(
    [
      ['refs.json', '[]\n', '"id": "lovelace2025studyb"'],
      ['refs.bib', '% mine\n', '@article{lovelace2025studyb,'],
    ].map(([path, text, written]) => [path, text, written] as const),
  )('makes the edit that adds it: %s', async (path, text, written) => {
    const { edit } = await ask({ id: '2503.00001', addTo: { path: path ?? '', text: text ?? '' } });
    expect(edit?.newText).toContain(written);
    const whole = (text ?? '').slice(0, edit?.start) + (edit?.newText ?? '') + (text ?? '').slice(edit?.end);
    const again = await ask({ id: '2503.00001', addTo: { path: path ?? '', text: whole } });
    expect(again.edit).toBeUndefined();
    expect(again.fault).toContain('is in that file already');
  });
});

describe('a new note', () => {
  it('is made from what arXiv says, by name and text', async () => {
    const { note } = await ask({ id: '2503.00001', note: true });
    expect(note?.name).toBe('a-study-of-tides.md');
    expect(note?.text).toContain('sources:\n  - "arXiv:2503.00001"');
  });

  it('is made from the library without asking, where it holds the paper', async () => {
    const { note } = await ask({ id: '10.1000/tides', note: true });
    expect(note?.text).toContain('# Held already');
    expect(arxiv.asked).toEqual([]);
  });
});

describe('an unknown paper', () => {
  it('can be added from the light bulb, where the client has the command', async () => {
    const found = (await editor.actions(NOTE, '2503.00001')) ?? [];
    expect(found.map(({ command }) => command?.command)).toContain('inquiry.addToLibrary');
    expect(found[0]?.command?.arguments).toEqual(['arXiv:2503.00001']);
  });
});
