/** “Export Bibliography”: what a note cites, as BibTeX, CSL-JSON or in a citation style. Writing it is the server's. */
import * as vscode from 'vscode';
import type { ExportParams, ExportResult } from '#core/library/references/messages.ts';
import { folderInFront } from './library-file.ts';
import type { Session } from './session.ts';

const { l10n } = vscode;

type Choice = Pick<ExportParams, 'format' | 'style'>;

/** What it opens as: Markdown for a bibliography, so that italics are italics. */
const LANGUAGES = { bibtex: 'bibtex', 'csl-json': 'json', bibliography: 'markdown' } as const;

export async function exportBibliography(
  session: Session,
  note: vscode.Uri,
  argument: unknown,
): Promise<void> {
  const choice = choiceFrom(argument) ?? (await choose(session, note));
  if (choice === undefined) return;
  const result = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: l10n.t('Inquiry is writing the references') },
    () => session.exportBibliography({ uri: note.toString(), ...choice }),
  );
  const name = vscode.workspace.asRelativePath(note);
  const { text } = result;
  if (text === undefined) {
    void vscode.window.showWarningMessage(result.fault ?? l10n.t('Nothing could be exported.'));
    return;
  }
  if (result.works === 0) {
    void vscode.window.showInformationMessage(
      [l10n.t('{0} cites nothing that the library holds.', name), ...left(result)].join(' '),
    );
    return;
  }
  await open(text, choice.format);
  const copy = l10n.t('Copy');
  const told =
    result.works === 1
      ? l10n.t('Exported 1 reference that {0} cites.', name)
      : l10n.t('Exported {0} references that {1} cites.', result.works, name);
  void vscode.window.showInformationMessage([told, ...left(result)].join(' '), copy).then(async (answer) => {
    if (answer === copy) await vscode.env.clipboard.writeText(text);
  });
}

/** What is not in it, and why. */
function left({ missing, unprinted }: ExportResult): string[] {
  return [
    ...(missing.length === 0 ? [] : [l10n.t('Not in the library, so left out: {0}.', shortened(missing))]),
    ...(unprinted.length === 0
      ? []
      : [l10n.t('The style prints nothing for works such as {0}.', shortened(unprinted))]),
  ];
}

const shortened = (names: readonly string[]): string =>
  names.length <= 4
    ? names.join(', ')
    : l10n.t('{0} and {1} more', names.slice(0, 3).join(', '), names.length - 3);

async function choose(session: Session, note: vscode.Uri): Promise<Choice | undefined> {
  const usual = vscode.workspace.getConfiguration('inquiry', note).get<string>('bibliography.style', 'apa');
  const styles = await session.citationStyles();
  const isBundled = styles.some(({ name }) => name === usual);
  const own = isBundled || usual === '' ? [] : [{ name: usual, title: usual }];
  // The setting's style first: it is what Enter gives.
  const ordered = [...own, ...styles].sort((a, b) => Number(b.name === usual) - Number(a.name === usual));
  type Item = vscode.QuickPickItem & { readonly choice?: Choice; readonly pick?: boolean };
  const items: readonly Item[] = [
    { label: l10n.t('Bibliography'), kind: vscode.QuickPickItemKind.Separator },
    ...ordered.map(({ name, title }): Item => ({
      label: title,
      ...(name === usual ? { description: l10n.t('as set') } : {}),
      choice: { format: 'bibliography', style: name },
    })),
    { label: l10n.t('Another citation style (.csl file)…'), pick: true },
    { label: l10n.t('For other tools'), kind: vscode.QuickPickItemKind.Separator },
    { label: 'BibTeX', description: l10n.t('for LaTeX and Pandoc'), choice: { format: 'bibtex' } },
    {
      label: 'CSL-JSON',
      description: l10n.t('for Pandoc, Quarto and Zotero'),
      choice: { format: 'csl-json' },
    },
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: l10n.t('Export what {0} cites', vscode.workspace.asRelativePath(note)),
    placeHolder: l10n.t('Opens as an unsaved document'),
    matchOnDescription: true,
  });
  if (picked?.pick !== true) return picked?.choice;
  const folder = folderInFront();
  const [file] =
    (await vscode.window.showOpenDialog({
      title: l10n.t('A citation style'),
      openLabel: l10n.t('Use Style'),
      filters: { [l10n.t('Citation styles')]: ['csl'] },
      ...(folder ? { defaultUri: folder.uri } : {}),
    })) ?? [];
  return file === undefined ? undefined : { format: 'bibliography', style: file.fsPath };
}

/** From a keybinding or a test: {"format": "bibliography", "style": "ieee"}. */
function choiceFrom(argument: unknown): Choice | undefined {
  if (typeof argument !== 'object' || argument === null || !('format' in argument)) return undefined;
  const { format, style } = argument as { format: unknown; style?: unknown };
  if (format !== 'bibtex' && format !== 'csl-json' && format !== 'bibliography') return undefined;
  return { format, ...(typeof style === 'string' ? { style } : {}) };
}

async function open(content: string, format: ExportParams['format']): Promise<void> {
  const known = await vscode.languages.getLanguages();
  const language = known.includes(LANGUAGES[format]) ? LANGUAGES[format] : 'plaintext';
  const document = await vscode.workspace.openTextDocument({ language, content });
  await vscode.window.showTextDocument(document, { viewColumn: vscode.ViewColumn.Beside, preview: false });
}
