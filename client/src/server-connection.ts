/** Starts the language server as a child process, `dist/server.js`. Loaded after activation, for the language client is large. */
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { clientOptions, speakOver, type ConnectOptions, type ServerConnection } from './server-messages.ts';

export function connect(module: string, options: ConnectOptions): Promise<ServerConnection> {
  const server = {
    run: { module, transport: TransportKind.ipc },
    debug: {
      module,
      transport: TransportKind.ipc,
      options: { execArgv: ['--nolazy', '--inspect=6009', '--enable-source-maps'] },
    },
  };
  return speakOver(new LanguageClient('inquiry', 'Inquiry', server, clientOptions(options)), options);
}
