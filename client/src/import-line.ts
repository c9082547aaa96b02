/**
 * “Import Line of Inquiry”: a page becomes a line, its notes and its papers, looked at in VS Code's own preview before anything
 * is made. Reading the page is the server's work; no file that is there already is replaced.
 */
import * as vscode from 'vscode';
import type { ImportPageResult } from '#core/importer/messages.ts';
import { within } from './library-file.ts';
import { noteLanguages } from './notes.ts';
import { isThere, placeForNotes } from './place-for-notes.ts';
import type { Session } from './session.ts';

const { l10n } = vscode;

/** What a page may be written in; of other files the server says what they are. */
const PAGES = ['md', 'markdown', 'qmd', 'txt', 'text'];
const PAPERS = 'papers.json';

/** `argument`: the page, as a URI or as a path within the folder. */
export async function importLine(session: Session, argument: unknown): Promise<void> {
  const folder = placeForNotes();
  if (folder === undefined) {
    void vscode.window.showInformationMessage(
      l10n.t('Open a folder first: a line of inquiry and its notes are files in it.'),
    );
    return;
  }
  const page = pageGiven(argument) ?? (await choosePage(folder));
  if (page === undefined) return;
  const name = vscode.workspace.asRelativePath(page);
  const text = await textOf(page);
  if (text === undefined) {
    void vscode.window.showWarningMessage(
      l10n.t('{0} is not a text file; save it as text or Markdown.', name),
    );
    return;
  }
  const { files, faults } = await session.importPage({ path: page.path, text });
  const [line] = files;
  if (line === undefined) {
    void vscode.window.showWarningMessage(
      faults[0]?.message ?? l10n.t('{0} holds no line of inquiry that could be imported.', name),
    );
    return;
  }
  const target = vscode.Uri.joinPath(folder, line.path);
  if (await isThere(target)) {
    void vscode.window.showWarningMessage(
      l10n.t('{0} is there already; nothing was imported.', vscode.workspace.asRelativePath(target)),
    );
    return;
  }
  const { change, made, kept, hasPapers } = await changeFor(session, folder, files);
  await vscode.workspace.applyEdit(change, { isRefactoring: true });
  await tell({ name, target, made, kept, hasPapers, faults });
}

interface Planned {
  readonly change: vscode.WorkspaceEdit;
  /** Files that the change makes, if the person lets it. */
  readonly made: readonly vscode.Uri[];
  /** How many notes are there already: another line may have brought them. */
  readonly kept: number;
  /** Whether papers go into a file that is there. */
  readonly hasPapers: boolean;
}

/** The line is the person's to tick, which is what opens the preview; what belongs to it is ticked, and may be left out. */
async function changeFor(
  session: Session,
  folder: vscode.Uri,
  files: ImportPageResult['files'],
): Promise<Planned> {
  const change = new vscode.WorkspaceEdit();
  const made: vscode.Uri[] = [];
  let kept = 0;
  let hasPapers = false;
  for (const [index, { path, text }] of files.entries()) {
    const file = vscode.Uri.joinPath(folder, path);
    if (!(await isThere(file))) {
      made.push(file);
      const metadata =
        index === 0
          ? { needsConfirmation: true, label: l10n.t('New line of inquiry (tick it to make it)') }
          : { needsConfirmation: false, label: l10n.t('What belongs to the line') };
      change.createFile(file, { contents: new TextEncoder().encode(text) }, metadata);
    } else if (path === PAPERS) hasPapers = await addPapers(session, change, file, text);
    else kept++;
  }
  return { change, made, kept, hasPapers };
}

/** Into the file that is there, those that it lacks; false where it lacks none. */
async function addPapers(
  session: Session,
  change: vscode.WorkspaceEdit,
  file: vscode.Uri,
  text: string,
): Promise<boolean> {
  const document = await vscode.workspace.openTextDocument(file);
  const { edit, added } = await session.importLibrary(
    { from: { path: PAPERS, text }, to: { path: file.path, text: document.getText() } },
    new vscode.CancellationTokenSource().token,
  );
  if (edit === undefined) return false;
  change.replace(
    file,
    new vscode.Range(document.positionAt(edit.start), document.positionAt(edit.end)),
    edit.newText,
    {
      needsConfirmation: false,
      label: l10n.t('What belongs to the line'),
      description: added.map(({ title }) => title).join('; '),
    },
  );
  return true;
}

interface Outcome extends Omit<Planned, 'change'> {
  readonly name: string;
  /** The line. */
  readonly target: vscode.Uri;
  readonly faults: ImportPageResult['faults'];
}

/** What was made of what the person was shown. */
async function tell({ name, target, made, kept, hasPapers, faults }: Outcome): Promise<void> {
  const there = await Promise.all(made.map(isThere));
  const isMade = (file: vscode.Uri): boolean => there[made.indexOf(file)] === true;
  const line = made.find((file) => file.toString() === target.toString());
  const others = made.filter((file) => file !== line && isMade(file));
  const hasLine = line !== undefined && isMade(line);
  if (!hasLine && others.length === 0) {
    void vscode.window.showInformationMessage(l10n.t('Nothing was imported.'));
    return;
  }
  if (hasLine) await vscode.window.showTextDocument(target, { preview: false });
  const notes = others.filter(({ path }) => !path.endsWith(`/${PAPERS}`)).length;
  const parts = [
    ...(hasLine ? [vscode.workspace.asRelativePath(target)] : []),
    ...(notes === 0 ? [] : [notes === 1 ? l10n.t('1 note') : l10n.t('{0} notes', notes)]),
    ...(others.length > notes || hasPapers ? [PAPERS] : []),
  ];
  const told = [
    hasLine
      ? l10n.t('Imported {0}: {1}.', name, parts.join(', '))
      : l10n.t('Imported {0} without its line, which was not ticked: {1}.', name, parts.join(', ')),
    ...(kept === 0 ? [] : [l10n.t('Notes that were there already, left as they are: {0}.', kept)]),
    ...unread(faults),
  ];
  void vscode.window.showInformationMessage(told.join(' '));
}

function unread(faults: ImportPageResult['faults']): string[] {
  const [first] = faults;
  if (first === undefined) return [];
  const told = l10n.t('Line {0} of the page: {1}', first.line + 1, first.message);
  return faults.length === 1 ? [told] : [told, l10n.t('More such lines: {0}.', faults.length - 1)];
}

function pageGiven(argument: unknown): vscode.Uri | undefined {
  if (argument instanceof vscode.Uri) return argument;
  const folder = vscode.workspace.workspaceFolders?.[0];
  return typeof argument === 'string' && folder ? within(folder, argument) : undefined;
}

/** The document in front, or a file; where no text is in front, a file. Undefined when the person thought better of it. */
async function choosePage(folder: vscode.Uri): Promise<vscode.Uri | undefined> {
  const front = vscode.window.activeTextEditor?.document;
  if (front && [...noteLanguages, 'plaintext'].includes(front.languageId)) {
    const items = [
      {
        label: `$(file) ${vscode.workspace.asRelativePath(front.uri)}`,
        description: l10n.t('the document in front'),
        page: front.uri,
      },
      { label: `$(folder-opened) ${l10n.t('A file…')}`, page: undefined },
    ];
    const choice = await vscode.window.showQuickPick(items, {
      title: l10n.t('Import a line of inquiry from which page?'),
    });
    if (choice === undefined) return undefined;
    if (choice.page) return choice.page;
  }
  const [file] =
    (await vscode.window.showOpenDialog({
      title: l10n.t('Page of a line of inquiry'),
      openLabel: l10n.t('Import'),
      defaultUri: folder,
      filters: { [l10n.t('Text or Markdown')]: PAGES, [l10n.t('All files')]: ['*'] },
    })) ?? [];
  return file;
}

/** As the editor has it, unsaved changes included; undefined for what is no text. */
async function textOf(page: vscode.Uri): Promise<string | undefined> {
  const open = vscode.workspace.textDocuments.find(({ uri }) => uri.toString() === page.toString());
  if (open) return open.getText();
  const bytes = await vscode.workspace.fs.readFile(page);
  return vscode.workspace.decode(bytes, { uri: page }).then(
    (text) => text,
    // It refuses what is binary, and nothing else.
    () => undefined,
  );
}
