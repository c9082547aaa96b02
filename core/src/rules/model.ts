/** A rule, a problem and its fixes, as data with offsets. Rendered by hosts, never here. */
import type { Analysis } from '../analysis.ts';
import type { Severity } from '../settings.ts';
import type { Span } from '../text/span.ts';

export type RuleId =
  | 'unsourced-claim'
  | 'undated-perishable'
  | 'stale-date'
  | 'stale-evidence'
  | 'date-conflict'
  | 'malformed-arxiv-id'
  | 'unknown-source'
  | 'misattributed-claim'
  | 'figure-not-in-source'
  | 'superseded-source'
  | 'shared-evidence'
  | 'uncited-source';

export interface Edit {
  readonly span: Span;
  readonly newText: string;
}

export interface Fix {
  /** What it does, in the imperative: "Cite “Persona Vectors” (2025-07)". */
  readonly title: string;
  /** Safe fixes may run unseen in `source.fixAll.inquiry`; the rest need a look. */
  readonly safe: boolean;
  /** Do not overlap. */
  readonly edits: readonly Edit[];
  /** At most one a problem: the one that `Ctrl+.` offers first. */
  readonly preferred?: boolean;
}

/** From the lightest on. */
export const SEVERITIES: readonly Problem['severity'][] = ['hint', 'information', 'warning', 'error'];

/** Whether one is as grave as another, or graver. */
export const isAtLeast = (severity: Problem['severity'], least: Problem['severity']): boolean =>
  SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(least);

/** What a rule reports; severity and ignores are applied by `check`. */
export interface Finding {
  readonly span: Span;
  /** One line: what is wrong, and why. */
  readonly message: string;
  /** Best first. Lazily made: ranking a library for fixes must cost nothing until a person asks. */
  readonly fixes?: () => readonly Fix[];
  /** Overrides the rule's severity where the specification differs by case (IDs hint, keys warning). */
  readonly severity?: Severity;
  /** Facts for machines: `kind`, `entry`, `expected` …; JSON-safe. */
  readonly data?: Readonly<Record<string, unknown>>;
}

export interface Rule {
  readonly id: RuleId | 'unused-ignore';
  readonly severity: Severity;
  /** In document order or not; `check` sorts. Must not throw; `check` survives it when it does. */
  check(analysis: Analysis): Iterable<Finding>;
}

export interface Problem {
  readonly rule: Rule['id'];
  readonly severity: Exclude<Severity, 'off'>;
  readonly message: string;
  readonly span: Span;
  readonly fixes: () => readonly Fix[];
  readonly data: Readonly<Record<string, unknown>> | undefined;
}

/** A finding that an ignore comment silenced. */
export interface Ignored {
  readonly rule: Rule['id'];
  readonly reason: string;
  readonly span: Span;
}
