/** What renaming is given, and how it refuses. */
import { LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Workspace } from '../workspace.ts';

export interface RenameHost {
  readonly workspace: Workspace;
  readonly open: readonly TextDocument[];
  /** The client takes edits for a certain version of a document only. */
  readonly editsVersions: boolean;
  /** The client renames files as a part of an edit. */
  readonly renamesFiles: boolean;
}

/** Shown to the person as it is: one clear sentence. */
export const refusal = (message: string): ResponseError<void> =>
  new ResponseError(LSPErrorCodes.RequestFailed, message);
