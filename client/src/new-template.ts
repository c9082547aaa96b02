/** “New Prompt Template…”: a copy of one that is built in, with a comment on what may be written, as a file to edit. */
import * as vscode from 'vscode';
import { commentedCopy } from '#core/prompt/templates/built-in.ts';
import { isBuiltIn } from '#core/prompt/templates/names.ts';
import { placeholders, type Placeholders } from '#core/prompt/templates/placeholders.ts';
import { isThere } from './place-for-notes.ts';
import { folderOfTemplates, isTemplateName } from './template-folder.ts';
import type { Workbench } from './workbench.ts';

const { l10n } = vscode;

/** From the workbench: which to copy. From a keybinding or a test: also the file's name. */
interface Wanted {
  readonly copy?: unknown;
  readonly name?: unknown;
}

export async function newTemplate(workbench: Workbench, argument: unknown): Promise<void> {
  const { copy, name: given } = (argument ?? {}) as Wanted;
  const folder = folderOfTemplates(workbench.note ?? vscode.window.activeTextEditor?.document.uri);
  if (folder === undefined) {
    void vscode.window.showInformationMessage(l10n.t('Open a folder first: templates are files in it.'));
    return;
  }
  const name = typeof given === 'string' ? given : await askForName(folder);
  if (name === undefined) return;
  const file = vscode.Uri.joinPath(folder, fileName(name));
  if (await isThere(file))
    void vscode.window.showInformationMessage(
      l10n.t('There is a template of that name already: {0}.', vscode.workspace.asRelativePath(file)),
    );
  else {
    const origin = typeof copy === 'string' && isBuiltIn(copy) ? copy : 'default';
    // Not as an edit of the workspace: undoing what was typed would in the end take the file away.
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(commentedCopy(origin, comment())));
  }
  // The workbench is beside the first column, and is to stay in sight.
  await vscode.window.showTextDocument(file, { preview: false, viewColumn: vscode.ViewColumn.One });
  workbench.useTemplate(fileName(name));
}

/** In the names of files, on one system or another. */
const FORBIDDEN = '\\ / : * ? " < > |';

/** Undefined when the person thought better of it. */
const askForName = (folder: vscode.Uri): Thenable<string | undefined> =>
  vscode.window.showInputBox({
    title: l10n.t('New Prompt Template'),
    prompt: l10n.t('Its name: it becomes a file in {0}.', vscode.workspace.asRelativePath(folder)),
    value: l10n.t('my-template'),
    validateInput: (name) =>
      name.trim() === ''
        ? l10n.t('A template needs a name.')
        : [...FORBIDDEN.replaceAll(' ', '')].some((sign) => name.includes(sign))
          ? l10n.t('A file’s name cannot hold any of {0}', FORBIDDEN)
          : undefined,
  });

function fileName(given: string): string {
  const name = given.trim();
  return isTemplateName(name) ? name : `${name}.md`;
}

/** What a person reads at the top of their copy: Mustache comments hold no braces. */
const comment = (): readonly string[] => [
  l10n.t('Your own template of the research prompt: change any words. This comment is for you alone.'),
  l10n.t(
    'Names in double braces stand for parts of the note. What stands between #name and /name is repeated for each item of a list, or shown only where there is something; with ^ in place of #, only where there is nothing.',
  ),
  l10n.t('Anywhere: {0}.', namesIn(placeholders)),
  l10n.t('Of each of the claims: {0}.', namesIn(placeholders['claims']?.each)),
  l10n.t('Of each of the anchors, the papers to verify: {0}.', namesIn(placeholders['anchors']?.each)),
  l10n.t('The workbench shows what becomes of it while you type. What each name stands for: {0}', PAGE),
];

const namesIn = (of: Placeholders = {}): string => Object.keys(of).join(', ');

const PAGE = 'https://github.com/inquiry-notes/inquiry/blob/main/docs/templates.md';
