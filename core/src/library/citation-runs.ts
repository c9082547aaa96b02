/**
 * What the sentences around a citation say of it. Prose stays with a work for a while: where a neighbour cites the same work
 * and that work's text bears the neighbour out, the citation is likely right though its own words are nowhere in an abstract;
 * where the neighbours cite the very work that matches better, it is likely a slip.
 */
import type { Judgement } from './attribution.ts';

/** A citation in the order of the note. */
export interface Placed {
  readonly judged: Pick<Judgement, 'doubt' | 'fits' | 'kin' | 'better'>;
  /** Ids of what it cites. */
  readonly cited: readonly string[];
  /** What ends a run: the heading that it stands under. */
  readonly section: number | undefined;
}

/** How many citations on either side count as neighbours. */
const REACH = 2;
/** A citation's odds of being wrong, where a neighbour cites the same and fits for certain. */
const SAME_FITS = 0.05;
/** In a note that cites in runs, one that stands alone: its odds grow by this power of how seldom right ones do. */
const ALONE = 0.5;
/** The odds' logarithm where a neighbour cites the better work and fits for certain. */
const CITES_BETTER = 1;
/** Below this doubt a citation is taken as right in telling whether a note cites in runs. */
const SURE = 0.2;
/** So many citations of a note that has no runs are assumed beforehand. */
const PRIOR = 10;

/** Doubts from 0 to 1, one for each, in order. A doubt of 0 stays 0: neighbours alone accuse no one. */
export function doubtsInPlace(citations: readonly Placed[]): number[] {
  const same = citations.map((each, at) =>
    bestNear(citations, at, (other) => each.cited.some((id) => other.kin.has(id))),
  );
  let sure = 0;
  let running = 0;
  citations.forEach(({ judged }, at) => {
    if (judged.fits < 1 - SURE) return;
    sure++;
    if ((same[at] ?? 0) > 1 - SURE) running++;
  });
  const runs = Math.min(0.9, running / (sure + PRIOR));
  const alone = (1 - runs) ** -ALONE;
  return citations.map(({ judged }, at) => {
    const { doubt, better } = judged;
    if (doubt <= 0) return 0;
    const fits = same[at] ?? 0;
    const elsewhere = better && fits < 0.5 ? bestNear(citations, at, (other) => other.kin.has(better.id)) : 0;
    const odds =
      (doubt / Math.max(1e-9, 1 - doubt)) *
      (fits * SAME_FITS + (1 - fits) * alone) *
      Math.exp(CITES_BETTER * elsewhere);
    return odds / (1 + odds);
  });
}

/** How well the best-fitting neighbour of those asked for fits its own source; 0 where there is none. */
function bestNear(
  citations: readonly Placed[],
  at: number,
  wanted: (judged: Placed['judged']) => boolean,
): number {
  let best = 0;
  const section = citations[at]?.section;
  for (let near = at - REACH; near <= at + REACH; near++) {
    const other = citations[near];
    if (!other || near === at || other.section !== section) continue;
    if (other.judged.fits > best && wanted(other.judged)) best = other.judged.fits;
  }
  return best;
}
