/**
 * The verbs that a sentence says something of its subject with: "crews **show** no effect", "taxes on fuel **are** regressive". Goes by
 * the forms of common verbs and by what stands around them; finds nothing where it is not sure, and judges no claim.
 */
import { Once } from '../text/once.ts';
import type { PhraseWord } from './phrase-words.ts';
import { formInPhrase } from './phrase-verbs.ts';
import { mayBePlural, type VerbForm } from './verbs.ts';

const BE = new Set(['is', 'are', 'was', 'were', "isn't", 'isn’t', "aren't", 'aren’t', "wasn't", 'wasn’t']);
const MODAL =
  /^(?:can|cannot|could|may|might|must|will|would|has|have|had|(?:ca|could|would|wo|has|have|do|does|did)n['’]t|do|does|did)$/;

export interface Predicate {
  /** First and last word of its verb. */
  readonly from: number;
  readonly to: number;
  /** It only tells which of several is meant: "tests **that fail** early", "the model **we use** here". */
  readonly isRelative: boolean;
  /** Stands under another: "fell **when it rained**", "more than **they have**", "**after the town raised** its fees". */
  readonly isAside: boolean;
}

const known = new Once<readonly PhraseWord[], readonly Predicate[]>('predicates');

/** Whether what stands before is a subject, whole. */
export const beginsPredicate = (words: readonly PhraseWord[], at: number): boolean =>
  findPredicates(words).some(({ from, isRelative }) => from === at && !isRelative);

/** Their verbs, in order. What follows "to" or an article is no predicate, and what nothing follows says nothing. */
export const findPredicates = (words: readonly PhraseWord[]): readonly Predicate[] =>
  known.of(words, () => predicatesIn(words));

function predicatesIn(words: readonly PhraseWord[]): Predicate[] {
  const found: Predicate[] = [];
  for (let at = 1; at < words.length; at++) {
    const to = verbEnd(words, at);
    if (to === undefined) continue;
    found.push({ from: at, to, isRelative: isRelative(words, at), isAside: isAside(words, at) });
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
    const behind = words[at + 2];
    const isPassive =
      isPastForm(next) && !next.isLast && (behind?.role === 'preposition' || behind?.small === 'as');
    return next.small === 'to' ? undefined : isPassive ? at + 1 : at;
  }
  if (MODAL.test(word.small)) {
    // "Has no effect" and "can not be seen": the verb, or what stands for it.
    let to = at + 1;
    while (words[to]?.role === 'adverb' || words[to]?.small === 'be' || words[to]?.small === 'been') to++;
    const isPart = words[to]?.role === 'content' && words[to - 1]?.isLast !== true;
    return isPart && !/^(?:has|have|had)$/.test(word.small) ? to : isPart && isPastForm(words[to]) ? to : at;
  }
  const form = word.role === 'content' ? formOf(word, before, next) : undefined;
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
      return before.role === 'pronoun' ||
        next.role === 'determiner' ||
        next.role === 'number' ||
        HAS_NO_OBJECT.test(word.small) ||
        /^(?:how|that|why|whether|what)$/.test(next.small) ||
        (OF_HOW_MUCH.test(next.small) && /^(?:determiner|number)$/.test(words[at + 2]?.role ?? ''))
        ? at
        : undefined;
  }
}

/** By what stands around it, where its subject or its object gives it away: no list holds "cited the peace" and all its like. */
function formOf(
  { small }: PhraseWord,
  before: PhraseWord | undefined,
  next: PhraseWord,
): VerbForm | undefined {
  const known = formInPhrase(small);
  if (known !== undefined) return known;
  const ending = /[^e]ed$/.test(small) ? 'past' : /[^s]s$/.test(small) ? 'third' : undefined;
  if (/^(?:it|he|she)$/.test(before?.small ?? '')) return ending;
  if (/^(?:they|we)$/.test(before?.small ?? '')) return ending === 'past' ? ending : 'plain';
  if (next.role !== 'determiner' && !/^(?:how|that|why|whether)$/.test(next.small)) return undefined;
  if (ending !== undefined || before?.role !== 'content') return ending;
  return mayBePlural(before.small) && !small.endsWith('ing') ? 'plain' : undefined;
}

/** Verbs that have no object: behind a noun they are no participle. */
const HAS_NO_OBJECT =
  /^(?:fell|rose|grew|came|went|died|began|emerged|arose|happened|occurred|vanished|remained|became|stayed|lived|lasted|failed|declined|belonged|differed|depended|relied|consisted|existed|suffered|seemed|appeared|tended)$/;
/** "Killed **between** a third and a half", "lost **about** ten". */
const OF_HOW_MUCH = /^(?:between|about|around|over|under|nearly|almost|roughly|only|up|twice|half)$/;

/** What opens a clause that another rests on. "That" does not: "the authors say that fees rose". */
const UNDER =
  /^(?:when|if|whether|unless|until|once|where|wherever|after|before|since|because|as|than|while|whereas|although|though|what|how|why|which|who)$/;

/** Such a word stands before the verb, and no other clause has come between. */
function isAside(words: readonly PhraseWord[], at: number): boolean {
  for (let place = at - 1; place >= 0; place--) {
    const word = words[place];
    if (!word) return false;
    // "As shown here, …" has ended.
    if (word.isLast) return false;
    if (UNDER.test(word.small) && words[place + 1]?.role !== 'preposition') return true;
    if (word.small === 'that') return false;
  }
  return false;
}

const isPastForm = (word: PhraseWord | undefined): boolean =>
  word !== undefined && (formInPhrase(word.small) === 'past' || word.small.endsWith('ed'));

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
  if (HOW_IT_IS.test(before.small) && words[place - 1]?.role !== 'determiner') return undefined;
  for (let back = place - 1; back > 0; back--) {
    const word = words[back];
    if (!word || word.isLast) break;
    const isNoun = words[back - 1]?.role === 'content' && words[back - 1]?.isLast === false;
    if (word.role === 'preposition' && isNoun) place = --back;
    else if (word.role !== 'content' && word.role !== 'number' && word.role !== 'determiner') break;
  }
  return place;
}

/** "In achieving **good** results": what only says how a thing is does nothing. */
const HOW_IT_IS =
  /^(?:good|bad|new|old|high|low|large|small|great|strong|weak|poor|similar|different|long|short|major|minor|recent|single|final|early)$/;

const maySubject = ({ role, small }: PhraseWord): boolean =>
  role === 'content' ||
  role === 'pronoun' ||
  role === 'number' ||
  WHO.test(small) ||
  /^(?:there|this|these|those|all|both|each|two|three|four|five|six|seven|eight|nine|ten|few|many|several|some|none)$/.test(
    small,
  );
