/**
 * Where a few sentences without a note come from, judged by their words: a speech, a post, a study's abstract, or none of these. What
 * counts as a claim differs: of an abstract what the study concludes, elsewhere whatever can be checked.
 */
import { put, type FeatureInput, type Features, type Register } from './features.ts';
import { hashOf } from './hash.ts';
import type { Tokens } from './tokens.ts';

const SPEECH = new Set(
  'we our us you your i my me president american americans america people thank country congress senator governor tax taxes jobs vote state states families children government ladies gentlemen tonight god bless legislature citizens budget schools'
    .split(' ')
    .map(hashOf),
);
const STUDY = new Set(
  'results patients study methods analysis data expression cells models model experiments performance show significant using protein effects investigated findings suggest suggests indicate indicates examined assessed measured evaluated associated conclude conclusion conclusions observed compared participants samples mean hypothesis treatment mice research evidence investigate investigators demonstrate demonstrated respectively'
    .split(' ')
    .map(hashOf),
);
const AT = hashOf('@');
const TAG = hashOf('#');
const HTTP = hashOf('http');
const HTTPS = hashOf('https');

const FEWEST_WORDS_OF_SPEECH = 2;
const SHARE_OF_SPEECH = 0.06;
/** A longer stretch is taken for a whole abstract. */
const MOST_OF_A_WINDOW = 5;

/** More than some sentences around one: a text of its own. */
export const isWhole = ({ length }: readonly Tokens[]): boolean => length > MOST_OF_A_WINDOW;

/** Nothing stands around it. */
export const isLone = ({ length }: readonly Tokens[]): boolean => length <= 1;

/** What kind of text the sentences are. */
export function registerOf(sentences: readonly Tokens[]): Exclude<Register, 'document'> {
  let speech = 0;
  let study = 0;
  let words = 0;
  let marks = 0;
  for (const each of sentences) {
    words += each.words;
    for (let i = 0; i < each.count; i++) {
      const hash = each.hashes[i] ?? 0;
      if (SPEECH.has(hash)) speech++;
      else if (STUDY.has(hash)) study++;
      if (hash === AT || hash === TAG || hash === HTTP || hash === HTTPS) marks++;
    }
  }
  if (isLone(sentences) && marks > 0) return 'post';
  if (speech > study && speech >= Math.max(FEWEST_WORDS_OF_SPEECH, words * SHARE_OF_SPEECH)) return 'speech';
  if (isLone(sentences)) return 'single';
  return isWhole(sentences) ? 'abstract' : 'window';
}

const LONE = hashOf('a lone sentence');
const SEVERAL = hashOf('several sentences');
/** Words are many and the texts to learn from few: 2^13 weights are shared by all of them. */
const WORD_MASK = (1 << 13) - 1;

/** Its words, and whether it is one sentence, which tells less. */
export function stretchFeatures(sentences: readonly Tokens[], into: Features): Features {
  into.count = 0;
  put(into, isLone(sentences) ? LONE : SEVERAL, 1);
  let total = 0;
  for (const { count } of sentences) total += count;
  const value = 2 / Math.sqrt(4 + total);
  for (const { count, hashes } of sentences)
    for (let i = 0; i < count; i++) put(into, wordOf(hashes[i] ?? 0), value);
  return into;
}

const wordOf = (hash: number): number => (hash ^ (hash >>> 13)) & WORD_MASK;

/**
 * Of a sentence alone nothing is known. Taken for a note's it is ranked far worse where manuscripts cite (AP 0.31 instead of 0.39 on
 * md-cite's books), and no better in notes.
 */
const NOTENESS_ALONE = 0.25;
/**
 * Of a few sentences hardly more. Taken for a manuscript's they are ranked far worse where they are a note's (AP 0.69 instead of 0.78 on half A
 * of the labelled notes, two sentences each way), and no better where they are a book's (0.350 and 0.344).
 */
const NOTENESS_OF_A_STRETCH = 0.4;

export const notenessOfStretch = (sentences: readonly Tokens[]): number =>
  isLone(sentences) ? NOTENESS_ALONE : NOTENESS_OF_A_STRETCH;

/** A sentence on its own, or one of several: the register that they share, and the stretch itself. */
export const stretchOf = (sentences: readonly Tokens[]): Pick<FeatureInput, 'register' | 'stretch'> => ({
  register: registerOf(sentences),
  stretch: sentences,
});
