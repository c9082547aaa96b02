/** What the engine knows of one date expression, as data. Found by `findDates`; judged by the rules. */
import type { Span } from '../text/span.ts';
import type { PartialDate } from './calendar-date.ts';

export type DateKind = 'absolute' | 'relative' | 'range' | 'duration';

/** One date expression in a note's prose or front matter. */
export interface DateExpression {
  readonly span: Span;
  /** As written: `Note.text` at `span`. */
  readonly text: string;
  /**
   * Normalised, TIMEX3-like: "2025", "2025-03", "2025-03-18", "2025-Q3", "2025-SU", "199", "P6M",
   * "2024/2026" for ranges (see `range`: each end is an expression of its own), "PRESENT_REF" | "PAST_REF" | "FUTURE_REF" for "currently", "recently", "soon".
   */
  readonly value: string;
  readonly kind: DateKind;
  /** For relative expressions, the day they were read from and where it came from. */
  readonly anchor?: {
    /** "2025-W12" where only a week is known. */
    readonly value: string;
    readonly from: AnchorFrom;
  };
  /** First and last day meant, "YYYY-MM-DD" each; absent where the value names no stretch of the calendar. */
  readonly first?: PartialDate;
  readonly last?: PartialDate;
  /** The whole of a range of which this is one end, as in "2024–2026": its span and "2024/2026". */
  readonly range?: { readonly span: Span; readonly value: string };
  /** Other readings that the writing allows, such as both orders of "03/04/25". */
  readonly alternatives?: readonly string[];
}

/** Which day relative expressions are read from; `heading` and `entry` are those of a diary (see `dated-parts.ts`). */
export type AnchorFrom = 'entry' | 'heading' | 'front matter' | 'date line' | 'as of' | 'today';

/** The date on which a claim stands, and why that one. */
export interface EvidenceDate {
  readonly value: PartialDate;
  readonly from: 'text' | 'source' | 'note';
  /** A short clause for people: "written with the claim", "newest source, arXiv:2504.07912". */
  readonly reason: string;
  /** Whether the writer set a date apart for the claim; a later look at the note does not undo that. */
  readonly setApart?: true;
  /** Whether it is the day on which somebody looked again ("checked 2026-11"), not that of the work cited. */
  readonly isLook?: true;
  /** Whether it is the day of a diary's or log's entry, or of a section under a date. */
  readonly ofPart?: true;
}

/** How fast a claim spoils. */
export type Speed = 'hot' | 'warm' | 'cold';

export interface Perishability {
  readonly perishable: boolean;
  /** 0 (a theorem) to 1 (today's leaderboard). */
  readonly score: number;
  readonly speed: Speed;
  /** The words that decided, strongest first. */
  readonly reasons: readonly string[];
  /** The one that a reader would agree with (“fails to”, “currently”); absent when only weak signs add up. */
  readonly telling?: string;
  /** What the writer says of it, and where: “marked hot by the heading”; absent where only its words decide. */
  readonly marked?: string;
}
