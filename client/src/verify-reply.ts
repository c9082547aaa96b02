/**
 * “Verify a Model's Reply”: shows a report beside the note, then offers to look up what it cites and to take over what it brings.
 * Reading the reply is the server's work, the preview `take-over.ts`'s.
 */
import * as vscode from 'vscode';
import type { VerifyReplyResult } from '#core/reply/messages.ts';
import { lookUpUnknown, type FoundPapers } from './reply-lookups.ts';
import type { Offer, ReplyReports } from './reply-reports.ts';
import { replySource } from './reply-source.ts';
import type { Session } from './session.ts';
import { takeOver, type Brought } from './take-over.ts';
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
  const text = note?.getText() ?? '';
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
  const offers = offersOf(hosts, note && { uri: note.uri, text }, result);
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
  note: Brought['note'],
  result: VerifyReplyResult,
): Offer[] {
  const brought = { note, marks: result.marks, lines: result.lines };
  let papers: FoundPapers | undefined;
  const preview = (): Promise<void> => takeOver(session, brought, papers);
  const takesOver = result.marks.length + result.lines.length > 0;
  const looksUp = result.unknown.length > 0 && vscode.workspace.isTrusted;
  return [
    ...(takesOver ? [{ title: l10n.t('Take Over…'), run: preview }] : []),
    ...(looksUp
      ? [
          {
            title:
              result.unknown.length === 1
                ? l10n.t('Look Up 1 Unknown Paper')
                : l10n.t('Look Up {0} Unknown Papers', result.unknown.length),
            run: async (report: vscode.Uri) => {
              const found = await lookUpUnknown(session, result.unknown, (text) => {
                reports.append(report, text);
              });
              papers = found ?? papers;
              // With all else that the reply brings: it is looked through once.
              if (found !== undefined) await preview();
            },
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

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
