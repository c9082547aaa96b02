/** A library that the settings name, outside the workspace, as Better BibTeX exports it: real files, written by halves, replaced. */
import { mkdtempSync, renameSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { makeNodeRuntime } from '../../server/src/lsp/node-runtime.ts';
import { editorWith } from './in-memory.ts';
import type { Editor } from './editor.ts';

const folders: string[] = [];
const folder = (): string => {
  const made = mkdtempSync(join(tmpdir(), 'inquiry-named-'));
  folders.push(made);
  return made;
};
afterEach(() => {
  for (const made of folders.splice(0)) rmSync(made, { recursive: true, force: true });
});

const entry = (key: string): string => `@article{${key},\n  title = {On ${key}},\n  year = {2024}\n}\n`;
const uriOf = (path: string): string => pathToFileURL(path).toString();

async function opened(library: string, note: string): Promise<{ editor: Editor; uri: string }> {
  const work = folder();
  const uri = uriOf(join(work, 'note.md'));
  const editor = await editorWith(makeNodeRuntime(), {
    folders: [{ uri: uriOf(work), name: 'work' }],
    settings: () => ({ library: { paths: [library], bundled: false } }),
  });
  await editor.open(uri, note);
  await editor.until('the library', () => editor.refreshes > 0);
  return { editor, uri };
}

const changed = (editor: Editor, path: string, type = 2): Promise<void> =>
  editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [{ uri: uriOf(path), type }],
  });
const refreshed = async (editor: Editor, work: () => Promise<void>): Promise<void> => {
  const before = editor.refreshes;
  await work();
  await editor.until('the change', () => editor.refreshes > before);
};

it('asks the editor to watch a named file and a named folder, wherever they are', async () => {
  const exports = folder();
  const path = join(exports, 'My Library [1].json');
  writeFileSync(path, '[]');
  const { editor } = await opened(path, '# A note\n');
  await editor.until('the watch', () =>
    editor.registered.some(({ registerOptions }) => isOutside(registerOptions)),
  );
  expect(editor.registered.map(({ registerOptions }) => registerOptions)).toContainEqual({
    watchers: [{ globPattern: { baseUri: uriOf(exports), pattern: 'My Library ?1?.json' } }],
  });
  const more = folder();
  editor.settings = () => ({ library: { paths: [more], bundled: false } });
  await editor.settingsChanged();
  await editor.until('the other watch', () => JSON.stringify(editor.registered.at(-1)).includes(uriOf(more)));
  editor.connection.dispose();
});

const isOutside = (options: unknown): boolean => JSON.stringify(options ?? {}).includes('baseUri');

it('goes on answering while an export is written by halves or replaced, and takes the new one up', async () => {
  const path = join(folder(), 'My export.json');
  const items = (...keys: string[]): string =>
    JSON.stringify(
      keys.map((key) => ({ id: key, type: 'book', title: `On ${key}`, issued: { 'date-parts': [[2024]] } })),
    );
  writeFileSync(path, items('rivers2024'));
  const { editor, uri } = await opened(path, 'Rivers bend [@rivers2024]. Lakes do not [@lakes2024].\n');
  expect(await editor.flagged(uri)).toEqual(['unknown-source: @lakes2024']);

  await refreshed(editor, async () => {
    const whole = items('rivers2024', 'lakes2024');
    writeFileSync(path, whole.slice(0, 40));
    await changed(editor, path);
    expect(await editor.flagged(uri)).toEqual(['unknown-source: @lakes2024']);
    writeFileSync(path, whole);
  });
  expect(await editor.flagged(uri)).toEqual([]);

  await refreshed(editor, async () => {
    unlinkSync(path);
    await changed(editor, path, 3);
    expect(await editor.flagged(uri)).toEqual([]);
    writeFileSync(`${path}.tmp`, items('lakes2024'));
    renameSync(`${path}.tmp`, path);
  });
  expect(await editor.flagged(uri)).toEqual(['unknown-source: @rivers2024']);
  editor.connection.dispose();
});

it('waits for an export that is yet to be written', async () => {
  const path = join(folder(), 'later.bib');
  const { editor, uri } = await opened(path, 'Rivers bend [@rivers2024].\n');
  await refreshed(editor, async () => {
    writeFileSync(path, entry('rivers2024'));
    await changed(editor, path, 1);
  });
  expect(await editor.hover(uri, '@rivers2024')).not.toBeNull();
  editor.connection.dispose();
});
