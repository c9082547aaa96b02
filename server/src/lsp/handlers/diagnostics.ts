/** Problems: pulled by clients that ask, pushed to those that do not; and the counts for the status bar after each check. */
import {
  DocumentDiagnosticReportKind,
  type Connection,
  type Diagnostic,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { summaryNotification } from '#core/protocol.ts';
import { toDiagnostics } from '../convert.ts';
import { Abstention } from '../abstention.ts';
import { statusOf } from '../summary.ts';
import type { Checked, Workspace } from '../workspace.ts';

/** Typing settles before a pushing server checks again; pulling clients choose their own moment. */
const PUSH_DELAY_MILLISECONDS = 120;

/** When an answer is surely written, and before the next letter is typed. */
const BEHIND_ANSWER_MILLISECONDS = 10;

export interface DiagnosticsHost {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly workspace: Workspace;
  /** What the client can do, known after `initialize`. */
  readonly abilities: { readonly pulls: boolean; readonly refreshes: boolean };
  /** Names what failed, with its error, in the log. */
  log(what: string, error: unknown): void;
}

export class Diagnostics {
  /** Told of each check, once its problems are on their way. */
  onChecked: (uri: string, checked: Checked) => void = () => undefined;
  readonly #host: DiagnosticsHost;
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  /** With `run: onSave`: what was found when the note was last saved. */
  readonly #saved = new Map<string, Checked>();
  readonly #abstention: Abstention;
  #sweeping: ReturnType<typeof setTimeout> | undefined;

  constructor(host: DiagnosticsHost) {
    this.#host = host;
    const { connection, documents } = host;
    this.#abstention = new Abstention((message) => {
      connection.console.info(message);
    });
    connection.languages.diagnostics.on(async ({ textDocument, previousResultId }) => {
      const document = documents.get(textDocument.uri);
      if (!document) return { kind: DocumentDiagnosticReportKind.Full, items: [] };
      let checked: Checked;
      try {
        checked = await this.shown(document);
      } catch (error) {
        host.log(`Checking ${document.uri}`, error);
        return { kind: DocumentDiagnosticReportKind.Full, items: [] };
      }
      this.#summarise(document.uri, checked);
      if (previousResultId === checked.id)
        return { kind: DocumentDiagnosticReportKind.Unchanged, resultId: checked.id };
      return { kind: DocumentDiagnosticReportKind.Full, items: items(checked), resultId: checked.id };
    });
    // What a check of the whole workspace pushed while the note was closed would stand beside what is pulled from now on.
    documents.onDidOpen(({ document }) => {
      if (host.abilities.pulls) void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
    });
    documents.onDidChangeContent(({ document }) => {
      if (!host.abilities.pulls) this.#pushSoon(document.uri);
    });
    documents.onDidSave(({ document }) => {
      this.#saved.delete(document.uri);
      if (!host.abilities.pulls) this.#pushSoon(document.uri);
    });
    documents.onDidClose(({ document }) => {
      clearTimeout(this.#timers.get(document.uri));
      this.#saved.delete(document.uri);
      if (!host.abilities.pulls) void connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
    });
  }

  /** Library, settings or day changed: every open note is checked again. */
  async refresh(): Promise<void> {
    const { connection, documents, abilities } = this.#host;
    this.#saved.clear();
    if (abilities.pulls && abilities.refreshes) await connection.languages.diagnostics.refresh();
    else if (!abilities.pulls) for (const document of documents.all()) this.#pushSoon(document.uri);
  }

  /** What is said of an open note now; with `run: onSave`, as it was saved. */
  async shown(document: TextDocument): Promise<Checked> {
    const { workspace } = this.#host;
    await workspace.prepare(document);
    await workspace.worthChecking;
    const settings = await workspace.settingsOf(document.uri);
    if (settings.run === 'onType') return workspace.checkedOf(document);
    const saved = this.#saved.get(document.uri) ?? (await workspace.checkedOf(document));
    this.#saved.set(document.uri, saved);
    return saved;
  }

  #pushSoon(uri: string): void {
    clearTimeout(this.#timers.get(uri));
    this.#timers.set(
      uri,
      setTimeout(() => {
        this.#timers.delete(uri);
        this.#push(uri).catch((error: unknown) => {
          this.#host.log(`Checking ${uri}`, error);
        });
      }, PUSH_DELAY_MILLISECONDS),
    );
  }

  async #push(uri: string): Promise<void> {
    const { connection, documents } = this.#host;
    const document = documents.get(uri);
    if (!document) return;
    const checked = await this.shown(document);
    await connection.sendDiagnostics({ uri, version: document.version, diagnostics: items(checked) });
    this.#summarise(uri, checked);
  }

  #summarise(uri: string, checked: Checked): void {
    this.#abstention.noticed(
      uri.slice(uri.lastIndexOf('/') + 1).replaceAll('%20', ' '),
      checked.analysis.note,
    );
    // Behind the problems, which somebody waits for. With a timer that is due at once, they would be counted before the answer is written.
    setTimeout(() => {
      this.onChecked(uri, checked);
      this.#sendCounts(uri, checked).catch((error: unknown) => {
        this.#host.log(`Counting what stands in ${uri}`, error);
      });
    }, BEHIND_ANSWER_MILLISECONDS);
    clearTimeout(this.#sweeping);
    this.#sweeping = setTimeout(() => this.#host.workspace.runtime.sweep?.(), BEHIND_ANSWER_MILLISECONDS);
  }

  async #sendCounts(uri: string, checked: Checked): Promise<void> {
    await this.#host.connection.sendNotification(summaryNotification, statusOf(uri, checked));
  }
}

const items = ({ analysis, result }: Checked): Diagnostic[] => toDiagnostics(analysis.note, result.problems);
