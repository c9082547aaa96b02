/** Starts the language server as a child process, `dist/server.js`. Loaded after activation, for the language client is large. */
import { join } from 'node:path';
import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { serverFlags } from './server-flags.ts';
import { clientOptions, speakOver, type ConnectOptions, type ServerConnection } from './server-messages.ts';

export function connect(module: string, options: ConnectOptions): Promise<ServerConnection> {
  // Node keeps what it compiled from one start to the next, if it is new enough to: an older one knows no such name.
  const env = { ...environment(), NODE_COMPILE_CACHE: join(options.cacheFolder, 'compiled') };
  const server = {
    run: {
      module,
      transport: TransportKind.ipc,
      options: { env, execArgv: [...serverFlags] },
    },
    debug: {
      module,
      transport: TransportKind.ipc,
      options: { env, execArgv: ['--nolazy', '--inspect=6009', '--enable-source-maps'] },
    },
  };
  return speakOver(new LanguageClient('inquiry', 'Inquiry', server, clientOptions(options)), options);
}

/** The editor's own proxy, as programs look for one: a process beside the editor knows nothing of its settings. */
function environment(): Readonly<Record<string, string>> {
  const settings = vscode.workspace.getConfiguration('http');
  const proxy = settings.get<string>('proxy', '');
  if (proxy === '' || settings.get<string>('proxySupport') === 'off') return {};
  const spared = settings.get<readonly string[]>('noProxy', []);
  return {
    HTTPS_PROXY: proxy,
    HTTP_PROXY: proxy,
    ...(spared.length === 0 ? {} : { NO_PROXY: spared.join(',') }),
  };
}
