/**
 * Fits the judge of citations on what licences grant (`fit-cases.ts`) and reports it there, each kind of set once left out:
 *   npx tsx bench/attribution/fit.ts
 * Copy what it prints to core/src/library/attribution-model.ts. `run.ts` measures on a set that this never sees.
 */
import { doubtOf, isRestated, weighed } from '#core/library/attribution-model.ts';
import { judgeCitation } from '#core/library/attribution.ts';
import { doubtsInPlace } from '#core/library/citation-runs.ts';
import { fitTasks, seeded } from './fit-cases.ts';
import { fitLogistic } from './logistic.ts';

/** How many right citations of the worst kind of set may be accused, one at a time and without their neighbours: below 1 in 100, as others write otherwise. */
const FALSE_ALARMS = Number(process.env.RATE ?? 0.0075);
const SHRINK = Number(process.env.SHRINK ?? 30);
/** How much each kind counts; sums of weights over its cases, right and wrong alike. */
const KINDS: Readonly<Record<string, number>> = {
  arxiv: 2000,
  'citation-integrity': 1000,
  scifact: 1000,
  'md-cite': 1000,
};

interface Case {
  readonly kind: string;
  readonly wrong: boolean;
  /** Empty where the judge is silent whatever the weights. */
  readonly features: readonly number[];
  readonly maySpeak: boolean;
}

const cases: Case[] = [];
for (const { set, library, claims } of fitTasks()) {
  const kind = Object.keys(KINDS).find((name) => set.startsWith(name)) ?? set;
  for (const claim of claims)
    for (const wrong of [false, true]) {
      const entry = library.get((wrong ? claim.wrong : claim.right[0]) ?? '');
      if (!entry) continue;
      const others = wrong ? undefined : (other: { id: string }) => claim.right.includes(other.id);
      const judged = judgeCitation(library, claim.text, [entry], others);
      cases.push({ kind, wrong, features: judged.features, maySpeak: judged.doubt > 0 });
    }
}

function fit(part: readonly Case[]): number[] {
  const counts = new Map<string, number>();
  const key = (each: Case): string => `${each.kind} ${String(each.wrong)}`;
  const heard = part.filter((each) => each.features.length > 0);
  for (const each of heard) counts.set(key(each), (counts.get(key(each)) ?? 0) + 1);
  return fitLogistic(
    heard.map((each) => ({
      features: weighed(each.features),
      positive: each.wrong,
      weight: (KINDS[each.kind] ?? 0) / (counts.get(key(each)) ?? 1),
    })),
    SHRINK,
  );
}

const doubt = (each: Case, weights: readonly number[]): number =>
  each.maySpeak ? doubtOf(each.features, { weights, threshold: 0 }) : 0;

/** Speaks whatever the weights. */
const restated = (each: Case): boolean => each.features.length > 0 && isRestated(each.features);

function thresholdFor(part: readonly Case[], weights: readonly number[]): number {
  // What speaks whatever the weights is accused as well, and has to fit in.
  const doubts = part
    .filter((each) => !each.wrong)
    .map((each) => (restated(each) ? 1 : doubt(each, weights)));
  doubts.sort((x, y) => y - x);
  return doubts[Math.floor(doubts.length * FALSE_ALARMS)] ?? 1;
}

const share = (part: readonly Case[], test: (each: Case) => boolean): string =>
  `${((100 * part.filter(test).length) / Math.max(1, part.length)).toFixed(2)} %`;

const weights = fit(cases);
const threshold = Math.max(
  ...Object.keys(KINDS).map((kind) =>
    thresholdFor(
      cases.filter((each) => each.kind === kind),
      weights,
    ),
  ),
);
for (const kind of Object.keys(KINDS)) {
  const own = cases.filter((each) => each.kind === kind);
  const foreign = fit(cases.filter((each) => each.kind !== kind));
  const wrong = own.filter((each) => each.wrong);
  const right = own.filter((each) => !each.wrong);
  console.log(
    `${kind.padEnd(20)} ${String(right.length)} right, ${String(wrong.length)} wrong; fitted on all: found ${share(wrong, (each) => doubt(each, weights) >= threshold)}, accused ${share(right, (each) => doubt(each, weights) >= threshold)}; fitted on the others: found ${share(wrong, (each) => doubt(each, foreign) >= threshold)}, accused ${share(right, (each) => doubt(each, foreign) >= threshold)}; strict pattern alone: ${share(wrong, restated)}, ${share(right, restated)}`,
  );
}
console.log(
  JSON.stringify({
    weights: weights.map((weight) => Number(weight.toFixed(3))),
    threshold: Number(threshold.toFixed(4)),
  }),
);

// The reading lists once more, as notes that name each work's claims together, half of them with a wrong source: what the
// neighbours add with the numbers of `citation-runs.ts`.
let found = 0;
let swapped = 0;
let accused = 0;
let right = 0;
fitTasks()
  .filter(({ set }) => set.startsWith('arxiv'))
  .forEach(({ library, claims }, note) => {
    const random = seeded(900 + note);
    const placed = claims.flatMap((claim) => {
      const wrong = random() < 0.5;
      const entry = library.get((wrong ? claim.wrong : claim.right[0]) ?? '');
      if (!entry) return [];
      const judged = judgeCitation(library, claim.text, [entry]);
      const doubt = judged.doubt === 0 ? 0 : doubtOf(judged.features, { weights, threshold });
      const fits = judged.fits === 0 ? 0 : judged.features.length === 0 ? judged.fits : 1 - doubt;
      return [{ wrong, cited: [entry.id], section: undefined, judged: { ...judged, doubt, fits } }];
    });
    doubtsInPlace(placed).forEach((doubt, at) => {
      const wrong = placed[at]?.wrong === true;
      if (wrong) swapped++;
      else right++;
      if (doubt < threshold) return;
      if (wrong) found++;
      else accused++;
    });
  });
console.log(
  `reading lists as notes: found ${String(found)} of ${String(swapped)} = ${((100 * found) / swapped).toFixed(1)} %, accused ${String(accused)} of ${String(right)} = ${((100 * accused) / right).toFixed(2)} %`,
);
