/** The extension's entry on the desktop and on remote machines: the language server is a process of its own. */
import type * as vscode from 'vscode';
import { activateWith } from './activate.ts';
import { offerMcpServer } from './mcp-server.ts';

export function activate(context: vscode.ExtensionContext): void {
  activateWith(context, async (options) => {
    // The language client and zod are most of the bundle: evaluated here, after activation.
    const { connect } = await import('./server-connection.ts');
    return connect(context.asAbsolutePath('dist/server.js'), {
      ...options,
      cacheFolder: context.globalStorageUri.fsPath,
    });
  });
  offerMcpServer(context);
}
