/**
 * The extension's entry: registers commands, status bar and workbench at once, and starts the language server after that,
 * so that opening a note never waits for it. Every module that is not needed for activation is loaded later.
 */
import * as vscode from 'vscode';
import { registerCommands } from './commands.ts';
import { RetestView } from './retest-view.ts';
import { Session } from './session.ts';
import { StatusBar } from './status-bar.ts';
import { Workbench } from './workbench.ts';

export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel('Inquiry', { log: true });
  const session = new Session(context.asAbsolutePath('dist/server.js'), context.globalStorageUri.fsPath, log);
  const workbench = new Workbench(context, session);
  const statusBar = new StatusBar(session);
  const retestView = new RetestView(session);
  context.subscriptions.push(log, session, workbench, statusBar, retestView);
  registerCommands(context, { session, workbench, retestView, log });
  // Not within activation: loading the language client would hold up the other extensions.
  setTimeout(() => {
    session.start();
  });
}
