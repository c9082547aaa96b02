/** A sentence of an abstract in the forms in which it may be asked for. */
import { groupOfSentence } from '../../core/src/claims/context.ts';
import { nearby, offsetAmong, type Example } from './data.ts';

/** The whole abstract, two sentences each way, nothing: how much each counts. */
const WEIGHTS = [0.6, 0.3, 0.1] as const;
export const FORMS = WEIGHTS.length;

/** The sentence at `at`, once a form, in this order. */
export function forms(
  set: string,
  document: string,
  sentences: readonly string[],
  at: number,
  label: 0 | 1,
  weight: number,
): Example[] {
  const text = sentences[at] ?? '';
  return [sentences.join(' '), nearby(sentences, at).join(' '), undefined].map((around, form) => ({
    set,
    document,
    offset: offsetAmong(sentences, at),
    text,
    group: groupOfSentence(text, around),
    label,
    weight: weight * (WEIGHTS[form] ?? 0),
    scored: false,
  }));
}
