/**
 * The view “Re-test queue”: claims of the workspace whose evidence has aged, the most urgent first. Boxes choose what goes
 * into the re-test prompt. What is due, and in which order, is the server's to say.
 */
import * as vscode from 'vscode';
import type { ClaimPlace, QueuedClaim, QueueResult } from '#core/queue/messages.ts';
import type { Session } from './session.ts';

const { l10n } = vscode;

/** More would be no queue that a person works through. */
const SHOWN = 300;
/** A save may change much at once (format on save, find and replace): ask once they are over. */
const SETTLE_MILLISECONDS = 1500;

export class RetestView implements vscode.TreeDataProvider<QueuedClaim>, vscode.Disposable {
  readonly #session: Session;
  readonly #tree: vscode.TreeView<QueuedClaim>;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: readonly vscode.Disposable[];
  /** Claims with a mark in their box, by their place. */
  readonly #chosen = new Set<string>();
  #result: QueueResult | undefined;
  /** What the tree was last given; not set while it waits for its first answer. */
  #drawn: readonly QueuedClaim[] | undefined;
  #asking: Promise<void> | undefined;
  #stop: vscode.CancellationTokenSource | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #upcoming = false;

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(session: Session) {
    this.#session = session;
    this.#tree = vscode.window.createTreeView('inquiry.retestQueue', {
      treeDataProvider: this,
      manageCheckboxStateManually: true,
    });
    this.#subscriptions = [
      this.#tree,
      this.#changed,
      this.#tree.onDidChangeCheckboxState(({ items }) => {
        for (const [claim, state] of items) {
          if (state === vscode.TreeItemCheckboxState.Checked) this.#chosen.add(keyOf(claim));
          else this.#chosen.delete(keyOf(claim));
        }
        this.#changed.fire();
      }),
      this.#tree.onDidChangeVisibility(({ visible }) => {
        // The first time, the tree asks itself.
        if (visible && this.#drawn !== undefined) void this.refresh();
      }),
      vscode.workspace.onDidSaveTextDocument(() => {
        clearTimeout(this.#timer);
        if (this.#tree.visible) this.#timer = setTimeout(() => void this.refresh(), SETTLE_MILLISECONDS);
      }),
    ];
  }

  /** What the re-test prompt covers; empty when no box is marked. */
  get chosen(): readonly ClaimPlace[] {
    return (this.#result?.claims ?? [])
      .filter((claim) => this.#chosen.has(keyOf(claim)))
      .map(({ uri, start }) => ({ uri, start }));
  }

  async show(): Promise<void> {
    await vscode.commands.executeCommand('inquiry.retestQueue.focus');
  }

  /** Marks the claim at a place, and shows it; false when the queue does not hold it. */
  async choose({ uri, start }: ClaimPlace): Promise<boolean> {
    await this.show();
    await this.refresh();
    const at = (claim: QueuedClaim): boolean =>
      sameUri(claim.uri, uri) && claim.start <= start && start <= claim.end;
    let claim = this.#result?.claims.find(at);
    if (claim === undefined && !this.#upcoming) {
      await this.showUpcoming(true);
      claim = this.#result?.claims.find(at);
    }
    if (claim === undefined) return false;
    this.#chosen.add(keyOf(claim));
    this.#changed.fire();
    await this.#tree.reveal(claim, { select: true });
    return true;
  }

  async showUpcoming(upcoming: boolean): Promise<void> {
    this.#upcoming = upcoming;
    await vscode.commands.executeCommand('setContext', 'inquiry.retestQueue.upcoming', upcoming);
    await this.refresh();
  }

  /** Asks anew; what is shown stays until the answer is there. */
  async refresh(): Promise<void> {
    this.#stop?.cancel();
    const stop = new vscode.CancellationTokenSource();
    this.#stop = stop;
    const ask = async (): Promise<void> => {
      const result = await this.#session.queue({ top: SHOWN, upcoming: this.#upcoming }, stop.token);
      if (stop.token.isCancellationRequested) return;
      this.#result = result;
      this.#say(result);
      // Rows drawn anew under the mouse swallow a click: only what changed is worth it.
      if (this.#drawn !== undefined && !sameClaims(this.#drawn, result.claims)) this.#changed.fire();
    };
    this.#asking = Promise.resolve(
      vscode.window.withProgress({ location: { viewId: 'inquiry.retestQueue' } }, ask),
    ).catch((error: unknown) => {
      if (stop.token.isCancellationRequested) return;
      this.#tree.message = l10n.t(
        'The queue could not be read: {0}',
        error instanceof Error ? error.message : String(error),
      );
    });
    await this.#asking;
  }

  async getChildren(claim?: QueuedClaim): Promise<QueuedClaim[]> {
    if (claim !== undefined) return [];
    if (this.#result === undefined) {
      if (this.#asking === undefined) void this.refresh();
      // A question that a newer one overtook ends without an answer: the last one counts.
      for (let asked; asked !== this.#asking; await asked) asked = this.#asking;
    }
    this.#drawn = this.#result?.claims ?? [];
    return [...this.#drawn];
  }

  getParent(): undefined {
    return undefined;
  }

  getTreeItem(claim: QueuedClaim): vscode.TreeItem {
    // The date first: a side bar is narrow, and cuts what comes last.
    const item = new vscode.TreeItem(`${claim.evidence.slice(0, 7)}  ${claim.text}`);
    const uri = vscode.Uri.parse(claim.uri);
    item.id = keyOf(claim);
    item.description = claim.path;
    item.tooltip = tooltipOf(claim);
    item.iconPath = claim.overdue
      ? new vscode.ThemeIcon('history', new vscode.ThemeColor('list.warningForeground'))
      : new vscode.ThemeIcon('clock');
    item.checkboxState = {
      state: this.#chosen.has(keyOf(claim))
        ? vscode.TreeItemCheckboxState.Checked
        : vscode.TreeItemCheckboxState.Unchecked,
      tooltip: l10n.t('Put into the re-test prompt'),
      accessibilityInformation: { label: l10n.t('Put into the re-test prompt') },
    };
    item.contextValue = 'claim';
    item.accessibilityInformation = {
      label: `${claim.text} ${ageOf(claim)} ${claim.overdue ? l10n.t('Due.') : l10n.t('Not due yet.')}`,
    };
    const place = new vscode.Range(claim.line, 0, claim.line, 0);
    item.command = {
      command: 'vscode.open',
      title: l10n.t('Open the note'),
      arguments: [uri, { selection: place, preview: true } satisfies vscode.TextDocumentShowOptions],
    };
    return item;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#stop?.cancel();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #say({ claims, overdue, total, unreadable }: QueueResult): void {
    this.#tree.description = overdue === 0 ? '' : l10n.t('{0} due', overdue);
    const parts: string[] = [];
    if (total === 0) parts.push(l10n.t('No claim of these notes is both dated and perishable.'));
    else if (overdue === 0) parts.push(l10n.t('Nothing is due yet. Due later: {0}.', total));
    if (claims.length === SHOWN) parts.push(l10n.t('Only the {0} most urgent are shown.', SHOWN));
    if (unreadable.length > 0) parts.push(l10n.t('Notes that could not be read: {0}.', unreadable.length));
    this.#tree.message = parts.join(' ');
  }
}

const keyOf = ({ uri, text }: QueuedClaim): string => `${uri} ${text}`;

const sameClaims = (a: readonly QueuedClaim[], b: readonly QueuedClaim[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

const sameUri = (a: string, b: string): boolean =>
  vscode.Uri.parse(a).toString() === vscode.Uri.parse(b).toString();

/** Months below two years, then years and months, as the core's cards say it in English. */
function ageOf({ ageMonths, evidence }: QueuedClaim): string {
  if (ageMonths === 1) return l10n.t('Evidence of {0}, 1 month old.', evidence);
  if (ageMonths < 24) return l10n.t('Evidence of {0}, {1} months old.', evidence, ageMonths);
  const years = Math.floor(ageMonths / 12);
  const months = ageMonths % 12;
  if (months === 0) return l10n.t('Evidence of {0}, {1} years old.', evidence, years);
  return months === 1
    ? l10n.t('Evidence of {0}, {1} years 1 month old.', evidence, years)
    : l10n.t('Evidence of {0}, {1} years {2} months old.', evidence, years, months);
}

const horizonOf = (months: number, due: string): string =>
  months === 1
    ? l10n.t('Horizon: 1 month; due after {0}.', due)
    : l10n.t('Horizon: {0} months; due after {1}.', months, due);

function tooltipOf(claim: QueuedClaim): vscode.MarkdownString {
  const { text, sources, due, horizonMonths, leaning, reasons, evidenceReason } = claim;
  const tooltip = new vscode.MarkdownString();
  tooltip.appendText(text).appendMarkdown('\n\n');
  tooltip.appendText(`${ageOf(claim)} ${horizonOf(horizonMonths, due)}`);
  const facts = [
    [l10n.t('Date from'), evidenceReason],
    [l10n.t('Sources'), sources.join(', ')],
    [l10n.t('Perishable'), reasons.join(', ')],
    [l10n.t('Notes that rest on its source'), leaning > 1 ? String(leaning) : ''],
  ];
  for (const [name, value] of facts)
    if (value !== undefined && value !== '')
      tooltip.appendMarkdown('\n\n').appendText(`${name ?? ''}: ${value}`);
  return tooltip;
}
