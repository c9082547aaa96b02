/** What answers to messages are made of. */
import type { Connection, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { RetestQueue } from './retest-queue.ts';
import type { ServerRuntime } from './runtime.ts';
import type { LibraryViews } from './views/library-views.ts';
import type { Workspace } from './workspace.ts';
import type { ZoteroFeed } from './zotero-feed.ts';

export interface Served {
  readonly connection: Connection;
  readonly documents: TextDocuments<TextDocument>;
  readonly workspace: Workspace;
  readonly runtime: ServerRuntime;
  readonly queue: RetestQueue;
  readonly views: LibraryViews;
  readonly zotero: ZoteroFeed;
  /** Tells the log of what went wrong, by the name of what was being done. */
  readonly log: (what: string, error: unknown) => void;
}
