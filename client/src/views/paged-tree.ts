/**
 * A tree whose rows the server gives page by page, as they are asked for. What changed is drawn anew and nothing else: selection,
 * expansion and place stay. Knows no particular view: what is at the top, and what a row looks like, is its owner's to say.
 */
import * as vscode from 'vscode';
import type { ChildrenParams, ChildrenResult, EntryRow, Parent, Row } from '#core/views/messages.ts';
import type { Session } from '../session.ts';
import type { ChosenEntry } from './chosen-entry.ts';

/** More than fills a tall side bar, less than anybody reads through. */
const PAGE = 100;

export class RowNode {
  /** The same for the same thing, whatever is said of it; unique in its tree. */
  readonly key: string;
  readonly parent: RowNode | undefined;
  row: Row;

  constructor(key: string, parent: RowNode | undefined, row: Row) {
    this.key = key;
    this.parent = parent;
    this.row = row;
  }
}

/** The last row of children that go on. */
export class MoreNode {
  readonly key: string;
  readonly parent: RowNode | undefined;
  /** Puts some more rows in its place. */
  readonly show: () => Promise<void>;
  left = 0;

  constructor(parent: RowNode | undefined, show: () => Promise<void>) {
    this.key = `${parent?.key ?? ''}/…`;
    this.parent = parent;
    this.show = show;
  }
}

export type Node = RowNode | MoreNode;

/** The entry that a menu of a view was opened on. */
export const entryOf = (argument: unknown): EntryRow | undefined =>
  argument instanceof RowNode && argument.row.kind === 'entry' ? argument.row : undefined;

interface Loaded {
  nodes: RowNode[];
  /** Undefined when all are there. */
  more: MoreNode | undefined;
  next: number | undefined;
}

export interface PagedTreeOptions {
  readonly viewId: string;
  readonly session: Session;
  /** What is at the top; undefined when there is nothing to show. */
  readonly top: () => Pick<ChildrenParams, 'parent' | 'filter'> | undefined;
  readonly itemOf: (node: RowNode) => vscode.TreeItem;
  /** Kept up with the selection. */
  readonly chosen: ChosenEntry;
  /** Told each answer at the top. */
  readonly onTop: (answer: ChildrenResult, tree: vscode.TreeView<Node>) => void;
}

const NOTHING: ChildrenResult = { rows: [], left: 0 };

export class PagedTree implements vscode.TreeDataProvider<Node>, vscode.Disposable {
  readonly view: vscode.TreeView<Node>;
  readonly #options: PagedTreeOptions;
  readonly #changed = new vscode.EventEmitter<Node | Node[] | undefined>();
  readonly #subscriptions: readonly vscode.Disposable[];
  /** By the key of the parent; empty for the top. */
  readonly #loaded = new Map<string, Loaded>();
  #refreshing: Promise<void> | undefined;
  #isOutOfDate = false;
  /** How many answers VS Code waits for. */
  #asked = 0;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(options: PagedTreeOptions) {
    this.#options = options;
    this.view = vscode.window.createTreeView<Node>(options.viewId, {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    const { session, chosen } = options;
    this.#subscriptions = [
      this.view,
      this.#changed,
      this.view.onDidChangeSelection(({ selection: [node] }) => {
        chosen.row = entryOf(node);
      }),
      session.onDidChangeViews(() => void this.refresh()),
      session.onDidChangeState((state) => {
        if (state === 'running') void this.refresh();
      }),
      this.view.onDidChangeVisibility(({ visible }) => {
        if (visible && this.#isOutOfDate) void this.refresh();
      }),
    ];
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** Asks again for all that is loaded, once somebody looks. */
  async refresh(): Promise<void> {
    this.#isOutOfDate = true;
    // What is on its way may be of before: it is asked for again when it is there.
    if (!this.view.visible || this.#asked > 0 || !this.#loaded.has('')) return;
    this.#refreshing ??= this.#untilUpToDate().finally(() => (this.#refreshing = undefined));
    await this.#refreshing;
  }

  async expandTop(): Promise<void> {
    // From below, for each is scrolled to.
    for (const node of [...(this.#loaded.get('')?.nodes ?? [])].reverse())
      await this.view.reveal(node, { select: false, focus: false, expand: true }).then(undefined, () => {
        // Gone already, with the next letter.
      });
  }

  async getChildren(node?: Node): Promise<Node[]> {
    if (node instanceof MoreNode) return [];
    const key = node?.key ?? '';
    if (!this.#loaded.has(key)) {
      if (!node) this.#isOutOfDate = false;
      this.#asked++;
      try {
        this.#put(node, await this.#ask(node, 0, PAGE), []);
      } catch (error) {
        this.#tell(error);
      } finally {
        this.#asked--;
        if (this.#isOutOfDate) void this.refresh();
      }
    }
    const { nodes = [], more } = this.#loaded.get(key) ?? {};
    return more ? [...nodes, more] : [...nodes];
  }

  getParent(node: Node): RowNode | undefined {
    return node.parent;
  }

  getTreeItem(node: Node): vscode.TreeItem {
    const item = node instanceof MoreNode ? moreItem(node) : this.#options.itemOf(node);
    item.id = node.key;
    return item;
  }

  async resolveTreeItem(item: vscode.TreeItem, node: Node): Promise<vscode.TreeItem> {
    if (node instanceof MoreNode || node.row.kind !== 'entry') return item;
    const { markdown } = await this.#options.session.entryCard({ id: node.row.id });
    if (markdown !== undefined) item.tooltip = new vscode.MarkdownString(markdown);
    return item;
  }

  async #showMore(parent: RowNode | undefined): Promise<void> {
    const loaded = this.#loaded.get(parent?.key ?? '');
    if (loaded?.next === undefined) return;
    const answer = await this.#ask(parent, loaded.next, PAGE);
    const [first] = this.#put(parent, answer, loaded.nodes);
    this.#changed.fire(parent);
    if (first) await this.view.reveal(first, { select: true, focus: true });
  }

  async #untilUpToDate(): Promise<void> {
    while (this.#isOutOfDate && this.view.visible) {
      this.#isOutOfDate = false;
      try {
        await this.#askAgain();
      } catch (error) {
        this.#tell(error);
      }
    }
  }

  async #askAgain(): Promise<void> {
    const drawn: Node[] = [];
    let isTopOther = false;
    /** From the top: what is gone takes what was loaded below it along. */
    const visit = async (parent: RowNode | undefined): Promise<void> => {
      const key = parent?.key ?? '';
      const before = this.#loaded.get(key);
      if (!before) return;
      const rows = new Map(before.nodes.map((node) => [node, JSON.stringify(node.row)]));
      const keys = [...rows.keys()].map((node) => node.key).join('\n');
      const left = before.more?.left;
      this.#put(parent, await this.#ask(parent, 0, Math.max(PAGE, before.nodes.length)), []);
      const after = this.#loaded.get(key) ?? before;
      if (after.nodes.map((node) => node.key).join('\n') !== keys || after.more?.left !== left) {
        if (parent) drawn.push(parent);
        else isTopOther = true;
      } else drawn.push(...after.nodes.filter((node) => rows.get(node) !== JSON.stringify(node.row)));
      const gone = [...rows.keys()].filter((node) => !after.nodes.includes(node));
      for (const { key: each } of gone) this.#forget(each);
      for (const node of after.nodes) await visit(node);
    };
    await visit(undefined);
    if (isTopOther) this.#changed.fire(undefined);
    else if (drawn.length > 0) this.#changed.fire(drawn);
  }

  #ask(node: RowNode | undefined, from: number, count: number): Promise<ChildrenResult> {
    const top = this.#options.top();
    const parent: Parent | undefined = node ? opens(node.row) : top?.parent;
    if (parent === undefined) return Promise.resolve(NOTHING);
    const filter = top?.filter === undefined || top.filter === '' ? {} : { filter: top.filter };
    return this.#options.session.children({ parent, from, count, ...filter });
  }

  /** Behind those given; what was known of a row is kept, for VS Code knows it by its object. Gives the new ones. */
  #put(parent: RowNode | undefined, answer: ChildrenResult, before: readonly RowNode[]): RowNode[] {
    const key = parent?.key ?? '';
    const known = new Map(this.#loaded.get(key)?.nodes.map((node) => [node.key, node]));
    const taken = new Set(before.map((node) => node.key));
    const nodes = answer.rows.map((row) => {
      const stem = `${key}/${nameOf(row)}`;
      let own = stem;
      for (let twin = 2; taken.has(own); twin++) own = `${stem} ${String(twin)}`;
      taken.add(own);
      const node = known.get(own) ?? new RowNode(own, parent, row);
      node.row = row;
      return node;
    });
    const more =
      answer.next === undefined
        ? undefined
        : (this.#loaded.get(key)?.more ?? new MoreNode(parent, () => this.#showMore(parent)));
    if (more) more.left = answer.left;
    this.#loaded.set(key, { nodes: [...before, ...nodes], more, next: answer.next });
    if (!parent) this.#options.onTop(answer, this.view);
    return nodes;
  }

  #forget(key: string): void {
    for (const each of [...this.#loaded.keys()])
      if (each === key || each.startsWith(`${key}/`)) this.#loaded.delete(each);
  }

  #tell(error: unknown): void {
    const words = error instanceof Error ? error.message : String(error);
    this.view.message = vscode.l10n.t('The library could not be read: {0}', words);
  }
}

const opens = (row: Row): Parent | undefined => (row.kind === 'claim' ? undefined : row.opens);

const nameOf = (row: Row): string =>
  row.kind === 'group' ? row.group : row.kind === 'entry' ? row.id : `${row.uri} ${row.text}`;

function moreItem(node: MoreNode): vscode.TreeItem {
  const left = vscode.l10n.t('{0} more', node.left);
  const item = new vscode.TreeItem(vscode.l10n.t('Show more …'));
  item.description = left;
  item.iconPath = new vscode.ThemeIcon('ellipsis');
  item.accessibilityInformation = { label: vscode.l10n.t('Show more, {0} left', node.left) };
  item.command = { command: 'inquiry.showMoreRows', title: left, arguments: [node] };
  return item;
}
