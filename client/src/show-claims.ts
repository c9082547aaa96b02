/** Shows where the claims of a note stand: one is gone to, several are listed beside the text. Which they are is the server's to say. */
import * as vscode from 'vscode';
import * as z from 'zod/mini';
import type { ClaimsParams } from '#core/protocol.ts';
import { isNote } from './notes.ts';
import type { Session } from './session.ts';

const { l10n } = vscode;

/** Where the list opens. */
const placeSchema = z.object({ uri: z.string(), start: z.int() });

/** Of the note that a lens stands in, or of the one in front. */
export async function showClaims(
  session: Session,
  which: ClaimsParams['which'],
  argument: unknown,
): Promise<void> {
  const place = placeSchema.safeParse(argument).data;
  const active = vscode.window.activeTextEditor;
  const document =
    place === undefined
      ? active?.document
      : await vscode.workspace.openTextDocument(vscode.Uri.parse(place.uri));
  if (document === undefined || !isNote(document)) {
    void vscode.window.showInformationMessage(l10n.t('Open a Markdown note first.'));
    return;
  }
  const { places } = await session.claims({ uri: document.uri.toString(), which });
  if (places.length === 0) {
    void vscode.window.showInformationMessage(
      which === 'claims'
        ? l10n.t('No claims in this note.')
        : l10n.t('No claim of this note is flagged as unsourced.'),
    );
    return;
  }
  const editor = await vscode.window.showTextDocument(document);
  await vscode.commands.executeCommand(
    'editor.action.goToLocations',
    document.uri,
    place === undefined ? editor.selection.active : document.positionAt(place.start),
    places.map(
      ({ start, end }) =>
        new vscode.Location(
          document.uri,
          new vscode.Range(document.positionAt(start), document.positionAt(end)),
        ),
    ),
    'peek',
    '',
  );
}
