/**
 * “Verify a Model's Reply”: shows a report beside the note, then offers what may be taken over, as one edit in VS Code's own
 * preview where every part is the person's to tick. Reading the reply is the server's work.
 */
import * as vscode from 'vscode';
import type { VerifyReplyResult } from '#core/reply/messages.ts';
import { placeForNotes } from './place-for-notes.ts';
import { lookUpUnknown } from './reply-lookups.ts';
import type { Offer, ReplyReports } from './reply-reports.ts';
import { replySource, type ReplySource } from './reply-source.ts';
import type { Session } from './session.ts';
import type { Workbench } from './workbench.ts';

const { l10n } = vscode;

export interface ReplyHosts {
  readonly session: Session;
  readonly workbench: Workbench;
  readonly reports: ReplyReports;
}

export async function verifyReply(hosts: ReplyHosts, argument: unknown): Promise<void> {
  const source = await replySource(argument);
  if (source === undefined) return;
  if (source.text.trim() === '') {
    void vscode.window.showInformationMessage(
      l10n.t('There is no text to verify. Copy the model’s whole reply first.'),
    );
    return;
  }
  const { note } = source;
  const { version } = note ?? { version: 0 };
  const asked = note && (await hosts.workbench.paramsOf(note.uri));
  const result = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: l10n.t('Inquiry is reading the reply') },
    () =>
      hosts.session.verifyReply({
        reply: source.text,
        ...(source.uri && { folder: source.uri.toString() }),
        ...(asked && { note: asked }),
        ...(source.pasted && { pasted: source.pasted }),
      }),
  );
  const offers = offersOf(hosts, source, version, result);
  const report = await hosts.reports.show({
    text: result.report,
    note: note?.uri,
    reply: source.uri,
    offers,
  });
  void offer(result, offers, report);
}

function offersOf(
  { session, reports }: ReplyHosts,
  source: ReplySource,
  version: number,
  result: VerifyReplyResult,
): Offer[] {
  const takesOver = result.marks.length + result.lines.length > 0;
  const looksUp = result.unknown.length > 0 && vscode.workspace.isTrusted;
  return [
    ...(takesOver ? [{ title: l10n.t('Take Over…'), run: () => takeOver(source, version, result) }] : []),
    ...(looksUp
      ? [
          {
            title:
              result.unknown.length === 1
                ? l10n.t('Look Up 1 Unknown Paper')
                : l10n.t('Look Up {0} Unknown Papers', result.unknown.length),
            run: (report: vscode.Uri) =>
              lookUpUnknown(session, result.unknown, (text) => {
                reports.append(report, text);
              }),
          },
        ]
      : []),
  ];
}

/** Said once; the same stands over the report as long as that is open. */
async function offer(result: VerifyReplyResult, offers: readonly Offer[], report: vscode.Uri): Promise<void> {
  const tell = result.wrong > 0 ? vscode.window.showWarningMessage : vscode.window.showInformationMessage;
  const choice = await tell(capital(result.summary), ...offers.map(({ title }) => title));
  try {
    await offers.find(({ title }) => title === choice)?.run(report);
  } catch (error) {
    void vscode.window.showErrorMessage(
      l10n.t('Inquiry: {0}', error instanceof Error ? error.message : String(error)),
    );
  }
}

/** Nothing is written but what the person ticks in the preview. */
async function takeOver(source: ReplySource, version: number, result: VerifyReplyResult): Promise<void> {
  const { note } = source;
  if (note && note.version !== version) {
    void vscode.window.showWarningMessage(
      l10n.t(
        '{0} changed meanwhile, so nothing was written. Try again.',
        vscode.workspace.asRelativePath(note.uri),
      ),
    );
    return;
  }
  const change = new vscode.WorkspaceEdit();
  for (const { numbers, text, edits } of note ? result.marks : [])
    for (const { start, end, newText } of edits) {
      const label =
        numbers.length === 1
          ? l10n.t('Claim {0} held: mark it re-tested', numbers[0] ?? 0)
          : l10n.t('Claims {0} held: mark them re-tested', numbers.join(', '));
      if (note)
        change.replace(note.uri, new vscode.Range(note.positionAt(start), note.positionAt(end)), newText, {
          needsConfirmation: true,
          label,
          description: text,
        });
    }
  const folder = placeForNotes(note);
  if (folder)
    for (const { name, title, text } of result.lines) {
      const file = vscode.Uri.joinPath(folder, name);
      change.createFile(
        file,
        { ignoreIfExists: true, contents: new TextEncoder().encode(text) },
        { needsConfirmation: true, label: l10n.t('New line of inquiry: {0}', title) },
      );
    }
  if (change.size === 0) {
    void vscode.window.showInformationMessage(
      l10n.t('Open a folder first: new lines of inquiry are files in it.'),
    );
    return;
  }
  await vscode.workspace.applyEdit(change, { isRefactoring: true });
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
