/** What the editor's own tools for agents are told, as our own client asks for it: the open note as it stands, and the library of now. */
import { afterEach, expect, it } from 'vitest';
import type { Told } from '#core/agents/messages.ts';
import type { Editor } from './editor.ts';
import { editorWith, fakeRuntime, FOLDER, TWO_WORKS } from './in-memory.ts';

const NOTE = `${FOLDER}/note.md`;

let editor: Editor | undefined;
afterEach(() => {
  editor?.connection.dispose();
});

async function ask(request: string, params: object, text = ''): Promise<string> {
  editor = await editorWith(fakeRuntime(new Map(TWO_WORKS)));
  await editor.open(NOTE, text);
  return (await editor.connection.sendRequest<Told>(request, params)).words;
}

it('tells a note’s problems, the gravest first where there is much', async () => {
  const text = 'Models can no longer fail, as 93% of users say.\n\nSee arXiv:2613.00001.\n';
  const all = await ask('inquiry/checkNote', { uri: NOTE, top: 50 }, text);
  expect(all).toMatch(/^note\.md\n {2}1:1 .* unsourced-claim\n/);
  expect(all).toContain('malformed-arxiv-id');
  expect(all).toMatch(/1 note, 1 claim \(0 with a source\), \d problems\.\n$/);
  const one = await ask('inquiry/checkNote', { uri: NOTE, top: 1 }, text);
  expect(one).not.toContain('unsourced-claim');
  expect(one).toMatch(/The 1 gravest are told here; “top” tells more\.\n$/);
});

it('warns of a note that it cannot judge', async () => {
  const text = '---\ntitle: [open\n---\n\nWell.\n';
  expect(await ask('inquiry/checkNote', { uri: NOTE, top: 50 }, text)).toMatch(
    /^Warning: note\.md, line \d: /,
  );
});

it('ranks sources for a claim', async () => {
  const claim = 'Steering keeps a persona steady.';
  expect(await ask('inquiry/suggest', { claim, top: 1 })).toMatch(
    /^ {2}1\. Steady personas under pressure \(2025\) {2}lee2025/,
  );
  expect(await ask('inquiry/suggest', { claim: 'Zebras graze.', top: 1 })).toBe(
    'Nothing in the library comes near “Zebras graze.”.\n',
  );
});

it('finds a work by its names, lists what is near, and tells unknown from impossible', async () => {
  const find = (query: string): Promise<string> => ask('inquiry/findWork', { query });
  for (const name of ['arXiv:2504.01234', '@lee2025', 'Steady personas under pressure'])
    expect(await find(name)).toMatch(/^\*\*Steady personas under pressure.*\n\nid: lee2025\n$/s);
  expect(await find('harbours')).toContain(
    'The nearest by its words:\n- Tides and harbours (2024)  tides2024\n',
  );
  expect(await find('2401.12345')).toBe(
    'The library does not hold arXiv:2401.12345. It may exist all the same.\n',
  );
  expect(await find('2613.00001')).toContain('cannot exist: ');
});
