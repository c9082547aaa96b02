/** The language server in a Web Worker, as an editor in a browser starts it: messages instead of streams, the editor's files instead of a disk. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { makeBrowserRuntime } from './lsp/browser-runtime.ts';
import { startServer } from './lsp/start-server.ts';

/** What of a worker is used here. */
declare const self: ConstructorParameters<typeof BrowserMessageReader>[0];

const connection = createConnection(new BrowserMessageReader(self), new BrowserMessageWriter(self));
startServer(connection, makeBrowserRuntime(connection));
