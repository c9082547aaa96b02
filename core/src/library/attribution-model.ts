/**
 * The evidence on a citation weighed into one doubt from 0 to 1. Fitted by `bench/attribution/fit.ts` on what licences grant
 * (docs/library.md says what); the numbers below are its output.
 */

/** Those features of which a ratio tells more than a difference; each is added again as its logarithm. */
const BY_RATIO: readonly (readonly [number, number])[] = [
  [1, 0.1],
  [2, 0.05],
  [3, 0.05],
  [5, 0.03],
  [6, 0.05],
  [7, 0.05],
  [8, 0.05],
  [12, 0.05],
  [13, 0.03],
  [16, 0.1],
  [17, 0.1],
  [18, 0.1],
  [19, 0.1],
  [20, 0.1],
  [21, 0.1],
];

/** How near other entries may come to the better one, as shares of its score: the cited one, the second, the fifth. */
interface Crowd {
  readonly cited: number;
  readonly second: number;
  readonly fifth: number;
}
const APART: Crowd = { cited: 0.55, second: 0.8, fifth: 0.52 };
/** Where the note cites the better one elsewhere: of 3,211 right citations of reading lists, one looks like this. */
const CITED: Crowd = { cited: 0.7, second: 0.95, fifth: 0.8 };

/**
 * The claim tells what the better entry's title asks and its text answers, nothing in the cited one does, and no other entry
 * comes near. Of 8,354 right citations that `bench/attribution/fit.ts` looks at, seven look like this.
 */
export const isRestated = (features: readonly number[]): boolean => restates(features, APART);

function restates(features: readonly number[], crowd: Crowd): boolean {
  const [, ratio = 1, , , , ownPassage = 1, passage = 0, , title = 0] = features;
  const words = features[14] ?? 0;
  const second = features[19] ?? 1;
  const fifth = features[20] ?? 1;
  return (
    ratio < crowd.cited &&
    title >= 0.33 &&
    passage >= 0.28 &&
    ownPassage < Math.min(0.15, 0.42 * passage) &&
    words >= FIVE_WORDS &&
    second < crowd.second &&
    fifth < crowd.fifth
  );
}

/** As `featuresOf` writes them. */
const FIVE_WORDS = 0.89;
/** The doubt that such a pattern is worth by itself. */
const RESTATED = 0.98;

/** A doubt in the knowledge that the note cites the better entry elsewhere: the pattern may stand in a crowd. */
export const doubtIfCited = (doubt: number, features: readonly number[]): number =>
  restates(features, CITED) ? Math.max(doubt, RESTATED) : doubt;

export interface AttributionModel {
  /** For the features, then for the logarithms of some. */
  readonly weights: readonly number[];
  /** Doubt from which a citation is called wrong: fewer than one right citation in a hundred reaches it. */
  readonly threshold: number;
}

export function doubtOf(features: readonly number[], model: AttributionModel): number {
  let sum = 0;
  for (let at = 0; at < features.length; at++) sum += (features[at] ?? 0) * (model.weights[at] ?? 0);
  BY_RATIO.forEach(([at, least], place) => {
    sum += Math.log((features[at] ?? 0) + least) * (model.weights[features.length + place] ?? 0);
  });
  const doubt = 1 / (1 + Math.exp(-sum));
  return isRestated(features) ? Math.max(doubt, RESTATED) : doubt;
}

/** Everything that `doubtOf` weighs, for fitting. */
export const weighed = (features: readonly number[]): number[] => [
  ...features,
  ...BY_RATIO.map(([at, least]) => Math.log((features[at] ?? 0) + least)),
];

/** Fitted by `bench/attribution/fit.ts`. */
export const attributionModel: AttributionModel = {
  weights: [
    -1.865, -0.297, -0.829, -0.111, -0.661, 0.915, -0.352, 0.405, 1.459, 1.984, 0.05, 0.216, 0.257, -2.516,
    0.072, 0.302, -2.158, -0.115, 0.551, -0.057, -0.02, -0.508, 0.212, 0.216, -0.08, 0.529, 1.958, 1.981,
    -0.714, -0.585, 0.216, -0.058, 1.144, 1.809, 0.575, 0.122, -0.453, 0.477, -0.116, 0.571, 2.298, -1.407,
    -0.208, -0.214, 0.14, 0.229, 0.055, -0.295, -0.251, 0.272, 0.021, 0.402, -0.336, -0.185, -0.383, -0.27,
    -0.155,
  ],
  threshold: 0.9566,
};
