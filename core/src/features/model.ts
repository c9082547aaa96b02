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
  /** The target is a path as in `Surroundings.path`. */
  readonly isBeside?: true;
  readonly tooltip: string;
}

export interface NoteLens {
  /** The line that it stands over begins here. */
  readonly span: Span;
  readonly leadsTo: 'claims' | 'unsourced' | 'toRetest' | 'prompt';
  /** "14 claims", "3 unsourced". */
  readonly title: string;
}

/** Words that stand in the text and are not part of it. */
export interface SourceHint {
  /** The words stand before the character here. */
  readonly offset: number;
  /** "Persona Vectors · 2025-07". */
  readonly label: string;
  /** A place whose hover card tells the rest. */
  readonly about: number;
}

export interface ClaimSymbol {
  /** The claim, shortened. */
  readonly name: string;
  /** "unsourced", the month of its evidence, or empty. */
  readonly detail: string;
  readonly span: Span;
}
