/** A note in numbers: its claims, how many have a source, how many are owed one, how many want re-testing. */
import type { Analysis, SentenceAnalysis } from '../analysis.ts';
import type { CheckResult } from '../check.ts';
import { wantsSource } from '../claims/index.ts';

export interface NoteSummary {
  readonly claims: number;
  readonly sourced: number;
  readonly unsourced: number;
  /** Claims marked "[citation needed]". */
  readonly debts: number;
  /** Claims and dates that the rules on age flag. */
  readonly toRetest: number;
}

/** What counts as a claim: what would be flagged if it had no source, and every sentence with a source that asserts something. */
export function isClaim(analysis: Analysis, one: SentenceAnalysis): boolean {
  if (one.claim === null || one.sentence.allLink) return false;
  if (wantsSource(one.claim, analysis.settings['claims.profile'])) return true;
  return one.claim.claim >= 0.5 && one.sources.some(({ by }) => by === 'sentence');
}

export function summaryOf(analysis: Analysis, result: CheckResult): NoteSummary {
  let sourced = 0;
  for (const one of analysis.sentences) if (one.sources.length > 0 && isClaim(analysis, one)) sourced++;
  let unsourced = 0;
  let debts = 0;
  const old = new Set<number>();
  for (const problem of result.problems) {
    if (problem.rule === 'unsourced-claim') {
      if (problem.data?.debt === true) debts++;
      else unsourced++;
    } else if (problem.rule === 'stale-evidence' || problem.rule === 'stale-date')
      old.add(problem.span.start);
  }
  // Claims that a person chose to leave without a source are still claims.
  const waived = result.ignored.filter(({ rule }) => rule === 'unsourced-claim').length;
  return { claims: sourced + unsourced + debts + waived, sourced, unsourced, debts, toRetest: old.size };
}
