/** How sure a profile wants to be before a sentence is called a claim, or asked for its source. */
import type { ClaimKind, ClaimScore } from './model.ts';

export type Profile = 'gentle' | 'standard' | 'strict';

/** The least scores at which a profile takes a sentence without particular signs for a claim. Measured in docs/claims.md. */
export function thresholds(profile: Profile): { readonly claim: number; readonly needsSource: number } {
  return { claim: CLAIM_LEAST[profile], needsSource: SOURCE_LEAST[profile].none };
}

/**
 * Whether a profile asks for a source. The fitted score says how often authors cite in such a place; in notes, whose sentences
 * are shorter than a manuscript's, it is right sooner where the words themselves are a comparison or somebody's finding.
 */
export function wantsSource(
  score: Pick<ClaimScore, 'needsSource' | 'kind' | 'signs'>,
  profile: Profile,
): boolean {
  const least = SOURCE_LEAST[profile];
  // The signs are looked for only where they could decide.
  if (score.needsSource < least.comparison) return false;
  if (score.needsSource >= least.none) return true;
  if (score.signs.length === 0) return false;
  return score.needsSource >= least[weighedAs(score)];
}

/** Two signs of a finding, a measured link, or a figure that holds in general weigh as much as one comparison; a mere measure less. */
function weighedAs({ kind, signs }: Pick<ClaimScore, 'kind' | 'signs'>): ClaimKind {
  switch (kind) {
    case 'statistic':
      return signs.some((words) => IN_GENERAL.test(words)) ? 'comparison' : kind;
    case 'finding':
      return signs.length > 1 || MEASURED_LINK.test(signs[0] ?? '') ? 'comparison' : kind;
    case 'comparison':
      return signs.every((words) => MERE_MEASURE.test(words)) ? 'finding' : kind;
    default:
      return kind;
  }
}

/** "Older than a month", "more than that", "as long as": a limit or a manner of speaking as often as a comparison. */
const MERE_MEASURE =
  /^(?:(?:more|fewer|less|older|newer|longer|shorter|later|earlier|sooner|larger|smaller) than|compared (?:to|with)|as \w+ as)$/i;

/** "Lowers … by 26%": in the present tense, of one thing's effect on another; of a run's own figure one writes "fell to 26%". */
const IN_GENERAL =
  /^(?:improve|reduce|increase|decrease|enhance|degrade|boost|hurt|lower|raise|predict|explain|cause|double|halve)s\b/i;

const MEASURED_LINK = /\b(?:associated|correlated|linked)$/i;

const CLAIM_LEAST: Readonly<Record<Profile, number>> = { gentle: 0.7, standard: 0.5, strict: 0.3 };

/**
 * Chosen on the settled labels of the notes' fit half (bench/claims/notes.ts) and, by folds, on the teaching notes together: `gentle` is
 * right nine times in ten, `standard` four in five, `strict` finds nine in ten of what wants a source. All stay above what `judged.ts`
 * leaves to views, plans and pointers.
 */
const SOURCE_LEAST: Readonly<Record<Profile, Readonly<Record<ClaimKind | 'none', number>>>> = {
  gentle: {
    statistic: 0.65,
    attribution: 0.4,
    comparison: 0.5,
    historical: 0.65,
    superlative: 0.65,
    quotation: 0.4,
    finding: 0.65,
    universal: 0.65,
    none: 0.82,
  },
  standard: {
    statistic: 0.4,
    attribution: 0.25,
    comparison: 0.25,
    historical: 0.4,
    superlative: 0.4,
    quotation: 0.4,
    finding: 0.5,
    universal: 0.5,
    none: 0.6,
  },
  strict: {
    statistic: 0.031,
    attribution: 0.031,
    comparison: 0.031,
    historical: 0.031,
    superlative: 0.031,
    quotation: 0.031,
    finding: 0.031,
    universal: 0.031,
    none: 0.031,
  },
};
