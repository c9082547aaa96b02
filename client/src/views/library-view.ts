/** The view “Library”: papers, notes and lines, what was typed to filter them, and under each the claims that cite it. */
import * as vscode from 'vscode';
import type { Session } from '../session.ts';
import type { ChosenEntry } from './chosen-entry.ts';
import { PagedTree } from './paged-tree.ts';
import { numberBadges, itemOf } from './row-items.ts';

const { l10n } = vscode;

/** Letters come faster than a list is worth drawing. */
const SETTLE_MILLISECONDS = 200;

export class LibraryView implements vscode.Disposable {
  readonly #tree: PagedTree;
  readonly #badges = vscode.window.registerFileDecorationProvider(numberBadges);
  #filter = '';

  constructor(session: Session, chosen: ChosenEntry) {
    this.#tree = new PagedTree({
      viewId: 'inquiry.library',
      session,
      chosen,
      top: () => ({ parent: { of: 'library' }, filter: this.#filter }),
      itemOf: (node) => {
        const item = itemOf(node);
        // Whoever filters wants to see what is left.
        if (this.#filter !== '' && node.row.kind === 'group')
          item.collapsibleState = vscode.TreeItemCollapsibleState.Expanded;
        return item;
      },
      onTop: (_, view) => {
        view.message = '';
      },
    });
  }

  async show(): Promise<void> {
    await vscode.commands.executeCommand('inquiry.library.focus');
  }

  /** `argument`: what to filter by, from a keybinding or a test; else a person types, and sees at once what is left. */
  async filter(argument: unknown): Promise<void> {
    await this.show();
    if (typeof argument === 'string') {
      await this.#filterBy(argument);
      return;
    }
    const before = this.#filter;
    const typed = await this.#typedFilter();
    await this.#filterBy(typed ?? before);
    await this.show();
  }

  async clearFilter(): Promise<void> {
    await this.#filterBy('');
  }

  dispose(): void {
    this.#tree.dispose();
    this.#badges.dispose();
  }

  async #filterBy(typed: string): Promise<void> {
    const filter = typed.trim();
    if (filter === this.#filter) return;
    const begins = this.#filter === '';
    this.#filter = filter;
    this.#tree.view.description = filter === '' ? '' : `“${filter}”`;
    await vscode.commands.executeCommand('setContext', 'inquiry.library.isFiltered', filter !== '');
    await this.#tree.refresh();
    // VS Code goes by what it is told of a row that it has not seen before; of others it remembers whether they were open.
    if (begins) await this.#tree.expandTop();
  }

  /** Undefined when the person thought better of it. */
  #typedFilter(): Promise<string | undefined> {
    const input = vscode.window.createInputBox();
    input.title = l10n.t('Filter Library');
    input.placeholder = l10n.t('Title, author, year, key or ID');
    input.value = this.#filter;
    let timer: ReturnType<typeof setTimeout> | undefined;
    return new Promise((resolve) => {
      input.onDidChangeValue((value) => {
        clearTimeout(timer);
        timer = setTimeout(() => void this.#filterBy(value), SETTLE_MILLISECONDS);
      });
      input.onDidAccept(() => {
        resolve(input.value);
        input.hide();
      });
      input.onDidHide(() => {
        clearTimeout(timer);
        resolve(undefined);
        input.dispose();
      });
      input.show();
    });
  }
}
