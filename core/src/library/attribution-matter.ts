/**
 * What speaks for and against a citation where the words differ: whether the claim is about the matter of the cited entry, more
 * than of entries taken at random and of those whose words match. A right citation often shares no word with an abstract, but
 * seldom leaves its matter.
 */
import type { ClaimMeaning } from './meanings.ts';
import type { Comparison, Ranked } from './ranking.ts';

/** Likeness of matter beside a score of words, in one sum. */
const MATTER = 0.6;
/** How sharply such sums tell entries apart: e to the power of ten times the difference. */
const SHARPNESS = 10;
/** Of claims that are alike to everything, or a library too small to tell. */
const LEAST_SPREAD = 0.05;

/** In a fixed order, which the model's weights follow. */
export function matterOf(comparison: Comparison, others: readonly Ranked[], better: Ranked): number[] {
  const meaning = comparison.meaning();
  const kin = new Set(comparison.cited.map(({ entry }) => entry.id));
  const matched = new Set(others.map(({ entry }) => entry.id));
  const chance = meaning.chance.filter(({ entry }) => !kin.has(entry.id));
  const both = (each: Ranked): number => each.score + MATTER * meaning.of(each.entry);
  const own = Math.max(...comparison.cited.map(({ entry }) => meaning.of(entry)));
  const ownBoth = Math.max(...comparison.cited.map(both));
  const best = Math.max(-1, ...others.map(({ entry }) => meaning.of(entry)));
  const bestBoth = Math.max(0, ...others.map(both));
  // The share of the cited entry, were one entry to be picked by such sums.
  let total = Math.exp(SHARPNESS * ownBoth);
  for (const each of others) total += Math.exp(SHARPNESS * both(each));
  for (const { entry, likeness } of chance)
    if (!matched.has(entry.id)) total += Math.exp(SHARPNESS * MATTER * likeness);
  const { mean, spread } = spreadOf(chance.map(({ likeness }) => likeness));
  const nearer = chance.filter(({ likeness }) => likeness > own).length;
  return [
    own,
    Math.max(-1, Math.min(2, (own - mean) / spread / 3)),
    Math.log((nearer + 0.5) / (chance.length + 1)) / 5,
    best - own,
    bestBoth - ownBoth,
    (SHARPNESS * ownBoth - Math.log(total)) / 5,
    ...company(comparison, meaning, others, better, chance),
  ];
}

/** How many of the best stand for what the claim is about. */
const COMPANY = 10;

/** How the cited entry stands to those that the claim's words find: a right one is mostly of their company, whatever words it uses. */
function company(
  comparison: Comparison,
  meaning: ClaimMeaning,
  others: readonly Ranked[],
  better: Ranked,
  chance: ClaimMeaning['chance'],
): number[] {
  const toBetter = meaning.around([better.entry]);
  const toBest = meaning.around(others.slice(0, COMPANY).map(({ entry }) => entry));
  const cited = comparison.cited.map(({ entry }) => entry);
  const own = Math.max(...cited.map(toBest));
  const usual = chance.map(({ entry }) => toBest(entry));
  const { mean, spread } = spreadOf(usual);
  const nearer = usual.filter((each) => each > own).length;
  return [
    Math.max(...cited.map(toBetter)),
    own,
    Math.max(-1, Math.min(2, (own - mean) / spread / 3)),
    Math.log((nearer + 0.5) / (usual.length + 1)) / 5,
  ];
}

function spreadOf(values: readonly number[]): { mean: number; spread: number } {
  const count = Math.max(1, values.length);
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / count;
  return { mean, spread: Math.max(LEAST_SPREAD, Math.sqrt(variance)) };
}
