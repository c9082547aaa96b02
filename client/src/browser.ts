/** The extension's entry in a browser without a machine behind it (vscode.dev): the language server is a Web Worker. */
import * as vscode from 'vscode';
import { activateWith } from './activate.ts';
import { connect } from './browser-connection.ts';

export function activate(context: vscode.ExtensionContext): void {
  activateWith(context, (options) =>
    connect(vscode.Uri.joinPath(context.extensionUri, 'dist'), {
      ...options,
      cacheFolder: context.globalStorageUri.toString(),
    }),
  );
}
