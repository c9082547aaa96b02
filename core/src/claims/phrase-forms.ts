/** What a word of a phrase is where it stands, for `phrase-starts.ts` and `phrase-ends.ts`: a verb, a participle, the opening of a clause. */
import { formInPhrase } from './phrase-verbs.ts';
import type { PhraseWord } from './phrase-words.ts';
import { mayBePlural } from './verbs.ts';

/** The words that a phrase is grown around: the first and the last. */
export interface Core {
  readonly from: number;
  readonly to: number;
  /** Says something of a subject, which stands before it. */
  readonly isVerb: boolean;
  /** Says little without what follows: a verb its object, "every" its noun. */
  readonly wantsMore: boolean;
  /** Is a phrase by itself, whatever follows: "one study found". */
  readonly isPhrase?: boolean;
}

/** Words of a phrase that say something by themselves. */
export const saysSomething = ({ role }: PhraseWord): boolean => role === 'content' || role === 'number';

export const beginsSegment = (words: readonly PhraseWord[], at: number): boolean =>
  at === 0 || words[at - 1]?.isLast === true;

export const NOBODY = /^(?:nobody|nothing|everyone|everything)$/;

export const isBreak = (word: PhraseWord | undefined): boolean =>
  word?.role === 'preposition' || word?.role === 'conjunction';

/** Has a verb's form; "model" and "state", which research prose has as nouns, have none here. */
export const isVerb = ({ small, role }: PhraseWord): boolean =>
  role === 'content' && formInPhrase(small) !== undefined;

/** In "the carbon tax fell" nobody taxes: a plain form is a verb's only behind a plural, a pronoun or a helper. */
export function isVerbAt(words: readonly PhraseWord[], at: number): boolean {
  const word = words[at];
  const before = words[at - 1];
  if (!word || !isVerb(word)) return false;
  if (beginsSegment(words, at) || !before) return true;
  // "The effects".
  if (/^(?:an?|the|its|their|his|her|our|no)$/.test(before.small)) return false;
  if (formInPhrase(word.small) !== 'plain') return true;
  return before.role === 'content' ? mayBePlural(before.small) : !/^(?:determiner|number)$/.test(before.role);
}

export const isPast = (word: PhraseWord): boolean =>
  word.role === 'content' &&
  (formInPhrase(word.small) === 'past' ||
    /(?:[^e]ed|taken|given|shown|known|seen|written|driven|chosen|drawn|done)$/.test(word.small));

/** "The test **costs** a day"; behind an article or a figure it is a noun. */
export function isThirdAt(words: readonly PhraseWord[], at: number): boolean {
  const word = words[at];
  const before = words[at - 1];
  if (word?.role !== 'content' || (before?.role !== 'content' && before?.role !== 'pronoun')) return false;
  return formInPhrase(word.small) === 'third';
}

export const isCompared = ({ small }: PhraseWord): boolean =>
  /\p{L}(?:er|est)$/u.test(small) || small.includes('-fold');

/** What opens a clause. */
export const CLAUSE =
  /^(?:that|how|why|whether|what|which|who|whose|when|where|if|because|although|though|while)$/;
