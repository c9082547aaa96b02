/**
 * How the shipped judge does on human summary sentences, half of them with a swapped paper, by size of library and by how the
 * claims stand; and what can be told of made-up bibliography entries offline:
 *   npx tsx bench/attribution/run.ts
 * Nothing was fitted on this set. `command-line.ts` asks the same through `inquiry check`.
 */
import {
  attributionLibrary,
  libraryKinds,
  speaks,
  verdicts,
  type Arrangement,
  type Verdict,
} from './cases.ts';
import { hallmark } from './hallmark.ts';

const share = (part: number, whole: number): string => `${((100 * part) / Math.max(1, whole)).toFixed(1)} %`;

function line(all: readonly Verdict[]): string {
  const wrong = all.filter((each) => each.wrong);
  const right = all.filter((each) => !each.wrong);
  const found = wrong.filter(speaks).length;
  const accused = right.filter(speaks).length;
  return `found ${share(found, wrong.length)} of ${String(wrong.length)} swapped; accused ${String(accused)} = ${share(accused, right.length)} of ${String(right.length)} right; of what it says ${share(found, found + accused)} is so`;
}

/** What could be found were the threshold set, with hindsight, where this many right ones are accused. */
function atBest(all: readonly Verdict[], rate: number): string {
  const right = all.filter((each) => !each.wrong).map((each) => each.doubt);
  right.sort((a, b) => b - a);
  const least = right[Math.floor(right.length * rate)] ?? 1;
  const wrong = all.filter((each) => each.wrong);
  return share(wrong.filter((each) => each.doubt > least).length, wrong.length);
}

const arrangements: readonly Arrangement[] = ['apart', 'in order', 'shuffled'];
for (const kind of libraryKinds) {
  const library = attributionLibrary(kind);
  for (const arrangement of arrangements) {
    const all = verdicts(library, arrangement);
    console.log(
      `${kind.name.padEnd(28)} ${arrangement.padEnd(9)} ${line(all)}; with hindsight at 1 %: ${atBest(all, 0.01)}`,
    );
    if (kind.mixed === 0 && !kind.bare)
      console.log(
        `${''.padEnd(38)} among sentences that name something particular: ${line(all.filter((each) => each.particular))}`,
      );
  }
}
console.log();
for (const each of hallmark()) console.log(each);
