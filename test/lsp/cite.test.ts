/** Choosing a source from the whole library, as our own client asks for it. */
import { afterEach, expect, it } from 'vitest';
import type { CiteResult } from '#core/protocol.ts';
import type { Editor } from './editor.ts';
import { editorWith, fakeRuntime, FOLDER, TWO_WORKS } from './in-memory.ts';

const NOTE = `${FOLDER}/note.md`;

let editor: Editor | undefined;
afterEach(() => {
  editor?.connection.dispose();
});

async function choices(text: string, words: string, query = ''): Promise<CiteResult['choices']> {
  editor = await editorWith(fakeRuntime(new Map(TWO_WORKS)));
  await editor.open(NOTE, text);
  const params = { uri: NOTE, offset: text.indexOf(words), query };
  return (await editor.connection.sendRequest<CiteResult>('inquiry/cite', params)).choices;
}

it('offers what fits the sentence at the cursor, written in the note’s way before its full stop', async () => {
  const text = 'Tides turn twice a day [@tides2024].\n\nA steady persona holds for a hundred turns.\n';
  const [first] = await choices(text, 'persona');
  expect(first).toMatchObject({ title: 'Steady personas under pressure', detail: 'Lee · 2025' });
  expect(first?.about).toContain('hundred turns');
  const at = text.length - 2;
  expect(first?.edits).toEqual([{ start: at, end: at, newText: ' [@lee2025]' }]);
});

it('finds by what is typed, whatever the sentence says', async () => {
  const found = await choices('A steady persona holds for a hundred turns.\n', 'persona', 'moor harb');
  expect(found.map(({ title }) => title)).toEqual(['Tides and harbours']);
});

it('pays an open debt where it stands', async () => {
  const text = 'A steady persona holds for a hundred turns [citation needed].\n';
  const [first] = await choices(text, 'persona');
  const start = text.indexOf('[citation');
  expect(first?.edits).toEqual([
    { start, end: start + '[citation needed]'.length, newText: '(arXiv:2504.01234)' },
  ]);
});

it('writes at the cursor where there is no sentence', async () => {
  const text = '# Personas\n\n';
  const found = await choices(text, '\n\n', 'tides');
  expect(found[0]?.edits[0]?.start).toBe(text.indexOf('\n\n'));
});
