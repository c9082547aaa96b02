/** A person's own templates of the research prompt are no notes, whatever their folder is called. */
import { afterEach, expect, it } from 'vitest';
import type { QueueResult } from '#core/queue/messages.ts';
import type { Editor } from './editor.ts';
import { editorWith, fakeRuntime, FOLDER, TWO_WORKS } from './in-memory.ts';

const CLAIM = 'No language model keeps a persona (2025-04, arXiv:2504.01234).\n';
const FILES = new Map([
  ...TWO_WORKS,
  ['prompts/mine.md', `{{question}}\n\n${CLAIM}`],
  ['prompts/old/note.md', CLAIM],
  ['prompts of others.md', CLAIM],
]);
const NOTES = ['prompts/old/note.md', 'prompts of others.md'].map((path) => `${FOLDER}/${path}`);

let editor: Editor | undefined;
afterEach(() => {
  editor?.connection.dispose();
});

const start = async (templates: string): Promise<Editor> =>
  (editor = await editorWith(fakeRuntime(new Map(FILES)), {
    settings: () => ({ 'prompt.templates': templates }),
  }));

it.each(['prompts', ' ./prompts/ ', '/work/prompts'])(
  'files right in the folder %j are left out of checks, the re-test queue and references',
  async (templates) => {
    const at = await start(templates);
    expect(await at.connection.sendRequest('inquiry/checkWorkspace', {})).toMatchObject({ files: 2 });
    expect([...at.pushed.keys()]).not.toContain(`${FOLDER}/prompts/mine.md`);
    const { claims } = await at.connection.sendRequest<QueueResult>('inquiry/queue', {});
    expect(claims.map(({ uri }) => uri).sort()).toEqual([...NOTES].sort());
    await at.open(`${FOLDER}/prompts/old/note.md`, CLAIM);
    const citing = await at.citations(`${FOLDER}/prompts/old/note.md`, '2504.01234');
    expect(
      citing
        .map(({ uri }) => uri)
        .filter((uri) => uri.endsWith('.md'))
        .sort(),
    ).toEqual([...NOTES].sort());
  },
);

it.each(['', 'elsewhere'])('with the folder %j the file is a note like any other', async (templates) => {
  const at = await start(templates);
  expect(await at.connection.sendRequest('inquiry/checkWorkspace', {})).toMatchObject({ files: 3 });
});
