/** Starts the language server in a Web Worker and reads the workspace's files for it. */
import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import {
  listFilesParamsSchema,
  listFilesRequest,
  readFilesParamsSchema,
  readFilesRequest,
} from '#core/protocol.ts';
import { clientOptions, speakOver, type ConnectOptions, type ServerConnection } from './server-messages.ts';

/** Of a Web Worker, what is used here; VS Code's own types know no browser. */
declare class Worker {
  constructor(address: string, options: { readonly name: string });
  terminate(): void;
}

/** As many as on a disk: a folder with more is no folder of notes. */
const MOST_FILES = 100_000;
/** What tools keep for themselves; as `server/src/storage/walk.ts` has it. */
const SKIPPED = /^(?:\.|(?:node_modules|bower_components|vendor|dist|out|build|target|__pycache__|venv)$)/;

/** The worker's script: the engine, which Node's server has too, and the server that expects it as a global. */
const SCRIPTS = ['engine.js', 'browser/server.js'];

/** A worker may load scripts of its own origin only, and the extension's files lie at another: so their text is fetched first. */
export async function connect(bundles: vscode.Uri, options: ConnectOptions): Promise<ServerConnection> {
  const scripts = await Promise.all(
    SCRIPTS.map((name) => vscode.workspace.fs.readFile(vscode.Uri.joinPath(bundles, name))),
  );
  const address = URL.createObjectURL(
    new Blob(
      scripts.map((script) => script.slice()),
      { type: 'text/javascript' },
    ),
  );
  const worker = new Worker(address, { name: 'inquiry' });
  const client = new LanguageClient('inquiry', 'Inquiry', worker, clientOptions(options));
  client.onRequest(listFilesRequest, async (message: unknown) => {
    const { folder } = listFilesParamsSchema.parse(message);
    return { uris: await filesBelow(vscode.Uri.parse(folder)) };
  });
  client.onRequest(readFilesRequest, async (message: unknown) => {
    const { uris } = readFilesParamsSchema.parse(message);
    return { texts: await Promise.all(uris.map(readText)) };
  });
  const connection = await speakOver(client, options);
  return {
    ...connection,
    stop: async () => {
      await connection.stop();
      worker.terminate();
      URL.revokeObjectURL(address);
    },
  };
}

/** In a fixed order, level by level; a folder that cannot be listed counts as empty. Links to folders are not followed. */
async function filesBelow(root: vscode.Uri): Promise<string[]> {
  const files: string[] = [];
  let level = [root];
  while (level.length > 0 && files.length < MOST_FILES) {
    const listed = await Promise.all(
      level.map(async (folder) => {
        const entries = await Promise.resolve(vscode.workspace.fs.readDirectory(folder)).catch(() => []);
        return entries.map(([name, type]) => ({ name, type, uri: vscode.Uri.joinPath(folder, name) }));
      }),
    );
    level = [];
    for (const { name, type, uri } of listed.flat()) {
      if (type === vscode.FileType.Directory) {
        if (!SKIPPED.test(name)) level.push(uri);
      } else if ((type & vscode.FileType.File) !== 0) files.push(uri.toString());
    }
  }
  return files.slice(0, MOST_FILES).sort();
}

/** Null for what is gone or cannot be read. */
async function readText(uri: string): Promise<string | null> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(vscode.Uri.parse(uri)));
  } catch {
    // Said by the server, which knows what the file was wanted for.
    return null;
  }
}
