/**
 * Looks up, because a person asked, the papers that a reply cites and the library does not hold: each found or not is told in
 * the report, and those found can be added to the user's own file, in a preview. Politeness is the server's.
 */
import * as vscode from 'vscode';
import type { LookUpResult } from '#core/protocol.ts';
import type { VerifyReplyResult } from '#core/reply/messages.ts';
import { fileToAddTo } from './library-file.ts';
import { mayBeSaved } from './lost-letters.ts';
import type { Session } from './session.ts';

const { l10n } = vscode;

interface Found {
  readonly text: string;
  readonly titles: readonly string[];
  /** One line each, Markdown. */
  readonly told: readonly string[];
}

export async function lookUpUnknown(
  session: Session,
  papers: VerifyReplyResult['unknown'],
  report: (text: string) => void,
): Promise<void> {
  const file = await fileToAddTo();
  if (file === undefined) return;
  const document = await vscode.workspace.openTextDocument(file);
  const { version } = document;
  const before = document.getText();
  const { text, titles, told } = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: l10n.t('Inquiry is looking up what the reply cites'),
      cancellable: true,
    },
    (progress, token) => lookUpEach(session, papers, { path: file.path, text: before }, progress, token),
  );
  report(`## ${l10n.t('Looked up')}\n\n${told.map((line) => `- ${line}`).join('\n')}\n`);
  if (titles.length === 0) return;
  if (document.version !== version) {
    void vscode.window.showWarningMessage(
      l10n.t(
        '{0} changed meanwhile, so nothing was written. Try again.',
        vscode.workspace.asRelativePath(file),
      ),
    );
    return;
  }
  if (!(await mayBeSaved(file))) return;
  const change = new vscode.WorkspaceEdit();
  const { start, end, newText } = difference(before, text);
  change.replace(file, new vscode.Range(document.positionAt(start), document.positionAt(end)), newText, {
    needsConfirmation: true,
    label:
      titles.length === 1
        ? l10n.t('Add 1 paper to {0}', vscode.workspace.asRelativePath(file))
        : l10n.t('Add {0} papers to {1}', titles.length, vscode.workspace.asRelativePath(file)),
    description: titles.join('; '),
  });
  await vscode.workspace.applyEdit(change, { isRefactoring: true });
}

/** One after the other; stops when asked to, and when nobody answers any more. */
async function lookUpEach(
  session: Session,
  papers: VerifyReplyResult['unknown'],
  target: { readonly path: string; readonly text: string },
  progress: vscode.Progress<{ message?: string; increment?: number }>,
  token: vscode.CancellationToken,
): Promise<Found> {
  let { text } = target;
  const titles: string[] = [];
  const told: string[] = [];
  for (const [index, { id, said }] of papers.entries()) {
    if (token.isCancellationRequested) break;
    progress.report({
      message: l10n.t('{0} ({1} of {2})', id, index + 1, papers.length),
      increment: 100 / papers.length,
    });
    const result: LookUpResult = await session.lookUp({ id, addTo: { path: target.path, text } }, token);
    const isMeant = result.title === undefined || said === undefined || isSame(result.title, said);
    if (result.title === undefined) told.push(result.message);
    else if (isMeant) told.push(l10n.t('{0} is “{1}”.', id, result.title));
    else told.push(l10n.t('{0} is “{1}”; the reply calls it “{2}”.', id, result.title, said));
    // Another paper than the reply speaks of is none that the person wants.
    if (result.edit && isMeant) {
      const { start, end, newText } = result.edit;
      text = text.slice(0, start) + newText + text.slice(end);
      titles.push(result.title ?? id);
    }
    if (result.status === 'offline' || result.status === 'rate-limited') break;
  }
  return { text, titles, told };
}

/** A title may be cut. The usual trick of invented references is a real ID with a title of their own. */
function isSame(title: string, said: string): boolean {
  const bare = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return bare(title).includes(bare(said)) || bare(said).includes(bare(title));
}

/** What one text has in place of the other: all between what they begin and end with. */
function difference(before: string, after: string): { start: number; end: number; newText: string } {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  let tail = 0;
  while (
    tail < before.length - start &&
    tail < after.length - start &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  )
    tail++;
  return { start, end: before.length - tail, newText: after.slice(start, after.length - tail) };
}
