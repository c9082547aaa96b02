/** The view “Next lines”: for the note in front, what else of the library rests on its sources, and notes that no line has taken up. */
import * as vscode from 'vscode';
import type { ChildrenResult } from '#core/views/messages.ts';
import { noteInFront } from '../notes.ts';
import type { Session } from '../session.ts';
import type { ChosenEntry } from './chosen-entry.ts';
import { entryOf, PagedTree, type Node } from './paged-tree.ts';
import { itemOf } from './row-items.ts';

const { l10n } = vscode;

export class NextLinesView implements vscode.Disposable {
  readonly #tree: PagedTree;
  readonly #subscriptions: readonly vscode.Disposable[];
  /** Stays while something else than a note is in front. */
  #note: vscode.Uri | undefined = noteInFront()?.uri;

  constructor(session: Session, chosen: ChosenEntry) {
    this.#tree = new PagedTree({
      viewId: 'inquiry.nextLines',
      session,
      chosen,
      top: () => this.#note && { parent: { of: 'next', uri: this.#note.toString() } },
      itemOf,
      onTop: (answer, view) => {
        this.#say(answer, view);
      },
    });
    /** What a click here is about to bring to the front: this list stays, or one could not walk through it. */
    let opened: string | undefined;
    this.#subscriptions = [
      this.#tree,
      this.#tree.view.onDidChangeSelection(({ selection: [node] }) => {
        opened = entryOf(node)?.file?.uri;
      }),
      vscode.window.onDidChangeActiveTextEditor((editor) => {
        const isOurs =
          opened !== undefined && editor?.document.uri.toString() === vscode.Uri.parse(opened).toString();
        if (editor) opened = undefined;
        const note = this.#noteNow();
        if (isOurs || note?.toString() === this.#note?.toString()) return;
        this.#note = note;
        void this.#tree.refresh();
      }),
    ];
  }

  async show(): Promise<void> {
    await vscode.commands.executeCommand('inquiry.nextLines.focus');
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #noteNow(): vscode.Uri | undefined {
    const isOpen = (uri: vscode.Uri): boolean =>
      vscode.workspace.textDocuments.some((document) => document.uri.toString() === uri.toString());
    return noteInFront()?.uri ?? (this.#note && isOpen(this.#note) ? this.#note : undefined);
  }

  #say({ rows, lacks }: ChildrenResult, view: vscode.TreeView<Node>): void {
    const words = {
      sources: l10n.t('This note cites nothing that your library holds, so nothing shares its sources.'),
      related: l10n.t('Nothing else in your library rests on this note’s sources.'),
    };
    view.description = this.#note === undefined ? '' : nameOf(this.#note);
    // With no row at all, the welcome says it.
    view.message = lacks === undefined || rows.length === 0 ? '' : words[lacks];
    const state = this.#note === undefined ? 'no-note' : rows.length === 0 ? (lacks ?? 'related') : 'rows';
    void vscode.commands.executeCommand('setContext', 'inquiry.nextLines.state', state);
  }
}

const nameOf = (uri: vscode.Uri): string => uri.path.replace(/^.*\//, '');
