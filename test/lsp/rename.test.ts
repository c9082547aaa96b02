/** A key and a note get another name, wherever the old one is written, as an editor asks for it. */
import { afterEach, describe, expect, it } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver/node';
import type { Editor, EditorOptions } from './editor.ts';
import { editorWith, fakeRuntime, FOLDER, type Files } from './in-memory.ts';

const NOTE = `${FOLDER}/note.md`;
const BIBLIOGRAPHY = `% mine: lee2025

@article{lee2025,
  title  = {Steady personas under pressure, not by lee2025},
  author = {Lee, Ann},
  eprint = {2504.01234},
  archivePrefix = {arXiv}
}
@inbook{part, crossref = {lee2025}, title = {A part}}
@article{may2024, title = {Of May}}
`;

let editor: Editor | undefined;
afterEach(async () => {
  await editor?.connection.sendRequest('shutdown');
  editor?.connection.dispose();
  editor = undefined;
});

async function open(text: string, files: Files, options: EditorOptions = {}): Promise<Editor> {
  editor = await editorWith(fakeRuntime(files), options);
  await editor.open(NOTE, text);
  await editor.until('the library', () => (editor?.refreshes ?? 0) > 0);
  return editor;
}

/** The files as they are after an edit, by their new names; only those that it changes. */
function after(
  edit: WorkspaceEdit | null,
  files: Files,
  open: Readonly<Record<string, string>>,
): Record<string, string> {
  const texts = new Map<string, string>();
  for (const change of edit?.documentChanges ?? []) {
    if ('kind' in change) {
      if (change.kind !== 'rename') throw new Error(`Nobody asked to ${change.kind} a file.`);
      const [from, to] = [pathOf(change.oldUri), pathOf(change.newUri)];
      texts.set(to, texts.get(from) ?? files.get(from) ?? '');
      texts.delete(from);
      continue;
    }
    const path = pathOf(change.textDocument.uri);
    const text = open[path] ?? files.get(path);
    if (text === undefined) throw new Error(`${path} does not exist.`);
    expect(change.textDocument.version).toBe(path in open ? 1 : null);
    const document = TextDocument.create(change.textDocument.uri, 'markdown', 1, text);
    texts.set(path, TextDocument.applyEdits(document, change.edits as TextEdit[]));
  }
  return Object.fromEntries(texts);
}

const pathOf = (uri: string): string => decodeURIComponent(uri.replace(`${FOLDER}/`, ''));

describe('a citation key', () => {
  const text = 'Personas hold [see @lee2025, p. 3; @may2024]. So says @lee2025, and @{lee2025}.\n';

  it('is renamed in every note and where its entry is, and nowhere else', async () => {
    const files: Files = new Map([
      ['refs.bib', BIBLIOGRAPHY],
      ['export.json', '[{"id": "leeSteady", "title": "Steady", "number": "arXiv:2504.01234"}]'],
      [
        'a.md',
        '\uFEFF[@lee2025] and [@Lee2025].\r\n\r\n    @lee2025 in code\r\n\r\n😀 [-@lee2025; @leeSteady] lee2025\r\n',
      ],
      ['b.md', '---\nsources:\n  - "@lee2025"\n---\n\nNothing.\n'],
      ['c.md', '# Lee2025 is no key\n'],
    ]);
    const at = await open(text, files);
    expect(await at.prepareRename(NOTE, 'lee2025, p')).toEqual({
      range: { start: { line: 0, character: 20 }, end: { line: 0, character: 27 } },
      placeholder: 'lee2025',
    });
    const edit = await at.rename(NOTE, 'lee2025, p', '@lee2025steady');
    files.set('a.md', files.get('a.md')?.slice(1) ?? '');
    expect(after(edit, files, { 'note.md': text })).toEqual({
      'note.md': text.replaceAll('lee2025', 'lee2025steady'),
      'a.md':
        '[@lee2025steady] and [@lee2025steady].\r\n\r\n    @lee2025 in code\r\n\r\n😀 [-@lee2025steady; @leeSteady] lee2025\r\n',
      'b.md': '---\nsources:\n  - "@lee2025steady"\n---\n\nNothing.\n',
      'refs.bib': BIBLIOGRAPHY.replace('{lee2025,', '{lee2025steady,').replace(
        '{lee2025}',
        '{lee2025steady}',
      ),
    });
  });

  it('that a note or a list of references in JSON has is renamed there', async () => {
    const files: Files = new Map([
      ['paper.md', '---\nkind: paper\ntitle: Steady\ncitekey: lee2025\n---\n\nIt holds.\n'],
      ['refs.json', '[{"id":"lee2025","title":"Steady"}]'],
    ]);
    const at = await open(text, files);
    expect(after(await at.rename(NOTE, 'lee2025', 'lee25'), files, { 'note.md': text })).toEqual({
      'note.md': text.replaceAll('lee2025', 'lee25'),
      'paper.md': '---\nkind: paper\ntitle: Steady\ncitekey: lee25\n---\n\nIt holds.\n',
      'refs.json': '[{"id":"lee25","title":"Steady"}]',
    });
  });

  it('that no library holds is renamed in the notes', async () => {
    const files: Files = new Map([['a.md', 'As [@typo2020; @Typo2020].\n']]);
    const at = await open('So [@typo2020].\n', files);
    expect(
      after(await at.rename(NOTE, 'typo2020', 'right2020'), files, { 'note.md': 'So [@typo2020].\n' }),
    ).toEqual({
      'note.md': 'So [@right2020].\n',
      'a.md': 'As [@right2020; @Typo2020].\n',
    });
  });

  it('is renamed without versions in an editor that knows none', async () => {
    const files: Files = new Map([['refs.bib', BIBLIOGRAPHY]]);
    const at = await open(text, files, { workspaceEdit: {} });
    const edit = await at.rename(NOTE, 'lee2025', 'lee25');
    expect(Object.keys(edit?.changes ?? {})).toEqual([NOTE, `${FOLDER}/refs.bib`]);
    expect(edit?.changes?.[NOTE]?.[0]).toEqual({
      range: { start: { line: 0, character: 20 }, end: { line: 0, character: 27 } },
      newText: 'lee25',
    });
  });

  it.each([
    ['may2024', '“may2024” is already the key of “Of May”.'],
    [
      'two words',
      '“two words” cannot be a citation key: letters, digits and _ make one, with single signs such as : . - + / between them.',
    ],
    [
      '',
      '“” cannot be a citation key: letters, digits and _ make one, with single signs such as : . - + / between them.',
    ],
    [
      '50%',
      '“50%” cannot be a citation key: letters, digits and _ make one, with single signs such as : . - + / between them.',
    ],
  ])('cannot become “%s”', async (name, why) => {
    const at = await open(text, new Map([['refs.bib', BIBLIOGRAPHY]]));
    await expect(at.rename(NOTE, 'lee2025', name)).rejects.toThrow(why);
  });
});

describe('what cannot be renamed', () => {
  it('says why in one sentence', async () => {
    const runtime = fakeRuntime(new Map());
    const bib = (path: string, key: string, more = {}): never =>
      ({
        path,
        entries: [{ id: key, kind: 'paper', title: key, authors: [], origin: { path, line: 0, ...more } }],
      }) as never;
    editor = await editorWith({
      ...runtime,
      bundledLibrary: () => Promise.resolve([bib('seeds/papers.json', 'seed2020', { bundled: true })]),
      readFolder: () =>
        Promise.resolve({
          library: [bib('zotero:1', 'zotero2020'), bib('/home/me/all.bib', 'far2020')],
          paths: [],
          faults: [],
        }),
      uriOf: (path) => (path.startsWith('/') ? `file://${path}` : `${FOLDER}/${path}`),
      relativePath: (uri) => uri.replace(/^.*\//, ''),
    });
    await editor.open(
      NOTE,
      'As [@seed2020], [@zotero2020], [@far2020], arXiv:2504.01234 and doi:10.1234/x.5 say.\n',
    );
    await editor.until('the library', () => (editor?.refreshes ?? 0) > 0);
    const at = editor;
    const why = async (words: string): Promise<unknown> =>
      at.prepareRename(NOTE, words).catch((error: unknown) => (error as Error).message);
    expect(await why('seed2020')).toBe(
      '“seed2020” is a key of the library that comes with Inquiry, which keeps it.',
    );
    expect(await why('zotero2020')).toBe('“zotero2020” comes from Zotero: change the citation key there.');
    expect(await why('far2020')).toBe(
      '“far2020” comes from all.bib, outside this workspace: change it there.',
    );
    expect(await why('2504.01234')).toBe('arXiv:2504.01234 is the paper’s own name and stays as it is.');
    expect(await why('10.1234/x.5')).toBe('doi:10.1234/x.5 is the work’s own name and stays as it is.');
    expect(await why('say')).toBeNull();
  });
});
