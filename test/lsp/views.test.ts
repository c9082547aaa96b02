/** The views of the library, as an editor asks for their rows: page by page, and again when something has changed. */
import { afterEach, describe, expect, it } from 'vitest';
import type {
  ChildrenParams,
  ChildrenResult,
  CitationResult,
  EntryCardResult,
  Parent,
  Row,
} from '#core/views/messages.ts';
import type { Editor } from './editor.ts';
import { editorWith, fakeRuntime, FOLDER, type Files } from './in-memory.ts';

const bibliography = (papers: number): string =>
  Array.from(
    { length: papers },
    (_, i) =>
      `@article{k${String(i)}, title={Study number ${String(i)} of tides}, author={Lovelace, Ada and Babbage, Charles}, year={${String(2000 + i)}}}\n`,
  ).join('');

const FILES: ReadonlyMap<string, string> = new Map([
  ['refs.bib', bibliography(5)],
  ['a.md', '# A\n\nTides rise by 5% [@k1]. They fall [@k2].\n'],
  ['b.md', '# B\n\nThey rise twice a day [@k1].\n'],
  ['plans.md', '# Plans\n\nRead more.\n'],
  [
    'notes/moon.md',
    '---\nkind: note\ntitle: Does the moon pull harder at night?\ndate: 2025-02\n---\n\nIt does not [@k3].\n',
  ],
  [
    'notes/sun.md',
    '---\nkind: note\ntitle: Does the sun pull at all?\ndate: 2025-03\n---\n\nIt does [@k3].\n',
  ],
  ['lines/pull.md', '---\nkind: line\ntitle: What pulls?\n---\n\n# What pulls?\n\nMuch does ([[moon]]).\n'],
]);

let editor: Editor | undefined;
let told = 0;
afterEach(() => {
  editor?.connection.dispose();
});

async function start(files: Files = new Map(FILES)): Promise<Editor> {
  editor = await editorWith(fakeRuntime(files));
  told = 0;
  editor.connection.onNotification('inquiry/viewsChanged', () => {
    told++;
  });
  return editor;
}

const ask = (at: Editor, parent: Parent, params: Partial<ChildrenParams> = {}): Promise<ChildrenResult> =>
  at.connection.sendRequest('inquiry/children', { parent, from: 0, count: 100, ...params });

/** As a list shows them, in a few words. */
function words(row: Row): string {
  if (row.kind === 'group') return `${row.group} ${String(row.total)}`;
  if (row.kind === 'claim') return `${row.path}:${String(row.line)}:${String(row.character)} ${row.text}`;
  return [row.id, row.authors, row.year, row.citedBy ?? '?'].join('|');
}
const wordsOf = ({ rows }: ChildrenResult): string[] => rows.map(words);

/** Once the citations are counted. */
async function counted(at: Editor, shelf: 'paper' | 'note' | 'line' = 'paper'): Promise<string[]> {
  let rows = wordsOf(await ask(at, { of: 'shelf', shelf }));
  while (rows.some((row) => row.endsWith('?'))) {
    await new Promise((resolve) => setTimeout(resolve, 5));
    rows = wordsOf(await ask(at, { of: 'shelf', shelf }));
  }
  return rows;
}

describe('the library', () => {
  it('stands on shelves, the newest first, with who cites it', async () => {
    const at = await start();
    expect(wordsOf(await ask(at, { of: 'library' }))).toEqual(['paper 5', 'note 2', 'line 1']);
    expect(await counted(at)).toEqual([
      'k4|Lovelace and Babbage|2004|0',
      'k3|Lovelace and Babbage|2003|2',
      'k2|Lovelace and Babbage|2002|1',
      'k1|Lovelace and Babbage|2001|2',
      'k0|Lovelace and Babbage|2000|0',
    ]);
    expect(await counted(at, 'note')).toEqual(['notes/sun||2025|0', 'notes/moon||2025|1']);
  });

  it('comes page by page', async () => {
    const at = await start();
    const first = await ask(at, { of: 'shelf', shelf: 'paper' }, { count: 2 });
    expect([first.rows.length, first.next, first.left]).toEqual([2, 2, 3]);
    const last = await ask(at, { of: 'shelf', shelf: 'paper' }, { from: 4, count: 2 });
    expect([wordsOf(last)[0]?.slice(0, 2), last.next, last.left]).toEqual(['k0', undefined, 0]);
  });

  it('shows what has every word of the filter', async () => {
    const at = await start();
    expect(wordsOf(await ask(at, { of: 'library' }, { filter: '2003 lovelace' }))).toEqual(['paper 1']);
    const papers = await ask(at, { of: 'shelf', shelf: 'paper' }, { filter: '2003 lovelace' });
    expect(papers.rows).toMatchObject([{ id: 'k3', file: { uri: `${FOLDER}/refs.bib`, line: 3 } }]);
    expect((await ask(at, { of: 'library' }, { filter: 'nothing of this' })).rows).toEqual([]);
  });

  it('tells who cites an entry: file, line and claim, note after note', async () => {
    const at = await start();
    expect(wordsOf(await ask(at, { of: 'entry', id: 'k1' }))).toEqual([
      'a.md:2:18 Tides rise by 5%.',
      'b.md:2:23 They rise twice a day.',
    ]);
    const first = await ask(at, { of: 'entry', id: 'k1' }, { count: 1 });
    expect([first.rows.length, first.next, first.left]).toEqual([1, 1, 1]);
    expect(wordsOf(await ask(at, { of: 'entry', id: 'k1' }, { from: 1, count: 1 }))).toEqual([
      'b.md:2:23 They rise twice a day.',
    ]);
    expect(wordsOf(await ask(at, { of: 'entry', id: 'notes/moon' }))).toEqual([
      'lines/pull.md:7:13 Much does (moon).',
    ]);
    expect((await ask(at, { of: 'entry', id: 'no such entry' })).rows).toEqual([]);
  });

  it('gives an entry’s card, and its citation as the note writes it', async () => {
    const at = await start();
    await ask(at, { of: 'library' });
    const card: EntryCardResult = await at.connection.sendRequest('inquiry/entryCard', { id: 'k1' });
    expect(card.markdown).toMatch(/^\*\*Study number 1 of tides\*\*\n\nLovelace and Babbage/);
    const uri = `${FOLDER}/a.md`;
    const text = FILES.get('a.md') ?? '';
    await at.open(uri, text);
    const cite = (offset: number): Promise<CitationResult> =>
      at.connection.sendRequest('inquiry/citation', { id: 'k4', at: { uri, offset } });
    const afterWord = text.indexOf(' [@k2]');
    expect(await cite(afterWord)).toEqual({
      text: '[@k4]',
      edits: [{ start: afterWord, end: afterWord, newText: ' [@k4]' }],
    });
    expect((await cite(afterWord + 1)).edits[0]?.newText).toBe('[@k4]');
    const anywhere = await at.connection.sendRequest('inquiry/citation', { id: 'k4' });
    expect(anywhere).toEqual({ text: '[@k4]', edits: [] });
  });
});

describe('when something changes', () => {
  async function change(at: Editor, files: Files, path: string, text: string | undefined): Promise<void> {
    const type = text === undefined ? 3 : files.has(path) ? 2 : 1;
    if (text === undefined) files.delete(path);
    else files.set(path, text);
    await at.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: `${FOLDER}/${path}`, type }],
    });
  }
  /** As a view does: asks, and asks again whenever it is told to. */
  async function until(expected: readonly string[], look: () => Promise<readonly string[]>): Promise<void> {
    for (;;) {
      const seen = told;
      const now = await look();
      if (now.join('\n') === expected.join('\n')) return;
      while (told === seen) await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
  const claims = (at: Editor, id: string) => async (): Promise<readonly string[]> =>
    wordsOf(await ask(at, { of: 'entry', id }));

  it('counts a note that is written, made or deleted', async () => {
    const files = new Map(FILES);
    const at = await start(files);
    await counted(at);
    await change(at, files, 'b.md', '# B\n\nThey rise twice a day [@k4].\n');
    await until(['b.md:2:23 They rise twice a day.'], claims(at, 'k4'));
    await change(at, files, 'c.md', '# C\n\nThey rise [@k4].\n');
    await until(['b.md:2:23 They rise twice a day.', 'c.md:2:11 They rise.'], claims(at, 'k4'));
    await change(at, files, 'b.md', undefined);
    await until(['c.md:2:11 They rise.'], claims(at, 'k4'));
    await until(['k4|Lovelace and Babbage|2004|1'], async () => (await counted(at)).slice(0, 1));
  });

  it('counts citations of a work that is new, and forgets those of one that is gone', async () => {
    const files = new Map(FILES);
    files.set('c.md', '# C\n\nThey rise [@k5].\n');
    const at = await start(files);
    await counted(at);
    await change(at, files, 'refs.bib', bibliography(6));
    await until(['c.md:2:11 They rise.'], claims(at, 'k5'));
    await change(at, files, 'refs.bib', bibliography(2));
    await until([], claims(at, 'k5'));
    const left = ['k1|Lovelace and Babbage|2001|2', 'k0|Lovelace and Babbage|2000|0'];
    await until(left, () => counted(at));
  });

  it('shows after each change what it would after a fresh start', async () => {
    const files = new Map(FILES);
    const at = await start(files);
    const all = async (one: Editor): Promise<string[]> => [
      ...(await counted(one)),
      ...(await counted(one, 'note')),
      ...(await counted(one, 'line')),
    ];
    await all(at);
    const changes: readonly (readonly [string, string | undefined])[] = [
      // Named by notes before there was such a note, or such a key.
      ['c.md', '# C\n\nIt pulls ([[stars]]), as said [@k6].\n'],
      ['notes/stars.md', '---\nkind: note\ntitle: Do the stars pull?\n---\n\nThey do [@k1].\n'],
      ['refs.bib', bibliography(7)],
      // Says more, and is called the same.
      [
        'notes/stars.md',
        '---\nkind: note\ntitle: Do the stars pull?\n---\n\nThey do, a little [@k1; @k2].\n',
      ],
      ['notes/stars.md', '# Stars\n\nNo note any longer [@k2].\n'],
      ['refs.bib', bibliography(7).replace('{k1,', '{tides,')],
      ['b.md', undefined],
    ];
    for (const [path, text] of changes) {
      await change(at, files, path, text);
      const fresh = await editorWith(fakeRuntime(files));
      const expected = await all(fresh);
      fresh.connection.dispose();
      await until(expected, () => all(at));
    }
  });

  it('goes by what is written now, not by what is saved', async () => {
    const at = await start();
    await counted(at);
    await at.open(`${FOLDER}/plans.md`, FILES.get('plans.md') ?? '');
    await at.replace(`${FOLDER}/plans.md`, 'more.', 'more [@k0].');
    await until(['plans.md:2:11 Read more.'], claims(at, 'k0'));
  });
});

describe('next lines', () => {
  const uri = `${FOLDER}/lines/new.md`;

  it('are those that share sources with the open note, and notes that no line uses', async () => {
    const at = await start();
    await at.open(uri, '# Why?\n\nTides rise [@k3].\n');
    expect(await ask(at, { of: 'next', uri })).toMatchObject({
      rows: [
        { group: 'related', total: 3 },
        { group: 'unused', total: 1 },
      ],
    });
    const related = await ask(at, { of: 'related', uri });
    expect(related.rows).toMatchObject([
      {
        id: 'lines/pull',
        shares: ['Study number 3 of tides'],
        opens: { of: 'shared', uri, id: 'lines/pull' },
      },
      { id: 'notes/sun' },
      { id: 'notes/moon' },
    ]);
    expect(wordsOf(await ask(at, { of: 'shared', uri, id: 'lines/pull' }))).toEqual([
      'k3|Lovelace and Babbage|2003|?',
    ]);
    expect((await ask(at, { of: 'unused', uri })).rows).toMatchObject([{ id: 'notes/sun' }]);
  });

  it('say what is missing where there are none', async () => {
    const at = await start();
    await at.open(uri, '# Why?\n\nI wonder.\n');
    expect((await ask(at, { of: 'next', uri })).lacks).toBe('sources');
    await at.replace(uri, 'wonder', 'wonder [@k0]');
    expect((await ask(at, { of: 'next', uri })).lacks).toBe('related');
    expect(await ask(at, { of: 'next', uri: `${FOLDER}/closed.md` })).toEqual({ rows: [], left: 0 });
  });
});
