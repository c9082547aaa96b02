/**
 * What speaks for and against a citation once the library's size is reckoned with. The best of twenty thousand strangers
 * matches any sentence better than the best of a hundred does: how far a match goes beyond that, how many of the library the
 * cited entry leaves behind, and how much text there was to match at all.
 */
import type { Comparison, Ranked } from './ranking.ts';

/** Of a match's weight, what the choice whether each word is in it takes away: half of all texts would do. */
const CHOICE = Math.LN2;

/** In a fixed order, which the model's weights follow. `tells` says how rare a term is, from 0 to 1. */
export function chanceOf(
  comparison: Comparison,
  own: Ranked,
  others: readonly Ranked[],
  better: Ranked,
  tells: (term: number) => number,
): number[] {
  const { documents, query, ahead } = comparison;
  const size = Math.log(Math.max(2, documents));
  let beyond = -size;
  let ownBeyond = -size;
  let crowded = 0;
  let total = 0;
  let name = 0;
  let missingName = 0;
  let words = 0;
  for (const { id, text } of query.terms) {
    if (text === '') continue;
    words++;
    const rare = tells(id);
    const weight = Math.max(0, rare - COMMON);
    total += weight;
    const inOwn = own.terms.has(id);
    const inBetter = better.terms.has(id);
    if (inOwn) ownBeyond += comparison.rarity(id, 0);
    if (isName(text)) {
      if (!inBetter) missingName = Math.max(missingName, rare);
      else if (!inOwn) name = Math.max(name, rare);
    }
    if (!inBetter || inOwn) continue;
    beyond += comparison.rarity(id, 0) - CHOICE;
    const holders = others.filter((other) => other.terms.has(id)).length;
    if (holders >= others.length / 2) crowded += weight;
  }
  return [
    Math.log((ahead + 0.5) / (documents + 1)) / 5,
    beyond / 20,
    ownBeyond / 20,
    total === 0 ? 0 : crowded / total,
    name,
    missingName,
    words / 20,
    lengthOf(own),
    lengthOf(better),
  ];
}

/** Words that most of research prose holds tell nothing, in whatever number. */
export const COMMON = 0.25;

/** "BERT", "LoRA", "GPT4": one word alone; what is joined by hyphens comes in its parts as well. */
const isName = (word: string): boolean =>
  /\p{Lu}.*\p{Lu}|\p{Ll}\p{Lu}|\p{L}\d|\d\p{L}/u.test(word) && !word.includes('-');

const lengthOf = ({ entry }: Ranked): number => Math.log(1 + (entry.text?.length ?? 0)) / 10;
