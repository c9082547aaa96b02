/** The measured set (`attribution`; nothing is fitted on it) as libraries of several sizes, and the judge's answers on it. */
import { attributionModel } from '#core/library/attribution-model.ts';
import { judgeCitation, type Judgement } from '#core/library/attribution.ts';
import { doubtsInPlace } from '#core/library/citation-runs.ts';
import { createLibrary } from '#core/library/index.ts';
import type { Entry, Library } from '#core';
import {
  attributionClaims,
  attributionEntry,
  attributionPapers,
  distractors,
  type AttributionClaim,
} from '../suggest/sets.ts';
import { seeded } from './fit-cases.ts';

export interface LibraryKind {
  readonly name: string;
  /** arXiv records mixed in. */
  readonly mixed: number;
  /** Every third paper has its title alone, as in a bibliography without abstracts. */
  readonly bare: boolean;
}

export const libraryKinds: readonly LibraryKind[] = [
  { name: 'the set alone', mixed: 0, bare: false },
  { name: 'with 2,000 arXiv records', mixed: 2000, bare: false },
  { name: 'with 20,000 arXiv records', mixed: 20000, bare: false },
  { name: 'alone, a third without text', mixed: 0, bare: true },
];

export function attributionLibrary({ mixed, bare }: LibraryKind): Library {
  const own = attributionPapers().map((each, at): Entry => {
    const entry = attributionEntry(each);
    const { text: _text, ...titled } = entry;
    return bare && at % 3 === 0 ? titled : entry;
  });
  const known = new Set(own.map((entry) => entry.id));
  return createLibrary([...own, ...distractors(mixed).filter((entry) => !known.has(entry.id))]);
}

/** How the claims stand: each in a note of its own, or all in one, a paper's claims together or in any order. */
export type Arrangement = 'apart' | 'in order' | 'shuffled';

export interface Verdict {
  readonly claim: AttributionClaim;
  readonly wrong: boolean;
  readonly doubt: number;
  /** Whether the claim names anything by which works could be told apart: where not, the judge cannot speak. */
  readonly particular: boolean;
}

export function verdicts(library: Library, arrangement: Arrangement): Verdict[] {
  const claims = [...attributionClaims()];
  if (arrangement === 'shuffled') {
    const random = seeded(11);
    for (let at = claims.length - 1; at > 0; at--) {
      const other = Math.floor(random() * (at + 1));
      [claims[at], claims[other]] = [claims[other] as AttributionClaim, claims[at] as AttributionClaim];
    }
  }
  const placed = claims.map((claim) => {
    const entry = library.get(claim.cited);
    const judged = judgeCitation(library, claim.text, entry ? [entry] : []);
    return { judged, cited: [claim.cited], section: undefined };
  });
  const doubts =
    arrangement === 'apart'
      ? placed.map(({ judged }) => judged.doubt)
      : doubtsInPlace(placed, { entries: library.size });
  return claims.map((claim, at) => ({
    claim,
    wrong: claim.cited !== claim.gold,
    doubt: doubts[at] ?? 0,
    particular: isParticular(placed[at]?.judged),
  }));
}

/** Someone's text says much of it, or enough rare words point at one work: the evidence is there, whichever way it falls. */
const isParticular = (judged: Judgement | undefined): boolean =>
  judged !== undefined && (judged.fits >= 0.9 || judged.doubt >= 0.75);

export const speaks = (verdict: Verdict): boolean => verdict.doubt >= attributionModel.threshold;
