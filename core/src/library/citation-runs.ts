/**
 * What the rest of a note says of a citation. Prose stays with a work for a while: where a neighbour cites the same work
 * and that work's text bears the neighbour out, the citation is likely right though its own words are nowhere in an abstract;
 * where the neighbours cite the very work that matches better, it is likely a slip. And what matches better is the likelier
 * meant if the note cites it elsewhere, the less so if it is a stranger among thousands.
 */
import type { Judgement } from './attribution.ts';

/** A citation in the order of the note. */
export interface Placed {
  readonly judged: Pick<Judgement, 'doubt' | 'doubtIfCited' | 'fits' | 'kin' | 'better'>;
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
/** The chance that a note with many sources also cites the work that a wrong citation should have named, beyond accident. */
const MEANT_IS_CITED = 0.5;
/** With so many other works cited, half that chance. */
const FEW_CITED = 10;
const MOST_BELONGING = 8;
/** So much likelier, and it tells that the note cites the better work. */
const TELLING = 2;

/** What the note stands in. */
export interface Surroundings {
  /** How many entries the library holds. */
  readonly entries: number;
  /** Ids that the note cites otherwise, in its list of sources say. */
  readonly elsewhere?: ReadonlySet<string>;
}

/** Doubts from 0 to 1, one for each, in order. A doubt of 0 stays 0: neighbours alone accuse no one. */
export function doubtsInPlace(citations: readonly Placed[], { entries, elsewhere }: Surroundings): number[] {
  const held = new Set(elsewhere);
  for (const { judged } of citations) for (const id of judged.kin) held.add(id);
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
    const { better } = judged;
    if (!better) return 0;
    const belongs = belonging(held.has(better.id), held.size - judged.kin.size, entries);
    const doubt = belongs >= TELLING ? judged.doubtIfCited : judged.doubt;
    if (doubt <= 0) return 0;
    const fits = same[at] ?? 0;
    const nearby = fits < 0.5 ? bestNear(citations, at, (other) => other.kin.has(better.id)) : 0;
    const odds =
      (doubt / Math.max(1e-9, 1 - doubt)) *
      (fits * SAME_FITS + (1 - fits) * alone) *
      Math.exp(CITES_BETTER * nearby) *
      belongs;
    return odds / (1 + odds);
  });
}

/**
 * How many times likelier it is of a wrong citation than of a right one that what matches better is cited in the note, or is
 * not. Of a right one it is so by chance, by the share of the library that the note cites.
 */
function belonging(isCited: boolean, others: number, entries: number): number {
  if (others <= 0) return 1;
  const meant = (MEANT_IS_CITED * others) / (others + FEW_CITED);
  const share = Math.min(1, others / Math.max(1, entries));
  return isCited ? Math.min(MOST_BELONGING, (meant + (1 - meant) * share) / share) : 1 - meant * (1 - share);
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
