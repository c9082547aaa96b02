/**
 * What is said over the wire to the language server, however it runs: LSP's own messages and the few of `core/src/protocol.ts`, each
 * parsed on arrival. Starting the server is `server-connection.ts`'s business, in a browser `browser-connection.ts`'s.
 */
import * as vscode from 'vscode';
import {
  RevealOutputChannelOn,
  State,
  type BaseLanguageClient,
  type LanguageClientOptions,
} from 'vscode-languageclient';
import {
  checkWorkspaceRequest,
  checkWorkspaceResultSchema,
  citeRequest,
  citeResultSchema,
  claimsRequest,
  claimsResultSchema,
  lookUpRequest,
  lookUpResultSchema,
  promptRequest,
  promptResultSchema,
  refreshZoteroRequest,
  refreshZoteroResultSchema,
  summaryNotification,
  summarySchema,
  trustedNotification,
  type CheckWorkspaceResult,
  type CiteParams,
  type CiteResult,
  type ClaimsParams,
  type ClaimsResult,
  type LookUpParams,
  type LookUpResult,
  type PromptParams,
  type PromptResult,
  type RefreshZoteroResult,
  type Summary,
  type WrongFlagParams,
  type WrongFlagResult,
  wrongFlagRequest,
  wrongFlagResultSchema,
} from '#core/protocol.ts';
import {
  checkNoteRequest,
  findWorkRequest,
  suggestRequest,
  toldSchema,
  type CheckNoteParams,
  type FindWorkParams,
  type SuggestParams,
  type Told,
} from '#core/agents/messages.ts';
import {
  importPageRequest,
  importPageResultSchema,
  newLineRequest,
  newLineResultSchema,
  questionAtRequest,
  questionAtResultSchema,
  type ImportPageParams,
  type ImportPageResult,
  type NewLineParams,
  type NewLineResult,
  type QuestionAtParams,
  type QuestionAtResult,
} from '#core/importer/messages.ts';
import {
  exportRequest,
  exportResultSchema,
  importRequest,
  importResultSchema,
  stylesRequest,
  stylesResultSchema,
  type ExportParams,
  type ExportResult,
  type ImportParams,
  type ImportResult,
  type StylesResult,
} from '#core/library/references/messages.ts';
import {
  queueRequest,
  queueResultSchema,
  retestRequest,
  retestResultSchema,
  type QueueParams,
  type QueueResult,
  type RetestParams,
  type RetestResult,
} from '#core/queue/messages.ts';
import {
  verifyReplyRequest,
  verifyReplyResultSchema,
  type VerifyReplyParams,
  type VerifyReplyResult,
} from '#core/reply/messages.ts';
import {
  childrenRequest,
  childrenResultSchema,
  citationRequest,
  citationResultSchema,
  entryCardRequest,
  entryCardResultSchema,
  viewsChangedNotification,
  type ChildrenParams,
  type ChildrenResult,
  type CitationParams,
  type CitationResult,
  type EntryCardParams,
  type EntryCardResult,
} from '#core/views/messages.ts';
import { noteLanguages } from './notes.ts';
import { isTemplate } from './template-folder.ts';
import { renameRefusals } from './rename-refusals.ts';

export interface ServerConnection {
  prompt(params: PromptParams): Promise<PromptResult>;
  checkWorkspace(token: vscode.CancellationToken): Promise<CheckWorkspaceResult>;
  lookUp(params: LookUpParams, token: vscode.CancellationToken): Promise<LookUpResult>;
  cite(params: CiteParams, token: vscode.CancellationToken): Promise<CiteResult>;
  claims(params: ClaimsParams): Promise<ClaimsResult>;
  wrongFlag(params: WrongFlagParams): Promise<WrongFlagResult>;
  verifyReply(params: VerifyReplyParams): Promise<VerifyReplyResult>;
  checkNote(params: CheckNoteParams): Promise<Told>;
  suggest(params: SuggestParams): Promise<Told>;
  findWork(params: FindWorkParams): Promise<Told>;
  queue(params: QueueParams, token: vscode.CancellationToken): Promise<QueueResult>;
  retest(params: RetestParams): Promise<RetestResult>;
  citationStyles(): Promise<StylesResult>;
  exportBibliography(params: ExportParams): Promise<ExportResult>;
  importLibrary(params: ImportParams, token: vscode.CancellationToken): Promise<ImportResult>;
  questionAt(params: QuestionAtParams): Promise<QuestionAtResult>;
  newLine(params: NewLineParams): Promise<NewLineResult>;
  importPage(params: ImportPageParams): Promise<ImportPageResult>;
  refreshZotero(): Promise<RefreshZoteroResult>;
  children(params: ChildrenParams): Promise<ChildrenResult>;
  entryCard(params: EntryCardParams): Promise<EntryCardResult>;
  citation(params: CitationParams): Promise<CitationResult>;
  stop(): Promise<void>;
}

export interface ConnectOptions {
  readonly log: vscode.LogOutputChannel;
  /** Where look-ups are cached, shared by all windows. */
  readonly cacheFolder: string;
  onSummary(summary: Summary): void;
  /** What views of the library show may be out of date. */
  onViewsChanged(): void;
  onRunning(running: boolean): void;
}

/** Files on disk, unsaved ones, those of virtual workspaces and, to a browser, of other machines; never the old side of a diff. */
const schemes = ['file', 'untitled', 'vscode-vfs', 'vscode-remote'];

export function clientOptions(options: ConnectOptions): LanguageClientOptions {
  return {
    documentSelector: schemes.flatMap((scheme) => noteLanguages.map((language) => ({ scheme, language }))),
    outputChannel: options.log,
    initializationOptions: { cacheFolder: options.cacheFolder, trusted: vscode.workspace.isTrusted },
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    // Problems of the note in front come first; other open notes are checked when they are looked at.
    diagnosticPullOptions: { onChange: true, onSave: true, onFocus: true },
    middleware: {
      ...renameRefusals,
      // What the server does not know it says nothing of.
      didOpen: (document, next) => (isTemplate(document.uri) ? Promise.resolve() : next(document)),
    },
    markdown: {
      isTrusted: {
        enabledCommands: ['inquiry.addToLibrary', 'inquiry.lookUpPaper', 'inquiry.buildResearchPrompt'],
      },
    },
  };
}

/** Starts a client made with `clientOptions`, and wraps it. */
export async function speakOver(
  client: BaseLanguageClient,
  options: ConnectOptions,
): Promise<ServerConnection> {
  client.onDidChangeState(({ newState }) => {
    // On its way up it has not stopped; it would be told as an error for the second that a start takes.
    if (newState !== State.Starting) options.onRunning(newState === State.Running);
  });
  client.onNotification(summaryNotification, (message: unknown) => {
    const summary = summarySchema.safeParse(message);
    if (summary.success) options.onSummary(summary.data);
    else options.log.warn(`Unreadable ${summaryNotification}: ${summary.error.message}`);
  });
  client.onNotification(viewsChangedNotification, () => {
    options.onViewsChanged();
  });
  await client.start();
  const onTrust = vscode.workspace.onDidGrantWorkspaceTrust(() => {
    client.sendNotification(trustedNotification).catch((error: unknown) => {
      options.log.warn(`The server was not told that the workspace is trusted: ${String(error)}`);
    });
  });
  return {
    prompt: async (params) =>
      promptResultSchema.parse(await client.sendRequest<unknown>(promptRequest, params)),
    checkWorkspace: async (token) =>
      checkWorkspaceResultSchema.parse(await client.sendRequest<unknown>(checkWorkspaceRequest, {}, token)),
    lookUp: async (params, token) =>
      lookUpResultSchema.parse(await client.sendRequest<unknown>(lookUpRequest, params, token)),
    cite: async (params, token) =>
      citeResultSchema.parse(await client.sendRequest<unknown>(citeRequest, params, token)),
    claims: async (params) =>
      claimsResultSchema.parse(await client.sendRequest<unknown>(claimsRequest, params)),
    wrongFlag: async (params) =>
      wrongFlagResultSchema.parse(await client.sendRequest<unknown>(wrongFlagRequest, params)),
    verifyReply: async (params) =>
      verifyReplyResultSchema.parse(await client.sendRequest<unknown>(verifyReplyRequest, params)),
    checkNote: async (params) =>
      toldSchema.parse(await client.sendRequest<unknown>(checkNoteRequest, params)),
    suggest: async (params) => toldSchema.parse(await client.sendRequest<unknown>(suggestRequest, params)),
    findWork: async (params) => toldSchema.parse(await client.sendRequest<unknown>(findWorkRequest, params)),
    queue: async (params, token) =>
      queueResultSchema.parse(await client.sendRequest<unknown>(queueRequest, params, token)),
    retest: async (params) =>
      retestResultSchema.parse(await client.sendRequest<unknown>(retestRequest, params)),
    citationStyles: async () =>
      stylesResultSchema.parse(await client.sendRequest<unknown>(stylesRequest, {})),
    exportBibliography: async (params) =>
      exportResultSchema.parse(await client.sendRequest<unknown>(exportRequest, params)),
    importLibrary: async (params, token) =>
      importResultSchema.parse(await client.sendRequest<unknown>(importRequest, params, token)),
    questionAt: async (params) =>
      questionAtResultSchema.parse(await client.sendRequest<unknown>(questionAtRequest, params)),
    newLine: async (params) =>
      newLineResultSchema.parse(await client.sendRequest<unknown>(newLineRequest, params)),
    importPage: async (params) =>
      importPageResultSchema.parse(await client.sendRequest<unknown>(importPageRequest, params)),
    refreshZotero: async () =>
      refreshZoteroResultSchema.parse(await client.sendRequest<unknown>(refreshZoteroRequest, {})),
    children: async (params) =>
      childrenResultSchema.parse(await client.sendRequest<unknown>(childrenRequest, params)),
    entryCard: async (params) =>
      entryCardResultSchema.parse(await client.sendRequest<unknown>(entryCardRequest, params)),
    citation: async (params) =>
      citationResultSchema.parse(await client.sendRequest<unknown>(citationRequest, params)),
    stop: () => {
      onTrust.dispose();
      return client.dispose();
    },
  };
}
