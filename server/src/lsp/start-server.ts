/**
 * The language server: its life, its library and its settings. Questions are answered in `language-features.ts` and
 * `own-requests.ts`. Knows no Node; the machine is behind `ServerRuntime`.
 */
import {
  CodeActionKind,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  TextDocuments,
  TextDocumentSyncKind,
  type Connection,
  type InitializeResult,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { initializationSchema, trustedNotification } from '#core/protocol.ts';
import { viewsChangedNotification } from '#core/views/messages.ts';
import { noAbilities, readAbilities } from './abilities.ts';
import { FIX_ALL } from './handlers/code-actions.ts';
import { answerFactsInLine, refreshFactsInLine } from './facts-in-line.ts';
import { Diagnostics } from './handlers/diagnostics.ts';
import { answerLanguageFeatures } from './language-features.ts';
import { LibraryProblems } from './library-problems.ts';
import { NamedLibraryWatch } from './named-libraries.ts';
import { answerAgents } from './answer-agents.ts';
import { answerOwnRequests } from './own-requests.ts';
import { RetestQueue } from './retest-queue.ts';
import type { ServerRuntime } from './runtime.ts';
import type { Served } from './served.ts';
import { answerViews } from './views/answer-views.ts';
import { LibraryViews } from './views/library-views.ts';
import { Workspace } from './workspace.ts';
import { ZoteroFeed } from './zotero-feed.ts';

/** Watched for changes: notes and every format of references. */
const WATCHED = '**/*.{md,markdown,qmd,bib,bibtex,ris,csljson,json,yaml,yml}';

export function startServer(connection: Connection, runtime: ServerRuntime): void {
  const workspace = new Workspace(connection, runtime);
  const documents = new TextDocuments(TextDocument);
  const abilities = noAbilities();
  const queue = new RetestQueue(workspace, (uri) => documents.get(uri));
  const views = new LibraryViews({
    workspace,
    open: documents,
    tell: () => connection.sendNotification(viewsChangedNotification),
    log,
  });
  const diagnostics = new Diagnostics({ connection, documents, workspace, abilities, log });
  const zotero = new ZoteroFeed({
    runtime,
    settings: () => workspace.settingsOf(workspace.folders[0]?.uri ?? ''),
    cacheFolder: () => workspace.cacheFolder,
    update: (changes) => {
      if (changes.length === 0) return;
      workspace.store.update(changes);
      refresh().catch((error: unknown) => {
        log('Telling of Zotero’s changes', error);
      });
    },
    say: (message) => {
      workspace.say(message);
    },
    log,
  });
  workspace.further = () => zotero.files();
  const named = new NamedLibraryWatch(connection, WATCHED);
  const libraryProblems = new LibraryProblems(connection, runtime);

  /** What is said of open notes is out of date. */
  async function refresh(): Promise<void> {
    views.libraryChanged();
    await diagnostics.refresh();
    await refreshFactsInLine(connection, abilities);
  }

  /** After any change of the library: what open notes have problems with, and what its files have. */
  async function tellAnew(): Promise<void> {
    await refresh();
    await libraryProblems.show(workspace.store.library.faults);
  }

  connection.onInitialize((params): InitializeResult => {
    readAbilities(params, abilities);
    workspace.hasConfiguration = abilities.configuration;
    const ours = initializationSchema.safeParse(params.initializationOptions).data;
    workspace.cacheFolder = ours?.cacheFolder;
    // Other clients run with their user's own settings.
    workspace.isTrusted = ours?.trusted ?? true;
    zotero.trusted = ours?.trusted ?? true;
    workspace.folders =
      params.workspaceFolders ??
      (params.rootUri === null ? [] : [{ uri: params.rootUri, name: params.rootUri }]);
    return {
      serverInfo: { name: 'inquiry' },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: false },
        hoverProvider: true,
        completionProvider: { triggerCharacters: [':', '@', '[', '.', ' '], resolveProvider: true },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
        documentLinkProvider: {},
        definitionProvider: true,
        referencesProvider: true,
        codeLensProvider: {},
        inlayHintProvider: { resolveProvider: true },
        documentHighlightProvider: true,
        foldingRangeProvider: true,
        documentSymbolProvider: { label: 'Inquiry' },
        workspaceSymbolProvider: true,
        renameProvider: { prepareProvider: true },
        workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      },
    };
  });

  connection.onInitialized(() => {
    if (abilities.dynamicConfiguration)
      void connection.client.register(DidChangeConfigurationNotification.type, { section: 'inquiry' });
    if (abilities.watches)
      void connection.client.register(DidChangeWatchedFilesNotification.type, {
        watchers: [{ globPattern: WATCHED }],
      });
    if (abilities.folders)
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map((folder) => folder.uri));
        workspace.folders = [...workspace.folders.filter((folder) => !gone.has(folder.uri)), ...added];
        reload();
      });
    reload();
  });

  function reload(): void {
    views.reloading();
    workspace
      .load()
      .then(async () => {
        await tellAnew();
        if (abilities.watchesAnywhere) await named.follow(workspace.namedOutside);
        // After the files, so that nothing waits for Zotero; what it holds comes in as a change.
        await zotero.follow();
      })
      .catch((error: unknown) => {
        log('Reading the library', error);
      });
  }

  workspace.onNews = () => {
    refresh().catch((error: unknown) => {
      log('Taking up answers of libraries elsewhere', error);
    });
  };

  connection.onDidChangeConfiguration(() => {
    workspace.forgetSettings();
    // Which libraries are read is a setting too; the problems are asked for again when they are read.
    reload();
  });

  connection.onDidChangeWatchedFiles(({ changes }) => {
    const files = changes.map(({ uri, type }) => ({
      uri,
      gone: type === FileChangeType.Deleted,
      made: type === FileChangeType.Created,
    }));
    views.filesChanged(changes.map(({ uri }) => uri));
    workspace
      .filesChanged(files)
      .then((matters) => (matters ? tellAnew() : undefined))
      .catch((error: unknown) => {
        log('Taking up changed files', error);
      });
  });

  documents.onDidChangeContent(({ document }) => {
    views.noteEdited(document.uri);
  });
  documents.onDidClose(({ document }) => {
    workspace.forget(document.uri);
    // What was not saved is gone.
    views.noteEdited(document.uri);
  });

  function log(what: string, error: unknown): void {
    connection.console.error(
      `${what} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  }

  const served: Served = { connection, documents, workspace, runtime, queue, views, zotero, log };
  answerLanguageFeatures(served, abilities);
  answerOwnRequests(served);
  answerAgents(served);
  answerViews(served);
  answerFactsInLine(served, diagnostics, abilities);

  connection.onNotification(trustedNotification, () => {
    workspace.isTrusted = true;
    zotero.trusted = true;
    reload();
  });
  connection.onShutdown(() => {
    zotero.stop();
    views.stop();
  });
  documents.listen(connection);
  connection.listen();
}
