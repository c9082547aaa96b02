/**
 * Which of a claim's hits are worth offering to cite. Some entry is always nearest, and one that shares nothing but "depression" or "about"
 * with the claim is on no more than the same field. Ranks nothing: it leaves out. Both measured by bench/suggest/offers.ts.
 */
import { backgroundShare } from './background.ts';
import type { SearchHit } from './model.ts';
import { termOf } from './terms.ts';

/** The least share of a claim's evidence. */
const LEAST_SHARE = 0.06;
/** A word that speaks alone stands in fewer research abstracts than one in 4,096, and in few of the hits: else it names a field. */
const RARE_WORD = 2 ** -12;
const FEW = 3;
/** An acronym or a name ("HPO", "spaCy") points at its work sooner; "AI", "LLM" and "GPT" do not. */
const RARE_NAME = 2 ** -8;
const NAME = /\p{L}\p{Lu}|\p{L}-?\p{Nd}|\p{Nd}\p{L}/u;

/** In their order. */
export function worthOffering(hits: readonly SearchHit[]): SearchHit[] {
  const near = hits.filter(({ score }) => score >= LEAST_SHARE);
  const lone = new Map<string, number>();
  const words = near.map(({ matched }) => loneWord(matched));
  for (const word of words) if (word !== undefined) lone.set(word, (lone.get(word) ?? 0) + 1);
  return near.filter((_, at) => {
    const word = words[at];
    return word === undefined || tells(word, lone.get(word) ?? 0);
  });
}

/** The one word of the claim that a hit holds; "fine-tuning" is one with its parts. */
function loneWord(matched: readonly string[]): string | undefined {
  const folded = matched.map((word) => word.toLowerCase());
  const [first, second] = matched.filter(
    (_, at) => !folded.some((other, place) => place !== at && other.includes(folded[at] ?? '')),
  );
  return second === undefined ? first : undefined;
}

function tells(word: string, hits: number): boolean {
  // As the vocabulary joins what a hyphen parts.
  const small = word.toLowerCase().replace(/[^\p{L}\p{N}.]/gu, '');
  const share = backgroundShare(termOf(small) ?? small);
  return NAME.test(word) ? share <= RARE_NAME : share <= RARE_WORD && hits <= FEW;
}
