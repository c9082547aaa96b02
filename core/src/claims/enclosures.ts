/**
 * Clauses that stand under something: what is believed, denied or doubted ("the **myth** that …", "**no** study shows that …"), and what
 * only tells which of several a subject is ("models **trained on code** fail"). Cut loose the first says the opposite of what the writer
 * says, the second runs on into what is said of another; `phrases.ts` asks here what may be cut.
 */
import { Once } from '../text/once.ts';
import type { PhraseWord } from './phrase-words.ts';
import { formInPhrase } from './phrase-verbs.ts';
import { mayBePlural } from './verbs.ts';

export interface Enclosure {
  /** Where what stands over it begins: no phrase that reaches out of the clause begins behind. */
  readonly opener: number;
  /** First and last word of the clause; of what is believed or denied, with what is said of it behind. */
  readonly from: number;
  readonly to: number;
  /** Turns the sense: nothing of it is quoted without its opener. */
  readonly isHeld: boolean;
}

const known = new Once<readonly PhraseWord[], readonly Enclosure[]>('clauses under something');

/** In order; the words are a whole sentence's. */
export const enclosuresIn = (words: readonly PhraseWord[]): readonly Enclosure[] =>
  known.of(words, () =>
    words.flatMap((_, at) => heldAt(words, at) ?? tellingWhich(words, at) ?? []).filter(isFirstOfItsKind),
  );

const isFirstOfItsKind = (one: Enclosure, at: number, all: readonly Enclosure[]): boolean =>
  !all.slice(0, at).some((other) => other.from <= one.from && one.to <= other.to);

/** What holds some of these words; of several the outermost. */
export const holdOver = (words: readonly PhraseWord[], from: number, to: number): Enclosure | undefined =>
  enclosuresIn(words).find((one) => one.isHeld && from <= one.to && to >= one.from);

/** Whether a phrase leaves every clause with what it stands under; who says something may be named without what is held of it. */
export const keepsClauses = (
  words: readonly PhraseWord[],
  from: number,
  to: number,
  isSomebody = false,
): boolean =>
  enclosuresIn(words).every((one) => {
    if (isSomebody && (one.isHeld || from < one.from)) return true;
    // "There is little evidence", "models trained": of what?
    if (from < one.from && to >= (one.isHeld ? one.from - 1 : one.from) && to < one.to)
      return one.isHeld ? from <= one.opener && to > one.from : false;
    const isInside = from > one.opener && from <= one.to;
    return !(isInside && (one.isHeld ? to >= one.from : to > one.to));
  });

const HOLDS =
  /^(?:evidence|proof|indications?|signs?|claims?|ideas?|myths?|beliefs?|notions?|views?|hypothes[ei]s|assumptions?|theor(?:y|ies)|suggestions?|hopes?|fears?|fallac(?:y|ies)|misconceptions?|assertions?|arguments?|conclusions?|impressions?|possibilit(?:y|ies)|chances?|risks?|rumou?rs?|concerns?|thes[ei]s|propositions?|contentions?|intuitions?|doubts?|likelihood|probability|odds|facts?|findings?|observations?|false|untrue|wrong|unlikely|likely|unclear|doubtful|impossible|implausible|improbable|possible|plausible|disputed|uncertain|unproven|den(?:y|ies|ied)|doubted|refute[sd]?|dispute[sd]?|reject(?:s|ed)?|disprove[sdn]?|falsely|wrongly|mistakenly)$/;
const DENIES =
  /^(?:no|not|never|none|nobody|nothing|neither|few|little|hardly|scarcely|cannot|without)$|n['’]t$/;
/** So many words before a clause are quoted with it. */
const NEAR = 6;

function heldAt(words: readonly PhraseWord[], at: number): Enclosure | undefined {
  const before = words[at - 1];
  if (
    !before ||
    before.isLast ||
    at + 1 >= words.length ||
    !/^(?:that|whether)$/.test(words[at]?.small ?? '')
  )
    return undefined;
  const start = segmentStart(words, at);
  const isDenied = words.slice(start, at).some(({ small }) => DENIES.test(small));
  const isSaid = before.role === 'content' || before.role === 'adverb';
  if (!HOLDS.test(before.small) && !(isDenied && isSaid)) return undefined;
  const opener = isDenied || at - start <= NEAR ? start : nounStart(words, at - 1);
  return { opener, from: at, to: heldTo(words, at), isHeld: true };
}

/** Behind a comma a list may go on, but not behind what opens the sentence: "Despite the claim that …, ". */
function heldTo(words: readonly PhraseWord[], at: number): number {
  const isAside = /^(?:preposition|conjunction)$/.test(words[0]?.role ?? '');
  const end = words.findIndex(({ isLast }, place) => {
    const next = words[place + 1];
    return place > at && isLast && (isAside || !next || OPENS_ANOTHER.test(next.small));
  });
  return end === -1 ? words.length - 1 : end;
}

const OPENS_ANOTHER = /^(?:but|while|whereas|although|though|because|which|since|as|so|yet|however)$/;

function segmentStart(words: readonly PhraseWord[], at: number): number {
  let start = at;
  while (start > 0 && words[start - 1]?.isLast !== true) start--;
  while (
    start < at &&
    /^(?:and|but|yet|so|thus|because|while|although|though)$/.test(words[start]?.small ?? '')
  )
    start++;
  return start;
}

function nounStart(words: readonly PhraseWord[], at: number): number {
  let start = at;
  while (
    words[start - 1]?.isLast === false &&
    /^(?:content|determiner|number|adverb)$/.test(words[start - 1]?.role ?? '') &&
    formInPhrase(words[start - 1]?.small ?? '') === undefined
  )
    start--;
  return start;
}

/** Behind a subject, before its verb: "children **who are read to** know", "rewards **given too late** reduce". */
function tellingWhich(words: readonly PhraseWord[], at: number): Enclosure | undefined {
  const before = words[at - 1];
  if (before?.role !== 'content' || before.isLast || words[at]?.isLast !== false) return undefined;
  const start = segmentStart(words, at);
  const isSubject = words
    .slice(start, at)
    .every(({ role, small }) => /^(?:content|determiner|number)$/.test(role) && !isFinite(small));
  if (!isSubject) return undefined;
  const last = /^(?:who|which|that)$/.test(words[at]?.small ?? '')
    ? verbGroupEnd(words, at + 1)
    : isReduced(words, at)
      ? at
      : undefined;
  const verb = last === undefined ? undefined : mainVerb(words, last + 1, mayBePlural(before.small));
  return verb === undefined ? undefined : { opener: start, from: at, to: verb - 1, isHeld: false };
}

const isFinite = (small: string): boolean => formInPhrase(small) === 'third' && !mayBePlural(small);

const IRREGULAR =
  /^(?:taken|given|shown|known|seen|written|driven|chosen|drawn|done|grown|born|hidden|spoken)$/;

function isReduced(words: readonly PhraseWord[], at: number): boolean {
  const { small = '', role } = words[at] ?? {};
  if (
    role !== 'content' ||
    !(formInPhrase(small) === 'past' || IRREGULAR.test(small) || /[^e]ed$/.test(small))
  )
    return false;
  return /^(?:preposition|adverb)$/.test(words[at + 1]?.role ?? '');
}

/** Of the clause's own verb. */
function verbGroupEnd(words: readonly PhraseWord[], at: number): number | undefined {
  let to = at;
  while (/^(?:auxiliary|adverb)$/.test(words[to]?.role ?? '') && words[to]?.isLast === false) to++;
  return words[to]?.isLast === false ? to : undefined;
}

/** Where the verb of the subject stands that a clause has come between; the last that may be it. */
function mainVerb(words: readonly PhraseWord[], from: number, isPlural: boolean): number | undefined {
  let found: number | undefined;
  for (let at = from; at < words.length; at++) {
    const word = words[at];
    const before = words[at - 1];
    if (!word || !before || before.isLast) break;
    if (at > from && word.role === 'conjunction' && !/^(?:and|or)$/.test(word.small)) break;
    if (word.role === 'auxiliary') return found ?? (before.role === 'content' || at > from ? at : undefined);
    if (word.isLast && at < words.length - 1) break;
    if (!/^(?:content|adverb)$/.test(before.role) || word.role !== 'content') continue;
    const form = formInPhrase(word.small);
    const next = words[at + 1];
    if (form === (isPlural ? 'plain' : 'third') || (form === 'past' && next && next.role !== 'preposition'))
      found ??= at;
  }
  return found;
}
