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
  const moved = new Set<string>();
  for (const change of edit?.documentChanges ?? []) {
    if ('kind' in change) {
      if (change.kind !== 'rename') throw new Error(`Nobody asked to ${change.kind} a file.`);
      const [from, to] = [pathOf(change.oldUri), pathOf(change.newUri)];
      texts.set(to, open[from] ?? files.get(from) ?? '');
      moved.add(to);
      continue;
    }
    const path = pathOf(change.textDocument.uri);
    const text = texts.get(path) ?? open[path] ?? files.get(path);
    if (text === undefined) throw new Error(`${path} does not exist.`);
    expect(change.textDocument.version).toBe(path in open && !moved.has(path) ? 1 : null);
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

describe('a note', () => {
  const text =
    '# Mine\n\nSee [[steady]], [[a/Steady#Part|as said]], ![[steady]], [x](a/steady.md#part) and [[steady state]].\n';
  const links = (): Files =>
    new Map([
      [
        'a/steady.md',
        '---\nkind: note\ntitle: Which personas hold?\naliases: [firm]\n---\n\n# Which personas hold?\n\nThose [here](steady.md).\n',
      ],
      [
        'a/beside.md',
        '[x](./steady.md "t"), [y][d], <a href="steady.md">z</a>, [[firm]], `[[steady]]`\n\n[d]: steady.md\n[^f]: steady.md\n',
      ],
      [
        'b/deep/far.md',
        '---\nsources:\n  - a/steady.md\n  - "[[steady]]"\n---\n\n[x](<../../a/steady.md>) and [y](../a/steady.md).\n',
      ],
      ['steady-state.md', '# Steady\n'],
    ]);

  it('is renamed with its file and every link to it by name', async () => {
    const files = links();
    const at = await open(text, files);
    expect(await at.prepareRename(NOTE, 'Steady#Part')).toEqual({
      range: { start: { line: 2, character: 20 }, end: { line: 2, character: 26 } },
      placeholder: 'steady',
    });
    const edit = await at.rename(NOTE, 'steady', 'Firm (new).md');
    expect(after(edit, files, { 'note.md': text })).toEqual({
      'note.md':
        '# Mine\n\nSee [[Firm (new)]], [[a/Firm (new)#Part|as said]], ![[Firm (new)]], [x](a/Firm%20%28new%29.md#part) and [[steady state]].\n',
      'a/Firm (new).md': (files.get('a/steady.md') ?? '').replace('(steady.md)', '(Firm%20%28new%29.md)'),
      'a/beside.md':
        '[x](./Firm%20%28new%29.md "t"), [y][d], <a href="Firm%20%28new%29.md">z</a>, [[firm]], `[[steady]]`\n\n[d]: Firm%20%28new%29.md\n[^f]: steady.md\n',
      'b/deep/far.md':
        '---\nsources:\n  - a/Firm (new).md\n  - "[[Firm (new)]]"\n---\n\n[x](<../../a/Firm (new).md>) and [y](../a/steady.md).\n',
    });
  });

  it('is told apart by its path from another of the same name', async () => {
    const files: Files = new Map([
      ['a/steady.md', '# A\n'],
      ['b/firm.md', '# B\n'],
    ]);
    const at = await open('See [[steady]].\n', files);
    expect(after(await at.rename(NOTE, 'steady', 'firm'), files, { 'note.md': 'See [[steady]].\n' })).toEqual(
      {
        'note.md': 'See [[a/firm]].\n',
        'a/firm.md': '# A\n',
      },
    );
    await expect(at.rename(NOTE, 'steady', 'x|y')).rejects.toThrow('“x|y” cannot be a note’s name');
  });

  it('that is there already is not written over', async () => {
    const at = await open(
      'See [[steady]].\n',
      new Map([
        ['a/steady.md', '# A\n'],
        ['a/firm.md', '# B\n'],
      ]),
    );
    await expect(at.rename(NOTE, 'steady', 'Firm')).rejects.toThrow('There is a note a/Firm.md already.');
  });

  it('keeps its name in an editor that renames no files', async () => {
    const at = await open(text, links(), { workspaceEdit: { documentChanges: true } });
    await expect(at.rename(NOTE, 'steady', 'firm')).rejects.toThrow('does not rename files');
  });
});

describe('a title', () => {
  const text =
    '---\nkind: note\ntitle: "Which personas hold?"\n---\n\n# Which personas hold?\n\n[Up](#which-personas-hold).\n';
  const files = (): Files =>
    new Map([
      ['note.md', text],
      [
        'line.md',
        '---\nkind: line\ntitle: A line\nsources:\n  - Which personas hold?\n---\n\nSee [[Which personas hold?|it]], [[note#Which personas hold?]], [x](note.md#which-personas-hold) and Which personas hold?\n',
      ],
    ]);

  it('is renamed wherever it is written, and the file keeps a name of its own', async () => {
    const all = files();
    const at = await open(text, all);
    const edit = await at.rename(NOTE, 'Which', 'Do personas hold: when?');
    expect(after(edit, all, { 'note.md': text })).toEqual({
      'note.md':
        '---\nkind: note\ntitle: "Do personas hold: when?"\n---\n\n# Do personas hold: when?\n\n[Up](#do-personas-hold-when).\n',
      'line.md':
        '---\nkind: line\ntitle: A line\nsources:\n  - "Do personas hold: when?"\n---\n\nSee [[Do personas hold: when?|it]], [[note#Do personas hold: when?]], [x](note.md#do-personas-hold-when) and Do personas hold: when?\n',
    });
  });

  it.each([
    ['which-personas-hold.md', 'who-holds-on.md'],
    ['Which personas hold.md', 'Who holds on.md'],
  ])('takes the file %s along, from any note that names it', async (old, name) => {
    const own = '# Which personas hold?\n';
    const here = `See [[${old.replace('.md', '')}]].\n`;
    const all: Files = new Map([[old, `---\nkind: note\n---\n\n${own}`]]);
    const at = await open(here, all);
    await at.open(`${FOLDER}/${encodeURIComponent(old)}`, own);
    const edit = await at.rename(`${FOLDER}/${encodeURIComponent(old)}`, 'Which', 'Who holds on?');
    expect(edit?.documentChanges?.[0]).toEqual({
      kind: 'rename',
      oldUri: `${FOLDER}/${encodeURIComponent(old)}`,
      newUri: `${FOLDER}/${encodeURIComponent(name)}`,
    });
    expect(JSON.stringify(edit)).toContain(`"newText":"${name.replace('.md', '')}"`);
  });

  it.each([
    ['## Which personas hold?\n', '## Who holds?\n'],
    ['---\ntitle: Which personas hold?\n---\n', '---\ntitle: Who holds?\n---\n'],
    [
      "---\ntitle: 'Which personas hold?'\n---\n\n# Another\n",
      "---\ntitle: 'Who holds?'\n---\n\n# Another\n",
    ],
  ])('stands in %j', async (old, renamed) => {
    const at = await open(old, new Map([['note.md', old]]));
    expect(after(await at.rename(NOTE, 'Which', 'Who holds?'), new Map(), { 'note.md': old })).toEqual({
      'note.md': renamed,
    });
  });

  it('says why it stays', async () => {
    const at = await open('See [[firm]], [[nobody]] and [[line]].\n', links2());
    const why = (words: string): Promise<unknown> =>
      at.prepareRename(NOTE, words).catch((error: unknown) => (error as Error).message);
    expect(await why('firm')).toBe(
      '“firm” is another name of “Which personas hold?”: change it in that note’s front matter.',
    );
    expect(await why('nobody')).toBeNull();
    await expect(at.rename(NOTE, 'line', '?!')).rejects.toThrow();
  });
});

const links2 = (): Files =>
  new Map([
    ['steady.md', '---\nkind: note\ntitle: Which personas hold?\naliases: [firm]\n---\n'],
    ['line.md', '# Line\n'],
  ]);

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
    expect(await why('seed2020')).toBe('“seed2020” is a key of the bundled library and stays as it is.');
    expect(await why('zotero2020')).toBe('“zotero2020” comes from Zotero: change the citation key there.');
    expect(await why('far2020')).toBe(
      '“far2020” comes from all.bib, outside this workspace: change it there.',
    );
    expect(await why('2504.01234')).toBe('arXiv:2504.01234 is the paper’s own name and stays as it is.');
    expect(await why('10.1234/x.5')).toBe('doi:10.1234/x.5 is the work’s own name and stays as it is.');
    expect(await why('say')).toBeNull();
  });
});
