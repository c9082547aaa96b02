/**
 * Shows reports on models' replies: read-only documents of their own scheme beside the note, so that they are checked by nobody
 * and closed without a question. What stands in them is the server's to say.
 */
import * as vscode from 'vscode';
import { placeLinks } from '#core/report/reply-links.ts';
import { reportScheme } from './notes.ts';

/** What may be done with a reply; over its report as long as that is open. */
export interface Offer {
  readonly title: string;
  run(report: vscode.Uri): Promise<void>;
}

interface Report {
  readonly text: string;
  readonly note: vscode.Uri | undefined;
  /** Where the reply is a document. */
  readonly reply: vscode.Uri | undefined;
  readonly offers: readonly Offer[];
}

export class ReplyReports
  implements
    vscode.TextDocumentContentProvider,
    vscode.DocumentLinkProvider,
    vscode.CodeLensProvider,
    vscode.Disposable
{
  readonly #reports = new Map<string, Report>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #subscriptions: readonly vscode.Disposable[];
  #count = 0;

  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#subscriptions = [
      this.#changed,
      vscode.workspace.registerTextDocumentContentProvider(reportScheme, this),
      vscode.languages.registerDocumentLinkProvider({ scheme: reportScheme }, this),
      vscode.languages.registerCodeLensProvider({ scheme: reportScheme }, this),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.scheme === reportScheme) this.#reports.delete(uri.path);
      }),
    ];
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return (
      this.#reports.get(uri.path)?.text ?? vscode.l10n.t('This report was closed. Verify the reply again.')
    );
  }

  provideDocumentLinks(document: vscode.TextDocument): vscode.DocumentLink[] {
    const report = this.#reports.get(document.uri.path);
    if (report === undefined) return [];
    return placeLinks(document.getText()).flatMap(({ start, end, of, line }) => {
      const target = report[of]?.with({ fragment: `L${String(line)}` });
      const range = new vscode.Range(document.positionAt(start), document.positionAt(end));
      return target === undefined ? [] : [new vscode.DocumentLink(range, target)];
    });
  }

  provideCodeLenses(document: vscode.TextDocument): vscode.CodeLens[] {
    const offers = this.#reports.get(document.uri.path)?.offers ?? [];
    return offers.map(
      ({ title }, index) =>
        new vscode.CodeLens(new vscode.Range(0, 0, 0, 0), {
          title,
          command: 'inquiry.acceptReply',
          arguments: [{ report: document.uri, index }],
        }),
    );
  }

  /** What a lens over a report asks for. */
  async accept(argument: unknown): Promise<void> {
    if (typeof argument !== 'object' || argument === null) return;
    const { report, index } = argument as { readonly report?: unknown; readonly index?: unknown };
    if (!(report instanceof vscode.Uri) || typeof index !== 'number') return;
    await this.#reports.get(report.path)?.offers[index]?.run(report);
  }

  /** Beside the note, which stays in front; where the workbench asked, over it. */
  async show(report: Report): Promise<vscode.Uri> {
    this.#count++;
    // Numbered, for the editor keeps what it once read under a name.
    const name = this.#count === 1 ? 'Reply.md' : `Reply ${String(this.#count)}.md`;
    const uri = vscode.Uri.from({ scheme: reportScheme, path: `/${name}` });
    this.#reports.set(uri.path, report);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, {
      viewColumn: besideNote(report.note),
      preview: false,
      preserveFocus: true,
    });
    return uri;
  }

  /** Adds to a report that is still open. */
  append(uri: vscode.Uri, more: string): void {
    const report = this.#reports.get(uri.path);
    if (report === undefined) return;
    this.#reports.set(uri.path, { ...report, text: `${report.text}\n${more}` });
    this.#changed.fire(uri);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}

/** “Beside” is beside what is in front: beside the note, unless a page is. */
function besideNote(note: vscode.Uri | undefined): vscode.ViewColumn {
  if (vscode.window.activeTextEditor !== undefined) return vscode.ViewColumn.Beside;
  const column = vscode.window.visibleTextEditors.find(
    (editor) => editor.document.uri.toString() === note?.toString(),
  )?.viewColumn;
  return column === undefined ? vscode.ViewColumn.Beside : column + 1;
}
