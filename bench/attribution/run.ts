/**
 * How the shipped judge does on human summary sentences, half of them with a swapped paper, by size of library; among the
 * claims on which it speaks; and what can be told of made-up bibliography entries offline:
 *   npx tsx bench/attribution/run.ts
 * The shipped weights saw this set; `fit.ts` reports them across folds by paper.
 */
import { attributionModel } from '#core/library/attribution.ts';
import { attributionClaims } from '../suggest/sets.ts';
import { attributionCases } from './cases.ts';
import { hallmark } from './hallmark.ts';

// Where the cited text says much of the claim the judge does not even ask; those count as silence.
const claims = attributionClaims();
const right = claims.length;
const swapped = claims.filter((claim) => claim.cited !== claim.gold).length;
const percent = (part: number, whole: number): string =>
  `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;

for (const [name, mixed, bare] of [
  ['set alone', 0, false],
  ['with 2,000 arXiv records', 2000, false],
  ['with 20,000 arXiv records', 20000, false],
  ['set alone, a third without text', 0, true],
] as const) {
  const cases = attributionCases(mixed, bare);
  const speaks = (wrong: boolean, given: boolean): number =>
    cases.filter(
      (each) => each.wrong === wrong && (!given || each.given) && each.doubt >= attributionModel.threshold,
    ).length;
  const found = speaks(true, true);
  const accused = speaks(false, true);
  console.log(
    `${name.padEnd(34)} found ${percent(found, swapped)} of ${String(swapped)} swapped; accused ${percent(speaks(false, false), right)} of ${String(right)} right; of what it says ${percent(found, found + accused)} is so`,
  );
}
console.log();
for (const line of hallmark()) console.log(line);
