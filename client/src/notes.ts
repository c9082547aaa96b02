/** Which documents are notes, and which of them a person has before them. */
import { window, type TextDocument } from 'vscode';
import { isTemplate } from './template-folder.ts';

/** Languages whose documents are notes; the server is offered every one of them. */
export const noteLanguages: readonly string[] = ['markdown', 'quarto'];

/** Reports that Inquiry shows, which are nobody's notes. */
export const reportScheme = 'inquiry-report';

/** The old side of a diff is a document too, and no note. */
export const isNote = (document: TextDocument): boolean =>
  noteLanguages.includes(document.languageId) &&
  document.uri.scheme !== 'git' &&
  document.uri.scheme !== reportScheme &&
  !isTemplate(document.uri);

/** The note being written, or the one beside the workbench or a preview. */
export function noteInFront(): TextDocument | undefined {
  const active = window.activeTextEditor;
  if (active !== undefined) return isNote(active.document) ? active.document : undefined;
  return window.visibleTextEditors.find((editor) => isNote(editor.document))?.document;
}
