/** Exporting what a note cites and importing references, from the editor's messages to the edit and back. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  exportRequest,
  exportResultSchema,
  importRequest,
  importResultSchema,
  stylesRequest,
  stylesResultSchema,
  type ExportParams,
  type ExportResult,
  type ImportParams,
  type ImportResult,
} from '#core/library/references/messages.ts';
import { readLibraryFile } from '#core';
import { makeNodeRuntime } from '../../server/src/lsp/node-runtime.ts';
import type { ServerRuntime } from '../../server/src/lsp/runtime.ts';
import { zoteroStandIn, type ZoteroStandIn } from '../../server/src/zotero/stand-in.ts';
import type { Editor } from './editor.ts';
import { editorWith, fakeRuntime, FOLDER } from './in-memory.ts';

const NOTE = `${FOLDER}/note.md`;
const BIB =
  '@article{tides, title={On Tides}, author={Lovelace, Ada}, journal={Examples}, volume=7, year=2024}\n';

let folder: string;
let zotero: ZoteroStandIn;
let editor: Editor;
let settings: Record<string, unknown>;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inquiry-references-'));
  await writeFile(join(folder, 'refs.bib'), BIB);
  zotero = await zoteroStandIn({
    items: [
      {
        key: 'MOONS001',
        csl: {
          type: 'book',
          title: 'Moons',
          author: [{ family: 'Roe', given: 'R.' }],
          issued: { 'date-parts': [[2001]] },
          publisher: 'A Press',
        },
        citationKey: 'roeMoons',
      },
      {
        key: 'STARS002',
        csl: { type: 'book', title: 'Stars Without a Key', author: [{ family: 'Lee', given: 'A.' }] },
      },
    ],
  });
  settings = { 'library.zoteroPort': zotero.port, 'library.bundled': false };
  const { bibliography, zotero: reach } = makeNodeRuntime();
  const fake = fakeRuntime(new Map());
  const runtime: ServerRuntime = {
    ...fake,
    // Facts are read from the entries' own file, so that it must be one.
    readFolder: () => {
      const path = join(folder, 'refs.bib');
      const { entries } = readLibraryFile('refs.bib', BIB);
      return Promise.resolve({
        library: [{ path, entries: entries.map((entry) => ({ ...entry, origin: { path, line: 0 } })) }],
        paths: [],
        faults: [],
      });
    },
    ...(bibliography ? { bibliography } : {}),
    ...(reach ? { zotero: reach } : {}),
  };
  editor = await editorWith(runtime, { settings: () => settings });
  await editor.open(NOTE, 'Tides [@tides]. Moons [@roeMoons].\n');
});
afterEach(async () => {
  await editor.connection.sendRequest('shutdown');
  editor.connection.dispose();
  await zotero.close();
  await rm(folder, { recursive: true });
});

const exported = async (params: Omit<ExportParams, 'uri'>): Promise<ExportResult> =>
  exportResultSchema.parse(await editor.connection.sendRequest(exportRequest, { uri: NOTE, ...params }));
const imported = async (params: ImportParams): Promise<ImportResult> =>
  importResultSchema.parse(await editor.connection.sendRequest(importRequest, params));

describe('export', () => {
  it('writes what the files say, in the style that is set, and names what is missing', async () => {
    settings['bibliography.style'] = 'vancouver';
    expect(await exported({ format: 'bibliography' })).toEqual({
      text: '1. Lovelace A. On Tides. Examples. 2024;7.\n',
      works: 1,
      missing: ['@roeMoons'],
      unprinted: [],
    });
    expect((await exported({ format: 'bibtex' })).text).toContain('  volume = {7},\n');
    expect(
      stylesResultSchema.parse(await editor.connection.sendRequest(stylesRequest)).map(({ name }) => name),
    ).toEqual(['apa', 'chicago-author-date', 'ieee', 'vancouver']);
  });
  it('takes Zotero’s own facts where Zotero is read', async () => {
    settings['library.zotero'] = 'on';
    await editor.settingsChanged();
    await expect
      .poll(async () => (await exported({ format: 'bibliography', style: 'apa' })).text)
      .toBe('Lovelace, A. (2024). On Tides. *Examples*, *7*.\n\nRoe, R. (2001). *Moons*. A Press.\n');
    expect((await exported({ format: 'csl-json' })).text).toContain('"publisher": "A Press"');
  });
  it('says in a sentence what is wrong with a style', async () => {
    const { text, fault } = await exported({ format: 'bibliography', style: join(folder, 'refs.bib') });
    expect(text).toBeUndefined();
    expect(fault).toMatch(/refs\.bib is no usable citation style: .*\.$/);
  });
});

describe('import', () => {
  const to = { path: '/work/mine.bib', text: BIB };
  it('adds what is new of a file, and says what could not be read', async () => {
    const text = '@book{moons, title={Moons}, author={Roe, R.}, year=2001}\n@book{broken, title={Half\n';
    const result = await imported({ from: { path: '/x/theirs.bib', text: text + BIB }, to });
    expect(result.added).toEqual([
      { id: 'moons', title: 'Moons' },
      { id: 'broken', title: 'Half' },
    ]);
    expect(result.present).toBe(1);
    expect(result.edit?.start).toBe(BIB.length);
    expect(result.faults[0]).toMatchObject({ line: 1 });
    expect(await imported({ from: { path: '/x/page.json', text: '{"a": 1}' }, to })).toMatchObject({
      added: [],
      fault:
        'page.json holds no references that can be read. Line 1: This file holds no list of references; CSL-JSON is an array of items, or an object with "items".',
    });
  });
  it('takes over from Zotero though it is not read otherwise, with keys made where there are none', async () => {
    const { added, edit } = await imported({ from: 'zotero', to });
    expect(added.map(({ id }) => id)).toEqual(['roeMoons', 'leestars']);
    expect(edit?.newText).toContain('@book{roeMoons,\n  title = {Moons},');
    const chosen = await imported({ from: 'zotero', to, only: ['leestars'] });
    expect(chosen.added.map(({ id }) => id)).toEqual(['leestars']);
  });
  it('says so where Zotero does not answer', async () => {
    await zotero.close();
    const { fault } = await imported({ from: 'zotero', to });
    expect(fault).toContain('Start Zotero');
  });
});
