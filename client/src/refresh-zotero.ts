/** “Refresh Zotero Library”: reads the running Zotero anew because a person asked, and says what came of it. */
import * as vscode from 'vscode';
import type { Session } from './session.ts';

const { l10n } = vscode;

export async function refreshZotero(session: Session): Promise<void> {
  const stopped = Symbol('stopped');
  const result = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title: l10n.t('Inquiry is reading Zotero’s library'),
      cancellable: true,
    },
    (_progress, token) =>
      Promise.race([
        session.refreshZotero(),
        new Promise<typeof stopped>((resolve) =>
          token.onCancellationRequested(() => {
            resolve(stopped);
          }),
        ),
      ]),
  );
  if (result === stopped) {
    void vscode.window.showInformationMessage(
      l10n.t('Zotero is read in the background; its references come in when it has answered.'),
    );
    return;
  }
  if (result.status === 'ok') {
    const changed =
      result.changed === 0
        ? l10n.t('Nothing has changed.')
        : result.changed === 1
          ? l10n.t('1 reference is new or different.')
          : l10n.t('{0} references are new or different.', result.changed);
    void vscode.window.showInformationMessage(`${result.message} ${changed}`);
    return;
  }
  const settings = l10n.t('Open Settings');
  void vscode.window.showWarningMessage(result.message, settings).then(async (choice) => {
    if (choice === settings)
      await vscode.commands.executeCommand('workbench.action.openSettings', 'inquiry.library.zotero');
  });
}
