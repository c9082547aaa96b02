/**
 * Fits the judge of citations on what licences grant (`fit-cases.ts`) and reports it there, each kind of set once left out:
 *   npx tsx bench/attribution/fit.ts
 * Copy what it prints to core/src/library/attribution-model.ts. `run.ts` measures on a set that this never sees.
 */
import { doubtIfCited, doubtOf, isRestated, weighed } from '#core/library/attribution-model.ts';
import { judgeCitation, type Judgement } from '#core/library/attribution.ts';
import { doubtsInPlace } from '#core/library/citation-runs.ts';
import { fitTasks, seeded } from './fit-cases.ts';
import { fitLogistic } from './logistic.ts';

/** How many right citations of the worst set may be accused, one at a time and without their neighbours: below 1 in 100, as others write otherwise. */
const FALSE_ALARMS = Number(process.env.RATE ?? 0.0075);
const SHRINK = Number(process.env.SHRINK ?? 30);
/** How much each set counts: the sum of weights over its right cases, and over its wrong ones. */
const SETS: Readonly<Record<string, number>> = {
  'lists 0': 330,
  'lists 0, cards': 330,
  'lists 2000': 330,
  'lists 2000, cards': 330,
  'lists 20000': 330,
  'lists 20000, cards': 330,
  'citation-integrity': 1000,
  scifact: 1000,
  'md-cite': 500,
  'pooled 0': 170,
  'pooled 2000': 170,
  'pooled 20000': 170,
};

interface Case {
  readonly set: string;
  readonly wrong: boolean;
  readonly cited: string;
  /** How many entries its library holds. */
  readonly entries: number;
  /** Its features are empty where the judge is silent whatever the weights. */
  readonly judged: Judgement;
  readonly maySpeak: boolean;
}

/** By task, then by claim: the right citation and a wrong one. */
const tasks: Case[][][] = fitTasks().map(({ set, library, claims }) =>
  claims.map((claim) =>
    [claim.right[0] ?? '', claim.wrong].flatMap((cited): Case[] => {
      const entry = library.get(cited);
      if (!entry) return [];
      const wrong = cited === claim.wrong;
      const others = wrong ? undefined : (other: { id: string }) => claim.right.includes(other.id);
      const judged = judgeCitation(library, claim.text, [entry], others);
      // A card says so little that right citations look wrong the most.
      const part = claim.isCard === true ? `${set}, cards` : set;
      return [{ set: part, wrong, cited, entries: library.size, judged, maySpeak: judged.doubt > 0 }];
    }),
  ),
);
const cases = tasks.flat(2);

function fit(part: readonly Case[]): number[] {
  const counts = new Map<string, number>();
  const key = (each: Case): string => `${each.set} ${String(each.wrong)}`;
  const heard = part.filter((each) => each.judged.features.length > 0);
  for (const each of heard) counts.set(key(each), (counts.get(key(each)) ?? 0) + 1);
  return fitLogistic(
    heard.map((each) => ({
      features: weighed(each.judged.features),
      positive: each.wrong,
      weight: (SETS[each.set] ?? 0) / (counts.get(key(each)) ?? 1),
    })),
    SHRINK,
  );
}

const doubt = (each: Case, weights: readonly number[]): number =>
  each.maySpeak ? doubtOf(each.judged.features, { weights, threshold: 0 }) : 0;

/** Speaks whatever the weights. */
const restated = (each: Case): boolean => each.judged.features.length > 0 && isRestated(each.judged.features);

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
  ...Object.keys(SETS).map((set) =>
    thresholdFor(
      cases.filter((each) => each.set === set),
      weights,
    ),
  ),
);
const familyOf = (set: string): string => set.split(' ')[0] ?? set;
for (const set of Object.keys(SETS)) {
  const own = cases.filter((each) => each.set === set);
  // The pooled references are those of md-cite's documents.
  const related = /^(?:md-cite|pooled)/.test(set) ? ['md-cite', 'pooled'] : [familyOf(set)];
  const foreign = fit(cases.filter((each) => !related.includes(familyOf(each.set))));
  const wrong = own.filter((each) => each.wrong);
  const right = own.filter((each) => !each.wrong);
  console.log(
    `${set.padEnd(20)} ${String(right.length)} right, ${String(wrong.length)} wrong; fitted on all: found ${share(wrong, (each) => doubt(each, weights) >= threshold)}, accused ${share(right, (each) => doubt(each, weights) >= threshold)}; fitted on the others: found ${share(wrong, (each) => doubt(each, foreign) >= threshold)}, accused ${share(right, (each) => doubt(each, foreign) >= threshold)}; strict pattern alone: ${share(wrong, restated)}, ${share(right, restated)}; threshold of its own ${thresholdFor(own, weights).toFixed(3)}`,
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
for (const set of ['lists 0', 'lists 2000', 'lists 20000']) {
  let found = 0;
  let swapped = 0;
  let accused = 0;
  let right = 0;
  tasks
    .filter((task) => task[0]?.[0]?.set.split(',')[0] === set)
    .forEach((task, note) => {
      const random = seeded(900 + note);
      const placed = task.flatMap((claim) => {
        const wrong = random() < 0.5;
        const chosen = claim.find((each) => each.wrong === wrong);
        if (!chosen) return [];
        const { judged } = chosen;
        const doubted = doubt(chosen, weights);
        const fits = judged.fits === 0 ? 0 : judged.features.length === 0 ? judged.fits : 1 - doubted;
        return [
          {
            wrong,
            cited: [chosen.cited],
            section: undefined,
            judged: { ...judged, doubt: doubted, doubtIfCited: doubtIfCited(doubted, judged.features), fits },
          },
        ];
      });
      doubtsInPlace(placed, { entries: task[0]?.[0]?.entries ?? 1 }).forEach((doubted, at) => {
        const wrong = placed[at]?.wrong === true;
        if (wrong) swapped++;
        else right++;
        if (doubted < threshold) return;
        if (wrong) found++;
        else accused++;
      });
    });
  console.log(
    `${set} as notes: found ${String(found)} of ${String(swapped)} = ${((100 * found) / swapped).toFixed(1)} %, accused ${String(accused)} of ${String(right)} = ${((100 * accused) / right).toFixed(2)} %`,
  );
}
