/** What the language server says of notes in languages that the claim model does not know. */
import { afterEach, expect, it } from 'vitest';
import type { Editor } from './editor.ts';
import { editorWith, fakeRuntime, FOLDER } from './in-memory.ts';

let editor: Editor | undefined;
afterEach(async () => {
  await editor?.connection.sendRequest('shutdown');
  editor?.connection.dispose();
  editor = undefined;
});

it('is said once a language, and not of English', async () => {
  const at = await editorWith(fakeRuntime(new Map()));
  editor = at;
  const texts = [
    'The talk is long and the model drifts. It is not clear why this happens.\n',
    'Das Wetter ist heute schön und der Kaffee ist stark. Das ist nicht neu.\n',
    'Der Hund ist nicht auf dem Sofa und die Katze ist im Garten.\n',
    'Les modèles sont plus lents que les autres dans tous les cas.\n',
  ];
  for (const [index, text] of texts.entries()) {
    const uri = `${FOLDER}/note-${String(index)}.md`;
    await at.open(uri, text);
    await at.problems(uri);
    await at.problems(uri);
  }
  const said = at.log.filter((message) => message.includes('claim model'));
  expect(said).toHaveLength(2);
  expect(said[0]).toMatch(/^note-1\.md is in German\./);
  expect(said[1]).toMatch(/^note-3\.md is in a language/);
});
