/** How much each kind of evidence counts in ranking. */

export interface RankingWeights {
  readonly k1: number;
  /** Title, text, notes, names. */
  readonly fieldWeight: readonly number[];
  readonly fieldB: readonly number[];
}

export const weights: RankingWeights = {
  k1: 1.2,
  fieldWeight: [2, 1, 1, 1],
  fieldB: [0.4, 0.6, 0.6, 0.3],
};
