/** The sentences of a source that hold a kind of figure, and whether one of its figures stands where a claim's stands. */
import { findFigures, type Figure } from './figures.ts';
import type { Entry } from './model.ts';
import { findSpelledFigures } from './spelled-figures.ts';
import { termOf } from './terms.ts';

export interface FigureSentence {
  readonly figures: readonly Figure[];
  readonly words: readonly Word[];
}

/** A word of substance, by its stem. */
interface Word {
  readonly term: string;
  readonly at: number;
}

/** Those with figures only. */
export function figureSentences(text: string): FigureSentence[] {
  return text.split(/(?<=[.!?])\s+(?=[\p{Lu}\d"“(])/u).flatMap((sentence) => {
    const figures = findFigures(sentence);
    return figures.length === 0 ? [] : [{ figures, words: wordsOf(sentence) }];
  });
}

export interface SourceFigures {
  readonly text: string;
  readonly sentences: readonly FigureSentence[];
  /** All of them, the spelled ones too. */
  readonly held: readonly Figure[];
}

/** By entry: entries never change, and every keystroke asks of each that a claim cites. */
const known = new WeakMap<Entry, SourceFigures>();

/** What an entry's text holds of figures; undefined where it has no text. */
export function figuresOf(entry: Entry): SourceFigures | undefined {
  const { text } = entry;
  if (text === undefined) return undefined;
  let figures = known.get(entry);
  if (!figures) {
    const sentences = figureSentences(text);
    const held = [...sentences.flatMap((sentence) => sentence.figures), ...findSpelledFigures(text)];
    known.set(entry, (figures = { text, sentences, held }));
  }
  return figures;
}

// Chosen on the even half of citation-integrity's articles and on arXiv's abstracts, a sentence of each held back: there
// 0 of 82 and 2.2 % of 1,580 right claims are accused (`bench/attribution/figures.ts`).
/** Of the words around the claim's figure, six on either side, so many have to stand in the rival's sentence. */
const PASSAGE = 6;
const SHARED = 0.6;
/** Of the nearest three on either side, so many among the rival's nearest: a source says it at greater length. */
const NEARBY = 3;
const SHARED_NEARBY = 0.5;
const NEARBY_IN_SOURCE = 5;

/**
 * The rivals of a claim's figure: those of its kind, of the same things where they count some, that a sentence of the source
 * has where the claim has its own, among the same words.
 */
export function rivalsOf(claim: string, figure: Figure, sentences: readonly FigureSentence[]): Figure[] {
  const words = wordsOf(claim);
  const passage = around(words, figure, PASSAGE);
  const nearby = around(words, figure, NEARBY);
  const counted = termsOf(wordsOf(figure.of));
  if (nearby.size === 0) return [];
  return sentences.flatMap((sentence) => {
    if (shared(passage, termsOf(sentence.words)) < SHARED * passage.size) return [];
    return sentence.figures.filter(
      (other) =>
        other.kind === figure.kind &&
        !other.isLimit &&
        shared(nearby, around(sentence.words, other, NEARBY_IN_SOURCE)) >= SHARED_NEARBY * nearby.size &&
        (figure.kind !== 'count' || shared(counted, termsOf(wordsOf(other.of))) > 0),
    );
  });
}

function around(words: readonly Word[], { span }: Figure, most: number): Set<string> {
  return termsOf([
    ...words.filter(({ at }) => at < span.start).slice(-most),
    ...words.filter(({ at }) => at >= span.end).slice(0, most),
  ]);
}

function shared(terms: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let count = 0;
  for (const term of terms) if (others.has(term)) count++;
  return count;
}

const termsOf = (words: readonly Word[]): Set<string> => new Set(words.map(({ term }) => term));

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const { 0: word, index } of text.matchAll(/\p{L}{3,}/gu)) {
    const term = termOf(word.toLowerCase());
    if (term !== undefined) words.push({ term, at: index });
  }
  return words;
}
