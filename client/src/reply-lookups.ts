/**
 * Looks up, because a person asked, the papers that a reply cites and the library does not hold: each found or not is told in the
 * report, and how those found would stand in the person's own file is worked out for the preview. Politeness is the server's.
 */
import * as vscode from 'vscode';
import type { LookUpResult } from '#core/protocol.ts';
import type { VerifyReplyResult } from '#core/reply/messages.ts';
import type { OffsetEdit } from './apply-edits.ts';
import { fileToAddTo } from './library-file.ts';
import type { Session } from './session.ts';

const { l10n } = vscode;

const { token: uncancelled } = new vscode.CancellationTokenSource();

export interface FoundPapers {
  /** The person's own reference file. */
  readonly file: vscode.Uri;
  /** Identifiers, as a look-up takes them, of papers that exist and are those that the reply speaks of; one at least. */
  readonly ids: readonly string[];
}

/** Undefined when the person chose no file to add them to, or none was found. */
export async function lookUpUnknown(
  session: Session,
  papers: VerifyReplyResult['unknown'],
  report: (text: string) => void,
): Promise<FoundPapers | undefined> {
  const file = await fileToAddTo();
  if (file === undefined) return undefined;
  const { ids, told } = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: l10n.t('Inquiry is looking up what the reply cites'),
      cancellable: true,
    },
    (progress, token) => lookUpEach(session, papers, progress, token),
  );
  report(`## ${l10n.t('Looked up')}\n\n${told.map((line) => `- ${line}`).join('\n')}\n`);
  return ids.length === 0 ? undefined : { file, ids };
}

/** What adds papers to a file. */
export interface Addition {
  readonly document: vscode.TextDocument;
  /** Of the document, at which the edit's offsets are. */
  readonly version: number;
  readonly titles: readonly string[];
  readonly edit: OffsetEdit;
}

/**
 * As the file is now, so that what was added or typed since stays; undefined where it holds all of them. The server asks nobody again:
 * it has kept the answers. Why one cannot be added is told.
 */
export async function additionOf(
  session: Session,
  { file, ids }: FoundPapers,
): Promise<Addition | undefined> {
  const document = await vscode.workspace.openTextDocument(file);
  const { version } = document;
  const before = document.getText();
  let text = before;
  const titles: string[] = [];
  const faults = new Set<string>();
  for (const id of ids) {
    const { edit, title, fault } = await session.lookUp(
      { id, addTo: { path: file.path, text } },
      uncancelled,
    );
    if (edit) {
      text = text.slice(0, edit.start) + edit.newText + text.slice(edit.end);
      titles.push(title ?? id);
    }
    // Of one that is there already no title is told: that is no fault.
    else if (fault !== undefined && title !== undefined) faults.add(fault);
  }
  for (const fault of faults) void vscode.window.showWarningMessage(fault);
  return titles.length === 0 ? undefined : { document, version, titles, edit: difference(before, text) };
}

/** One after the other; stops when asked to, and when nobody answers any more. */
async function lookUpEach(
  session: Session,
  papers: VerifyReplyResult['unknown'],
  progress: vscode.Progress<{ message?: string; increment?: number }>,
  token: vscode.CancellationToken,
): Promise<{
  readonly ids: readonly string[];
  /** One line each, Markdown. */ readonly told: readonly string[];
}> {
  const ids: string[] = [];
  const told: string[] = [];
  for (const [index, { id, said }] of papers.entries()) {
    if (token.isCancellationRequested) break;
    progress.report({
      message: l10n.t('{0} ({1} of {2})', id, index + 1, papers.length),
      increment: 100 / papers.length,
    });
    const { status, message, title }: LookUpResult = await session.lookUp({ id }, token);
    const isMeant = title === undefined || said === undefined || isSame(title, said);
    if (title === undefined) told.push(message);
    else if (isMeant) told.push(l10n.t('{0} is “{1}”.', id, title));
    else told.push(l10n.t('{0} is “{1}”; the reply calls it “{2}”.', id, title, said));
    // Another paper than the reply speaks of is none that the person wants.
    if (title !== undefined && isMeant) ids.push(id);
    if (status === 'offline' || status === 'rate-limited') break;
  }
  return { ids, told };
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
