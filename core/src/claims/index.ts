/**
 * The claim model's public face: a sentence in its context to two calibrated scores, a kind and the words that decided.
 * Features are `features.ts`'s, the fitted weights `weights.ts`'s, what a sentence says by itself `reading.ts`'s, its scores in its
 * note `judged.ts`'s, what is never a claim `not-claims.ts`'s, what is asked for a source `profiles.ts`'s. See docs/claims.md.
 */
import type { Note } from '../note/model.ts';
import { aloneInput, groupOfSentence, inputsOfNote } from './context.ts';
import type { FeatureInput } from './features.ts';
import { Judged } from './judged.ts';
import type { ClaimMemory } from './memory.ts';
import type { ClaimInput, ClaimScore } from './model.ts';
import { Reading } from './reading.ts';
import { tokenise } from './tokens.ts';

export { languageOf, languageOfNote, type Language } from './language.ts';
export { notAClaim, type NotAClaim } from './not-claims.ts';
export { kindOrFinding } from './model.ts';
export { thresholds, wantsSource, type Profile } from './profiles.ts';

/** One for each of `note.sentences`; null for what is no prose. With a memory of the version before, only what is new is judged. */
export function scoreNote(note: Note, memory?: ClaimMemory): (ClaimScore | null)[] {
  const inputs = inputsOfNote(note, memory);
  const scores = note.sentences.map(({ words }, index) => {
    const input = inputs[index];
    if (!input) return null;
    return memory ? memory.scoreOf(words, input) : judge(words, input);
  });
  memory?.end();
  return scores;
}

export function scoreSentence(input: ClaimInput): ClaimScore {
  const tokens = tokenise(input.text);
  const previous = input.previous === undefined ? undefined : tokenise(input.previous);
  const next = input.next === undefined ? undefined : tokenise(input.next);
  return judge(input.text, {
    tokens,
    previous,
    next,
    heading: input.heading === '' ? undefined : tokenise(input.heading),
    above: undefined,
    manner: undefined,
    language: 'en',
    block: input.block,
    before: Math.round(input.positionInBlock * 4),
    behind: Math.round((1 - input.positionInBlock) * 4),
    place: input.positionInNote,
    register: 'document',
    newNames: 0,
    stretch: undefined,
  });
}

/** A sentence with the text around it, the sentence among it, where that is known. */
export function scoreInContext(text: string, context?: string): ClaimScore {
  const { inputs, at } = groupOfSentence(text, context);
  const input = inputs[at];
  const tokens = tokenise(text);
  // The context may be split otherwise than the caller's sentence: its own words count.
  return judge(text, input ? { ...input, tokens } : aloneInput(text));
}

const judge = (text: string, input: FeatureInput): ClaimScore =>
  new Judged(new Reading(text, input), input.manner);
