/** The palette commands. Each works from the keyboard and says what it did; the work itself is done elsewhere. */
import * as vscode from 'vscode';
import type { EntryRow } from '#core/views/messages.ts';
import { copyPrompt } from './prompt-actions.ts';
import { addToLibrary, lookUpPaper, newNoteFromPaper } from './library-commands.ts';
import type * as LineCommands from './line-commands.ts';
import { isNote } from './notes.ts';
import type * as ReferenceCommands from './reference-commands.ts';
import type * as RetestCommands from './retest-commands.ts';
import type { ReplyReports } from './reply-reports.ts';
import type { RetestView } from './retest-view.ts';
import type { Session } from './session.ts';
import type * as EntryActions from './views/entry-actions.ts';
import type { ChosenEntry } from './views/chosen-entry.ts';
import type { LibraryView } from './views/library-view.ts';
import type { NextLinesView } from './views/next-lines-view.ts';
import { entryOf, MoreNode } from './views/paged-tree.ts';
import type { Workbench } from './workbench.ts';

export interface CommandHosts {
  readonly session: Session;
  readonly workbench: Workbench;
  readonly retestView: RetestView;
  readonly libraryView: LibraryView;
  readonly nextLinesView: NextLinesView;
  readonly chosen: ChosenEntry;
  readonly reports: ReplyReports;
  readonly log: vscode.LogOutputChannel;
}

const { l10n } = vscode;

export function registerCommands(context: vscode.ExtensionContext, hosts: CommandHosts): void {
  const commands: Record<string, (argument?: unknown) => Promise<void> | void> = {
    'inquiry.buildResearchPrompt': (argument) => buildPrompt(hosts, argument),
    'inquiry.copyResearchPrompt': (argument) => copyResearchPrompt(hosts, argument),
    'inquiry.checkWorkspace': () => checkWorkspace(hosts),
    'inquiry.lookUpPaper': (argument) => lookUpPaper(hosts.session, argument),
    'inquiry.addToLibrary': (argument) => addToLibrary(hosts.session, argument),
    'inquiry.newNoteFromPaper': (argument) =>
      newNoteFromPaper(hosts.session, entryOf(argument)?.identifier ?? argument),
    'inquiry.newLine': (argument) => lines((it) => it.newLine(hosts.session, argument, entryOf(argument))),
    'inquiry.importLine': (argument) => lines((it) => it.importLine(hosts.session, argument)),
    'inquiry.cite': async (argument) => (await import('./cite-command.ts')).cite(hosts.session, argument),
    'inquiry.showClaims': async (argument) =>
      (await import('./show-claims.ts')).showClaims(hosts.session, 'claims', argument),
    'inquiry.showUnsourcedClaims': async (argument) =>
      (await import('./show-claims.ts')).showClaims(hosts.session, 'unsourced', argument),
    'inquiry.newPromptTemplate': async (argument) =>
      (await import('./new-template.ts')).newTemplate(hosts.workbench, argument),
    'inquiry.verifyReply': async (argument) =>
      (await import('./verify-reply.ts')).verifyReply(hosts, argument),
    'inquiry.acceptReply': (argument) => hosts.reports.accept(argument),
    'inquiry.reportWrongFlag': async (argument) => {
      const { version } = context.extension.packageJSON as { version: string };
      await (await import('./wrong-flag.ts')).reportWrongFlag(hosts.session, version, argument);
    },
    'inquiry.showRetestQueue': () => hosts.retestView.show(),
    'inquiry.refreshRetestQueue': () => hosts.retestView.refresh(),
    'inquiry.showUpcoming': () => hosts.retestView.showUpcoming(true),
    'inquiry.hideUpcoming': () => hosts.retestView.showUpcoming(false),
    'inquiry.copyRetestPrompt': () => retest((it) => it.copyRetestPrompt(hosts.session, hosts.retestView)),
    'inquiry.addToRetestPrompt': (argument) =>
      retest((it) => it.addToRetestPrompt(hosts.retestView, argument)),
    'inquiry.exportRetestReport': () => retest((it) => it.exportRetestReport(hosts.session)),
    'inquiry.markClaimsRetested': (argument) => retest((it) => it.markRetested(hosts.session, argument)),
    ...viewCommands(hosts),
    'inquiry.importLibrary': (argument) => references((it) => it.importLibrary(hosts.session, argument)),
    'inquiry.exportBibliography': (argument) => {
      const note = noteFrom(argument);
      return note === undefined
        ? sayNoNote()
        : references((it) => it.exportBibliography(hosts.session, note, argument));
    },
    'inquiry.refreshZotero': () => references((it) => it.refreshZotero(hosts.session)),
    'inquiry.openSampleNote': () => openSampleNote(context),
    'inquiry.restartServer': () => restartServer(hosts),
    'inquiry.showLog': () => {
      hosts.log.show();
    },
    'inquiry.showMenu': () => showMenu(),
  };
  for (const [name, run] of Object.entries(commands)) {
    context.subscriptions.push(
      vscode.commands.registerCommand(name, async (argument?: unknown) => {
        try {
          await run(argument);
        } catch (error) {
          hosts.log.error(error instanceof Error ? error : String(error));
          void tellFailure(hosts.log, error);
        }
      }),
    );
  }
}

/** Of the views of the library, and of their rows. */
function viewCommands({
  session,
  libraryView,
  nextLinesView,
  chosen,
}: CommandHosts): Record<string, (argument?: unknown) => Promise<void> | void> {
  const onEntry =
    (work: (it: typeof EntryActions, entry: EntryRow) => Promise<void>) =>
    async (argument?: unknown): Promise<void> => {
      const entry = entryOf(argument) ?? chosen.row;
      if (entry) await work(await import('./views/entry-actions.ts'), entry);
    };
  return {
    'inquiry.showLibrary': () => libraryView.show(),
    'inquiry.filterLibrary': (argument) => libraryView.filter(argument),
    'inquiry.clearLibraryFilter': () => libraryView.clearFilter(),
    'inquiry.showNextLines': () => nextLinesView.show(),
    'inquiry.showMoreRows': (argument) => (argument instanceof MoreNode ? argument.show() : undefined),
    'inquiry.openEntry': onEntry((it, entry) => it.openEntry(entry)),
    'inquiry.openEntryPage': onEntry((it, entry) => it.openPage(entry)),
    'inquiry.openEntryPdf': onEntry((it, entry) => it.openPdf(entry)),
    'inquiry.insertCitation': onEntry((it, entry) => it.insertCitation(session, entry)),
    'inquiry.copyCitation': onEntry((it, entry) => it.copyCitation(session, entry)),
    'inquiry.findCitations': onEntry((it, entry) => it.findCitations(session, entry)),
  };
}

/** Evaluated when first used. */
const references = async (run: (it: typeof ReferenceCommands) => Promise<void>): Promise<void> =>
  run(await import('./reference-commands.ts'));

/** Evaluated when first used. */
const lines = async (run: (it: typeof LineCommands) => Promise<void>): Promise<void> =>
  run(await import('./line-commands.ts'));

/** Evaluated when first used: it brings zod along. */
const retest = async (run: (it: typeof RetestCommands) => Promise<void>): Promise<void> =>
  run(await import('./retest-commands.ts'));

function buildPrompt({ workbench }: CommandHosts, argument: unknown): void {
  const note = noteFrom(argument);
  if (note === undefined) sayNoNote();
  else workbench.show(note);
}

async function copyResearchPrompt({ session, workbench }: CommandHosts, argument: unknown): Promise<void> {
  const note = noteFrom(argument);
  if (note === undefined) {
    sayNoNote();
    return;
  }
  const prompt = await copyPrompt(session, await workbench.paramsOf(note));
  const claims = prompt.claims.filter((claim) => claim.included).length;
  const size =
    claims === 0
      ? l10n.t('It has no dated claims yet: the note cites none.')
      : claims === 1
        ? l10n.t('It has 1 dated claim.')
        : l10n.t('It has {0} dated claims.', claims);
  const edit = l10n.t('Edit Prompt');
  void vscode.window
    .showInformationMessage(l10n.t('Copied the research prompt of “{0}”. {1}', prompt.name, size), edit)
    .then((choice) => {
      if (choice === edit) workbench.show(note);
    });
}

async function checkWorkspace({ session, log }: CommandHosts): Promise<void> {
  const result = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: l10n.t('Inquiry is checking the notes of the workspace'),
      cancellable: true,
    },
    async (_progress, token) => {
      const cancelled = new Promise<undefined>((resolve) =>
        token.onCancellationRequested(() => {
          resolve(undefined);
        }),
      );
      return Promise.race([session.checkWorkspace(token), cancelled]);
    },
  );
  if (result === undefined) {
    void vscode.window.showInformationMessage(l10n.t('Stopped checking the workspace.'));
    return;
  }
  for (const line of result.unreadable) log.warn(line);
  const notes = result.files === 1 ? l10n.t('1 note') : l10n.t('{0} notes', result.files);
  const problems =
    result.problems === 0
      ? l10n.t('no problems')
      : result.problems === 1
        ? l10n.t('1 problem')
        : l10n.t('{0} problems', result.problems);
  const unread =
    result.unreadable.length === 0
      ? ''
      : ` ${l10n.t('Files that could not be read: {0}; the log names them.', result.unreadable.length)}`;
  const show = l10n.t('Show Problems');
  const offers = result.problems > 0 ? [show] : [];
  void vscode.window
    .showInformationMessage(l10n.t('Checked {0}: {1}.', notes, problems) + unread, ...offers)
    .then((choice) => {
      if (choice === show) void vscode.commands.executeCommand('workbench.actions.view.problems');
    });
}

async function restartServer({ session }: CommandHosts): Promise<void> {
  await session.restart();
  void vscode.window.showInformationMessage(l10n.t('Inquiry has started again.'));
}

/** A short note with the usual mistakes, unsaved, to try things on. */
async function openSampleNote(context: vscode.ExtensionContext): Promise<void> {
  const file = vscode.Uri.joinPath(context.extensionUri, 'media', 'walkthrough', 'sample.md');
  const content = new TextDecoder().decode(await vscode.workspace.fs.readFile(file));
  const document = await vscode.workspace.openTextDocument({ language: 'markdown', content });
  await vscode.window.showTextDocument(document);
}

async function showMenu(): Promise<void> {
  const items = [
    { label: `$(list-unordered) ${l10n.t('Show Problems')}`, command: 'workbench.actions.view.problems' },
    {
      label: `$(comment-discussion) ${l10n.t('Build Research Prompt')}`,
      command: 'inquiry.buildResearchPrompt',
    },
    { label: `$(copy) ${l10n.t('Copy Research Prompt')}`, command: 'inquiry.copyResearchPrompt' },
    { label: `$(verified) ${l10n.t('Verify a Model’s Reply…')}`, command: 'inquiry.verifyReply' },
    { label: `$(checklist) ${l10n.t('Check Workspace')}`, command: 'inquiry.checkWorkspace' },
    { label: `$(history) ${l10n.t('Show Re-test Queue')}`, command: 'inquiry.showRetestQueue' },
    { label: `$(book) ${l10n.t('Show Library')}`, command: 'inquiry.showLibrary' },
    { label: `$(search) ${l10n.t('Look Up Paper on arXiv')}`, command: 'inquiry.lookUpPaper' },
    { label: `$(output) ${l10n.t('Show Log')}`, command: 'inquiry.showLog' },
    { label: `$(debug-restart) ${l10n.t('Restart Server')}`, command: 'inquiry.restartServer' },
  ];
  const choice = await vscode.window.showQuickPick(items, { title: 'Inquiry' });
  if (choice !== undefined) await vscode.commands.executeCommand(choice.command);
}

/** The note that a menu names, else the one in front, else one that is in sight beside the workbench. */
function noteFrom(argument: unknown): vscode.Uri | undefined {
  if (argument instanceof vscode.Uri) return argument;
  if (typeof argument === 'string') return vscode.Uri.parse(argument);
  const active = vscode.window.activeTextEditor;
  if (active !== undefined) return isNote(active.document) ? active.document.uri : undefined;
  return vscode.window.visibleTextEditors.find((editor) => isNote(editor.document))?.document.uri;
}

function sayNoNote(): void {
  void vscode.window.showInformationMessage(
    l10n.t('Open a Markdown note first: the research prompt is built from the note in front.'),
  );
}

async function tellFailure(log: vscode.LogOutputChannel, error: unknown): Promise<void> {
  const words = error instanceof Error ? error.message : String(error);
  const show = l10n.t('Show Log');
  const choice = await vscode.window.showErrorMessage(l10n.t('Inquiry: {0}', words), show);
  if (choice === show) log.show();
}
