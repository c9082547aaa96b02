/**
 * “Import Library”: takes the references of a file, or of the Zotero on this machine, over into a file of the user's own.
 * The person sees what is new and chooses; the file is shown with the edit in it, unsaved, one undo away.
 */
import * as vscode from 'vscode';
import type { ImportParams, ImportResult } from '#core/library/references/messages.ts';
import { folderInFront, NEW_FILES, referenceFiles, within } from './library-file.ts';
import { mayBeSaved } from './lost-letters.ts';
import type { Session } from './session.ts';

const { l10n } = vscode;

type Source = { readonly zotero: true } | { readonly file: vscode.Uri };
/** A file to add to, or what to switch on so that the source is read where it is. */
type Destination = { readonly file: vscode.Uri } | { readonly inPlace: true };

export async function importLibrary(session: Session, argument: unknown): Promise<void> {
  const folder = folderInFront();
  if (folder === undefined) {
    void vscode.window.showInformationMessage(
      l10n.t('Open a folder first: references are imported into a file in it.'),
    );
    return;
  }
  const given = givenBy(argument, folder);
  const source = given?.source ?? (await chooseSource(folder));
  if (source === undefined) return;
  const destination = given?.destination ?? (await chooseDestination(folder, source));
  if (destination === undefined) return;
  if ('inPlace' in destination) await readInPlace(folder, source);
  else await takeOver(session, source, destination.file);
}

async function chooseSource(folder: vscode.WorkspaceFolder): Promise<Source | undefined> {
  const items = [
    {
      label: `$(file) ${l10n.t('A file…')}`,
      description: 'BibTeX, CSL-JSON, CSL-YAML, RIS',
      zotero: false,
    },
    {
      label: `$(library) ${l10n.t('Zotero')}`,
      description: l10n.t('as it runs on this machine, with Better BibTeX’s keys'),
      zotero: true,
    },
  ];
  const choice = await vscode.window.showQuickPick(items, { title: l10n.t('Import references from where?') });
  if (choice === undefined) return undefined;
  if (choice.zotero) return { zotero: true };
  const [file] =
    (await vscode.window.showOpenDialog({
      title: l10n.t('References to import'),
      openLabel: l10n.t('Import'),
      defaultUri: folder.uri,
      filters: { [l10n.t('References')]: ['bib', 'bibtex', 'json', 'csljson', 'yaml', 'yml', 'ris'] },
    })) ?? [];
  return file && { file };
}

async function chooseDestination(
  folder: vscode.WorkspaceFolder,
  source: Source,
): Promise<Destination | undefined> {
  const here = (await referenceFiles(folder)).filter(
    (path) => !('file' in source) || within(folder, path).toString() !== source.file.toString(),
  );
  type Item = vscode.QuickPickItem & { readonly destination?: Destination };
  const to = (path: string): Destination => ({ file: within(folder, path) });
  const items: readonly Item[] = [
    ...here.map((path): Item => ({ label: `$(file) ${path}`, destination: to(path) })),
    ...NEW_FILES.filter((path) => !here.includes(path)).map((path): Item => ({
      label: `$(new-file) ${l10n.t('New file: {0}', path)}`,
      destination: to(path),
    })),
    { label: '', kind: vscode.QuickPickItemKind.Separator },
    {
      label: `$(link) ${l10n.t('None: read it where it is, and keep up with it')}`,
      description:
        'file' in source
          ? l10n.t('adds it to the setting inquiry.library.paths')
          : l10n.t('switches the setting inquiry.library.zotero on'),
      destination: { inPlace: true },
    },
  ];
  const choice = await vscode.window.showQuickPick(items, { title: l10n.t('Import into which file?') });
  return choice?.destination;
}

async function readInPlace(folder: vscode.WorkspaceFolder, source: Source): Promise<void> {
  const settings = vscode.workspace.getConfiguration('inquiry', folder.uri);
  const target = vscode.ConfigurationTarget.WorkspaceFolder;
  if ('zotero' in source) {
    await settings.update('library.zotero', 'on', target);
    void vscode.window.showInformationMessage(
      l10n.t('Zotero’s references are read from now on, as the setting inquiry.library.zotero says.'),
    );
    return;
  }
  const relative = vscode.workspace.asRelativePath(source.file, false);
  const path = relative === source.file.path ? source.file.fsPath : relative;
  const paths = settings.get<readonly string[]>('library.paths', []);
  if (!paths.includes(path)) await settings.update('library.paths', [...paths, path], target);
  void vscode.window.showInformationMessage(
    l10n.t('{0} is read from now on, as the setting inquiry.library.paths says.', path),
  );
}

async function takeOver(session: Session, source: Source, file: vscode.Uri): Promise<void> {
  const from =
    'zotero' in source ? ('zotero' as const) : { path: source.file.path, text: await textOf(source.file) };
  const name = vscode.workspace.asRelativePath(file);
  const to = { path: file.path, text: await textIfThere(file) };
  const found = await ask(session, { from, to });
  if (found === undefined) return;
  if (found.fault !== undefined) {
    void vscode.window.showWarningMessage(found.fault);
    return;
  }
  if (found.edit === undefined) {
    void vscode.window.showInformationMessage(
      [l10n.t('{0} has all of these references already; nothing was added.', name), ...unread(found)].join(
        ' ',
      ),
    );
    return;
  }
  const only = await choose(found, file, to.text);
  await closeDifference();
  if (only === undefined || only.length === 0) {
    void vscode.window.showInformationMessage(l10n.t('Nothing was imported.'));
    return;
  }
  const result =
    only.length === found.added.length ? found : await ask(session, { from, to, only: [...only] });
  if (result?.edit === undefined || !(await mayBeSaved(file))) return;
  if ((await textIfThere(file)) !== to.text) {
    void vscode.window.showWarningMessage(
      l10n.t('{0} changed meanwhile, so nothing was imported. Try again.', name),
    );
    return;
  }
  await show(file, name, result, result.edit);
}

/** What is new, all of it chosen; a button shows the file as it would be. Undefined when the person thought better of it. */
function choose(found: ImportResult, file: vscode.Uri, text: string): Promise<readonly string[] | undefined> {
  const name = vscode.workspace.asRelativePath(file);
  const pick = vscode.window.createQuickPick();
  const items = found.added.map(({ id, title }) => ({ label: title === '' ? id : title, description: id }));
  pick.title =
    found.present === 0
      ? l10n.t('Import into {0}: {1} new', name, items.length)
      : l10n.t('Import into {0}: {1} new, {2} there already', name, items.length, found.present);
  pick.placeholder = l10n.t('Enter imports what is ticked');
  pick.canSelectMany = true;
  pick.matchOnDescription = true;
  pick.ignoreFocusOut = true;
  pick.items = items;
  pick.selectedItems = items;
  pick.buttons = [{ iconPath: new vscode.ThemeIcon('diff'), tooltip: l10n.t('Show the edit') }];
  return new Promise((resolve) => {
    pick.onDidTriggerButton(() => {
      if (found.edit) void showDifference(file, text, found.edit);
    });
    pick.onDidAccept(() => {
      resolve(pick.selectedItems.map(({ description }) => description ?? ''));
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

type Edit = NonNullable<ImportResult['edit']>;

const applied = (text: string, { start, end, newText }: Edit): string =>
  text.slice(0, start) + newText + text.slice(end);

const PREVIEW = 'inquiry-import';

/** What was shown for the choice has had its day. */
async function closeDifference(): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  await vscode.window.tabGroups.close(
    tabs.filter(({ input }) => input instanceof vscode.TabInputTextDiff && input.modified.scheme === PREVIEW),
  );
}

/** The file as it is beside the file as it would be; neither can be typed in. */
async function showDifference(file: vscode.Uri, text: string, edit: Edit): Promise<void> {
  const after = applied(text, edit);
  const provider = vscode.workspace.registerTextDocumentContentProvider(PREVIEW, {
    provideTextDocumentContent: ({ query }) => (query === 'after' ? after : text),
  });
  const at = (query: string): vscode.Uri => vscode.Uri.from({ scheme: PREVIEW, path: file.path, query });
  const title = l10n.t('{0} with what is imported', vscode.workspace.asRelativePath(file));
  try {
    await vscode.commands.executeCommand('vscode.diff', at('before'), at('after'), title);
    // The editor goes to the change by itself, but not far enough where long lines are wrapped only afterwards.
    const added = after.slice(0, edit.start) + (/^\s*/.exec(edit.newText)?.[0] ?? '');
    const first = new vscode.Position(added.split('\n').length - 1, 0);
    vscode.window.visibleTextEditors
      .find(({ document }) => document.uri.toString() === at('after').toString())
      ?.revealRange(new vscode.Range(first, first), vscode.TextEditorRevealType.InCenter);
  } finally {
    provider.dispose();
  }
}

async function show(file: vscode.Uri, name: string, result: ImportResult, edit: Edit): Promise<void> {
  const change = new vscode.WorkspaceEdit();
  const isNew = await isMissing(file);
  if (isNew) {
    change.createFile(file, { ignoreIfExists: true });
    change.insert(file, new vscode.Position(0, 0), edit.newText);
  } else {
    const document = await vscode.workspace.openTextDocument(file);
    change.replace(
      file,
      new vscode.Range(document.positionAt(edit.start), document.positionAt(edit.end)),
      edit.newText,
    );
  }
  if (!(await vscode.workspace.applyEdit(change))) throw new Error(l10n.t('{0} could not be edited.', name));
  const document = await vscode.workspace.openTextDocument(file);
  const selection = new vscode.Range(
    document.positionAt(edit.start),
    document.positionAt(edit.start + edit.newText.length),
  );
  const editor = await vscode.window.showTextDocument(document, { selection, preview: false });
  editor.revealRange(selection, vscode.TextEditorRevealType.AtTop);
  const count = result.added.length;
  const told =
    count === 1
      ? l10n.t('Imported 1 reference into {0}. It counts once the file is saved; undo takes it out.', name)
      : l10n.t(
          'Imported {0} references into {1}. They count once the file is saved; undo takes them out.',
          count,
          name,
        );
  const save = l10n.t('Save');
  void vscode.window
    .showInformationMessage([told, ...renamed(result), ...unread(result)].join(' '), save)
    .then(async (choice) => {
      if (choice === save) await document.save();
    });
}

function renamed({ renamed: keys }: ImportResult): string[] {
  const [first] = keys;
  if (first === undefined) return [];
  return keys.length === 1
    ? [l10n.t('The key {0} was taken, so it became {1}.', first.from, first.to)]
    : [
        l10n.t(
          '{0} keys were taken and were changed, such as {1} to {2}.',
          keys.length,
          first.from,
          first.to,
        ),
      ];
}

function unread({ faults }: ImportResult): string[] {
  const [first] = faults;
  if (first === undefined) return [];
  const told = l10n.t('Line {0} of the source: {1}', first.line + 1, first.message);
  return faults.length === 1
    ? [told]
    : [told, l10n.t('More places that could not be read: {0}.', faults.length - 1)];
}

/** With progress and Cancel; undefined, and said so, when cancelled. */
async function ask(session: Session, params: ImportParams): Promise<ImportResult | undefined> {
  const result = await vscode.window.withProgress(
    {
      location: vscode.ProgressLocation.Notification,
      title:
        params.from === 'zotero'
          ? l10n.t('Inquiry is reading Zotero’s library')
          : l10n.t('Inquiry is reading {0}', params.from.path.split('/').pop() ?? ''),
      cancellable: true,
    },
    (_progress, token) =>
      Promise.race([
        session.importLibrary(params, token),
        new Promise<undefined>((resolve) =>
          token.onCancellationRequested(() => {
            resolve(undefined);
          }),
        ),
      ]),
  );
  if (result === undefined)
    void vscode.window.showInformationMessage(l10n.t('Stopped importing; nothing was added.'));
  return result;
}

/** An open file as the editor has it, unsaved changes included. */
const textOf = async (file: vscode.Uri): Promise<string> =>
  (await vscode.workspace.openTextDocument(file)).getText();

const textIfThere = async (file: vscode.Uri): Promise<string> =>
  (await isMissing(file)) ? '' : textOf(file);

async function isMissing(file: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(file);
    return false;
  } catch (error) {
    if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound') return true;
    throw error;
  }
}

/** From a keybinding or a test: {"from": "zotero" or a path, "to": a path}. */
function givenBy(
  argument: unknown,
  folder: vscode.WorkspaceFolder,
): { readonly source: Source; readonly destination?: Destination } | undefined {
  if (argument instanceof vscode.Uri) return { source: { file: argument } };
  if (typeof argument !== 'object' || argument === null || !('from' in argument)) return undefined;
  const { from, to } = argument as { from: unknown; to?: unknown };
  if (typeof from !== 'string') return undefined;
  return {
    source: from === 'zotero' ? { zotero: true } : { file: within(folder, from) },
    ...(typeof to === 'string' ? { destination: { file: within(folder, to) } } : {}),
  };
}
