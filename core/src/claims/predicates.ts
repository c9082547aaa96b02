/**
 * The verbs that a sentence says something of its subject with: "crews **show** no effect", "taxes on fuel **are** regressive". Goes by
 * the forms of common verbs and by what stands around them; finds nothing where it is not sure, and judges no claim.
 */
import type { PhraseWord } from './phrase-words.ts';
import { mayBePlural, verbFormOf, type VerbForm } from './verbs.ts';

const BE = new Set(['is', 'are', 'was', 'were', "isn't", 'isn’t', "aren't", 'aren’t', "wasn't", 'wasn’t']);
const MODAL =
  /^(?:can|cannot|could|may|might|must|will|would|has|have|had|(?:ca|could|would|wo|has|have|do|does|did)n['’]t|do|does|did)$/;

export interface Predicate {
  /** First and last word of its verb. */
  readonly from: number;
  readonly to: number;
  /** It only tells which of several is meant: "tests **that fail** early", "the model **we use** here". */
  readonly isRelative: boolean;
}

/** Their verbs, in order. What follows "to" or an article is no predicate, and what nothing follows says nothing. */
export function findPredicates(words: readonly PhraseWord[]): Predicate[] {
  const found: Predicate[] = [];
  for (let at = 1; at < words.length; at++) {
    const to = verbEnd(words, at);
    if (to === undefined) continue;
    found.push({ from: at, to, isRelative: isRelative(words, at) });
    at = to;
  }
  return found;
}

/** The last word of a predicate's verb that begins at `at`. */
function verbEnd(words: readonly PhraseWord[], at: number): number | undefined {
  const word = words[at];
  const next = words[at + 1];
  if (!word || !next || word.isLast) return undefined;
  const subject = subjectPlace(words, at);
  // Behind what the writer put in brackets or commas the subject is out of sight.
  const isApart = words[at - 1]?.isLast === true && (BE.has(word.small) || MODAL.test(word.small));
  const before = subject === undefined ? undefined : words[subject];
  if (!before && !isApart) return undefined;
  if (BE.has(word.small)) {
    // "Are calculated over states", "is dominated by copies": what they are is still to come.
    const isPassive = isPastForm(next) && !next.isLast && words[at + 2]?.role === 'preposition';
    return next.small === 'to' ? undefined : isPassive ? at + 1 : at;
  }
  if (MODAL.test(word.small)) {
    // "Has no effect" and "can not be seen": the verb, or what stands for it.
    let to = at + 1;
    while (words[to]?.role === 'adverb' || words[to]?.small === 'be' || words[to]?.small === 'been') to++;
    const isPart = words[to]?.role === 'content' && words[to - 1]?.isLast !== true;
    return isPart && !/^(?:has|have|had)$/.test(word.small) ? to : isPart && isPastForm(words[to]) ? to : at;
  }
  const form = word.role === 'content' ? formOf(word, next) : undefined;
  if (form === undefined || !before) return undefined;
  // "The tools that economists use to …": the object has gone before.
  if (next.small === 'to' && word.small.startsWith('use')) return undefined;
  // "Small sets of features" are things.
  if (next.small === 'of' && !/^(?:consist|compl?ain|speak|think|tell|die|dispose)/.test(word.small))
    return undefined;
  switch (form) {
    case 'third':
      return /[^s]s$/.test(before.small) && before.role === 'content' ? undefined : at;
    case 'plain':
      return mayBePlural(before.small) || /^(?:they|who|which|we|everyone)$/.test(before.small)
        ? at
        : undefined;
    case 'past':
      // "A tool built for it" says nothing of the tool yet.
      return before.role === 'pronoun' || next.role === 'determiner' || next.role === 'number'
        ? at
        : undefined;
  }
}

/** By its ending, where an object follows: no list of verbs holds "cited the peace" and all its like. */
function formOf({ small }: PhraseWord, next: PhraseWord): VerbForm | undefined {
  const known = verbFormOf(small);
  if (known !== undefined || next.role !== 'determiner') return known;
  return /[^e]ed$/.test(small) ? 'past' : /[^s]s$/.test(small) ? 'third' : undefined;
}

const isPastForm = (word: PhraseWord | undefined): boolean =>
  word !== undefined && (verbFormOf(word.small) === 'past' || word.small.endsWith('ed'));

const WHO = /^(?:which|who|that)$/;

/** "Tests that fail", "the model we use", "checks if it is there"; in "in classification we use it" a statement begins. */
function isRelative(words: readonly PhraseWord[], at: number): boolean {
  const place = subjectPlace(words, at) ?? 0;
  const before = words[place - 1];
  if (WHO.test(words[place]?.small ?? '') || isSupposed(words, place)) return true;
  if (isBehindOpening(words, place)) return false;
  return words[place]?.role === 'pronoun' && before?.role === 'content' && !before.isLast;
}

/** The subject of what is only asked or supposed: "if it", "whether the two nets". */
function isSupposed(words: readonly PhraseWord[], place: number): boolean {
  for (let back = place; back >= 0; back--) {
    const word = words[back];
    if (!word || (back < place && word.isLast)) return false;
    if (/^(?:if|whether|unless)$/.test(word.small)) return true;
    if (back < place && !/^(?:content|determiner|number)$/.test(word.role)) return false;
  }
  return false;
}

/** All that stands before is one phrase with a preposition, which opens the sentence. */
function isBehindOpening(words: readonly PhraseWord[], place: number): boolean {
  let back = place - 1;
  while (
    back > 0 &&
    /^(?:content|determiner|number)$/.test(words[back]?.role ?? '') &&
    words[back]?.isLast !== true
  )
    back--;
  return back === 0 && words[0]?.role === 'preposition';
}

/** Where the subject's last word stands, over adverbs ("prices **usually** fall") and what is joined to it ("taxes **on fuel** are"). */
function subjectPlace(words: readonly PhraseWord[], at: number): number | undefined {
  let place = at - 1;
  if (words[place]?.small !== 'there')
    while (words[place]?.role === 'adverb' && words[place]?.isLast !== true) place--;
  const before = words[place];
  if (!before || before.isLast || !maySubject(before)) return undefined;
  for (let back = place - 1; back > 0; back--) {
    const word = words[back];
    if (!word || word.isLast) break;
    const isNoun = words[back - 1]?.role === 'content' && words[back - 1]?.isLast === false;
    if (word.role === 'preposition' && isNoun) place = --back;
    else if (word.role !== 'content' && word.role !== 'number' && word.role !== 'determiner') break;
  }
  return place;
}

const maySubject = ({ role, small }: PhraseWord): boolean =>
  role === 'content' ||
  role === 'pronoun' ||
  role === 'number' ||
  WHO.test(small) ||
  /^(?:there|this|these|those|all|both|each)$/.test(small);
