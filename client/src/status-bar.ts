/** The status-bar item: what the note in front wants, in a few words; a click offers what can be done about it. */
import * as vscode from 'vscode';
import type { Summary } from '#core/protocol.ts';
import { noteInFront } from './notes.ts';
import type { Session } from './session.ts';

export class StatusBar implements vscode.Disposable {
  readonly #item = vscode.window.createStatusBarItem('inquiry.status', vscode.StatusBarAlignment.Right, 90);
  readonly #session: Session;
  readonly #subscriptions: readonly vscode.Disposable[];

  constructor(session: Session) {
    this.#session = session;
    this.#item.name = 'Inquiry';
    this.#item.command = 'inquiry.showMenu';
    const update = () => {
      this.#update();
    };
    this.#subscriptions = [
      this.#item,
      session.onDidChangeSummary(update),
      session.onDidChangeState(update),
      vscode.window.onDidChangeActiveTextEditor(update),
      vscode.window.onDidChangeVisibleTextEditors(update),
    ];
    update();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #update(): void {
    const document = noteInFront();
    if (document === undefined) {
      this.#item.hide();
      return;
    }
    const [text, tooltip] = wordsFor(this.#session, this.#session.summaryOf(document.uri));
    this.#item.text = text;
    this.#item.tooltip = tooltip;
    this.#item.accessibilityInformation = { label: `Inquiry: ${tooltip}` };
    this.#item.show();
  }
}

function wordsFor(session: Session, summary: Summary | undefined): readonly [string, string] {
  const { l10n } = vscode;
  if (session.state === 'stopped') {
    return [
      `$(error) Inquiry`,
      l10n.t('Inquiry has stopped, so notes are not checked. Click for the log and a restart.'),
    ];
  }
  if (summary === undefined) return ['Inquiry', l10n.t('Reading the note …')];
  if (summary.claims === 0) return ['Inquiry', l10n.t('No claims in this note.')];
  const parts = [
    ...(summary.unsourced > 0 ? [l10n.t('{0} unsourced', summary.unsourced)] : []),
    ...(summary.toRetest > 0 ? [l10n.t('{0} to re-test', summary.toRetest)] : []),
  ];
  const claims = summary.claims === 1 ? l10n.t('1 claim') : l10n.t('{0} claims', summary.claims);
  const problems = summary.problems === 1 ? l10n.t('1 problem') : l10n.t('{0} problems', summary.problems);
  const tooltip = [claims, ...parts, problems].join(' · ');
  if (parts.length === 0) return [`Inquiry: ${claims} $(check)`, tooltip];
  return [`Inquiry: ${parts.join(' · ')}`, tooltip];
}
