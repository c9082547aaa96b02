/** The sentences of a source that hold a kind of figure, and whether one of them speaks of what a claim speaks of. */
import { findFigures, type Figure } from './figures.ts';
import { termOf } from './terms.ts';

export interface FigureSentence {
  readonly figures: readonly Figure[];
  readonly terms: ReadonlySet<string>;
}

/** Those with figures only. */
export function figureSentences(text: string): FigureSentence[] {
  return text
    .split(/(?<=[.!?])\s+(?=[\p{Lu}\d"“(])/u)
    .map((sentence) => ({ figures: findFigures(sentence), terms: termsOf(sentence) }))
    .filter(({ figures }) => figures.length > 0);
}

/** Words of substance that a sentence and a claim share, for one to be about the other's matter. */
const SHARED = 3;
/** A short claim has fewer to share. */
const SHORT_SHARE = 0.5;

/** The rivals of a claim's figure: those of its kind in sentences that speak of the same, and counts of the same things. */
export function rivalsOf(claim: string, figure: Figure, sentences: readonly FigureSentence[]): Figure[] {
  const terms = termsOf(claim);
  const counted = termsOf(figure.of);
  const least = Math.min(SHARED, Math.max(1, Math.ceil(SHORT_SHARE * terms.size)));
  return sentences.flatMap((sentence) => {
    const about = shared(terms, sentence.terms) >= least;
    return sentence.figures.filter(
      (other) => other.kind === figure.kind && (about || shared(counted, termsOf(other.of)) > 0),
    );
  });
}

function shared(terms: ReadonlySet<string>, others: ReadonlySet<string>): number {
  let count = 0;
  for (const term of terms) if (others.has(term)) count++;
  return count;
}

function termsOf(text: string): Set<string> {
  const terms = new Set<string>();
  for (const word of text.toLowerCase().match(/\p{L}{3,}/gu) ?? []) {
    const term = termOf(word);
    if (term !== undefined) terms.add(term);
  }
  return terms;
}
