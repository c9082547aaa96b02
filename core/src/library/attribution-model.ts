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

/**
 * The claim tells what the better entry's title asks and its text answers, nothing in the cited one does, and no other entry
 * comes near. Of 7,520 right citations that `bench/attribution/fit.ts` looks at, four look like this.
 */
export function isRestated(features: readonly number[]): boolean {
  const [, ratio = 1, , , , ownPassage = 1, passage = 0, , title = 0] = features;
  const words = features[14] ?? 0;
  const second = features[19] ?? 1;
  const fifth = features[20] ?? 1;
  return (
    ratio < 0.55 &&
    title >= 0.36 &&
    passage >= 0.28 &&
    ownPassage < Math.min(0.15, 0.42 * passage) &&
    words >= FIVE_WORDS &&
    second < 0.8 &&
    fifth < 0.52
  );
}

/** As `featuresOf` writes them. */
const FIVE_WORDS = 0.89;
/** The doubt that such a pattern is worth by itself. */
const RESTATED = 0.98;

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
    -2.142, -0.563, -1.553, 0.104, -0.755, -0.327, -1.082, 1.062, 1.319, 3.356, 0.341, 0.183, 0.662, -1.908,
    0.71, 0.828, -2.597, 0.14, 0.674, -0.688, -0.399, -0.341, 0.263, 0.521, -0.116, 0.886, 1.406, 2.338,
    -0.612, -0.543, 0.403, -0.049, 1.495, -0.421, -0.444, 0.112, 0.368, -0.031, -0.455, -0.264, 0.231, 0.124,
    0.689, -0.511, -0.268, -0.197, -0.088, 0.031,
  ],
  threshold: 0.9229,
};
