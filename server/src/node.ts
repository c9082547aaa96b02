/** The language server as a process of its own: stdio, Node IPC or a socket, whatever the client asked for. */
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { giveBackAtRest, keepHeapSmall } from './lsp/give-back.ts';
import { makeNodeRuntime } from './lsp/node-runtime.ts';
import { startServer } from './lsp/start-server.ts';

keepHeapSmall();
startServer(createConnection(ProposedFeatures.all), makeNodeRuntime());
void giveBackAtRest();
