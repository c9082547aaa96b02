/**
 * Where a phrase may end so that it reads well alone: on no article, preposition or conjunction, in no compound and no clause, on neither
 * half of what is compared or joined. Refuses where it is not sure.
 */
import { CLAUSE, isBreak, isPast, isThirdAt, isVerb, isVerbAt, NOBODY, type Core } from './phrase-forms.ts';
import type { PhraseWord } from './phrase-words.ts';
import { beginsPredicate, findPredicates } from './predicates.ts';
import { mayBePlural } from './verbs.ts';

export function mayEnd(words: readonly PhraseWord[], at: number, core: Core): boolean {
  const word = words[at];
  const next = words[at + 1];
  if (!word) return false;
  if (word.isLast || !next) return endsWell(word) && !word.goesOn && !isOpenClause(words, at, core);
  if (isHalfOfLikeness(words, at, core) || isFirstOfCompared(word, next)) return false;
  if (core.isPhrase === true && at === core.to && !isCompound(word, next)) return true;
  if (isHalf(words, at, core)) return false;
  switch (word.role) {
    case 'content':
    case 'number':
      return mayStandBefore(words, at, next, core);
    case 'pronoun':
      return (OBJECT.test(word.small) || NOBODY.test(word.small)) && isBreak(next);
    case 'adverb':
      // "Fell sharply | after that".
      if (word.small.endsWith('ly'))
        return core.isVerb && at > core.to && isBreak(next) && !/^(?:as|than|and|or|but)$/.test(next.small);
      return HOW_WELL.test(word.small) || (OF_TIME.test(word.small) && isBreak(next));
    default:
      return false;
  }
}

/** At the end of what the writer set apart these are at home: "than before", "took off". */
const CLOSES =
  /^(?:before|after|since|around|along|above|below|on|off|over|in|under|through|across|within|without|by|near)$/;
const OF_TIME = /^(?:now|here|there|then|today|already|too|again|ago|once|yet)$/;
const HOW_WELL = /^(?:well|badly|poorly)$/;
const OBJECT = /^(?:it|them|us|him|me|itself|themselves)$/;

/** "Several studies link" and "one study found a" may be cut, "many research papers" may not. */
const isCompound = (word: PhraseWord, next: PhraseWord): boolean =>
  next.role === 'content' && !isVerb(word) && !mayBePlural(word.small);

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
  if ((holds(CLAUSE) && !isClauseWhole(words, at, core)) || next === 'nor') return true;
  // "Causes most browsers | to trigger a download", "a ratio of sugar | to water".
  const lets = words.slice(core.from, at);
  // "Could not tell light | from noise".
  if (next === 'from' && lets.some(({ small }) => /^(?:tell|tells|told|distinguish(?:es|ed)?)$/.test(small)))
    return true;
  if (next === 'to')
    return (
      holds(/^(?:from|ratio)$/) || words[at]?.role === 'number' || lets.some(({ small }) => LETS.test(small))
    );
  return holds(/^(?:either|both|between)$/) && !holds(/^(?:and|or)$/);
}

/** Somebody or something do something. */
const LETS =
  /^(?:allow|enabl|caus|lead|requir|forc|encourag|permit|prompt|train|ask|expect|need|tell|teach|help|get|lets|want|persuad|induc|urg|advis|instruct|order)(?:s|es|e|ed|ing)?$|^(?:led|taught|told|got)$/;

/** "As much | as", "half as frequent | as", "some eighty times | as much", "are seen | as". */
function isHalfOfLikeness(words: readonly PhraseWord[], at: number, core: Core): boolean {
  if (words[at + 1]?.small !== 'as') return false;
  const word = words[at];
  if (word && TAKEN.test(word.small)) return true;
  return words.slice(Math.max(0, core.from - 3), at + 1).some(({ small }) => LIKENESS.test(small));
}

/** As something. */
const TAKEN =
  /^(?:known|seen|regarded|treated|described|used|defined|viewed|interpreted|taken|thought|positioned|presented|framed|conceived|understood|classified|referred)$/;
const LIKENESS = /^(?:as|so|such|same|times|twice|half|third|quarter)$/;

/** "To larger | and more productive firms", "little | or no effect". */
const isFirstOfCompared = (word: PhraseWord, next: PhraseWord): boolean =>
  /^(?:and|or|but|nor)$/.test(next.small) &&
  (/^(?:little|few|no|less|more)$/.test(word.small) || COMPARATIVE.test(word.small));

const COMPARATIVE =
  /^(?:larger|smaller|higher|lower|better|worse|faster|slower|stronger|weaker|greater|cheaper|older|younger|longer|shorter|bigger|harder|easier|richer|poorer|earlier|later|closer|deeper|wider|safer|simpler|newer|fewer)$/;

/** "Predicts that content becomes conscious | once it is broadcast": the clause has its verb, and what that says. */
function isClauseWhole(words: readonly PhraseWord[], at: number, core: Core): boolean {
  const from = Math.max(core.from + 1, 0);
  const clause = words.findLastIndex(
    ({ small }, place) => place >= from && place <= at && CLAUSE.test(small),
  );
  if (!/^(?:that|how|why|whether)$/.test(words[clause]?.small ?? '')) return false;
  return findPredicates(words).some(({ from: verb, to }) => verb > clause && to < at);
}

/** Words that say nothing without what follows them. */
const WANTS =
  /^(?:contrast|similar|due|equal|close|closer|related|opposed|comparable|identical|prone|able|unable|known|thought|believed|said|shown|reported|expected|supposed|estimated|likely|sensitive|robust|invariant|subject|equivalent|specific|asked) to$|^(?:based|dependent|focus(?:es|ed)?|rel(?:y|ies|ied)) on$|^(?:capable|aware|independent|consists?|made|full|kinds?|sorts?|types?|lots?|numbers?|amounts?|variety|most|much|many|majority|lack|share|fraction|proportion|percentage|couple|handful) of$|^(?:responsible|suitable|known|used) for$/;

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
  if (
    next.small === 'by' &&
    /^(?:determiner|number)$/.test(words[at + 2]?.role ?? '') &&
    words.slice(core.from, at).some(({ small }) => small === 'than')
  )
    return false;
  if (word.small === 'compared') return false;
  // "By choosing | the vectors".
  if (next.role === 'determiner' && word.small.endsWith('ing')) return false;
  const isThird = isThirdAt(words, at);
  switch (next.role) {
    case 'determiner':
    case 'content':
    case 'number':
      // "Is a technique | used to …".
      if (core.isVerb && at > core.to && isPast(next) && !isVerb(word)) return isBreak(words[at + 2]);
      // What follows a verb is its own, a noun before another is part of a compound; before a verb a subject ends.
      return (
        !core.isVerb &&
        word.role === 'content' &&
        !isVerb(word) &&
        (isThirdAt(words, at + 1) || (!core.wantsMore && beginsPredicate(words, at + 1)))
      );
    case 'adverb':
      return OF_TIME.test(next.small) && !isThird;
    case 'preposition':
      if (isThird) return false;
      return isPast(word) || !isVerbAt(words, at);
    case 'pronoun':
      return !isVerb(word) && !OBJECT.test(next.small);
    case 'conjunction':
      if (/^(?:and|or)$/.test(next.small) && (core.from < 0 || isFirstOfTwo(words, at, core))) return false;
      return next.small !== 'than' && !(CLAUSE.test(next.small) && (isThird || isOfVerb(words, at)));
    default:
      return true;
  }
}

/** "Finding that", "to ensure that": what is still to come. */
const isOfVerb = (words: readonly PhraseWord[], at: number): boolean =>
  words[at]?.small.endsWith('ing') === true || words[at - 1]?.small === 'to';

/** "Generate **highly extensible** and complex pipelines"; behind "are" such words are all there is. */
function isFirstOfTwo(words: readonly PhraseWord[], at: number, core: Core): boolean {
  const before = words[at - 1]?.small ?? '';
  // "A temporary or permanent ban"; "an encoder and a decoder" are two.
  const second = words[at + 2];
  if (/^an?$/.test(before) && second?.role === 'content' && !isVerb(second)) return true;
  // "For less forgetting and for more": two of a kind that stand apart.
  if (second?.role === 'preposition') return false;
  // "Approaches for reading | and writing texts", "in Chile | and Peru".
  if (words[at - 1]?.role === 'preposition' && second?.role === 'content')
    return !beginsStatement(words, at + 2);
  return words[core.to]?.role !== 'auxiliary' && /^(?:\p{Ll}+ly|more|most|less|very|too|so)$/u.test(before);
}

/** "Rose in Chile and **fell** in Peru", "rose in Chile and **rents fell**". */
const beginsStatement = (words: readonly PhraseWord[], at: number): boolean =>
  (isVerb(words[at] ?? NO_WORD) && !words[at]?.small.endsWith('ing')) ||
  findPredicates(words).some(({ from }) => from > at && from <= at + 3);

const NO_WORD: PhraseWord = { start: 0, end: 0, small: '', role: 'adverb', isLast: true, goesOn: false };

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
