/**
 * What speaks for and against a citation, as numbers that stay alike from library to library: what the words that match
 * tell, never raw scores. Weighs nothing; that is `attribution-model.ts`'s job.
 */
import { chanceOf, COMMON } from './attribution-chance.ts';
import { matterOf } from './attribution-matter.ts';
import type { Comparison, Ranked } from './ranking.ts';

/** How many of the best are looked at; the better entry is nearly always among the first three. */
export const DEPTH = 20;

/** As many entries as research prose at large stands for, in saying what tells works apart. */
const BACKGROUND = 5000;

/** In a fixed order, which the model's weights follow. */
export function featuresOf(
  comparison: Comparison,
  own: Ranked,
  others: readonly Ranked[],
  better: Ranked,
): number[] {
  const { query } = comparison;
  const rarest = Math.log(1 + comparison.documents + BACKGROUND);
  const rarestHere = Math.log(1 + comparison.documents);
  const second = others[1];
  const telling = (id: number): number =>
    Math.min(comparison.rarity(id, BACKGROUND) / rarest, comparison.rarity(id, 0) / rarestHere);
  let total = 0;
  let inOwn = 0;
  let inBetter = 0;
  let inSecond = 0;
  let onlyBetter = 0;
  let onlyOwn = 0;
  let ownTop = 0;
  let betterTop = 0;
  let nameTop = 0;
  let words = 0;
  for (const { id, text } of query.terms) {
    const implied = text === '';
    const tells = telling(id);
    const weight = Math.max(0, tells - COMMON);
    if (!implied) total += weight;
    const own_ = own.terms.has(id);
    const better_ = better.terms.has(id);
    if (own_) {
      inOwn += weight;
      ownTop = Math.max(ownTop, tells);
    }
    if (better_) inBetter += weight;
    if (second?.terms.has(id)) inSecond += weight;
    if (own_ && !better_) onlyOwn += weight;
    if (better_ && !own_) {
      onlyBetter += weight;
      words++;
      betterTop = Math.max(betterTop, tells);
      if (better.titleTerms.has(id)) nameTop = Math.max(nameTop, tells);
    }
  }
  const share = (sum: number): number => (total === 0 ? 0 : Math.min(1, sum / total));
  // A clear match stands apart from the next best ones; chance matches crowd.
  const lead = (place: number): number =>
    better.score <= 0 ? 1 : (others[place]?.score ?? 0) / better.score;
  const ahead = others.filter((other) => other.score > own.score).length;
  return [
    1,
    better.score <= 0 ? 1 : Math.min(2, own.score / better.score),
    share(inOwn),
    share(inBetter),
    share(inSecond),
    own.passage,
    better.passage,
    own.title,
    better.title,
    own.pairs,
    better.pairs,
    Math.min(2, total / 3),
    Math.min(2, onlyBetter / 2),
    Math.min(2, onlyOwn / 2),
    Math.log(1 + words) / 2,
    Math.log(1 + ahead) / Math.log(1 + DEPTH),
    ownTop,
    betterTop,
    nameTop,
    lead(1),
    lead(4),
    lead(14),
    own.score <= 0 ? 1 : Math.min(2, (others[14]?.score ?? 0) / own.score),
    ...matterOf(comparison, others, better),
    ...chanceOf(comparison, own, others, better, telling),
  ];
}

/** How many words the better entry has and the cited one lacks. */
export const distinctWords = (features: readonly number[]): number =>
  Math.round(Math.exp(2 * (features[14] ?? 0)) - 1);
