/** The language server in this very process, over streams in memory, on a machine that exists only in the test. */
import { PassThrough } from 'node:stream';
import { createConnection, StreamMessageReader, StreamMessageWriter } from 'vscode-languageserver/node';
import { readLibraryFile, type FileChange } from '#core';
import { startServer } from '../../server/src/lsp/start-server.ts';
import type { ServerRuntime } from '../../server/src/lsp/runtime.ts';
import { requireDate, TODAY } from '../support.ts';
import { Editor, type EditorOptions } from './editor.ts';

export const FOLDER = 'file:///work';

/** Files by their path from the folder; change them and tell the server as an editor's file watcher would. */
export type Files = Map<string, string>;

/** A library of two works, on personas and on tides; copy it before you change it. */
export const TWO_WORKS: ReadonlyMap<string, string> = new Map([
  [
    'refs.bib',
    `@article{lee2025, title={Steady personas under pressure}, author={Lee, Ann}, year={2025}, eprint={2504.01234}, archivePrefix={arXiv}, abstract={Steering keeps a persona steady for a hundred turns.}}
@article{tides2024, title={Tides and harbours}, author={Moor, Jan}, year={2024}, doi={10.1234/tides}}
`,
  ],
]);

export function fakeRuntime(files: Files, today = TODAY): ServerRuntime {
  const read = (path: string, text: string): FileChange => ({ path, ...readLibraryFile(path, text) });
  const pathOf = (uri: string): string => decodeURIComponent(uri.replace(`${FOLDER}/`, ''));
  return {
    today: () => requireDate(today),
    bundledLibrary: () => Promise.resolve([]),
    readFolder: () =>
      Promise.resolve({
        library: [...files].map(([path, text]) => read(path, text)),
        paths: [...files.keys()],
        faults: [],
      }),
    readLibraryPath: (path) =>
      Promise.resolve({ files: [], faults: [`The library ${path} cannot be read: there is no such file.`] }),
    findLibraryPath: () => Promise.resolve(undefined),
    openLibrary: (address) =>
      Promise.resolve({ kind: 'fault', message: `The library ${address} cannot be read.` }),
    readLibraryFile: (uri) => Promise.resolve(read(pathOf(uri), files.get(pathOf(uri)) ?? '')),
    readText: (uri) => Promise.resolve(files.get(pathOf(uri))),
    readNotes: () =>
      Promise.resolve({
        notes: [...files]
          .filter(([path]) => path.endsWith('.md'))
          .map(([path, text]) => ({ uri: `${FOLDER}/${path}`, text })),
        unreadable: [],
      }),
    relativePath: (uri) => pathOf(uri),
    uriOf: (path) => `${FOLDER}/${path}`,
    lookUp: () => Promise.resolve({ status: 'offline', reason: 'there is no network here' }),
  };
}

export async function editorWith(runtime: ServerRuntime, options: EditorOptions = {}): Promise<Editor> {
  const toServer = new PassThrough();
  const fromServer = new PassThrough();
  startServer(
    createConnection(new StreamMessageReader(toServer), new StreamMessageWriter(fromServer)),
    runtime,
  );
  const editor = new Editor(fromServer, toServer, { folders: [{ uri: FOLDER, name: 'work' }], ...options });
  await editor.start();
  return editor;
}
