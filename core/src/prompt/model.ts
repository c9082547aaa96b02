/** The research prompt as data: built from an analysed note, edited in the workbench, rendered to text last. */
import type { PartialDate } from '../dates/calendar-date.ts';
import type { Span } from '../text/span.ts';
import type { Template } from './templates/template.ts';

export interface PromptClaim {
  /** Stable within a note while its words stay: the workbench keys its edits on it. */
  readonly key: string;
  readonly text: string;
  /** Evidence date, "YYYY-MM" where known that well. */
  readonly date: PartialDate | undefined;
  /** The month in which the writer last looked at the claim, where that came after its evidence. */
  readonly checked?: PartialDate;
  /** "arXiv:2504.07912", "doi:10.…", "[@key]"; empty when unsourced. */
  readonly ids: readonly string[];
  /** Works that the words themselves name ("Smith 2020"), which then need no reference behind them. */
  readonly named?: readonly string[];
  /** Rules that speak on it, for the workbench's badges. */
  readonly problems: readonly string[];
  /** UTF-16 offset into the note, for "go to". */
  readonly offset: number;
  /** Newer work can overturn it: its wording says so. */
  readonly perishable?: boolean;
}

export interface PromptAnchor {
  readonly id: string;
  readonly title: string;
  readonly date: PartialDate | undefined;
  /** One clause: what to look for in it. */
  readonly gloss: string;
}

export interface ResearchPrompt {
  readonly role: string;
  readonly question: string;
  /** The note's; empty where it has none. */
  readonly title: string;
  /** The day for which it is made, "YYYY-MM-DD". */
  readonly today: string;
  /** Oldest and newest evidence date. */
  readonly span: { readonly first: PartialDate; readonly last: PartialDate } | undefined;
  readonly claims: readonly PromptClaim[];
  readonly anchors: readonly PromptAnchor[];
  readonly horizonMonths: number;
  readonly questions: number;
  /** Where the horizon begins, "YYYY-MM". */
  readonly since?: PartialDate;
  /** What was left out, and why, in words. */
  readonly cut: readonly {
    readonly text: string;
    readonly why: string;
    /** Claims: the key under which it could come back. */
    readonly key?: string;
  }[];
}

/** What a person may set; everything has a default. */
export interface PromptOptions {
  readonly role?: string;
  readonly question?: string;
  readonly horizonMonths: number;
  readonly questions: number;
  readonly maxClaims: number;
  readonly maxAnchors: number;
  /** About how long it may be; what is worth least is cut. */
  readonly tokens?: number | undefined;
  /** What the text will look like: its length counts, and papers that it does not name are left out. */
  readonly template?: Template | undefined;
  /** Keys of claims to leave out. */
  readonly dropped?: readonly string[];
  /** Claim texts rewritten by the person, by key. */
  readonly edited?: Readonly<Record<string, string>>;
  /** IDs of anchors to leave out. */
  readonly droppedAnchors?: readonly string[];
  /** What rules say of the note, for the badges; without it claims carry none. */
  readonly problems?: readonly { readonly rule: string; readonly span: Span }[];
}
