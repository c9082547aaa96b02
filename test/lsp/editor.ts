/** A small editor for tests: speaks LSP to a server over any pair of streams, answers what a server asks, remembers what it was told. */
import type { Readable, Writable } from 'node:stream';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type CodeAction,
  type CodeLens,
  type CompletionItem,
  type Diagnostic,
  type DocumentHighlight,
  type DocumentLink,
  type Hover,
  type InitializeResult,
  type InlayHint,
  type Location,
  type Position,
  type PrepareRenameResult,
  type ProtocolConnection,
  type TextEdit,
  type WorkspaceEdit,
} from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';

export interface EditorOptions {
  /** Asks for problems itself; without, the server must push them. */
  readonly pulls?: boolean;
  readonly folders?: readonly { readonly uri: string; readonly name: string }[];
  /** Below "inquiry.", by the URI that they are asked for. */
  readonly settings?: (uri: string) => Readonly<Record<string, unknown>>;
  /** What our own client says of itself. */
  readonly initializationOptions?: unknown;
  /** How it takes edits of several documents; with versions and renamed files unless told otherwise. */
  readonly workspaceEdit?: Readonly<Record<string, unknown>>;
  /** On top of what every editor here can do with a document. */
  readonly textDocument?: Readonly<Record<string, unknown>>;
}

export class Editor {
  readonly connection: ProtocolConnection;
  readonly log: string[] = [];
  readonly pushed = new Map<string, readonly Diagnostic[]>();
  readonly summaries: unknown[] = [];
  readonly watched: string[] = [];
  /** What was registered with each, as sent. */
  readonly registered: { readonly method: string; readonly registerOptions?: unknown }[] = [];
  refreshes = 0;
  /** How often it was told that lenses and hints are out of date. */
  lensRefreshes = 0;
  hintRefreshes = 0;
  /** What `inquiry.*` is for a URI; change it and call `settingsChanged`. */
  settings: (uri: string) => Readonly<Record<string, unknown>>;
  readonly #documents = new Map<string, TextDocument>();
  readonly #options: EditorOptions;
  #waiting: (() => void)[] = [];

  constructor(fromServer: Readable, toServer: Writable, options: EditorOptions = {}) {
    this.#options = options;
    this.settings = options.settings ?? (() => ({}));
    const connection = createProtocolConnection(
      new StreamMessageReader(fromServer),
      new StreamMessageWriter(toServer),
    );
    this.connection = connection;
    connection.onRequest('workspace/configuration', ({ items }: { items: { scopeUri?: string }[] }) =>
      items.map(({ scopeUri }) => this.settings(scopeUri ?? '')),
    );
    connection.onRequest(
      'client/registerCapability',
      ({ registrations }: { registrations: { method: string; registerOptions?: unknown }[] }) => {
        this.registered.push(...registrations);
        this.watched.push(...registrations.map(({ method }) => method));
        this.#tell();
      },
    );
    connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes++;
      this.#tell();
    });
    connection.onRequest('workspace/codeLens/refresh', () => {
      this.lensRefreshes++;
      this.#tell();
    });
    connection.onRequest('workspace/inlayHint/refresh', () => {
      this.hintRefreshes++;
      this.#tell();
    });
    connection.onNotification('window/logMessage', ({ message }: { message: string }) => {
      this.log.push(message);
      this.#tell();
    });
    connection.onNotification(
      'textDocument/publishDiagnostics',
      ({ uri, diagnostics }: { uri: string; diagnostics: Diagnostic[] }) => {
        this.pushed.set(uri, diagnostics);
        this.#tell();
      },
    );
    connection.onNotification('inquiry/summary', (summary: unknown) => {
      this.summaries.push(summary);
      this.#tell();
    });
    connection.listen();
  }

  async start(): Promise<InitializeResult> {
    const result: InitializeResult = await this.connection.sendRequest('initialize', {
      processId: null,
      rootUri: null,
      initializationOptions: this.#options.initializationOptions,
      workspaceFolders: this.#options.folders ?? null,
      capabilities: {
        textDocument: {
          ...(this.#options.pulls === false ? {} : { diagnostic: {} }),
          ...this.#options.textDocument,
        },
        workspace: {
          configuration: true,
          workspaceFolders: true,
          diagnostics: { refreshSupport: true },
          codeLens: { refreshSupport: true },
          workspaceEdit: this.#options.workspaceEdit ?? {
            documentChanges: true,
            resourceOperations: ['rename'],
          },
          inlayHint: { refreshSupport: true },
          didChangeConfiguration: { dynamicRegistration: true },
          didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
        },
      },
    });
    await this.connection.sendNotification('initialized', {});
    return result;
  }

  async open(uri: string, text: string): Promise<void> {
    this.#documents.set(uri, TextDocument.create(uri, 'markdown', 1, text));
    await this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'markdown', version: 1, text },
    });
  }

  /** Replaces the first occurrence of some words, as an incremental change. */
  async replace(uri: string, words: string, newText: string): Promise<void> {
    const document = this.#document(uri);
    const start = document.getText().indexOf(words);
    if (start === -1) throw new Error(`“${words}” does not stand in ${uri}.`);
    await this.edit(uri, [
      {
        range: { start: document.positionAt(start), end: document.positionAt(start + words.length) },
        newText,
      },
    ]);
  }

  async edit(uri: string, edits: readonly TextEdit[]): Promise<void> {
    // From the end, so that each range is that of the text it was made for.
    for (const edit of [...edits].sort(
      (a, b) => b.range.start.line - a.range.start.line || b.range.start.character - a.range.start.character,
    )) {
      const document = this.#document(uri);
      const change = { range: edit.range, text: edit.newText };
      this.#documents.set(uri, TextDocument.update(document, [change], document.version + 1));
      await this.connection.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: this.#document(uri).version },
        contentChanges: [change],
      });
    }
  }

  close(uri: string): Promise<void> {
    this.#documents.delete(uri);
    return this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  save(uri: string): Promise<void> {
    return this.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
  }

  text(uri: string): string {
    return this.#document(uri).getText();
  }

  async problems(uri: string): Promise<readonly Diagnostic[]> {
    const report: { items: Diagnostic[] } = await this.connection.sendRequest('textDocument/diagnostic', {
      textDocument: { uri },
    });
    return report.items;
  }

  /** Rule and the words it stands under, one line each. */
  async flagged(uri: string): Promise<string[]> {
    const document = this.#document(uri);
    return (await this.problems(uri)).map(({ code, range }) => `${String(code)}: ${document.getText(range)}`);
  }

  hover(uri: string, words: string): Promise<Hover | null> {
    return this.connection.sendRequest('textDocument/hover', {
      textDocument: { uri },
      position: this.#at(uri, words),
    });
  }

  async completions(uri: string, after: string): Promise<CompletionItem[]> {
    const document = this.#document(uri);
    const position = document.positionAt(document.getText().indexOf(after) + after.length);
    const list: { items: CompletionItem[] } | null = await this.connection.sendRequest(
      'textDocument/completion',
      {
        textDocument: { uri },
        position,
      },
    );
    return list?.items ?? [];
  }

  definitions(uri: string, words: string): Promise<Location[]> {
    return this.connection.sendRequest('textDocument/definition', {
      textDocument: { uri },
      position: this.#at(uri, words),
    });
  }

  /** Every place where what stands there is cited, and not where it is described. */
  citations(uri: string, words: string): Promise<Location[]> {
    return this.connection.sendRequest('textDocument/references', {
      textDocument: { uri },
      position: this.#at(uri, words),
      context: { includeDeclaration: false },
    });
  }

  /** The texts of all places that are shown as the same. */
  async highlights(uri: string, words: string): Promise<string[] | null> {
    const found: DocumentHighlight[] | null = await this.connection.sendRequest(
      'textDocument/documentHighlight',
      { textDocument: { uri }, position: this.#at(uri, words) },
    );
    return found && found.map(({ range }) => this.#document(uri).getText(range));
  }

  prepareRename(uri: string, words: string): Promise<PrepareRenameResult | null> {
    return this.connection.sendRequest('textDocument/prepareRename', {
      textDocument: { uri },
      position: this.#at(uri, words),
    });
  }

  rename(uri: string, words: string, newName: string): Promise<WorkspaceEdit | null> {
    return this.connection.sendRequest('textDocument/rename', {
      textDocument: { uri },
      position: this.#at(uri, words),
      newName,
    });
  }

  links(uri: string): Promise<DocumentLink[] | null> {
    return this.connection.sendRequest('textDocument/documentLink', { textDocument: { uri } });
  }

  lenses(uri: string): Promise<CodeLens[] | null> {
    return this.connection.sendRequest('textDocument/codeLens', { textDocument: { uri } });
  }

  /** Those from one place to another in words; in the whole note without. */
  hints(uri: string, from?: string, to?: string): Promise<InlayHint[] | null> {
    const document = this.#document(uri);
    const range = {
      start: from === undefined ? { line: 0, character: 0 } : this.#at(uri, from),
      end: to === undefined ? { line: document.lineCount, character: 0 } : this.#at(uri, to),
    };
    return this.connection.sendRequest('textDocument/inlayHint', { textDocument: { uri }, range });
  }

  actions(uri: string, words: string, only?: readonly string[]): Promise<CodeAction[] | null> {
    const start = this.#at(uri, words);
    return this.connection.sendRequest('textDocument/codeAction', {
      textDocument: { uri },
      range: { start, end: start },
      context: { diagnostics: [], ...(only ? { only } : {}) },
    });
  }

  async settingsChanged(): Promise<void> {
    await this.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
  }

  /** Resolves as soon as something that the server said makes it true. */
  async until(what: string, isTrue: () => boolean): Promise<void> {
    const deadline = Date.now() + 20_000;
    while (!isTrue()) {
      if (Date.now() > deadline) throw new Error(`Never came: ${what}. The log:\n${this.log.join('\n')}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 500);
        this.#waiting.push(() => {
          clearTimeout(timer);
          resolve();
        });
      });
    }
  }

  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    this.connection.dispose();
  }

  #tell(): void {
    for (const wake of this.#waiting.splice(0)) wake();
  }

  #document(uri: string): TextDocument {
    const document = this.#documents.get(uri);
    if (!document) throw new Error(`${uri} is not open.`);
    return document;
  }

  #at(uri: string, words: string): Position {
    const document = this.#document(uri);
    const start = document.getText().indexOf(words);
    if (start === -1) throw new Error(`“${words}” does not stand in ${uri}.`);
    return document.positionAt(start + 1);
  }
}
