/** Which documents are notes. */
import type { TextDocument } from 'vscode';

/** Languages whose documents are notes; the server is offered every one of them. */
export const noteLanguages: readonly string[] = ['markdown', 'quarto'];

/** The old side of a diff is a document too, and no note. */
export const isNote = (document: TextDocument): boolean =>
  noteLanguages.includes(document.languageId) && document.uri.scheme !== 'git';
