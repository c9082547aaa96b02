/** How much each kind of evidence counts in ranking. Fitted by `bench/suggest/fit.ts`; see docs/library.md for how, and on what. */

export interface RankingWeights {
  /** Saturation of a term's frequency. */
  readonly k1: number;
  /** Worth of one occurrence in title, text, notes, names. */
  readonly field: readonly [number, number, number, number];
  /** How far a field's length discounts it, 0 to 1. */
  readonly b: readonly [number, number, number, number];
  /** Exponent of a term's rarity. */
  readonly idf: number;
  /** A repeated query word counts 1 + repeated · ln(count). */
  readonly repeated: number;
  /** Factors on query words: numbers, words written in capitals or mixed case, joined words. */
  readonly number: number;
  readonly name: number;
  readonly compound: number;
  /** Worth of an acronym for its expansion and the other way round. */
  readonly acronym: number;
  /** Worth of the words around the claim. */
  readonly context: number;
  /** Closer look: neighbouring words that stand together, the best passage, the share of the title and of the claim that match. */
  readonly pair: number;
  readonly passage: number;
  readonly titleShare: number;
  readonly claimShare: number;
  /** What the note cites already; what its co-cited works rest on. */
  readonly cited: number;
  readonly coCited: number;
}

export const weights: RankingWeights = {
  k1: 1.2,
  field: [2, 1, 1, 1],
  b: [0.4, 0.6, 0.6, 0.3],
  idf: 1,
  repeated: 0.5,
  number: 1,
  name: 1,
  compound: 0.5,
  acronym: 0.5,
  context: 0.1,
  pair: 0.2,
  passage: 0.2,
  titleShare: 0.1,
  claimShare: 0.1,
  cited: 0.05,
  coCited: 0.05,
};
