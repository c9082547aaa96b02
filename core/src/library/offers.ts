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

/** Of several words one stands in no more abstracts than one in 16; words of amount and place are of every field, however rare in these. */
const OF_A_FIELD = 2 ** -4;
const OF_EVERY_FIELD =
  /^(?:about|above|across|after|against|around|before|behind|below|beyond|during|few(?:er)?|half|least|less|many|more|most|much|near(?:ly)?|others?|over|same|several|since|than|under|until|within|without|years?)$/;

/** In their order. */
export function worthOffering(hits: readonly SearchHit[]): SearchHit[] {
  const near = hits.filter(({ score }) => score >= LEAST_SHARE);
  const lone = new Map<string, number>();
  const words = near.map(({ matched }) => loneWord(matched));
  for (const word of words) if (word !== undefined) lone.set(word, (lone.get(word) ?? 0) + 1);
  return near.filter(({ matched }, at) => {
    const word = words[at];
    if (!isOfSomeField(matched)) return false;
    return word === undefined || tells(word, lone.get(word) ?? 0);
  });
}

/** "Improves", "large" and "trained" stand in every field's abstracts: however many of them match, nothing is said of the subject. */
const isOfSomeField = (matched: readonly string[]): boolean =>
  matched.length === 0 ||
  matched.some((word) => !OF_EVERY_FIELD.test(word.toLowerCase()) && shareOf(word) <= OF_A_FIELD);

/** The one word of the claim that a hit holds; "fine-tuning" is one with its parts. */
function loneWord(matched: readonly string[]): string | undefined {
  const folded = matched.map((word) => word.toLowerCase());
  const [first, second] = matched.filter(
    (_, at) => !folded.some((other, place) => place !== at && other.includes(folded[at] ?? '')),
  );
  return second === undefined ? first : undefined;
}

function tells(word: string, hits: number): boolean {
  const share = shareOf(word);
  return NAME.test(word) ? share <= RARE_NAME : share <= RARE_WORD && hits <= FEW;
}

function shareOf(word: string): number {
  // As the vocabulary joins what a hyphen parts.
  const small = word.toLowerCase().replace(/[^\p{L}\p{N}.]/gu, '');
  return backgroundShare(termOf(small) ?? small);
}
