/**
 * Whether a claim can come from the entries it cites, judged against the rest of the library. Says how sure it is that it
 * cannot, and which entry matches instead; where nothing tells works apart it says so by a low number. Words only: it cannot
 * know that a source says the opposite.
 */
import { compareSources } from './library.ts';
import type { Entry, Library } from './model.ts';
import type { Comparison, Ranked } from './ranking.ts';
import { titleKey } from './titles.ts';

export interface Judgement {
  /** 0 to 1: how sure it is that the citation is wrong. */
  readonly doubt: number;
  /** What matches better: never a line, never the cited entry's own kin. */
  readonly better: Entry;
  /** The claim's words that the better entry has and the cited one lacks, weightiest first. */
  readonly words: readonly string[];
  readonly features: readonly number[];
}

/** A passage of a cited entry that says this much of the claim settles it; the rest of the library need not be asked. */
const MATCHES = 0.4;
/** One or two shared words are chance, however rare. */
const LEAST_WORDS = 3;
/** How many of the best are looked at; the better entry is nearly always among the first three. */
const DEPTH = 20;

/** Undefined when there is nothing to doubt: the cited text says much of the claim, or the library knows no word of it. */
export function judgeCitation(
  library: Library,
  claim: string,
  cited: readonly Entry[],
  exclude: (entry: Entry) => boolean = () => false,
  model: AttributionModel = attributionModel,
): Judgement | undefined {
  const kin = kinOf(library, cited);
  const comparison = compareSources(library, claim, [...kin.values()], DEPTH, MATCHES);
  if (!comparison || comparison.best.length === 0) return undefined;
  const titles = new Set(cited.map((entry) => titleKey(entry.title)));
  const others = comparison.best.filter(
    ({ entry }) =>
      entry.kind !== 'line' && !kin.has(entry.id) && !titles.has(titleKey(entry.title)) && !exclude(entry),
  );
  const better = clearest(others);
  const own = strongest(comparison.cited);
  if (!better || !own) return undefined;
  const features = featuresOf(comparison, own, others, better);
  const words = better.matched.filter((word) => !own.matched.includes(word));
  // A title alone leaves out nearly all that a work says: only the strict pattern may speak against it.
  const thin =
    comparison.cited.every(({ entry }) => entry.text === undefined) || distinct(features) < LEAST_WORDS;
  const doubt = thin && !isRestated(features) ? 0 : doubtOf(features, model);
  return { doubt, better: better.entry, words, features };
}

/** How many words the better entry has and the cited one lacks. */
const distinct = (features: readonly number[]): number => Math.round(Math.exp(2 * (features[14] ?? 0)) - 1);

/** The cited entries, what rests on them and what they rest on: evidence for any of them is evidence for the citation. */
function kinOf(library: Library, cited: readonly Entry[]): Map<string, Entry> {
  const kin = new Map<string, Entry>();
  for (const entry of cited) {
    kin.set(entry.id, entry);
    for (const note of library.restingOn(entry.id)) if (note.kind === 'note') kin.set(note.id, note);
    if (entry.kind !== 'paper')
      for (const paper of library.foundations(entry)) {
        kin.set(paper.id, paper);
        for (const note of library.restingOn(paper.id)) if (note.kind === 'note') kin.set(note.id, note);
      }
  }
  return kin;
}

/** Of the best and those that nearly tie with it, the one of which a single passage says most: a title alone may match by chance. */
function clearest(others: readonly Ranked[]): Ranked | undefined {
  const best = others[0];
  return (
    best &&
    others
      .filter((other) => other.score >= NEAR_TIE * best.score)
      .reduce((a, b) => (b.passage > a.passage ? b : a), best)
  );
}

const NEAR_TIE = 0.9;

function strongest(ranked: readonly Ranked[]): Ranked | undefined {
  return ranked.reduce<Ranked | undefined>(
    (best, each) => (best === undefined || each.score > best.score ? each : best),
    undefined,
  );
}

/** As many entries as research prose at large stands for, in saying what tells works apart. */
const BACKGROUND = 5000;

/** Numbers that stay alike from library to library: what the words that match tell, never raw scores. */
function featuresOf(
  comparison: Comparison,
  own: Ranked,
  others: readonly Ranked[],
  better: Ranked,
): number[] {
  const { query } = comparison;
  const rarest = Math.log(1 + comparison.documents + BACKGROUND);
  const rarestHere = Math.log(1 + comparison.documents);
  const second = others[1];
  let total = 0;
  let inOwn = 0;
  let inBetter = 0;
  let inSecond = 0;
  let onlyBetter = 0;
  let onlyOwn = 0;
  let ownTop = 0;
  let betterTop = 0;
  let nameTop = 0;
  let words = 0;
  for (const { id, text } of query.terms) {
    const implied = text === '';
    const tells = Math.min(comparison.rarity(id, BACKGROUND) / rarest, comparison.rarity(id, 0) / rarestHere);
    // Words that most of research prose holds tell nothing, in whatever number.
    const weight = Math.max(0, tells - 0.25);
    if (!implied) total += weight;
    const own_ = own.terms.has(id);
    const better_ = better.terms.has(id);
    if (own_) {
      inOwn += weight;
      ownTop = Math.max(ownTop, tells);
    }
    if (better_) inBetter += weight;
    if (second?.terms.has(id)) inSecond += weight;
    if (own_ && !better_) onlyOwn += weight;
    if (better_ && !own_) {
      onlyBetter += weight;
      words++;
      betterTop = Math.max(betterTop, tells);
      if (better.titleTerms.has(id)) nameTop = Math.max(nameTop, tells);
    }
  }
  const share = (sum: number): number => (total === 0 ? 0 : Math.min(1, sum / total));
  // A clear match stands apart from the next best ones; chance matches crowd.
  const lead = (place: number): number =>
    better.score <= 0 ? 1 : (others[place]?.score ?? 0) / better.score;
  const ahead = others.filter((other) => other.score > own.score).length;
  return [
    1,
    better.score <= 0 ? 1 : Math.min(2, own.score / better.score),
    share(inOwn),
    share(inBetter),
    share(inSecond),
    own.passage,
    better.passage,
    own.title,
    better.title,
    own.pairs,
    better.pairs,
    Math.min(2, total / 3),
    Math.min(2, onlyBetter / 2),
    Math.min(2, onlyOwn / 2),
    Math.log(1 + words) / 2,
    Math.log(1 + ahead) / Math.log(1 + DEPTH),
    ownTop,
    betterTop,
    nameTop,
    lead(1),
    lead(4),
    lead(14),
    own.score <= 0 ? 1 : Math.min(2, (others[14]?.score ?? 0) / own.score),
  ];
}

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
 * comes near. Of right citations in `bench/attribution`, one in 617 looks like this.
 */
function isRestated(features: readonly number[]): boolean {
  const [, ratio = 1, , , , ownPassage = 1, passage = 0, , title = 0] = features;
  const words = features[14] ?? 0;
  const fifth = features[20] ?? 1;
  return ratio < 0.6 && title >= 0.33 && passage >= 0.18 && ownPassage < 0.1 && words >= 0.8 && fifth < 0.5;
}

export interface AttributionModel {
  /** For the features, then for the logarithms of some. */
  readonly weights: readonly number[];
  /** Doubt from which a citation is called wrong: fewer than one right citation in a hundred reaches it. */
  readonly threshold: number;
}

export function doubtOf(features: readonly number[], model: AttributionModel): number {
  if (isRestated(features)) return 1;
  let sum = 0;
  for (let at = 0; at < features.length; at++) sum += (features[at] ?? 0) * (model.weights[at] ?? 0);
  BY_RATIO.forEach(([at, least], place) => {
    sum += Math.log((features[at] ?? 0) + least) * (model.weights[features.length + place] ?? 0);
  });
  return 1 / (1 + Math.exp(-sum));
}

/** Everything that `doubtOf` weighs, for fitting. */
export const weighed = (features: readonly number[]): number[] => [
  ...features,
  ...BY_RATIO.map(([at, least]) => Math.log((features[at] ?? 0) + least)),
];

/** Fitted by `bench/attribution/fit.ts`. */
export const attributionModel: AttributionModel = {
  weights: [
    -3.233, -0.998, 0.087, 0.007, -0.338, -1.283, 0.591, -1.897, 1.323, -0.27, -0.803, 0.202, 1.294, -0.776,
    0.461, 0.687, -2.256, 1.624, 0.501, 0.197, 0.064, -0.336, 0.094, -1.697, -0.619, 0.027, 0.555, 0.154,
    0.087, 0.013, -0.385, -0.189, 1.455, -0.212, -0.279, -0.589, -0.383, 0.236,
  ],
  threshold: 0.91,
};
