/** Claims with right and wrong citations over libraries of several sizes, as the judge sees them: features and the truth. */
import { createLibrary } from '#core/library/index.ts';
import { judgeCitation } from '#core/library/attribution.ts';
import type { Entry } from '#core';
import { attributionClaims, attributionEntry, attributionPapers, distractors } from '../suggest/sets.ts';

export interface Case {
  /** Rows of one paper stay in one fold. */
  readonly paper: string;
  readonly wrong: boolean;
  /** The row of the set itself; the others are made from it. */
  readonly given: boolean;
  readonly features: readonly number[];
  /** As shipped, abstentions included. */
  readonly doubt: number;
  readonly better: string;
  readonly gold: string;
}

/** `bare`: every third paper has its title alone, as in a bibliography without abstracts. */
export function attributionCases(mixed: number, bare = false): Case[] {
  const papers = attributionPapers();
  const own = papers.map((each, at): Entry => {
    const entry = attributionEntry(each);
    const { text: _text, ...titled } = entry;
    return bare && at % 3 === 0 ? titled : entry;
  });
  const known = new Set(own.map((entry) => entry.id));
  const library = createLibrary([...own, ...distractors(mixed).filter((entry) => !known.has(entry.id))]);
  const cases: Case[] = [];
  attributionClaims().forEach((claim, at) => {
    const other = papers[(at * 37 + 11) % papers.length]?.arxiv ?? '';
    const seen = new Set<string>();
    for (const cited of [claim.cited, claim.gold, other]) {
      const entry = library.get(cited);
      if (!entry || seen.has(cited)) continue;
      seen.add(cited);
      const judged = judgeCitation(library, claim.text, [entry]);
      if (judged)
        cases.push({
          paper: claim.gold,
          wrong: cited !== claim.gold,
          given: cited === claim.cited,
          features: judged.features,
          doubt: judged.doubt,
          better: judged.better.id,
          gold: claim.gold,
        });
    }
  });
  return cases;
}
