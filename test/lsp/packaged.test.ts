/** The server as a user's editor starts it: bundled, in a process of its own, on a real folder. */
import { spawn } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { bundleForTests } from '../bundle.ts';
import { Editor } from './editor.ts';

const bundle = bundleForTests();
const folder = mkdtempSync(join(tmpdir(), 'inquiry-lsp-'));

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

it.each([
  ['server.js', ['--stdio']],
  ['cli.js', ['lsp', '--stdio']],
])('%s checks, explains, fixes and follows renamed files', async (file, args) => {
  const write = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return pathToFileURL(join(folder, name)).toString();
  };
  const text = '# Personas\n\nSee arXiv:2613.00001 and arXiv:2507.21509, and [[other]].\n';
  write('other.md', '# Other\n');
  const uri = write('note.md', text);

  const server = spawn(process.execPath, [join(bundle, file), ...args], { cwd: folder });
  let complaints = '';
  server.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  const ended = new Promise<number | null>((resolve) => server.on('exit', resolve));
  const editor = new Editor(server.stdout, server.stdin, {
    folders: [{ uri: pathToFileURL(folder).toString(), name: 'notes' }],
  });
  const { capabilities } = await editor.start();
  expect(capabilities.textDocumentSync).toMatchObject({ change: 2 });

  await editor.open(uri, text);
  expect(await editor.flagged(uri)).toEqual([expect.stringMatching(/^malformed-arxiv-id: .*2613\.00001$/)]);
  // Known from the seeds that come with the package.
  expect((await editor.hover(uri, '2507.21509'))?.contents).toMatchObject({
    value: expect.stringContaining('Persona Vectors') as string,
  });

  const ignore = (await editor.actions(uri, '2613.00001'))?.find(({ title }) => /ignore/i.test(title));
  await editor.edit(uri, ignore?.edit?.changes?.[uri] ?? []);
  expect(await editor.flagged(uri)).toEqual([]);

  await editor.until('the first load', () => editor.refreshes > 0);
  const before = editor.refreshes;
  renameSync(join(folder, 'other.md'), join(folder, 'renamed.md'));
  await editor.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: [
      { uri: pathToFileURL(join(folder, 'other.md')).toString(), type: 3 },
      { uri: pathToFileURL(join(folder, 'renamed.md')).toString(), type: 1 },
    ],
  });
  await editor.until('a refresh', () => editor.refreshes > before);
  expect(await editor.flagged(uri)).toEqual([expect.stringMatching(/^unknown-source: .*other/)]);
  renameSync(join(folder, 'renamed.md'), join(folder, 'other.md'));

  await editor.stop();
  expect(await ended).toBe(0);
  expect(complaints).toBe('');
});
