/** A copy of the seed library opened as a workspace, beside the bundled one: what the command line says, the editor shows. */
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { readLibraryFile, type FileChange } from '#core';
import type { Editor } from './editor.ts';
import { editorWith, fakeRuntime, FOLDER, type Files } from './in-memory.ts';

const seeds = new URL('../../seeds/', import.meta.url);
const LINE = 'can-fine-tuning-or-rlhf-alone-solve-the-persona-distortion-problem.md';
const paths = ['papers.json', LINE, ...readdirSync(new URL('notes/', seeds)).map((name) => `notes/${name}`)];
const textOf = (path: string): string => readFileSync(new URL(path, seeds), 'utf8');

const bundled = (): FileChange[] =>
  paths.map((path) => ({
    path: `/product/${path}`,
    entries: readLibraryFile(path, textOf(path)).entries.map((entry) => ({
      ...entry,
      origin: { path: `/product/${path}`, line: entry.origin.line, bundled: true },
    })),
  }));

let editor: Editor | undefined;
afterEach(async () => {
  await editor?.connection.sendRequest('shutdown');
  editor?.connection.dispose();
  editor = undefined;
});

describe.each([
  ['alone', new Map<string, string>([[LINE, textOf(LINE)]])],
  ['with a copy of everything', new Map(paths.map((path) => [path, textOf(path)]))],
  ['with a copy in a folder', new Map(paths.map((path) => [`seeds/${path}`, textOf(path)]))],
] satisfies [string, Files][])('the seed page, %s', (_, files) => {
  it('shows its three wrong attributions', async () => {
    editor = await editorWith({ ...fakeRuntime(files), bundledLibrary: () => Promise.resolve(bundled()) });
    const uri = `${FOLDER}/${[...files.keys()].find((path) => path.endsWith(LINE)) ?? ''}`;
    const text = textOf(LINE);
    await editor.open(uri, text);
    const lines = (await editor.problems(uri))
      .filter(({ code }) => code === 'misattributed-claim')
      .map(({ range }) => text.split('\n')[range.start.line]?.slice(2, 22));
    expect(lines).toEqual(['Per-turn training ob', 'RLHF installs stable', 'Conditioning on pers']);
  });
});
