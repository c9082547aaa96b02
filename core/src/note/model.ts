/**
 * A research note as the rules see it: blocks, sentences, citations, all with exact spans in the original text.
 * Made by `parseNote`, which never throws. Knows no library: what a citation resolves to is `resolve`'s job.
 *
 * The running example in these comments is:
 *
 *     ## Drift
 *
 *     Persona drift fell by **55%** ([Abdulhai](https://arxiv.org/abs/2511.00222)). It is *hard*.
 */
import type { Content } from '../text/content.ts';
import type { Lines } from '../text/lines.ts';
import type { Span } from '../text/span.ts';

export type NoteKind = 'note' | 'line' | 'paper' | 'document';

export interface Note {
  /** The text as given, byte order mark and line ends included. */
  readonly text: string;
  readonly lines: Lines;
  readonly kind: NoteKind;
  /** Front matter `title`, else the first level-1 heading, else the first heading; its span is that of the words. */
  readonly title: { readonly text: string; readonly span: Span } | undefined;
  readonly frontMatter: FrontMatter | undefined;
  /** Containers and leaves in document order; a container comes before what it holds. */
  readonly blocks: readonly Block[];
  /** Every prose sentence, in document order. */
  readonly sentences: readonly Sentence[];
  /** Every citation by its writing alone, in document order, those in front matter included. */
  readonly citations: readonly Citation[];
  readonly ignores: readonly IgnoreComment[];
  /** What could not be read (broken front matter, say); one clear sentence each. */
  readonly faults: readonly { readonly span: Span; readonly message: string }[];
}

export interface FrontMatter {
  /** From the opening `---` to the end of the closing one. */
  readonly span: Span;
  /** Plain data; dates stay strings as written. */
  readonly data: Readonly<Record<string, unknown>>;
  /** Spans of the scalar values by path: `sources.0`, `date`. */
  readonly spans: ReadonlyMap<string, Span>;
}

/** Containers hold other blocks; the rest are leaves. */
export type BlockKind =
  | 'list'
  | 'item'
  | 'quote'
  | 'callout'
  | 'table'
  | 'row'
  | 'details'
  | 'footnote'
  | 'definition-list'
  | 'definition'
  // leaves with prose
  | 'heading'
  | 'paragraph'
  | 'cell'
  | 'term'
  // leaves without
  | 'code'
  | 'math'
  | 'html'
  | 'comment';

export interface Block {
  /** Its place in `Note.blocks`. */
  readonly index: number;
  readonly kind: BlockKind;
  /** From its first marker to its last character, without the final line end. */
  readonly span: Span;
  /** The container's index; undefined at the top. */
  readonly parent: number | undefined;
  /** The index of the nearest heading above it in the same flow; undefined before the first. */
  readonly heading: number | undefined;
  /** Headings: 1 to 6. Items: nesting from 1. */
  readonly level?: number;
  /** Lists: whether numbered. Items: a task's state. Cells: whether in the header row. Callouts: `note`, `warning` … Footnotes: their label. */
  readonly ordered?: boolean;
  readonly task?: 'open' | 'done';
  readonly header?: boolean;
  readonly label?: string;
  readonly column?: number;
  /** The visible words, for leaves with prose. */
  readonly prose: Prose | undefined;
  /** Sentences of this leaf: `Note.sentences` from `first` up to, not including, `last`. Empty for containers and leaves without prose. */
  readonly sentences: { readonly first: number; readonly last: number };
}

/**
 * The visible words of a leaf: markup, link targets and comments gone, line ends turned into blanks.
 * In the example: "Persona drift fell by 55% (Abdulhai). It is hard."
 */
export interface Prose {
  readonly text: string;
  /** Code spans and formulas, in `text`. */
  readonly code: readonly Span[];
  /**
   * The same object for the same content, from one version of a note to the next where they share a cache: what follows from
   * the content of a leaf alone can be remembered by it.
   */
  readonly content: Content;
  /** Where a character of `text` stands in `Note.text`; the end of `text` maps to the end of the last visible character. */
  sourceOffset(proseOffset: number): number;
  /** The tightest span in `Note.text` that shows the words from `start` to `end`. */
  sourceSpan(start: number, end: number): Span;
  /** Where an offset in `Note.text` falls in `text`; inside markup, the next visible character. */
  proseOffset(sourceOffset: number): number;
}

export interface Sentence {
  /** Its place in `Note.sentences`. */
  readonly index: number;
  /** The leaf it stands in. */
  readonly block: number;
  /**
   * In `Note.text`, with the markup that belongs to it and the citations that follow its full stop:
   * "Persona drift … 2511.00222))." in the example.
   */
  readonly span: Span;
  /** In its leaf's `Prose.text`. */
  readonly prose: Span;
  /**
   * Visible words with parenthetical citation markers taken out and blanks folded, for the claim model:
   * "Persona drift fell by 55% (Abdulhai)." Kept: narrative citations ("Smith et al. (2020) show"), and link texts.
   */
  readonly words: string;
  /** Citations inside `span`: `Note.citations` from `first` up to, not including, `last`. */
  readonly citations: { readonly first: number; readonly last: number };
  /** The whole of it lies inside links, as in a reading list. */
  readonly allLink: boolean;
  /**
   * As that of its leaf (`Prose.content`), and the same still when others of that leaf have changed: what follows from the sentence's
   * words alone can be remembered by it.
   */
  readonly content: Content;
}

export type CitationType =
  'arxiv' | 'doi' | 'key' | 'note' | 'link' | 'title' | 'author-year' | 'numeric' | 'footnote';

/** A reference to evidence, by its writing alone. Titles in running text are found later, with a library. */
export interface Citation {
  readonly type: CitationType;
  /**
   * Normalised: arXiv "2511.00222" without its version, DOI in lower case, key without "@", a note's target
   * without "|label" and "#heading", a link's URL or relative path, "abdulhai 2025", "12", a footnote's label.
   */
  readonly id: string;
  /** The whole marker as a person would select it: `arXiv:2511.00222v2`, `[[note|label]]`, `[text](url)`, `[@key, p. 3]`. */
  readonly span: Span;
  /** The identifier alone inside `span`: `2511.00222v2`, `note`, `@key`. */
  readonly idSpan: Span;
  /** arXiv: the version written, if any. */
  readonly version?: number | undefined;
  /** Keys: the locator ("p. 3"). Notes and links: the heading after "#". */
  readonly locator?: string | undefined;
  /** Links and notes: the visible label. */
  readonly label?: string | undefined;
  /** Part of the sentence's grammar ("@smith2020 shows"), not a marker beside it. */
  readonly narrative?: boolean | undefined;
  /** A key that front matter gives to the very work that the note is about (`citekey: lu2026`). */
  readonly declared?: true | undefined;
  /** It looks like an identifier of its type and cannot be one; the reason, in words. */
  readonly malformed?: string | undefined;
  /** `Note.blocks` index; undefined in front matter. */
  readonly block: number | undefined;
  /** `Note.sentences` index; undefined outside sentences. */
  readonly sentence: number | undefined;
}

/** `<!-- inquiry-ignore unsourced-claim: own observation -->` and its kin. */
export interface IgnoreComment {
  readonly span: Span;
  /** Rules named; empty means every rule. */
  readonly rules: readonly string[];
  readonly reason: string;
  /** What it silences, in `Note.text`: the next block, the line, the sentence, the stretch up to `-end`, the file; empty for what silences nothing. */
  readonly target: Span;
  /** An open stretch has no end and reaches to the note's. A stray end and a form that does not exist silence nothing. */
  readonly form:
    'next-block' | 'line' | 'sentence' | 'stretch' | 'open-stretch' | 'file' | 'stray-end' | 'unknown';
}
