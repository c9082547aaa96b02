/** What the editor shows besides problems, as plain data. */
import type { Span } from '../text/span.ts';

/** A hover card in Markdown, with the exact span it speaks of. */
export interface HoverCard {
  readonly span: Span;
  readonly markdown: string;
}

export interface CompletionItem {
  readonly label: string;
  /** A short line beside it: authors and date. */
  readonly detail: string;
  /** What replaces `replace`. */
  readonly insertText: string;
  readonly replace: Span;
  /** What the editor's own fuzzy filter reads: title, authors, key, ID. */
  readonly filterText: string;
  readonly sortText: string;
  /** Given to `completionDocumentation` when the item is focused. */
  readonly entryId: string;
}

export interface DocumentLink {
  readonly span: Span;
  /** An absolute URL, or a library file to open. */
  readonly target: string;
  readonly tooltip: string;
}
