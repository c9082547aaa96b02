/**
 * How a whole note is written: how many of its sentences speak of "the authors", of "we", of "you", give steps or figures, stand in
 * lists. The same words want a source in a note on somebody's paper and none in the writer's own log: this tells the two apart.
 */
import { hashOf, mix } from './hash.ts';
import { cueNames } from './lexicon.ts';
import type { Tokens } from './tokens.ts';

export interface Manner {
  /** One for each of `measureNames`: the share's place among `STEPS`. */
  readonly steps: Uint8Array;
  /** Hashes of features, two a measure, each there by half: twice the same for a share on a feature, else the two about it. */
  readonly features: Int32Array;
}

/** In the order in which `mannerOf` sets them. */
const OTHERS = ['figures', 'items', 'cells', 'new names', 'capitals', 'words', 'length'] as const;
const measureNames: readonly string[] = [...cueNames, ...OTHERS];

/** Coarse, so that a keystroke seldom changes the manner, on which every score of the note hangs. Every other one is a feature. */
const STEPS = [0, 0.015, 0.03, 0.055, 0.08, 0.12, 0.16, 0.23, 0.3, 0.42, 0.55, 0.78, 1] as const;
const FEATURES = measureNames.map((name) => STEPS.map((_, step) => mix(hashOf(`manner ${name}`), step >> 1)));
const LONG_SENTENCE = 60;
/** Doublings of a sentence: a note of 1,000 sentences has the most that is told apart. */
const DOUBLINGS = 10;

export interface PlacedSentence {
  readonly tokens: Tokens;
  readonly block: string;
  readonly newNames: number;
}

export function mannerOf(sentences: readonly PlacedSentence[]): Manner {
  const counts = new Float64Array(measureNames.length);
  let figures = 0;
  let items = 0;
  let cells = 0;
  let newNames = 0;
  let capitals = 0;
  let words = 0;
  for (const { tokens, block, newNames: fresh } of sentences) {
    for (let open = tokens.cues; open !== 0; open &= open - 1) {
      const cue = 31 - Math.clz32(open & -open);
      counts[cue] = (counts[cue] ?? 0) + 1;
    }
    if (tokens.digits > 0) figures++;
    if (block === 'item') items++;
    if (block === 'cell') cells++;
    if (fresh > 0) newNames++;
    if (tokens.capitalised > 1) capitals++;
    words += tokens.words / LONG_SENTENCE;
  }
  const total = Math.max(1, sentences.length);
  const length = (total * Math.log2(total)) / DOUBLINGS;
  counts.set([figures, items, cells, newNames, capitals, words, length], cueNames.length);
  return mannerOfSteps(Uint8Array.from(counts, (count) => stepOf(count / total)));
}

function mannerOfSteps(steps: Uint8Array): Manner {
  const features = new Int32Array(2 * steps.length);
  steps.forEach((step, measure) => {
    features[2 * measure] = FEATURES[measure]?.[step] ?? 0;
    features[2 * measure + 1] = FEATURES[measure]?.[Math.min(STEPS.length - 1, step + 1)] ?? 0;
  });
  return { steps, features };
}

function stepOf(share: number): number {
  let step = 0;
  while (step < STEPS.length - 1 && share > ((STEPS[step] ?? 0) + (STEPS[step + 1] ?? 0)) / 2) step++;
  return step;
}

export const isSameManner = (a: Manner, b: Manner): boolean =>
  a.steps.every((step, measure) => step === b.steps[measure]);
