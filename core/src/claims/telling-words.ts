/**
 * Of a sentence that shows no sign of a kind, the words to quote in a message when the weights alone decided: the predicate that weighs
 * most in the model, else the two words that do. Looks at words and pairs, as `features.ts` reads them; what neighbours and places add is not
 * to be quoted.
 */
import type { Span } from '../text/span.ts';
import { registerHash, weightIndex, type FeatureInput } from './features.ts';
import { mix } from './hash.ts';
import type { Head } from './model-weights.ts';
import { findPredicates } from './predicates.ts';
import { readWords, type Word } from './quotable-words.ts';
import { tokenise } from './tokens.ts';

/** A head and how much of the score is its. */
export interface Share {
  readonly head: Head;
  readonly share: number;
}

interface Weighed extends Word {
  readonly hash: number;
  readonly weight: number;
  /** The heading says it already. */
  readonly isTopic: boolean;
}

interface Stretch extends Span {
  readonly weight: number;
}

const MOST = 2;

export function tellingWords(text: string, input: FeatureInput, shares: readonly Share[]): string[] {
  const weigh = weigher(input, shares);
  const words = wordsOf(text, input, weigh);
  const predicates = findPredicates(words).map((span) => ({ ...span, weight: weightIn(words, span) }));
  const chosen: Stretch[] = [];
  for (const stretch of [
    ...heaviest(predicates),
    ...heaviest(pairsOf(words, weigh)),
    ...heaviest(namesIn(words)),
  ]) {
    if (chosen.length === MOST) break;
    if (chosen.every(({ start, end }) => end <= stretch.start || stretch.end <= start)) chosen.push(stretch);
  }
  return chosen.map(({ start, end }) => text.slice(start, end));
}

function weigher({ register }: FeatureInput, shares: readonly Share[]): (hash: number) => number {
  const home = registerHash(register);
  return (hash) =>
    shares.reduce((sum, { head, share }) => {
      const of = (feature: number): number => head.weights[weightIndex(feature)] ?? 0;
      return sum + share * head.scale * (of(hash) + of(mix(home, hash)));
    }, 0);
}

function wordsOf(text: string, { heading, above }: FeatureInput, weigh: (hash: number) => number): Weighed[] {
  const topics = new Set([...(heading?.hashes ?? []), ...(above?.hashes ?? [])]);
  return readWords(text).map((word) => {
    const hash = tokenise(word.text).hashes[0] ?? 0;
    return { ...word, hash, weight: weigh(hash), isTopic: topics.has(hash) };
  });
}

const weightIn = (words: readonly Weighed[], { start, end }: Span): number =>
  words.reduce(
    (sum, word) => (word.start >= start && word.end <= end && !word.isEmpty ? sum + word.weight : sum),
    0,
  );

/** Two words that stand together, of which the heading has not said both. */
function pairsOf(words: readonly Weighed[], weigh: (hash: number) => number): Stretch[] {
  return words.flatMap((word, at): Stretch[] => {
    const next = words[at + 1];
    if (!next || word.isLast || word.isEmpty || next.isEmpty || next.isAdverb) return [];
    if (word.isTopic && next.isTopic) return [];
    const weight = word.weight + next.weight + weigh(mix(word.hash, next.hash));
    return weight > 0 ? [{ start: word.start, end: next.end, weight }] : [];
  });
}

/** One word is quoted only where it is a name, and there is nothing better. */
const namesIn = (words: readonly Weighed[]): Stretch[] =>
  words.filter(
    ({ start, text, weight, isEmpty, isTopic }) =>
      start > 0 && weight > 0 && !isEmpty && !isTopic && /^\p{Lu}/u.test(text),
  );

const heaviest = (stretches: readonly Stretch[]): Stretch[] =>
  [...stretches].sort((a, b) => b.weight - a.weight || a.start - b.start);
