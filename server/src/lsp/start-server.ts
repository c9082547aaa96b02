/**
 * The language server: wires LSP messages to the engine. Every handler is guarded: what throws is logged by name and
 * answered with nothing. Knows no Node; the machine is behind `ServerRuntime`.
 */
import {
  CodeActionKind,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  TextDocuments,
  TextDocumentSyncKind,
  type Connection,
  type HoverParams,
  type InitializeResult,
  type ReferenceParams,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import {
  citeChoices,
  completionDocumentation,
  completionQueryAt,
  completionsAt,
  documentLinks,
  type Edit,
  hoverAt,
  retestChoices,
  wrongFlagReport,
} from '#core';
import {
  checkWorkspaceRequest,
  citeParamsSchema,
  citeRequest,
  initializationSchema,
  lookUpParamsSchema,
  lookUpRequest,
  promptParamsSchema,
  promptRequest,
  refreshZoteroRequest,
  trustedNotification,
  wrongFlagParamsSchema,
  wrongFlagRequest,
  type CiteResult,
  type WrongFlagResult,
} from '#core/protocol.ts';
import {
  exportParamsSchema,
  exportRequest,
  importParamsSchema,
  importRequest,
  stylesRequest,
} from '#core/library/references/messages.ts';
import {
  queueParamsSchema,
  queueRequest,
  retestParamsSchema,
  retestRequest,
  type RetestResult,
} from '#core/queue/messages.ts';
import { noAbilities, readAbilities } from './abilities.ts';
import { toCompletion, toHover, toLink } from './convert.ts';
import { checkWorkspace } from './handlers/check-workspace.ts';
import { codeActionsFor, FIX_ALL, withCandidates } from './handlers/code-actions.ts';
import { Diagnostics } from './handlers/diagnostics.ts';
import { lookUp } from './handlers/look-up.ts';
import { definitionsAt, referencesAt } from './handlers/places.ts';
import { promptFor } from './handlers/prompt.ts';
import { exportBibliography, importLibrary } from './handlers/references.ts';
import { LibraryProblems } from './library-problems.ts';
import { NamedLibraryWatch } from './named-libraries.ts';
import { RetestQueue } from './retest-queue.ts';
import type { ServerRuntime } from './runtime.ts';
import { Workspace, type Checked } from './workspace.ts';
import { ZoteroFeed } from './zotero-feed.ts';

/** Completions from libraries elsewhere, behind the library's own. */
const MOST_FROM_ELSEWHERE = 20;

/** Watched for changes: notes and every format of references. */
const WATCHED = '**/*.{md,markdown,qmd,bib,bibtex,ris,csljson,json,yaml,yml}';

export function startServer(connection: Connection, runtime: ServerRuntime): void {
  const workspace = new Workspace(connection, runtime);
  const documents = new TextDocuments(TextDocument);
  const abilities = noAbilities();
  const queue = new RetestQueue(workspace, (uri) => documents.get(uri));
  const diagnostics = new Diagnostics({ connection, documents, workspace, abilities, log });
  const zotero = new ZoteroFeed({
    runtime,
    settings: () => workspace.settingsOf(workspace.folders[0]?.uri ?? ''),
    cacheFolder: () => workspace.cacheFolder,
    update: (changes) => {
      if (changes.length === 0) return;
      workspace.store.update(changes);
      diagnostics.refresh().catch((error: unknown) => {
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

  /** After any change of the library: what open notes have problems with, and what its files have. */
  async function tellAnew(): Promise<void> {
    await diagnostics.refresh();
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
    diagnostics.refresh().catch((error: unknown) => {
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
    workspace
      .filesChanged(files)
      .then((matters) => (matters ? tellAnew() : undefined))
      .catch((error: unknown) => {
        log('Taking up changed files', error);
      });
  });

  documents.onDidClose(({ document }) => {
    workspace.forget(document.uri);
  });

  /** A handler on an open note; `nothing` when the note is closed or the work fails. */
  const onNote =
    <P extends { readonly textDocument: { readonly uri: string } }, R>(
      what: string,
      nothing: R,
      work: (checked: Checked, params: P) => R | Promise<R>,
    ) =>
    async (params: P): Promise<R> => {
      const document = documents.get(params.textDocument.uri);
      if (!document) return nothing;
      try {
        return await work(await workspace.checkedOf(document), params);
      } catch (error) {
        log(what, error);
        return nothing;
      }
    };

  function log(what: string, error: unknown): void {
    connection.console.error(
      `${what} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
    );
  }

  const hover = onNote('Hover', null, ({ analysis }, { position }: HoverParams) => {
    const card = hoverAt(analysis, analysis.note.lines.offsetAt(position));
    return card ? toHover(card, analysis.note.lines) : null;
  });
  connection.onHover(async (params) => {
    // A card that comes a moment later beats one that says "not in your library" of what was not read yet.
    await workspace.ready.catch(() => undefined);
    await workspace.elsewhere.settled();
    return hover(params);
  });
  connection.onCompletion(
    onNote('Completion', null, async ({ analysis }, { position }) => {
      const { lines } = analysis.note;
      const offset = lines.offsetAt(position);
      const query = workspace.elsewhere.isEmpty ? undefined : completionQueryAt(analysis, offset);
      const elsewhere =
        query === undefined ? [] : await workspace.elsewhere.completions(query, MOST_FROM_ELSEWHERE);
      const items = completionsAt(
        analysis,
        offset,
        elsewhere.map(({ entry }) => entry),
      ).map((item) => toCompletion(item, lines));
      // The engine ranks and cuts: with more letters typed it must be asked again.
      return items.length === 0 ? null : { isIncomplete: true, items };
    }),
  );
  connection.onCompletionResolve((item) => {
    const entry =
      typeof item.data === 'string'
        ? (workspace.store.library.get(item.data) ?? workspace.elsewhere.met(item.data))
        : undefined;
    return entry
      ? {
          ...item,
          documentation: { kind: 'markdown', value: completionDocumentation(entry, workspace.store.library) },
        }
      : item;
  });
  connection.onCodeAction(
    onNote('Code actions', null, async (checked, params) =>
      codeActionsFor(
        await withCandidates(checked, params, workspace.elsewhere),
        params,
        workspace.cacheFolder !== undefined,
      ),
    ),
  );
  connection.onDocumentLinks(
    onNote('Document links', null, ({ analysis }) =>
      documentLinks(analysis).map((link) => toLink(link, analysis.note.lines, runtime.uriOf)),
    ),
  );
  connection.onDefinition(
    onNote('Definition', [], ({ analysis }, params) => definitionsAt(workspace, analysis, params)),
  );
  connection.onReferences((params, token) =>
    onNote('References', [], async ({ analysis }: Checked, asked: ReferenceParams) =>
      referencesAt(workspace, analysis, asked, documents.all(), token),
    )(params),
  );
  function checkedOpen(uri: string): Promise<Checked> {
    const document = documents.get(uri);
    if (!document) throw new Error('The note is not open.');
    return workspace.checkedOf(document);
  }

  connection.onRequest(promptRequest, async (message: unknown) => {
    const params = promptParamsSchema.parse(message);
    await workspace.ready;
    return promptFor(await checkedOpen(params.uri), params);
  });
  connection.onRequest(lookUpRequest, async (message: unknown, token) => {
    const params = lookUpParamsSchema.parse(message);
    await workspace.ready;
    const stop = new AbortController();
    token.onCancellationRequested(() => {
      stop.abort();
    });
    return lookUp(params, workspace.store.library, runtime, workspace.cacheFolder, stop.signal);
  });
  connection.onRequest(queueRequest, (message: unknown, token) =>
    queue.answer(queueParamsSchema.parse(message), token),
  );
  connection.onRequest(retestRequest, async (message: unknown): Promise<RetestResult> => {
    const { uri, offset } = retestParamsSchema.parse(message);
    const { analysis } = await checkedOpen(uri);
    return {
      choices: retestChoices(analysis, offset).map(({ title, edits }) => ({ title, edits: flat(edits) })),
    };
  });
  connection.onRequest(citeRequest, async (message: unknown): Promise<CiteResult> => {
    const { uri, offset, query } = citeParamsSchema.parse(message);
    await workspace.ready;
    const { analysis } = await checkedOpen(uri);
    return {
      choices: citeChoices(analysis, offset, query).map((choice) => ({
        ...choice,
        edits: flat(choice.edits),
      })),
    };
  });
  connection.onRequest(stylesRequest, () => runtime.bibliography?.styles() ?? []);
  connection.onRequest(exportRequest, async (message: unknown) => {
    const params = exportParamsSchema.parse(message);
    const document = documents.get(params.uri);
    if (!document) throw new Error('The note is not open.');
    await workspace.ready;
    const checked = await workspace.checkedOf(document);
    return exportBibliography(checked, params, runtime, zotero, workspace.folderOf(params.uri));
  });
  connection.onRequest(importRequest, (message: unknown, token) =>
    importLibrary(importParamsSchema.parse(message), zotero, () => token.isCancellationRequested),
  );
  connection.onRequest(refreshZoteroRequest, () => zotero.refresh());
  connection.onNotification(trustedNotification, () => {
    workspace.isTrusted = true;
    zotero.trusted = true;
    reload();
  });
  connection.onShutdown(() => {
    zotero.stop();
  });
  connection.onRequest(wrongFlagRequest, async (message: unknown): Promise<WrongFlagResult> => {
    const { uri, offset, version } = wrongFlagParamsSchema.parse(message);
    const { analysis, result } = await checkedOpen(uri);
    const text = wrongFlagReport(analysis, offset, { version, problems: result.problems });
    return text === undefined ? {} : { text };
  });
  connection.onRequest(checkWorkspaceRequest, (_: unknown, token) =>
    checkWorkspace(workspace, connection, (uri) => documents.get(uri) !== undefined, token),
  );

  documents.listen(connection);
  connection.listen();
}

/** As our own client takes edits: offsets, not ranges. */
const flat = (edits: readonly Edit[]): { start: number; end: number; newText: string }[] =>
  edits.map(({ span, newText }) => ({ start: span.start, end: span.end, newText }));
