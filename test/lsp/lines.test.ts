/** Lines of inquiry, as an editor asks for them. */
import { afterEach, expect, it } from 'vitest';
import type { ImportPageResult, NewLineResult, QuestionAtResult } from '#core/importer/messages.ts';
import type { Editor } from './editor.ts';
import { editorWith, fakeRuntime, FOLDER } from './in-memory.ts';

let editor: Editor | undefined;
afterEach(() => {
  editor?.connection.dispose();
});

async function ask<T>(method: string, params: unknown): Promise<T> {
  const note = '# Drift\n\n## Next lines\n\n- Does drift vanish?\n';
  editor = await editorWith(fakeRuntime(new Map([['drift.md', note]]), '2026-11-23'));
  await editor.open(`${FOLDER}/drift.md`, note);
  return editor.connection.sendRequest<T>(method, params);
}

it('begins a line on the day that it is', async () => {
  const { name, text, framingAt } = await ask<NewLineResult>('inquiry/newLine', { question: 'Why drift?' });
  expect(name).toBe('why-drift.md');
  expect(text).toContain('title: Why drift?\ndate: 2026-11-23\n');
  expect(text.slice(0, framingAt)).toMatch(/\n# Why drift\?\n\n$/);
});

it('finds the question at the cursor', async () => {
  const found = await ask<QuestionAtResult>('inquiry/questionAt', { uri: `${FOLDER}/drift.md`, offset: 30 });
  expect(found).toEqual({ question: 'Does drift vanish?' });
});

it('finds none in a document that it does not know', async () => {
  const found = await ask<QuestionAtResult>('inquiry/questionAt', { uri: `${FOLDER}/none.md`, offset: 0 });
  expect(found).toEqual({});
});

it('makes files of a page, with what the library knows of its papers', async () => {
  const text =
    'Do traits move?\n\nThey do Can traits be steered?.\n\nSources 2 notes\n\nCan traits be steered?\n\nYes (arXiv:2507.21509).\n';
  const { files, faults } = await ask<ImportPageResult>('inquiry/importPage', { path: '/page.txt', text });
  expect(files.map(({ path }) => path)).toEqual([
    'do-traits-move.md',
    'notes/can-traits-be-steered.md',
    'papers.json',
  ]);
  expect(files[2]?.text).toContain('2507.21509');
  expect(faults).toEqual([{ line: 4, message: expect.stringContaining('announces 2 notes') as string }]);
});

it('says what references are, and makes nothing of them', async () => {
  const { files, faults } = await ask<ImportPageResult>('inquiry/importPage', {
    path: '/refs.bib',
    text: '@book{a, title={A}}',
  });
  expect(files).toEqual([]);
  expect(faults[0]?.message).toMatch(/^This file holds references \(BibTeX\)/);
});
