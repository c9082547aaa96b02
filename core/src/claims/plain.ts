/** Judging by signs alone: for other languages, and when the fitted weights are missing. */
import { signsOf, type Signs } from './kinds.ts';
import { notAClaim } from './not-claims.ts';
import type { ClaimKind } from './model.ts';

/** How often, roughly, a sentence with such a sign is a claim and wants a source. */
const BY_KIND: Readonly<Record<ClaimKind, readonly [claim: number, needsSource: number]>> = {
  statistic: [0.75, 0.65],
  attribution: [0.7, 0.6],
  comparison: [0.6, 0.35],
  superlative: [0.5, 0.35],
  finding: [0.55, 0.3],
  universal: [0.3, 0.1],
  historical: [0.6, 0.45],
  quotation: [0.5, 0.45],
};

/** Below what any profile asks about, `strict` too. */
const NOTHING_SPEAKS_FOR_IT = 0.02;

export function plainScore(text: string): { claim: number; needsSource: number } {
  const { kind, words } = signsOf(text);
  if (words.length === 0) return { claim: 0.1, needsSource: NOTHING_SPEAKS_FOR_IT };
  const [claim, needsSource] = BY_KIND[kind];
  return notAClaim(text) === undefined
    ? { claim, needsSource }
    : { claim: claim * 0.5, needsSource: NOTHING_SPEAKS_FOR_IT };
}

/** Outside English only figures with units and explicit attributions speak; for the rest the model abstains. */
export function foreignScore(signs: Signs | undefined): { claim: number; needsSource: number } {
  return signs ? { claim: 0.65, needsSource: 0.65 } : { claim: 0, needsSource: 0 };
}
