/** A library that takes longer to read than a person waits for the first problems. */
import { expect, it } from 'vitest';
import { editorWith, fakeRuntime, FOLDER, type Files } from './in-memory.ts';

it('calls no source unknown before the library was read, and then only what it does not hold', async () => {
  const files: Files = new Map([
    ['refs.bib', '@article{smith2020,\n  title = {On memory},\n  year = {2020}\n}\n'],
    ['note.md', '# Drift\n\nDrift fell [@smith2020; @jones1999] and arXiv:2613.00001 says why.\n'],
  ]);
  const runtime = fakeRuntime(files);
  let letRead = (): void => undefined;
  const mayRead = new Promise<void>((resolve) => (letRead = resolve));
  const editor = await editorWith({
    ...runtime,
    readFolder: async (...asked) => {
      await mayRead;
      return runtime.readFolder(...asked);
    },
  });
  const uri = `${FOLDER}/note.md`;
  await editor.open(uri, files.get('note.md') ?? '');
  expect(await editor.flagged(uri)).toEqual(['malformed-arxiv-id: 2613.00001']);
  const card = editor.hover(uri, 'smith2020');
  letRead();
  expect((await card)?.contents).toMatchObject({ value: expect.stringContaining('On memory') as string });
  await editor.until('the library', () => editor.refreshes > 0);
  expect(await editor.flagged(uri)).toEqual(['unknown-source: @jones1999', 'malformed-arxiv-id: 2613.00001']);
});
