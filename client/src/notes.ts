/** Which documents are notes. */
import type { TextDocument } from 'vscode';

/** Languages whose documents are notes; the server is offered every one of them. */
export const noteLanguages: readonly string[] = ['markdown', 'quarto'];

/** Reports that Inquiry shows, which are nobody's notes. */
export const reportScheme = 'inquiry-report';

/** The old side of a diff is a document too, and no note. */
export const isNote = (document: TextDocument): boolean =>
  noteLanguages.includes(document.languageId) &&
  document.uri.scheme !== 'git' &&
  document.uri.scheme !== reportScheme;
