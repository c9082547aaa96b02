/**
 * How much each kind of evidence counts in ranking. Fitted by `bench/suggest/fit.ts`; docs/library.md says how, and on what.
 *
 * Two profiles: where every entry has a text, texts count; where few have one, a text must not carry its entry past the
 * better title of one that has none. A library stands somewhere between, by the share of its papers that have a text.
 */

export interface RankingWeights {
  /** Worth of one occurrence in title, text, notes, names, before saturation: evidence e counts e / (1 + e). */
  readonly title: number;
  readonly text: number;
  readonly notes: number;
  readonly names: number;
  /** How far each field's length discounts it, 0 to 1. */
  readonly titleLength: number;
  readonly textLength: number;
  readonly notesLength: number;
  readonly namesLength: number;
  /** How many entries' worth of say research prose at large has in a term's rarity. */
  readonly background: number;
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
  /** Worth of the words around a claim. */
  readonly context: number;
  /** What an entry gains by being cited in the note already, and by resting with a cited one under the same note or line. */
  readonly cited: number;
  readonly coCited: number;
  /** Closer look: neighbouring words that stand together, the best passage, the share of the title and of the claim that match. */
  readonly pair: number;
  readonly passage: number;
  readonly titleShare: number;
  readonly claimShare: number;
  /** Worth, in suggestions, of speaking of the same matter in other words. */
  readonly meaning: number;
}

export interface Profiles {
  /** No entry has a text. */
  readonly bare: RankingWeights;
  /** Every entry has one. */
  readonly full: RankingWeights;
}

export const profiles: Profiles = {
  bare: {
    title: 6.7,
    text: 0.2,
    notes: 0.5,
    names: 3.3,
    titleLength: 0.6,
    textLength: 0.8,
    notesLength: 0.6,
    namesLength: 0.7,
    background: 500,
    idf: 1.3,
    repeated: 0.375,
    number: 1,
    name: 1.33,
    compound: 0.25,
    acronym: 0.25,
    context: 0.06,
    cited: 0,
    coCited: 0.01,
    pair: 0.266,
    passage: 0,
    titleShare: 0.075,
    claimShare: 0,
    meaning: 0.03,
  },
  full: {
    title: 0.63,
    text: 0.31,
    notes: 0.3,
    names: 0.63,
    titleLength: 0.4,
    textLength: 0.8,
    notesLength: 0.6,
    namesLength: 0.5,
    background: 200,
    idf: 1,
    repeated: 0.4,
    number: 1.4,
    name: 1.1,
    compound: 0.3,
    acronym: 0.1,
    context: 0.06,
    cited: 0,
    coCited: 0.01,
    pair: 0.2,
    passage: 0.15,
    titleShare: 0.1,
    claimShare: 0.1,
    meaning: 0.2,
  },
};

/** The weights for a library in which this share of the papers has a text. Worths go by ratio, the rest by difference. */
export function weightsFor({ bare, full }: Profiles, filled: number): RankingWeights {
  // Squared: a quarter without texts is enough to be unfair to.
  const t = filled * filled;
  const between = (name: keyof RankingWeights): number => bare[name] + (full[name] - bare[name]) * t;
  const ratio = (name: keyof RankingWeights): number => bare[name] ** (1 - t) * full[name] ** t;
  return {
    title: ratio('title'),
    text: ratio('text'),
    notes: ratio('notes'),
    names: ratio('names'),
    titleLength: between('titleLength'),
    textLength: between('textLength'),
    notesLength: between('notesLength'),
    namesLength: between('namesLength'),
    background: between('background'),
    idf: between('idf'),
    repeated: between('repeated'),
    number: between('number'),
    name: between('name'),
    compound: between('compound'),
    acronym: between('acronym'),
    context: between('context'),
    cited: between('cited'),
    coCited: between('coCited'),
    pair: between('pair'),
    passage: between('passage'),
    titleShare: between('titleShare'),
    claimShare: between('claimShare'),
    meaning: between('meaning'),
  };
}
