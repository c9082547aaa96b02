/**
 * Before an edit that the person will save: a file that is not in the encoding that VS Code took it for is shown with “\ufffd” in the
 * place of letters, and saving it would lose them for good.
 */
import * as vscode from 'vscode';

const { l10n } = vscode;

/** False when the person would rather see to the encoding first, or thought better of it. */
export async function mayBeSaved(file: vscode.Uri): Promise<boolean> {
  if (!(await losesLetters(file))) return true;
  const reopen = l10n.t('Choose Encoding…');
  const anyway = l10n.t('Edit Anyway');
  const choice = await vscode.window.showWarningMessage(
    l10n.t(
      '{0} is not UTF-8 throughout: VS Code shows “{1}” where it cannot read a letter, and saving the file would lose these letters. Reopen it with its own encoding first, or write them anew.',
      vscode.workspace.asRelativePath(file),
      '\ufffd',
    ),
    reopen,
    anyway,
  );
  if (choice !== reopen) return choice === anyway;
  await vscode.window.showTextDocument(file, { preview: false });
  await vscode.commands.executeCommand('workbench.action.editor.changeEncoding');
  return false;
}

async function losesLetters(file: vscode.Uri): Promise<boolean> {
  let bytes: Uint8Array;
  try {
    bytes = await vscode.workspace.fs.readFile(file);
  } catch {
    // Not on disk yet: there is nothing to lose.
    return false;
  }
  const document = await vscode.workspace.openTextDocument(file);
  if (!document.getText().includes('\ufffd')) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    // The sign itself stands in the file: what it replaced was lost before.
    return false;
  } catch {
    return true;
  }
}
