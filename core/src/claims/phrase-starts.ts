/**
 * Where a phrase may begin so that it reads well alone: with its article, with what denies it, and with no subject taken from inside
 * another phrase. Refuses where it is not sure.
 */
import { beginsSegment, isCompared, isVerb, isVerbAt, saysSomething, type Core } from './phrase-forms.ts';
import type { PhraseWord } from './phrase-words.ts';

export function mayBegin(words: readonly PhraseWord[], at: number, core: Core): boolean {
  const word = words[at];
  const before = words[at - 1];
  const isGrown = at < core.from;
  if (!word || (isGrown && !mayGrowTo(words, at, core))) return false;
  if (isSecondOfRange(words, at)) return false;
  if (!before || before.isLast) return word.role !== 'preposition' || !isGrown || at === 0;
  if (isDenied(words, at)) return false;
  // Whose finding it is, is a name: "In the lab DeJarnette et al. show".
  if (core.isPhrase === true && !isGrown) return true;
  switch (word.role) {
    case 'preposition':
      return !isGrown || (word.small === 'between' && words[at + 1]?.role === 'number');
    case 'auxiliary':
      return !isGrown || NOT.test(word.small);
    case 'determiner':
      return before.role !== 'determiner' || !isGrown;
    case 'number':
      return !isGrown || !saysSomething(before) || isVerb(before);
    case 'content':
      // With its article, where it is a subject.
      if (isGrown && before.role === 'determiner') return false;
      if (before.role === 'number') return !isGrown && isVerb(word);
      if (/^(?:as|so)$/.test(before.small)) return false;
      // "Noise model" is no "model".
      return (
        before.role !== 'content' ||
        isVerbAt(words, at - 1) ||
        (!isGrown && (core.isVerb || isVerb(word) || isCompared(word)))
      );
    default:
      return true;
  }
}

/** "10 to **20** %", "between 20 and **30** %", and the first of the latter without its "between". */
function isSecondOfRange(words: readonly PhraseWord[], at: number): boolean {
  const before = words[at - 1];
  if (words[at]?.role !== 'number' || before === undefined || before.isLast) return false;
  if (before.small === 'between') return true;
  const isJoined = before.small === 'to' || (before.small === 'and' && words[at - 3]?.small === 'between');
  return isJoined && words[at - 2]?.role === 'number' && words[at - 2]?.isLast === false;
}

const NOT = /^(?:not|never|hardly|barely|scarcely|rarely|seldom|cannot)$|n['’]t$/;
/** Without these a subject is another: "no two edges", "few models". */
const OF_HOW_MANY =
  /^(?:no|few|fewer|all|each|every|most|some|many|several|both|either|neither|other|another)$/;

/** What stands before would turn it around, or say of how many it is said. */
function isDenied(words: readonly PhraseWord[], at: number): boolean {
  for (let place = at - 1; ; place--) {
    const before = words[place];
    if (!before || before.isLast) return false;
    if (NOT.test(before.small) || OF_HOW_MANY.test(before.small) || before.small === 'nor') return true;
    if (before.role !== 'adverb' && before.role !== 'determiner') return false;
  }
}

export const LEADS_IN = /^(?:so|then|thus|hence|therefore|however|yet|also|too)$/;

function mayGrowTo(words: readonly PhraseWord[], at: number, core: Core): boolean {
  const word = words[at];
  if (!word || word.role === 'conjunction' || LEADS_IN.test(word.small)) return false;
  if (!core.isVerb) return true;
  // "Shown to outperform", "predicted to be men": no subject, and another verb's matter.
  if (words.slice(at, core.from).some(({ small }) => small === 'to')) return false;
  return !isInside(words, at) && (beginsSegment(words, at) || !isVerb(word));
}

/**
 * In "taxes on fuel are regressive" nothing is said of fuel: no subject begins behind a preposition, behind a verb's helper or in the
 * midst of a list.
 */
function isInside(words: readonly PhraseWord[], at: number): boolean {
  for (let place = at; ; place--) {
    const word = words[place];
    const before = beginsSegment(words, place) ? undefined : words[place - 1];
    if (!word || !before || SUBJECT.test(word.small)) return false;
    const earlier = words[place - 2];
    if (/^(?:and|or)$/.test(before.small)) return earlier !== undefined && !earlier.isLast;
    if (before.role === 'preposition') return true;
    // "Three cups **a day** are": what stands behind a noun without a mark is no new subject.
    if (word.role === 'determiner')
      return before.role === 'content' && !isVerb(before) && !isBehindOpening(words, place);
    if (word.role === 'pronoun') return false;
    if (before.role === 'auxiliary') return word.small.endsWith('ing');
    if (!saysSomething(before) && before.role !== 'determiner') return false;
  }
}

/** "In the last trial **the** drug was stopped". */
function isBehindOpening(words: readonly PhraseWord[], at: number): boolean {
  if (/^an?$/.test(words[at]?.small ?? '')) return false;
  let start = at;
  while (!beginsSegment(words, start)) start--;
  return words[start]?.role === 'preposition' && !words.slice(start, at).some(isVerb);
}

/** These are subjects wherever they stand: "since there is", "after they left". */
const SUBJECT = /^(?:there|they|we|he|she|i)$/;
