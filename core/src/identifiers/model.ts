/** One identifier met in a text, as data. Each grammar (`arxiv.ts`, `doi.ts`, …) finds its own kind. */
import type { CitationType } from '../note/model.ts';
import type { Span } from '../text/span.ts';

export interface IdentifierMatch {
  readonly type: CitationType;
  /** Normalised as in `Citation.id`. */
  readonly id: string;
  /** The whole marker, in the text that was searched. */
  readonly span: Span;
  /** The identifier alone. */
  readonly idSpan: Span;
  /** arXiv: the version written. */
  readonly version?: number;
  readonly locator?: string;
  readonly label?: string;
  readonly narrative?: boolean;
  /** Why it cannot be one, in words, when it looks like one; never depends on today. */
  readonly malformed?: string;
}
