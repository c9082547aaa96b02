/** The language server as an editor meets it: text in, text out, in memory. */
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { CodeAction } from 'vscode-languageserver/node';
import type { Editor, EditorOptions } from './editor.ts';
import { editorWith, fakeRuntime, FOLDER, type Files } from './in-memory.ts';
import type { ServerRuntime } from '../../server/src/lsp/runtime.ts';

const NOTE = `${FOLDER}/note.md`;
const BIBLIOGRAPHY = `@article{lee2025, title={Steady personas under pressure}, author={Lee, Ann}, year={2025}, eprint={2504.01234}, archivePrefix={arXiv}}\n`;

let editor: Editor | undefined;
afterEach(async () => {
  await editor?.connection.sendRequest('shutdown');
  editor?.connection.dispose();
  editor = undefined;
});

async function open(
  text: string,
  given: EditorOptions & { files?: Files; runtime?: ServerRuntime } = {},
): Promise<Editor> {
  const { files = new Map([['refs.bib', BIBLIOGRAPHY]]), runtime = fakeRuntime(files), ...options } = given;
  editor = await editorWith(runtime, options);
  await editor.open(NOTE, text);
  return editor;
}

const changed = (at: Editor, path: string, type: 1 | 2 | 3): Promise<void> =>
  at.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: `${FOLDER}/${path}`, type }],
  });

const titles = (actions: readonly CodeAction[] | null): string[] => (actions ?? []).map(({ title }) => title);

describe('problems', () => {
  it('stand where the words are, with a code that leads to the rule’s page', async () => {
    const at = await open('# Notes\n\nSee arXiv:2613.00001 on this.\n');
    const [problem] = await at.problems(NOTE);
    expect(problem).toMatchObject({ code: 'malformed-arxiv-id', source: 'inquiry', severity: 1 });
    expect(problem?.codeDescription?.href).toContain('malformed-arxiv-id');
    expect(problem?.range.start.line).toBe(2);
  });

  it('are told of what could not be read, as information, until it is mended', async () => {
    const at = await open('---\ntitle: On drift\n\n# Drift\n');
    expect(await at.problems(NOTE)).toEqual([
      {
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } },
        severity: 3,
        source: 'inquiry',
        message: expect.stringMatching(/^The front matter is never closed/) as string,
      },
    ]);
    await at.replace(NOTE, 'drift\n', 'drift\n---\n');
    expect(await at.problems(NOTE)).toEqual([]);
  });

  it('follow each keystroke', async () => {
    const at = await open('See arXiv:2613.00001 on this.\n');
    expect(await at.flagged(NOTE)).toHaveLength(1);
    await at.replace(NOTE, '2613.00001', '2504.01234 and [@lee2025]');
    expect(await at.flagged(NOTE)).toEqual([]);
    await at.replace(NOTE, '@lee2025', '@lee2026');
    expect(await at.flagged(NOTE)).toContainEqual(expect.stringMatching(/^unknown-source: .*lee2026/));
  });

  it('hold where lines end in CRLF and characters take two units', async () => {
    const at = await open('# 😀 Notes\r\n\r\n😀 See arXiv:2613.00001.\r\n');
    expect(await at.flagged(NOTE)).toEqual([expect.stringMatching(/^malformed-arxiv-id: .*2613\.00001$/)]);
  });

  it('are pushed to an editor that does not ask, and taken back when the note is closed', async () => {
    const at = await open('See arXiv:2613.00001 on this.\n', { pulls: false });
    await at.until('the problem', () => at.pushed.get(NOTE)?.length === 1);
    await at.replace(NOTE, '2613.00001', '2504.01234');
    await at.until('its end', () => at.pushed.get(NOTE)?.length === 0);
    await at.replace(NOTE, '2504.01234', '2613.00001');
    await at.until('the problem again', () => at.pushed.get(NOTE)?.length === 1);
    await at.close(NOTE);
    await at.until('nothing after closing', () => at.pushed.get(NOTE)?.length === 0);
  });

  it('wait for the save when the settings say so', async () => {
    const at = await open('A plain note.\n', { settings: () => ({ run: 'onSave' }) });
    expect(await at.flagged(NOTE)).toEqual([]);
    await at.replace(NOTE, 'A plain note.', 'See arXiv:2613.00001 on this.');
    expect(await at.flagged(NOTE)).toEqual([]);
    await at.save(NOTE);
    expect(await at.flagged(NOTE)).toHaveLength(1);
  });

  it('come for untitled notes too', async () => {
    const at = await open('');
    await at.open('untitled:Untitled-1', 'See arXiv:2613.00001 on this.\n');
    expect(await at.flagged('untitled:Untitled-1')).toHaveLength(1);
  });

  it('tell the counts for the status bar', async () => {
    const at = await open('See arXiv:2613.00001 on this.\n');
    await at.problems(NOTE);
    await at.until('a summary', () => at.summaries.length > 0);
    expect(at.summaries.at(-1)).toMatchObject({ uri: NOTE, claims: 0, unsourced: 0, problems: 1 });
  });
});

describe('settings', () => {
  it('are those of each note', async () => {
    const at = await open('See arXiv:2613.00001 on this.\n', {
      settings: (uri) => (uri.endsWith('/quiet.md') ? { rules: { 'malformed-arxiv-id': 'off' } } : {}),
    });
    await at.open(`${FOLDER}/quiet.md`, 'See arXiv:2613.00001 on this.\n');
    expect(await at.flagged(NOTE)).toHaveLength(1);
    expect(await at.flagged(`${FOLDER}/quiet.md`)).toEqual([]);
  });

  it('take hold when they change', async () => {
    const at = await open('See arXiv:2613.00001 on this.\n');
    expect(await at.flagged(NOTE)).toHaveLength(1);
    const before = at.refreshes;
    at.settings = () => ({ rules: { 'malformed-arxiv-id': 'off' } });
    await at.settingsChanged();
    await at.until('a refresh', () => at.refreshes > before);
    expect(await at.flagged(NOTE)).toEqual([]);
  });

  it('fall back to the default where a value is wrong, and say so once', async () => {
    const at = await open('See arXiv:2613.00001 on this.\n', { settings: () => ({ run: 'sometimes' }) });
    expect(await at.flagged(NOTE)).toHaveLength(1);
    await at.until('a word on it', () => at.log.some((line) => line.includes('sometimes')));
    expect(at.log.filter((line) => line.includes('sometimes'))).toHaveLength(1);
  });
});

describe('the library', () => {
  it('is watched: a key is known as soon as its file holds it', async () => {
    const files: Files = new Map([['refs.bib', BIBLIOGRAPHY]]);
    const at = await open('It holds in long talks [@kim2026].\n', { files });
    await at.until('the first load', () => at.refreshes > 0);
    expect(await at.flagged(NOTE)).toContainEqual(expect.stringMatching(/^unknown-source/));
    const before = at.refreshes;
    files.set(
      'refs.bib',
      `${BIBLIOGRAPHY}@article{kim2026, title={Long talks}, author={Kim, Bo}, year={2026}}\n`,
    );
    await changed(at, 'refs.bib', 2);
    await at.until('a refresh', () => at.refreshes > before);
    expect(await at.flagged(NOTE)).toEqual([]);
  });

  it('asks the editor to watch files and settings', async () => {
    const at = await open('');
    await at.until('the registrations', () => at.watched.length === 2);
    expect([...at.watched].sort()).toEqual([
      'workspace/didChangeConfiguration',
      'workspace/didChangeWatchedFiles',
    ]);
  });

  it('costs nothing else when a folder cannot be read', async () => {
    const runtime: ServerRuntime = {
      ...fakeRuntime(new Map()),
      readFolder: () => Promise.reject(new Error('the disk is gone')),
    };
    const at = await open('See arXiv:2613.00001 on this.\n', { runtime });
    expect(await at.flagged(NOTE)).toHaveLength(1);
    expect(at.log).toContainEqual(expect.stringContaining('the disk is gone'));
  });
});

describe('what the editor asks', () => {
  it('shows a card over a key, on its exact range', async () => {
    const at = await open('I like it [@lee2025].\n');
    const hover = await at.hover(NOTE, 'lee2025');
    expect(hover?.contents).toMatchObject({
      kind: 'markdown',
      value: expect.stringContaining('Steady personas under pressure') as string,
    });
    expect(hover?.range?.start.line).toBe(0);
    expect(await at.hover(NOTE, 'I like')).toBeNull();
  });

  it('completes keys, with details on demand', async () => {
    const at = await open('It holds [@le\n');
    const [item] = await at.completions(NOTE, '[@le');
    expect(item?.textEdit?.newText).toContain('lee2025');
    expect(item?.documentation).toBeUndefined();
    const resolved = await at.connection.sendRequest<{ documentation?: { value: string } }>(
      'completionItem/resolve',
      item,
    );
    expect(resolved.documentation?.value).toContain('Steady personas under pressure');
  });

  it('links IDs to arXiv', async () => {
    const at = await open('See arXiv:2504.01234.\n');
    expect((await at.links(NOTE))?.map(({ target }) => target)).toEqual(['https://arxiv.org/abs/2504.01234']);
  });

  it('offers fixes for the problem under the cursor; making one ends the problem', async () => {
    const at = await open('A plain start.\n\nSee arXiv:2613.00001 on this.\n');
    const actions = await at.actions(NOTE, '2613.00001');
    const ignore = actions?.find(({ title }) => /ignore/i.test(title));
    expect(ignore?.kind).toBe('quickfix');
    await at.edit(NOTE, ignore?.edit?.changes?.[NOTE] ?? []);
    expect(await at.flagged(NOTE)).toEqual([]);
    expect(await at.actions(NOTE, 'plain start')).toEqual([]);
  });

  it('keeps “fix all” for those who ask for it', async () => {
    const at = await open('See arXiv:2613.00001 on this.\n');
    const all = titles(await at.actions(NOTE, '2613.00001', ['source.fixAll']));
    expect(titles(await at.actions(NOTE, '2613.00001'))).not.toContain('Fix what is safe to fix');
    expect(all.filter((title) => title !== 'Fix what is safe to fix')).toEqual([]);
  });

  it('compiles the note into a prompt', async () => {
    const at = await open(
      '# Do personas drift?\n\nOne study found that personas drift in 40% of long talks [@lee2025].\n',
    );
    const prompt = await at.connection.sendRequest<{ question: string; text: string }>('inquiry/prompt', {
      uri: NOTE,
      question: 'Do personas drift in talks of 100 turns?',
    });
    expect(prompt.question).toBe('Do personas drift?');
    expect(prompt.text).toContain('Do personas drift in talks of 100 turns?');
  });

  it('checks closed notes on request', async () => {
    const closed = 'See arXiv:2613.00001 on this.\n';
    const at = await open('', { files: new Map([['closed.md', closed]]) });
    const result = await at.connection.sendRequest<object>('inquiry/checkWorkspace', {});
    expect(result).toEqual({ files: 1, claims: 0, problems: 1, unreadable: [] });
    await at.until('its problems', () => at.pushed.get(`${FOLDER}/closed.md`)?.length === 1);
  });

  it('counts on request what the Problems view lists, which holds no hints', async () => {
    const closed = 'See arXiv:2613.00001 on this. <!-- inquiry-ignore stale-date: an ignore of nothing -->\n';
    const at = await open('', { files: new Map([['closed.md', closed]]) });
    const result = await at.connection.sendRequest<object>('inquiry/checkWorkspace', {});
    expect(result).toMatchObject({ files: 1, problems: 1 });
    await at.until('its problems', () => at.pushed.get(`${FOLDER}/closed.md`)?.length === 2);
  });
});

it('says what failed, answers with nothing, and goes on', async () => {
  const runtime = fakeRuntime(new Map());
  const at = await open('See arXiv:2613.00001 on this.\n', { runtime });
  const today = vi.spyOn(runtime, 'today').mockImplementation(() => {
    throw new Error('no calendar');
  });
  await at.replace(NOTE, 'this', 'that');
  expect(await at.hover(NOTE, '2613.00001')).toBeNull();
  expect(await at.flagged(NOTE)).toEqual([]);
  expect(
    at.log.filter((line) => line.includes('no calendar')).map((line) => line.split(' failed')[0]),
  ).toEqual(['Hover', `Checking ${NOTE}`]);
  today.mockRestore();
  expect(await at.flagged(NOTE)).toHaveLength(1);
});
