/** “Cite…”: a list to choose a source from, by what fits the sentence at the cursor or by what is typed. The server finds and writes. */
import * as vscode from 'vscode';
import * as z from 'zod/mini';
import type { CiteResult } from '#core/protocol.ts';
import { applyEdits } from './apply-edits.ts';
import { isNote } from './notes.ts';
import type { Session } from './session.ts';

const { l10n } = vscode;

/** Letters come faster than anybody reads what they find. */
const SETTLE_MILLISECONDS = 80;

const placeSchema = z.object({ uri: z.string(), start: z.int() });

type Item = vscode.QuickPickItem & { readonly edits: CiteResult['choices'][number]['edits'] };

/** From a quick fix, which knows its claim, or for the sentence at the cursor. */
export async function cite(session: Session, argument: unknown): Promise<void> {
  const place = placeSchema.safeParse(argument).data;
  const document =
    place === undefined
      ? vscode.window.activeTextEditor?.document
      : await vscode.workspace.openTextDocument(vscode.Uri.parse(place.uri));
  const cursor = vscode.window.activeTextEditor?.selection.active;
  if (document === undefined || !isNote(document) || (place === undefined && cursor === undefined)) {
    void vscode.window.showInformationMessage(l10n.t('Put the cursor on a sentence of a note first.'));
    return;
  }
  const offset = place?.start ?? (cursor === undefined ? 0 : document.offsetAt(cursor));
  const { version } = document;
  const chosen = await choose((query, token) =>
    session.cite({ uri: document.uri.toString(), offset, query }, token),
  );
  if (chosen === undefined) return;
  await applyEdits(document, version, chosen.edits);
}

function choose(
  ask: (query: string, token: vscode.CancellationToken) => Promise<CiteResult>,
): Promise<Item | undefined> {
  const list = vscode.window.createQuickPick<Item>();
  list.title = l10n.t('Cite');
  list.placeholder = l10n.t('Search the library by title, author, key or ID');
  let stop = new vscode.CancellationTokenSource();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const find = async (query: string): Promise<void> => {
    stop.cancel();
    stop = new vscode.CancellationTokenSource();
    const { token } = stop;
    list.busy = true;
    try {
      const { choices } = await ask(query, token);
      if (token.isCancellationRequested) return;
      list.items = choices.map(({ title, detail, about, edits }) => ({
        label: title,
        description: detail,
        detail: about,
        edits,
        // The server has found these for what is typed; the editor must not sieve them again.
        alwaysShow: true,
      }));
      list.placeholder =
        choices.length === 0 && query === ''
          ? l10n.t('Nothing in the library is near this sentence: search it by title, author, key or ID')
          : l10n.t('Search the library by title, author, key or ID');
    } finally {
      if (!token.isCancellationRequested) list.busy = false;
    }
  };
  return new Promise((resolve, reject) => {
    const again = (query: string): void => {
      find(query).catch((error: unknown) => {
        list.hide();
        reject(error instanceof Error ? error : new Error(String(error)));
      });
    };
    list.onDidChangeValue((value) => {
      clearTimeout(timer);
      timer = setTimeout(() => {
        again(value);
      }, SETTLE_MILLISECONDS);
    });
    list.onDidAccept(() => {
      const [item] = list.selectedItems;
      if (item === undefined) return;
      resolve(item);
      list.hide();
    });
    list.onDidHide(() => {
      clearTimeout(timer);
      stop.cancel();
      resolve(undefined);
      list.dispose();
    });
    list.show();
    again('');
  });
}
