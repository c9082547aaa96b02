/**
 * One running language server and what the rest of the client may ask of it. Starts it once, says what it is doing, and
 * turns a refusal into a sentence. The server decides everything about notes; nothing here reads Markdown.
 */
import * as vscode from 'vscode';
import type {
  CheckWorkspaceResult,
  CiteParams,
  CiteResult,
  ClaimsParams,
  ClaimsResult,
  LookUpParams,
  LookUpResult,
  PromptParams,
  PromptResult,
  RefreshZoteroResult,
  Summary,
  WrongFlagParams,
  WrongFlagResult,
} from '#core/protocol.ts';
import type { CheckNoteParams, FindWorkParams, SuggestParams, Told } from '#core/agents/messages.ts';
import type {
  ImportPageParams,
  ImportPageResult,
  NewLineParams,
  NewLineResult,
  QuestionAtParams,
  QuestionAtResult,
} from '#core/importer/messages.ts';
import type {
  ExportParams,
  ExportResult,
  ImportParams,
  ImportResult,
  StylesResult,
} from '#core/library/references/messages.ts';
import type { QueueParams, QueueResult, RetestParams, RetestResult } from '#core/queue/messages.ts';
import type { VerifyReplyParams, VerifyReplyResult } from '#core/reply/messages.ts';
import type {
  ChildrenParams,
  ChildrenResult,
  CitationParams,
  CitationResult,
  EntryCardParams,
  EntryCardResult,
} from '#core/views/messages.ts';
import type { ConnectOptions, ServerConnection } from './server-messages.ts';

/** Starts the language server; where it runs and what it may keep is its entry's to say. */
export type Connect = (options: Omit<ConnectOptions, 'cacheFolder'>) => Promise<ServerConnection>;

export type SessionState = 'starting' | 'running' | 'stopped';

export class Session implements vscode.Disposable {
  readonly #connectTo: Connect;
  readonly #log: vscode.LogOutputChannel;
  readonly #summaries = new Map<string, Summary>();
  readonly #summaryChanged = new vscode.EventEmitter<string>();
  readonly #stateChanged = new vscode.EventEmitter<SessionState>();
  readonly #viewsChanged = new vscode.EventEmitter<void>();
  #connection: Promise<ServerConnection> | undefined;
  #state: SessionState = 'starting';

  /** Fires with a note's URI when its counts are new. */
  readonly onDidChangeSummary = this.#summaryChanged.event;
  readonly onDidChangeState = this.#stateChanged.event;
  /** What views of the library show may be out of date. */
  readonly onDidChangeViews = this.#viewsChanged.event;

  constructor(connect: Connect, log: vscode.LogOutputChannel) {
    this.#connectTo = connect;
    this.#log = log;
  }

  get state(): SessionState {
    return this.#state;
  }

  /** Undefined until the note was checked for the first time. */
  summaryOf(uri: vscode.Uri): Summary | undefined {
    return this.#summaries.get(uri.toString());
  }

  /** Begins to start the server; failures are told to the person once, by a message with a way to the log. */
  start(): void {
    this.#connect().catch(() => undefined);
  }

  async restart(): Promise<void> {
    const old = this.#connection;
    this.#connection = undefined;
    this.#summaries.clear();
    await (await old?.catch(() => undefined))?.stop();
    await this.#connect();
  }

  async prompt(params: PromptParams): Promise<PromptResult> {
    const connection = await this.#connect();
    // The server knows open notes only; a note in the explorer, or behind a restored workbench, is opened unseen.
    await vscode.workspace.openTextDocument(vscode.Uri.parse(params.uri));
    return connection.prompt(params);
  }

  async checkWorkspace(token: vscode.CancellationToken): Promise<CheckWorkspaceResult> {
    return (await this.#connect()).checkWorkspace(token);
  }

  async lookUp(params: LookUpParams, token: vscode.CancellationToken): Promise<LookUpResult> {
    return (await this.#connect()).lookUp(params, token);
  }

  async cite(params: CiteParams, token: vscode.CancellationToken): Promise<CiteResult> {
    return (await this.#connect()).cite(params, token);
  }

  async claims(params: ClaimsParams): Promise<ClaimsResult> {
    return (await this.#connect()).claims(params);
  }

  async wrongFlag(params: WrongFlagParams): Promise<WrongFlagResult> {
    return (await this.#connect()).wrongFlag(params);
  }

  async verifyReply(params: VerifyReplyParams): Promise<VerifyReplyResult> {
    const connection = await this.#connect();
    // As above: the note may not be open.
    if (params.note) await vscode.workspace.openTextDocument(vscode.Uri.parse(params.note.uri));
    return connection.verifyReply(params);
  }

  async checkNote(params: CheckNoteParams): Promise<Told> {
    const connection = await this.#connect();
    // As above: the note may not be open.
    await vscode.workspace.openTextDocument(vscode.Uri.parse(params.uri));
    return connection.checkNote(params);
  }

  async suggest(params: SuggestParams): Promise<Told> {
    return (await this.#connect()).suggest(params);
  }

  async findWork(params: FindWorkParams): Promise<Told> {
    return (await this.#connect()).findWork(params);
  }

  async queue(params: QueueParams, token: vscode.CancellationToken): Promise<QueueResult> {
    return (await this.#connect()).queue(params, token);
  }

  async retest(params: RetestParams): Promise<RetestResult> {
    return (await this.#connect()).retest(params);
  }

  async citationStyles(): Promise<StylesResult> {
    return (await this.#connect()).citationStyles();
  }

  async exportBibliography(params: ExportParams): Promise<ExportResult> {
    const connection = await this.#connect();
    // As above: the note may not be open.
    await vscode.workspace.openTextDocument(vscode.Uri.parse(params.uri));
    return connection.exportBibliography(params);
  }

  async importLibrary(params: ImportParams, token: vscode.CancellationToken): Promise<ImportResult> {
    return (await this.#connect()).importLibrary(params, token);
  }

  async questionAt(params: QuestionAtParams): Promise<QuestionAtResult> {
    return (await this.#connect()).questionAt(params);
  }

  async newLine(params: NewLineParams): Promise<NewLineResult> {
    return (await this.#connect()).newLine(params);
  }

  async importPage(params: ImportPageParams): Promise<ImportPageResult> {
    return (await this.#connect()).importPage(params);
  }

  async refreshZotero(): Promise<RefreshZoteroResult> {
    return (await this.#connect()).refreshZotero();
  }

  async children(params: ChildrenParams): Promise<ChildrenResult> {
    return (await this.#connect()).children(params);
  }

  async entryCard(params: EntryCardParams): Promise<EntryCardResult> {
    return (await this.#connect()).entryCard(params);
  }

  async citation(params: CitationParams): Promise<CitationResult> {
    return (await this.#connect()).citation(params);
  }

  dispose(): void {
    this.#summaryChanged.dispose();
    this.#viewsChanged.dispose();
    this.#stateChanged.dispose();
    void this.#connection?.then(
      (connection) => connection.stop(),
      () => undefined,
    );
  }

  #connect(): Promise<ServerConnection> {
    this.#connection ??= this.#open();
    return this.#connection;
  }

  async #open(): Promise<ServerConnection> {
    this.#become('starting');
    try {
      return await this.#connectTo({
        log: this.#log,
        onSummary: (summary) => {
          this.#summaries.set(summary.uri, summary);
          this.#summaryChanged.fire(summary.uri);
        },
        onViewsChanged: () => {
          this.#viewsChanged.fire();
        },
        onRunning: (running) => {
          this.#become(running ? 'running' : 'stopped');
        },
      });
    } catch (error) {
      this.#connection = undefined;
      this.#become('stopped');
      this.#log.error(error instanceof Error ? error : String(error));
      void this.#tellFailure();
      throw error;
    }
  }

  async #tellFailure(): Promise<void> {
    const showLog = vscode.l10n.t('Show Log');
    const restart = vscode.l10n.t('Start Again');
    const choice = await vscode.window.showErrorMessage(
      vscode.l10n.t('Inquiry could not start, so notes are not checked. The log says why.'),
      showLog,
      restart,
    );
    if (choice === showLog) this.#log.show();
    if (choice === restart) this.start();
  }

  #become(state: SessionState): void {
    this.#state = state;
    this.#stateChanged.fire(state);
  }
}
