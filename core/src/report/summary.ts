/** A note in numbers: its claims, how many have a source, how many are owed one, how many want re-testing. */
import type { Analysis, SentenceAnalysis } from '../analysis.ts';
import type { CheckResult } from '../check.ts';
import { thresholds, wantsSource } from '../claims/index.ts';
import type { Problem } from '../rules/model.ts';
import { asksForNoSource } from '../scope/exempt.ts';
import { Once } from '../text/once.ts';

export interface NoteSummary {
  /** Whatever the profile. Those that a person chose to leave without a source are still claims. */
  readonly claims: number;
  readonly sourced: number;
  readonly unsourced: number;
  /** Claims marked "[citation needed]". */
  readonly debts: number;
  /** Claims and dates that the rules on age flag. */
  readonly toRetest: number;
}

/**
 * A claim is a claim however sure the profile wants to be before it flags one: what asserts something rather than not, and all that
 * even the keenest profile would flag, so that no count of unsourced claims is larger than that of claims.
 */
export function isClaim({ claim, sentence }: SentenceAnalysis): boolean {
  if (claim === null || sentence.allLink) return false;
  return claim.claim >= thresholds('standard').claim || wantsSource(claim, 'strict');
}

/** The claims of a note, in document order. */
export function claimsOf(analysis: Analysis, result: CheckResult): readonly SentenceAnalysis[] {
  const asksForNone = asksForNoSource(analysis.note);
  // Tables are flagged once, at a sentence; what is marked as owed is a claim because its author says so.
  const asked = new Set<number>();
  for (const { rule, span } of [...result.problems, ...result.ignored])
    if (rule === 'unsourced-claim') asked.add(span.start);
  return analysis.sentences.filter(
    (one) => asked.has(one.sentence.span.start) || (isClaim(one) && !asksForNone(one.sentence)),
  );
}

/** Marked "[citation needed]" is owed, and known to be. */
export const isUnsourced = ({ rule, data }: Problem): boolean =>
  rule === 'unsourced-claim' && data?.debt !== true;

const counts = new Once<CheckResult, NoteSummary>('counts');

/** Counted once for a check: a status bar and a lens ask for the same. */
export const summaryOf = (analysis: Analysis, result: CheckResult): NoteSummary =>
  counts.of(result, () => countIn(analysis, result));

function countIn(analysis: Analysis, result: CheckResult): NoteSummary {
  const claims = claimsOf(analysis, result);
  let unsourced = 0;
  let debts = 0;
  const old = new Set<number>();
  for (const problem of result.problems) {
    if (isUnsourced(problem)) unsourced++;
    else if (problem.rule === 'unsourced-claim') debts++;
    else if (problem.rule === 'stale-evidence' || problem.rule === 'stale-date') old.add(problem.span.start);
  }
  const sourced = claims.filter(({ sources }) => sources.length > 0).length;
  return { claims: claims.length, sourced, unsourced, debts, toRetest: old.size };
}
