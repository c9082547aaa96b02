/** What lists of symbols say: a note’s claims, each with what stands behind it, and works by who wrote them when. */
import type { Analysis } from '../analysis.ts';
import type { CheckResult } from '../check.ts';
import type { Entry } from '../library/model.ts';
import { claimsOf, isUnsourced } from '../report/summary.ts';
import type { ClaimSymbol } from './model.ts';
import { authorsOf } from './words.ts';

const LONGEST_NAME = 100;

/** In document order. */
export function claimSymbols(analysis: Analysis, result: CheckResult): ClaimSymbol[] {
  const unsourced = new Set(result.problems.filter(isUnsourced).map(({ span }) => span.start));
  return claimsOf(analysis, result).map(({ sentence, evidenceDate }) => ({
    name: shortened(sentence.words),
    detail: unsourced.has(sentence.span.start) ? 'unsourced' : (evidenceDate?.value.slice(0, 7) ?? ''),
    span: sentence.span,
  }));
}

/** "Chen, Arditi, Sleight et al. · 2025-07". */
export const entrySubtitle = (entry: Entry): string =>
  [authorsOf(entry), entry.date?.slice(0, 7)].filter((part) => part !== undefined && part !== '').join(' · ');

const shortened = (words: string): string =>
  words.length <= LONGEST_NAME ? words : `${words.slice(0, LONGEST_NAME).replace(/\s+\S*$/, '')} …`;
