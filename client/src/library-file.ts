/** The user's own reference file that papers are added to: chosen once, kept in the setting `inquiry.library.addTo`. */
import * as vscode from 'vscode';

const { l10n } = vscode;
export const NEW_FILES = ['references.json', 'references.bib'];
/** Files that hold references by their name; a package.json does not. */
const CANDIDATES =
  '**/{*.bib,*.csljson,*refs*.json,*references*.json,*library*.json,*zotero*.json,*papers*.json}';

/** Undefined when the person chose none. */
export async function fileToAddTo(): Promise<vscode.Uri | undefined> {
  const folder = folderInFront();
  if (folder === undefined) {
    void vscode.window.showInformationMessage(
      l10n.t('Open a folder first: papers are added to a reference file in it.'),
    );
    return undefined;
  }
  const settings = vscode.workspace.getConfiguration('inquiry', folder.uri);
  const kept = settings.get<string>('library.addTo', '').trim();
  if (kept !== '') {
    const file = within(folder, kept);
    await makeIfMissing(file);
    return file;
  }
  const chosen = await choose(folder);
  if (chosen === undefined) return undefined;
  await makeIfMissing(within(folder, chosen));
  await settings.update('library.addTo', chosen, vscode.ConfigurationTarget.WorkspaceFolder);
  return within(folder, chosen);
}

/** The folder's own reference files by their path in it, the one kept in the setting first. */
export async function referenceFiles(folder: vscode.WorkspaceFolder): Promise<readonly string[]> {
  const found = await vscode.workspace.findFiles(
    new vscode.RelativePattern(folder, CANDIDATES),
    '**/node_modules/**',
    50,
  );
  const here = found.map((file) => file.path.slice(folder.uri.path.length).replace(/^\//, '')).sort();
  const kept = vscode.workspace
    .getConfiguration('inquiry', folder.uri)
    .get<string>('library.addTo', '')
    .trim();
  return kept === '' ? here : [kept, ...here.filter((path) => path !== kept)];
}

async function choose(folder: vscode.WorkspaceFolder): Promise<string | undefined> {
  const here = await referenceFiles(folder);
  const items = [
    ...here.map((path) => ({ label: path, path })),
    ...NEW_FILES.filter((path) => !here.includes(path)).map((path) => ({
      label: l10n.t('New file: {0}', path),
      path,
    })),
  ];
  const choice = await vscode.window.showQuickPick(items, {
    title: l10n.t('Add papers to which file?'),
    placeHolder: l10n.t('Asked once; the setting inquiry.library.addTo keeps it.'),
  });
  return choice?.path;
}

/** The folder of the note in front, else the first. */
export function folderInFront(): vscode.WorkspaceFolder | undefined {
  const active = vscode.window.activeTextEditor?.document.uri;
  return (active && vscode.workspace.getWorkspaceFolder(active)) ?? vscode.workspace.workspaceFolders?.[0];
}

/** Relative to the folder; an absolute path, of a library shared by several folders, as it is. */
export const within = (folder: vscode.WorkspaceFolder, path: string): vscode.Uri =>
  /^(?:\/|[A-Za-z]:[\\/])/.test(path) ? vscode.Uri.file(path) : vscode.Uri.joinPath(folder.uri, path);

async function makeIfMissing(file: vscode.Uri): Promise<void> {
  try {
    await vscode.workspace.fs.stat(file);
  } catch (error) {
    if (!(error instanceof vscode.FileSystemError) || error.code !== 'FileNotFound') throw error;
    await vscode.workspace.fs.writeFile(file, new Uint8Array());
  }
}
