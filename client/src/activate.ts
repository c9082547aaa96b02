/**
 * What both of the extension's entries do: registers commands, status bar and workbench at once, and starts the language server after that,
 * so that opening a note never waits for it. Every module that is not needed for activation is loaded later.
 */
import * as vscode from 'vscode';
import { offerTools } from './agent-tools.ts';
import { registerCommands } from './commands.ts';
import { ReplyReports } from './reply-reports.ts';
import { RetestView } from './retest-view.ts';
import { Session, type Connect } from './session.ts';
import { StatusBar } from './status-bar.ts';
import { ChosenEntry } from './views/chosen-entry.ts';
import { LibraryView } from './views/library-view.ts';
import { NextLinesView } from './views/next-lines-view.ts';
import { Workbench } from './workbench.ts';

/** `connect` starts the language server and speaks with it. */
export function activateWith(context: vscode.ExtensionContext, connect: Connect): void {
  const log = vscode.window.createOutputChannel('Inquiry', { log: true });
  const session = new Session(connect, log);
  const workbench = new Workbench(context, session);
  const statusBar = new StatusBar(session);
  const retestView = new RetestView(session);
  const chosen = new ChosenEntry();
  const libraryView = new LibraryView(session, chosen);
  const nextLinesView = new NextLinesView(session, chosen);
  const reports = new ReplyReports();
  context.subscriptions.push(
    log,
    session,
    workbench,
    statusBar,
    retestView,
    libraryView,
    nextLinesView,
    reports,
  );
  registerCommands(context, {
    session,
    workbench,
    retestView,
    libraryView,
    nextLinesView,
    chosen,
    reports,
    log,
  });
  offerTools(context, session, workbench);
  // Not within activation: loading the language client would hold up the other extensions.
  setTimeout(() => {
    session.start();
  });
}
