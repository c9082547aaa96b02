/**
 * Shows reports on models' replies: read-only documents of their own scheme beside the note, so that they are checked by nobody
 * and closed without a question. What stands in them is the server's to say.
 */
import * as vscode from 'vscode';
import { reportScheme } from './notes.ts';

export class ReplyReports implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #texts = new Map<string, string>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #subscriptions: readonly vscode.Disposable[];
  #count = 0;

  readonly onDidChange = this.#changed.event;

  constructor() {
    this.#subscriptions = [
      this.#changed,
      vscode.workspace.registerTextDocumentContentProvider(reportScheme, this),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        if (uri.scheme === reportScheme) this.#texts.delete(uri.path);
      }),
    ];
  }

  provideTextDocumentContent(uri: vscode.Uri): string {
    return this.#texts.get(uri.path) ?? vscode.l10n.t('This report was closed. Verify the reply again.');
  }

  /** Beside the note, which stays in front. */
  async show(text: string): Promise<vscode.Uri> {
    this.#count++;
    // Numbered, for the editor keeps what it once read under a name.
    const name = this.#count === 1 ? 'Reply.md' : `Reply ${String(this.#count)}.md`;
    const uri = vscode.Uri.from({ scheme: reportScheme, path: `/${name}` });
    this.#texts.set(uri.path, text);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document, {
      viewColumn: vscode.ViewColumn.Beside,
      preview: false,
      preserveFocus: true,
    });
    return uri;
  }

  /** Adds to a report that is still open. */
  append(uri: vscode.Uri, more: string): void {
    const text = this.#texts.get(uri.path);
    if (text === undefined) return;
    this.#texts.set(uri.path, `${text}\n${more}`);
    this.#changed.fire(uri);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }
}
