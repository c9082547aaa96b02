/** From a citation to the entry in its file, from there to every citation, and what is wrong in that file, as an editor meets it. */
import { afterEach, describe, expect, it } from 'vitest';
import type { Location } from 'vscode-languageserver/node';
import type { Editor } from './editor.ts';
import { editorWith, fakeRuntime, FOLDER, type Files } from './in-memory.ts';

const NOTE = `${FOLDER}/note.md`;
const BIBLIOGRAPHY = `% mine

@article{lee2025,
  title  = {Steady personas under pressure},
  author = {Lee, Ann},
  year   = {2025},
  eprint = {2504.01234},
  archivePrefix = {arXiv}
}
`;
const EXPORT = `[
  { "id": "leeSteady", "type": "article", "title": "Steady personas under pressure", "number": "arXiv:2504.01234" }
]
`;

let editor: Editor | undefined;
afterEach(async () => {
  await editor?.connection.sendRequest('shutdown');
  editor?.connection.dispose();
  editor = undefined;
});

async function open(text: string, files: Files): Promise<Editor> {
  editor = await editorWith(fakeRuntime(files));
  await editor.open(NOTE, text);
  await editor.until('the library', () => (editor?.refreshes ?? 0) > 0);
  return editor;
}

const places = (found: readonly Location[]): string[] =>
  found.map(
    ({ uri, range: { start } }) =>
      `${uri.replace(`${FOLDER}/`, '')}:${String(start.line + 1)}:${String(start.character + 1)}`,
  );

describe('from a citation', () => {
  it('one goes to the entry that has the key, and from an ID to every file that describes the paper', async () => {
    const at = await open(
      'Personas hold [@lee2025]. So do others [@leeSteady], see arXiv:2504.01234 and [@nobody].\n',
      new Map([
        ['refs.bib', BIBLIOGRAPHY],
        ['export.json', EXPORT],
      ]),
    );
    expect(places(await at.definitions(NOTE, 'lee2025'))).toEqual(['refs.bib:3:1']);
    expect(places(await at.definitions(NOTE, 'leeSteady'))).toEqual(['export.json:2:1']);
    expect(places(await at.definitions(NOTE, '2504.01234'))).toEqual(['refs.bib:3:1', 'export.json:2:1']);
    expect(places(await at.definitions(NOTE, 'nobody'))).toEqual([]);
    expect(places(await at.definitions(NOTE, 'hold'))).toEqual([]);
  });

  it('one finds every citation of the work, in whatever form and under whatever key', async () => {
    const at = await open(
      'Personas hold [@lee2025].\n',
      new Map([
        ['refs.bib', BIBLIOGRAPHY],
        ['export.json', EXPORT],
        ['note.md', 'as it is on disk: nothing\n'],
        ['a.md', '# A\n\nThey hold (arXiv:2504.01234v2), and [@leeSteady, p. 3] says so.\n'],
        ['b.md', '# B\n\nThey hold.[^1]\n\n[^1]: Lee, on steady personas under pressure, 2025. [@lee2025]\n'],
        ['c.md', '# C\n\nSteady work is under pressure.\n'],
      ]),
    );
    expect(places(await at.citations(NOTE, 'lee2025'))).toEqual([
      'note.md:1:16',
      'a.md:3:18',
      'a.md:3:38',
      'b.md:3:13',
      'b.md:5:54',
    ]);
  });

  it('one goes to the note that it names, and finds who else does', async () => {
    const at = await open(
      'See [[steady]] and *Which personas hold?*.\n',
      new Map([
        ['steady.md', '---\nkind: note\ntitle: Which personas hold?\n---\n\nThose of Lee.\n'],
        ['other.md', '# Other\n\nAs [said](steady.md) before.\n'],
      ]),
    );
    expect(places(await at.definitions(NOTE, 'steady'))).toEqual(['steady.md:1:1']);
    expect(places(await at.citations(NOTE, 'steady'))).toEqual([
      'note.md:1:7',
      'note.md:1:21',
      'other.md:3:11',
    ]);
  });
});

describe('what cannot be read of a reference file', () => {
  it('stands in the file, until it can', async () => {
    const files: Files = new Map([['refs.bib', `${BIBLIOGRAPHY}@book{lee2025, title = {Another work}}\n`]]);
    const at = await open('Personas hold [@lee2025].\n', files);
    const uri = `${FOLDER}/refs.bib`;
    await at.until('the fault', () => at.pushed.get(uri)?.length === 1);
    expect(at.pushed.get(uri)?.[0]).toMatchObject({
      severity: 3,
      source: 'inquiry',
      message: 'The key "lee2025" is used twice; citations of it mean the entry on line 3.',
      range: { start: { line: 9, character: 0 } },
    });
    files.set('refs.bib', BIBLIOGRAPHY);
    await at.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
    await at.until('its end', () => at.pushed.get(uri)?.length === 0);
    expect(await at.flagged(NOTE)).toEqual([]);
  });
});
