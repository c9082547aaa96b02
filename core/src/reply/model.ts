/** A model's reply, read against the library and a note, as data with offsets into the reply. Rendered by `report/`, never here. */
import type { Analysis, Source } from '../analysis.ts';
import type { Entry } from '../library/model.ts';
import type { PromptClaim } from '../prompt/model.ts';
import type { Problem } from '../rules/model.ts';
import type { Span } from '../text/span.ts';

/** Of several that fit, the worst, in this order; `unknown` is not wrong. */
export type CitedStatus =
  | 'impossible'
  | 'title-disagrees'
  | 'authors-disagree'
  | 'date-disagrees'
  | 'superseded'
  | 'unknown'
  | 'in-library';

/** What is to be said of a cited work, at the place that says it. */
export interface CitedFinding {
  readonly status: Exclude<CitedStatus, 'in-library'>;
  readonly severity: Problem['severity'];
  readonly span: Span;
  /** One sentence for people. */
  readonly message: string;
  /** The entry that the title beside the identifier belongs to. */
  readonly entry?: Entry;
}

/** An identifier that the reply cites, once, with all its places. */
export interface CitedIdentifier {
  readonly type: Source['type'];
  /** Normalised, as in `Citation.id`. */
  readonly id: string;
  /** For people: "arXiv:2507.21509", "doi:10.…", "@key", an address, “a title”. */
  readonly name: string;
  readonly status: CitedStatus;
  /** Undefined when the library does not hold it. */
  readonly entry: Entry | undefined;
  /** The title that the reply gives it, where it gives one. */
  readonly said: string | undefined;
  /** Markers, in document order; at least one. */
  readonly places: readonly Span[];
  /** Worst first; empty when all is well. */
  readonly findings: readonly CitedFinding[];
}

/** What the reply says of one of the note's claims; `unclear`: it speaks of it and no verdict can be read. */
export type Verdict = 'fell' | 'held' | 'partly' | 'unclear' | 'unanswered';

export interface ClaimAnswer {
  /** As the prompt numbers it, from 1. */
  readonly number: number;
  /** Its offset is into the note. */
  readonly claim: PromptClaim;
  readonly verdict: Verdict;
  /** How the reply sorts it, where it says so. */
  readonly durability: 'durable' | 'perishable' | undefined;
  /** The reply's words that decided; empty when unanswered. */
  readonly words: readonly Span[];
  /** Where the reply speaks of the claim, in document order. */
  readonly passages: readonly Span[];
  /** Works named there that contradict or replace what the claim rests on: indexes into `ReplyReport.cited`. */
  readonly superseding: readonly number[];
}

export interface ReplyQuestion {
  readonly span: Span;
  /** Without its label and markup. */
  readonly text: string;
}

/** Said of the reply as a whole. */
export interface ReplyRemark {
  readonly kind: 'is-the-prompt' | 'is-the-note' | 'language';
  readonly severity: Problem['severity'];
  /** A sentence or two for people. */
  readonly message: string;
}

export interface ReplyReport {
  /** Of the reply. */
  readonly analysis: Analysis;
  /** Of the note whose prompt it answers. */
  readonly note: Analysis | undefined;
  /** Empty for a reply in English that is one. */
  readonly remarks: readonly ReplyRemark[];
  /** In the order of their first places. */
  readonly cited: readonly CitedIdentifier[];
  /** Claims of the reply without a source, or with one that does not bear them out, in document order. */
  readonly claims: readonly Problem[];
  /** One for each claim of the note's prompt, all unanswered by what is no reply; empty without a note. */
  readonly answers: readonly ClaimAnswer[];
  /** Lines of inquiry that the reply proposes. */
  readonly questions: readonly ReplyQuestion[];
  /** Citation marks that mean something in the chat alone (“【12†source】”). */
  readonly lost: readonly Span[];
}
