/** What the server refuses, always in one sentence: paths outside its folders, calls that are none, too much, and what was cancelled. */
import { writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Folders } from '../../server/src/mcp/folders.ts';
import { Libraries } from '../../server/src/mcp/libraries.ts';
import { claimsToRetest } from '../../server/src/mcp/tools/claims-to-retest.ts';
import { agent, folderWith } from './agent.ts';

const NOTE = '# Drift\n\nSee arXiv:2507.21509.\n';

describe('folders', () => {
  const two = () => ({
    open: folderWith({ 'a.md': NOTE, 'b/c.md': NOTE, 'photo.png': 'x', '.env': 'SECRET=1' }),
    shut: folderWith({ 'secret.md': 'The secret is 42.\n' }),
  });

  it('no path outside is read, nor told whether it exists', async () => {
    const { open, shut } = two();
    const { call } = await agent({ folders: [open] });
    for (const path of [
      join(shut, 'secret.md'),
      join(shut, 'no-such.md'),
      `../${shut.split('/').at(-1) ?? ''}/secret.md`,
      `file://${shut}/secret.md`,
      'file://elsewhere.example/secret.md',
      '/',
    ])
      for (const [tool, given] of [
        ['check_note', { path }],
        ['research_prompt', { path }],
        ['verify_reply', { reply: 'Well.', note_path: path }],
        ['claims_to_retest', { paths: [path] }],
      ] as const)
        expect(await call(tool, given)).toEqual({
          failed: true,
          words: `${path} lies outside the folders that are open to this server (${open}).`,
          data: undefined,
        });
  });

  it('links that lead out are not followed, neither by name nor on the way', async () => {
    const { shut } = two();
    const open = folderWith({ 'a.md': NOTE }, { 'link.md': join(shut, 'secret.md'), door: shut });
    const { call } = await agent({ folders: [open] });
    for (const path of ['link.md', 'door/secret.md'])
      expect((await call('check_note', { path })).words).toContain('lies outside the folders');
    expect((await call('claims_to_retest')).words).toContain('Read 1 note:');
  });

  it('a bibliography outside, named by a note, is left out, and that is said', async () => {
    const shut = folderWith({ 'refs.bib': '@article{roe2024, title={Of Drift}}' });
    const open = folderWith({
      'a.md': `---\nbibliography: ${join('..', shut.split('/').at(-1) ?? '', 'refs.bib')}\n---\n\nAs told [@roe2024].\n`,
      'b.md': '---\nbibliography: own.bib\n---\n\nAs told [@doe2024] and [@roe2024].\n',
      'own.bib': '@article{doe2024, title={Of Calm}}',
    });
    const { call } = await agent({ folders: [open], bundledLibrary: false });
    expect((await call('check_note', { path: 'a.md' })).words).toMatch(
      /^Warning: .*is not in the open folders; it was not read\.\n/,
    );
    const { words } = await call('check_note', { path: 'b.md' });
    expect(words).not.toContain('Warning:');
    expect(words).toContain('roe2024');
    expect(words).not.toContain('“doe2024”');
  });

  it('only notes are read in them, told by paths that the next call understands', async () => {
    const { open, shut } = two();
    const { call } = await agent({ folders: [open] });
    expect((await call('check_note', { path: join(open, 'b/c.md') })).data).toMatchObject({
      files: [{ path: 'b/c.md' }],
    });
    expect((await call('check_note', { path: '.env' })).words).toMatch(
      /^\.env is no note: files ending in \.md/,
    );
    expect((await call('check_note', { path: 'b' })).words).toBe('b is a folder; name one note in it.');
    expect((await call('check_note', { path: 'none.md' })).words).toBe(
      'none.md cannot be read: there is no such file.',
    );
    const both = await agent({ folders: [open, shut] });
    expect((await both.call('check_note', { path: 'secret.md' })).data).toMatchObject({
      files: [{ path: join(shut, 'secret.md') }],
    });
  });

  it('are those of the client where none are named, also after they changed', async () => {
    const { open, shut } = two();
    let roots = [open];
    const { call, client } = await agent({}, () => roots);
    expect((await call('check_note', { path: 'a.md' })).failed).toBe(false);
    expect((await call('check_note', { path: join(shut, 'secret.md') })).failed).toBe(true);
    roots = [shut];
    await client.sendRootsListChanged();
    expect((await call('check_note', { path: 'secret.md' })).failed).toBe(false);
    expect((await call('check_note', { path: join(open, 'a.md') })).failed).toBe(true);
  });

  it('are the working directory else, unless that is the whole disk or everything of a person', async () => {
    const { open } = two();
    expect(
      (await (await agent({ workingDirectory: open })).call('check_note', { path: 'a.md' })).failed,
    ).toBe(false);
    for (const workingDirectory of ['/', homedir()]) {
      const { call } = await agent({ workingDirectory });
      expect((await call('claims_to_retest')).words).toContain(
        'No folder is open to this server: give a text in place of a path, or start it with',
      );
      expect((await call('check_note', { text: NOTE })).failed).toBe(false);
    }
  });
});

describe('a call that is none', () => {
  it.each([
    ['check_note', {}, 'Give either path (a note’s path) or text (its text).'],
    [
      'check_note',
      { path: 'a.md', text: '' },
      'Give either path (a note’s path) or text (its text), not both.',
    ],
    [
      'verify_reply',
      { reply: 'x', note_path: 'a', note_text: 'b' },
      'Give either note_path (a note’s path) or note_text (its text), not both.',
    ],
    [
      'check_note',
      { text: NOTE, top: 0 },
      'The argument “top” of check_note takes a whole number from 1 to 500.',
    ],
    ['check_note', { text: 7 }, 'The argument “text” of check_note takes text.'],
    [
      'check_note',
      { text: NOTE, profile: 'wild' },
      'The argument “profile” of check_note takes gentle, standard or strict.',
    ],
    ['check_note', { test: NOTE }, 'check_note has no argument “test”.'],
    ['look_up', {}, 'The argument “query” of look_up is missing.'],
    ['look_up', { query: '' }, 'The argument “query” of look_up is empty.'],
    [
      'suggest_citations',
      { claim: 'x'.repeat(10_001) },
      'The argument “claim” of suggest_citations is longer than 10,000 characters.',
    ],
    [
      'check_note',
      { text: 'x'.repeat(1_000_001) },
      'The argument “text” of check_note is longer than 1,000,000 characters.',
    ],
    [
      'claims_to_retest',
      { paths: 'a.md' },
      'The argument “paths” of claims_to_retest takes a list of paths.',
    ],
    [
      'claims_to_retest',
      { upcoming: 'yes' },
      'The argument “upcoming” of claims_to_retest takes true or false.',
    ],
  ])('%s %j', async (tool, given, words) => {
    expect(await (await agent()).call(tool, given)).toEqual({ failed: true, words, data: undefined });
  });

  it('of no tool is an error of the protocol', async () => {
    await expect((await agent()).call('write_note')).rejects.toThrow(
      '-32602: There is no tool “write_note”; there are check_note,',
    );
  });
});

it('large files, pictures and bad bytes are told in a sentence', async () => {
  const folder = folderWith({
    'large.md': 'x'.repeat(4_000_001),
    'binary.md': 'PNG\0\0',
    'latin.md': Uint8Array.from([...'# caf\u00e9\n'].map((letter) => letter.charCodeAt(0))),
  });
  const { call } = await agent({ folders: [folder] });
  expect((await call('check_note', { path: 'large.md' })).words).toBe(
    'large.md is too large for a note (4 MB).',
  );
  expect((await call('check_note', { path: 'binary.md' })).words).toBe(
    'binary.md is no text file; save it as text or Markdown.',
  );
  expect((await call('check_note', { path: 'latin.md' })).words).toMatch(
    /^Warning: latin\.md: the file is not valid UTF-8/,
  );
  const { failed, words } = await call('claims_to_retest');
  expect(failed).toBe(false);
  expect(words).toContain('Warning: large.md is too large for a note (4 MB).');
});

it('a cancelled call stops between two notes', async () => {
  const names = ['a.md', 'b.md', 'c.md', 'd.md'];
  const folder = folderWith(Object.fromEntries(names.map((name) => [name, NOTE])));
  const libraries = new Libraries([], true, folder, () => undefined);
  const cancelled = new AbortController();
  let read = 0;
  const call = claimsToRetest.call(
    {},
    {
      folders: new Folders([folder], folder),
      today: () => ({ year: 2026, month: 11, day: 26 }),
      open: async () => {
        const opened = await libraries.open();
        return {
          ...opened,
          analyse: (...given) => {
            if (++read === 2) cancelled.abort();
            return opened.analyse(...given);
          },
        };
      },
    },
    cancelled.signal,
  );
  await expect(call).rejects.toThrow('aborted');
  expect(read).toBe(2);
});

it('a client that cancels is answered again afterwards', async () => {
  const folder = folderWith(
    Object.fromEntries(Array.from({ length: 50 }, (_, at) => [`${String(at)}.md`, NOTE])),
  );
  const { client, call, complaints } = await agent({ folders: [folder] });
  const cancelled = new AbortController();
  const asked = client.callTool({ name: 'claims_to_retest', arguments: {} }, undefined, {
    signal: cancelled.signal,
  });
  cancelled.abort();
  await expect(asked).rejects.toThrow();
  writeFileSync(join(folder, 'next.md'), NOTE);
  expect((await call('check_note', { path: 'next.md' })).failed).toBe(false);
  expect(complaints).toEqual([]);
});
