/** What follows from a supposition is supposed with it: "Suppose demand is elastic. Then a rise in $w$ lowers $L$." */
import { notAClaim } from '../claims/not-claims.ts';
import type { Note, Sentence } from '../note/model.ts';

const SUPPOSES =
  /^[\W_]*(?:(?:now|next|again|first),? )?(?:let us )?(?:suppose|assum(?:e|ing)|imagine|say|let)\b/i;
const FOLLOWS = /^[\W_]*then\b/i;

/** Whether a sentence says "Then …" in the paragraph of such a supposition, right behind it or behind others of its kind. */
export function followsSupposition(note: Note, sentence: Sentence): boolean {
  if (!FOLLOWS.test(sentence.words)) return false;
  const first = note.blocks[sentence.block]?.sentences.first ?? sentence.index;
  for (let index = sentence.index - 1; index >= first; index--) {
    const words = note.sentences[index]?.words ?? '';
    if (FOLLOWS.test(words)) continue;
    return SUPPOSES.test(words) && notAClaim(words) !== undefined;
  }
  return false;
}
