/**
 * Where a phrase may begin and end so that it reads well alone: no article, preposition or conjunction is left at its end, no compound,
 * clause or quotation is cut, and no subject is taken from inside another phrase. Refuses where it is not sure.
 */
import type { PhraseWord } from './phrase-words.ts';
import { mayBePlural, verbFormOf } from './verbs.ts';

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

export function mayBegin(words: readonly PhraseWord[], at: number, core: Core): boolean {
  const word = words[at];
  const before = words[at - 1];
  const isGrown = at < core.from;
  if (!word || (isGrown && !mayGrowTo(words, at, core))) return false;
  if (!before || before.isLast) return word.role !== 'preposition' || !isGrown || at === 0;
  if (isDenied(words, at)) return false;
  // Whose finding it is, is a name: "In the lab DeJarnette et al. show".
  if (core.isPhrase === true && !isGrown) return true;
  switch (word.role) {
    case 'preposition':
      return !isGrown;
    case 'auxiliary':
      return !isGrown || NOT.test(word.small);
    case 'determiner':
      return before.role !== 'determiner' || !isGrown;
    case 'number':
      return !isGrown || !saysSomething(before) || isVerb(before);
    case 'content':
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

const LEADS_IN = /^(?:so|then|thus|hence|therefore|however|yet|also|too)$/;

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
    if (word.role === 'determiner' || word.role === 'pronoun') return false;
    if (before.role === 'auxiliary') return word.small.endsWith('ing');
    if (!saysSomething(before) && before.role !== 'determiner') return false;
  }
}

/** These are subjects wherever they stand: "since there is", "after they left". */
const SUBJECT = /^(?:there|they|we|he|she|i)$/;

const isCompared = ({ small }: PhraseWord): boolean =>
  /\p{L}(?:er|est)$/u.test(small) || small.includes('-fold');

/** At the end of what the writer set apart these are at home: "than before", "took off". */
const CLOSES =
  /^(?:before|after|since|around|along|above|below|on|off|over|in|under|through|across|within|without|by|near)$/;
const OF_TIME = /^(?:now|here|there|then|today|already|too|again|ago|once|yet)$/;
const HOW_WELL = /^(?:well|badly|poorly)$/;
const OBJECT = /^(?:it|them|us|him|me|itself|themselves)$/;
export const NOBODY = /^(?:nobody|nothing|everyone|everything)$/;

export function mayEnd(words: readonly PhraseWord[], at: number, core: Core): boolean {
  const word = words[at];
  const next = words[at + 1];
  if (!word) return false;
  if (word.isLast || !next) return endsWell(word) && !isOpenClause(words, at, core);
  if (core.isPhrase === true && at === core.to && !isCompound(word, next)) return true;
  if (isHalf(words, at, core)) return false;
  switch (word.role) {
    case 'content':
    case 'number':
      return mayStandBefore(words, at, next, core);
    case 'pronoun':
      return (OBJECT.test(word.small) || NOBODY.test(word.small)) && isBreak(next);
    case 'adverb':
      return HOW_WELL.test(word.small) || (OF_TIME.test(word.small) && isBreak(next));
    default:
      return false;
  }
}

/** "Several studies link" and "one study found a" may be cut, "many research papers" may not. */
const isCompound = (word: PhraseWord, next: PhraseWord): boolean =>
  next.role === 'content' && !isVerb(word) && !mayBePlural(word.small);

const CLAUSE = /^(?:that|how|why|whether|what|which|who|whose|when|where|if|because|although|though|while)$/;

/** "Shows that with enough layers": the clause has not come to its verb. */
function isOpenClause(words: readonly PhraseWord[], at: number, core: Core): boolean {
  const clause = words.findIndex(
    ({ small }, place) => place >= core.from && place <= at && CLAUSE.test(small),
  );
  // "Smaller than that of inputs" is whole.
  const next = words[clause + 1];
  return clause >= Math.max(core.from, 0) && next?.role === 'preposition' && next.small !== 'of';
}

/** Half a clause, half of "either … or", of "from … to", of "11 to 13". */
function isHalf(words: readonly PhraseWord[], at: number, core: Core): boolean {
  const next = words[at + 1]?.small ?? '';
  const inside = words.slice(core.from + 1, at + 1);
  const holds = (pattern: RegExp): boolean => inside.some(({ small }) => pattern.test(small));
  if (holds(CLAUSE) || next === 'nor') return true;
  if (next === 'to') return holds(/^from$/) || words[at]?.role === 'number';
  return holds(/^(?:either|both|between)$/) && !holds(/^(?:and|or)$/);
}

/** Words that say nothing without what follows them. */
const WANTS =
  /^(?:contrast|similar|due|equal|close|closer|related|opposed|comparable|identical|prone|able|unable|likely|sensitive|robust|invariant|subject|equivalent|specific|asked) to$|^(?:based|dependent|focus(?:es|ed)?|rel(?:y|ies|ied)) on$|^(?:capable|aware|independent|consists?|made|full) of$|^(?:responsible|suitable|known|used) for$/;

const HOW_BEST = /^(?:best|better|worst|worse|most|least)$/;

/** A noun, an adjective or a verb of unknown form, before a word that goes on. */
function mayStandBefore(words: readonly PhraseWord[], at: number, next: PhraseWord, core: Core): boolean {
  const word = words[at];
  const before = words[at - 1];
  if (!word || WANTS.test(`${word.small} ${next.small}`)) return false;
  // "Longer than those found …".
  if (at > core.to && isPast(word) && /^(?:those|that|ones)$/.test(before?.small ?? '')) return false;
  // "Assistants designed to …": what a participle says of its noun is still to come.
  if (at > core.to && isPast(word) && before?.role === 'content' && !HOW_BEST.test(before.small))
    return false;
  // "Is best | treated as": how it is done, and not what.
  if (HOW_BEST.test(word.small) && isPast(next)) return false;
  if (HOW_BEST.test(before?.small ?? '') && isPast(word) && next.small === 'as') return false;
  // "Earn more than others | by a third": how much more is still to come.
  if (next.small === 'by' && words.slice(core.from, at).some(({ small }) => small === 'than')) return false;
  if (word.small === 'compared') return false;
  const isThird = isThirdAt(words, at);
  switch (next.role) {
    case 'determiner':
    case 'content':
    case 'number':
      // "Is a technique | used to …".
      if (core.isVerb && at > core.to && isPast(next) && !isVerb(word)) return isBreak(words[at + 2]);
      // What follows a verb is its own, a noun before another is part of a compound; before a verb a subject ends.
      return !core.isVerb && word.role === 'content' && !isVerb(word) && isThirdAt(words, at + 1);
    case 'adverb':
      return OF_TIME.test(next.small) && !isThird;
    case 'preposition':
      if (isThird) return false;
      return isPast(word) || !isVerbAt(words, at);
    case 'pronoun':
      return !isVerb(word) && !OBJECT.test(next.small);
    case 'conjunction':
      if (/^(?:and|or)$/.test(next.small) && isFirstOfTwo(words, at, core)) return false;
      return next.small !== 'than' && !(CLAUSE.test(next.small) && (isThird || word.small.endsWith('ing')));
    default:
      return true;
  }
}

/** "Generate **highly extensible** and complex pipelines"; behind "are" such words are all there is. */
function isFirstOfTwo(words: readonly PhraseWord[], at: number, core: Core): boolean {
  const before = words[at - 1]?.small ?? '';
  // "A temporary or permanent ban"; "an encoder and a decoder" are two.
  const second = words[at + 2];
  if (/^an?$/.test(before) && second?.role === 'content' && !isVerb(second)) return true;
  // "For less forgetting and for more": two of a kind that stand apart.
  if (second?.role === 'preposition') return false;
  return words[core.to]?.role !== 'auxiliary' && /^(?:\p{Ll}+ly|more|most|less|very|too|so)$/u.test(before);
}

const isBreak = (word: PhraseWord | undefined): boolean =>
  word?.role === 'preposition' || word?.role === 'conjunction';

/** Has a verb's form; "model" and "state", which research prose has as nouns, have none here. */
const isVerb = ({ small, role }: PhraseWord): boolean =>
  role === 'content' && verbFormOf(small) !== undefined;

/** In "the carbon tax fell" nobody taxes: a plain form is a verb's only behind a plural, a pronoun or a helper. */
export function isVerbAt(words: readonly PhraseWord[], at: number): boolean {
  const word = words[at];
  const before = words[at - 1];
  if (!word || !isVerb(word)) return false;
  if (verbFormOf(word.small) !== 'plain' || beginsSegment(words, at) || !before) return true;
  return before.role === 'content' ? mayBePlural(before.small) : !/^(?:determiner|number)$/.test(before.role);
}

const isPast = (word: PhraseWord): boolean =>
  word.role === 'content' &&
  (verbFormOf(word.small) === 'past' ||
    /(?:[^e]ed|taken|given|shown|known|seen|written|driven|chosen|drawn|done)$/.test(word.small));

/** "The test **costs** a day"; behind an article or a figure it is a noun. */
function isThirdAt(words: readonly PhraseWord[], at: number): boolean {
  const word = words[at];
  const before = words[at - 1];
  if (word?.role !== 'content' || (before?.role !== 'content' && before?.role !== 'pronoun')) return false;
  return verbFormOf(word.small) === 'third';
}

/** Before a mark of the writer's own. */
function endsWell({ role, small }: PhraseWord): boolean {
  switch (role) {
    case 'determiner':
      return !/^(?:an?|the|its|their|our|my|your|every|such|what|her)$/.test(small);
    case 'preposition':
      return CLOSES.test(small);
    case 'conjunction':
      return false;
    case 'content':
      // "Fixed-length, meaningful vectors": before a comma the first of two adjectives.
      return !/-(?:length|based|level|scale|sized?|dimensional|like|free|specific|aware|term)$/.test(small);
    default:
      return true;
  }
}
