/** What can be done about claims that are due: one prompt for them, a report, and marking them re-tested. */
import * as vscode from 'vscode';
import * as z from 'zod/mini';
import { queuedClaimSchema } from '#core/queue/messages.ts';
import { applyEdits } from './apply-edits.ts';
import { isNote } from './notes.ts';
import type { RetestView } from './retest-view.ts';
import type { Session } from './session.ts';

const { l10n } = vscode;

/** As many as a model answers with care in one reply. */
const PROMPT_CLAIMS = 10;

const placeSchema = z.object({ uri: z.string(), start: z.int() });

/** Of the claims whose boxes are marked, else of the most urgent. */
export async function copyRetestPrompt(session: Session, view: RetestView): Promise<void> {
  const { chosen } = view;
  const params = chosen.length > 0 ? { chosen: [...chosen] } : { top: PROMPT_CLAIMS };
  const result = await withProgress((token) => session.queue({ ...params, format: 'prompt' }, token));
  if (result === undefined) return;
  const { text, claims } = result;
  if (claims.length === 0 || text === undefined) {
    void vscode.window.showInformationMessage(l10n.t('No claim of the workspace is due for re-testing.'));
    return;
  }
  await vscode.env.clipboard.writeText(text);
  const words =
    claims.length === 1
      ? l10n.t('Copied the re-test prompt of 1 claim.')
      : chosen.length > 0
        ? l10n.t('Copied the re-test prompt of the {0} chosen claims.', claims.length)
        : l10n.t('Copied the re-test prompt of the {0} most urgent claims.', claims.length);
  const open = l10n.t('Open Prompt');
  void vscode.window.showInformationMessage(words, open).then(async (choice) => {
    if (choice === open) await openText(text, 'plaintext');
  });
}

/** From a quick fix, the view or the cursor. */
export async function addToRetestPrompt(view: RetestView, argument: unknown): Promise<void> {
  const given = placeSchema.safeParse(argument);
  const editor = vscode.window.activeTextEditor;
  const place = given.success
    ? given.data
    : editor && isNote(editor.document)
      ? { uri: editor.document.uri.toString(), start: editor.document.offsetAt(editor.selection.active) }
      : undefined;
  if (place === undefined) {
    void vscode.window.showInformationMessage(l10n.t('Put the cursor on a claim of a note first.'));
    return;
  }
  if (!(await view.choose(place)))
    void vscode.window.showInformationMessage(
      l10n.t(
        'The queue does not hold this claim: it has no evidence date, or nothing newer can overturn it.',
      ),
    );
}

export async function exportRetestReport(session: Session): Promise<void> {
  const formats = [
    { label: l10n.t('Markdown report'), format: 'md', language: 'markdown' },
    { label: l10n.t('Calendar of due dates (iCalendar)'), format: 'ics', language: 'plaintext' },
    { label: 'JSON', format: 'json', language: 'json' },
  ] as const;
  const choice = await vscode.window.showQuickPick(formats, {
    title: l10n.t('Export Re-test Report'),
    placeHolder: l10n.t('Opens as an unsaved document'),
  });
  if (choice === undefined) return;
  // A calendar is for reminding: it needs what is not due yet.
  const upcoming = choice.format === 'ics';
  const result = await withProgress((token) => session.queue({ format: choice.format, upcoming }, token));
  if (result?.text !== undefined) await openText(result.text, choice.language);
}

/** The claim at the cursor (or of the view), else the note as a whole; the person picks how. */
export async function markRetested(session: Session, argument: unknown): Promise<void> {
  const claim = queuedClaimSchema.safeParse(argument).data;
  const editor = claim
    ? await vscode.window.showTextDocument(vscode.Uri.parse(claim.uri), {
        selection: new vscode.Range(claim.line, 0, claim.line, 0),
      })
    : vscode.window.activeTextEditor;
  if (!editor || !isNote(editor.document)) {
    void vscode.window.showInformationMessage(l10n.t('Open a note first: its claims are what is marked.'));
    return;
  }
  const { document } = editor;
  const { version } = document;
  const offset = claim?.start ?? document.offsetAt(editor.selection.active);
  const { choices } = await session.retest({ uri: document.uri.toString(), offset });
  if (choices.length === 0) {
    void vscode.window.showInformationMessage(l10n.t('No claim of this note is due for re-testing.'));
    return;
  }
  const choice = await vscode.window.showQuickPick(
    choices.map(({ title, edits }) => ({ label: title, edits })),
    { title: l10n.t('Mark Claims Re-tested') },
  );
  if (choice === undefined) return;
  await applyEdits(document, version, choice.edits);
}

function withProgress<T>(work: (token: vscode.CancellationToken) => Promise<T>): Thenable<T | undefined> {
  return vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: l10n.t('Inquiry is looking for claims to re-test'),
      cancellable: true,
    },
    async (_progress, token) => {
      const result = await work(token);
      return token.isCancellationRequested ? undefined : result;
    },
  );
}

async function openText(content: string, language: string): Promise<void> {
  const document = await vscode.workspace.openTextDocument({ language, content });
  await vscode.window.showTextDocument(document, { preview: false });
}
