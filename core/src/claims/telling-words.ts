/**
 * Of a sentence that shows no sign of a kind, the words to quote in a message when the weights alone decided: what it says of something, of
 * several the one that weighs most in the model; else what the writer's marks set apart, or a name for a thing. Looks at words and
 * pairs, as `features.ts` reads them; what neighbours and places add is not to be quoted.
 */
import { overlaps, type Span } from '../text/span.ts';
import { registerHash, weightIndex, type PlacedInput } from './features.ts';
import { mix } from './hash.ts';
import type { Head } from './model-weights.ts';
import { enclosuresIn, keepsClauses } from './enclosures.ts';
import { readPhraseWords, type PhraseWord } from './phrase-words.ts';
import { saysSomething } from './phrase-forms.ts';
import { MOST_WORDS, MOST_WORDS_AT_NEED, openingPhrase, phraseAround, phraseFromHead } from './phrases.ts';
import { findPredicates, type Predicate } from './predicates.ts';
import { tokenise } from './tokens.ts';

/** A head and how much of the score is its. */
export interface Share {
  readonly head: Head;
  readonly share: number;
}

interface Weighed extends Span {
  readonly weight: number;
}

const MOST = 2;
/** "The bed" says nothing yet. */
const LEAST_OF_OPENING = 3;
/** A sentence of so many is quoted whole: no cut tells more. */
const MOST_WORDS_OF_ALL = 9;
/** And of so many where no statement can be cut from it. */
const MOST_WORDS_OF_SHORT = 12;

/** As written, the most telling first; empty for a single word, which says nothing of anything. */
export function tellingWords(text: string, input: PlacedInput, shares: readonly Share[]): string[] {
  const words = readPhraseWords(text);
  if (words.length < 2) return [];
  const whole = words.length <= MOST_WORDS_OF_ALL ? openingPhrase(text, words, words.length) : undefined;
  if (whole) return [text.slice(whole.start, whole.end)];
  const weightOf = weigher(text, words, input, shares);
  const isWhole = ({ start, end }: Span): boolean =>
    keepsClauses(
      words,
      words.findIndex((word) => word.end > start),
      words.findLastIndex((word) => word.start < end),
    );
  const chosen: Span[] = [];
  for (const find of [
    fullStatementsIn,
    shortIn,
    beginningStatementIn,
    statementsIn,
    figuresIn,
    beginningIn,
    segmentsIn,
    relativesIn,
    thingsIn,
    bareIn,
    asidesIn,
  ]) {
    for (const span of heaviest(find(text, words), weightOf))
      if (chosen.length < MOST && isWhole(span) && chosen.every((other) => !overlaps(other, span)))
        chosen.push(span);
    if (chosen.length === MOST) break;
  }
  return chosen.map(({ start, end }) => text.slice(start, end));
}

function heaviest(spans: readonly Span[], weightOf: (span: Span) => number): Span[] {
  const weighed = spans.map((span): Weighed => ({ ...span, weight: weightOf(span) }));
  return weighed.sort((a, b) => b.weight - a.weight || a.start - b.start);
}

/** What the words of a stretch add to the score together. What the headings say already tells nothing. */
function weigher(
  text: string,
  words: readonly PhraseWord[],
  { register, heading, above }: PlacedInput,
  shares: readonly Share[],
): (span: Span) => number {
  const home = registerHash(register);
  const topics = new Set([...(heading?.hashes ?? []), ...(above?.hashes ?? [])]);
  const weights = words.map(({ start, end, role }) => {
    if (role !== 'content') return 0;
    const hash = tokenise(text.slice(start, end)).hashes[0] ?? 0;
    if (topics.has(hash)) return 0;
    return shares.reduce((sum, { head, share }) => {
      const of = (feature: number): number => head.weights[weightIndex(feature)] ?? 0;
      return sum + share * head.scale * (of(hash) + of(mix(home, hash)));
    }, 0);
  });
  return ({ start, end }) =>
    words.reduce(
      (sum, word, at) => (word.start >= start && word.end <= end ? sum + (weights[at] ?? 0) : sum),
      0,
    );
}

/** With their subjects. */
const fullStatementsIn = (text: string, words: readonly PhraseWord[]): Span[] =>
  predicatesIn(
    text,
    words,
    (verb) => !verb.isRelative && !verb.isAside,
    (said, verb) => said[0] !== words[verb.from],
  );

function shortIn(text: string, words: readonly PhraseWord[]): Span[] {
  const span = openingPhrase(text, words, MOST_WORDS_OF_SHORT);
  return span && span.end === words.at(-1)?.end ? [span] : [];
}

const statementsIn = (text: string, words: readonly PhraseWord[]): Span[] =>
  predicatesIn(text, words, (verb) => !verb.isRelative && !verb.isAside);

/** Of nothing, and little: "is correct", "are networks". */
const bareIn = (text: string, words: readonly PhraseWord[]): Span[] =>
  predicatesIn(text, words, () => true, isBare);

/** What only tells which, or stands under another statement. */
const relativesIn = (text: string, words: readonly PhraseWord[]): Span[] =>
  predicatesIn(text, words, (verb) => verb.isRelative || verb.isAside);

const predicatesIn = (
  text: string,
  words: readonly PhraseWord[],
  isMeant: (verb: Predicate) => boolean,
  isFit: (said: readonly PhraseWord[], verb: Predicate) => boolean = (said) => !isBare(said),
): Span[] =>
  [...findPredicates(words), ...behindClauses(words)].filter(isMeant).flatMap((verb) => {
    const span = saidBy(text, words, verb);
    if (!span) return [];
    const said = words.filter(({ start, end }) => start >= span.start && end <= span.end);
    const says = (word: PhraseWord): boolean =>
      saysSomething(word) || word.role === 'pronoun' || word.role === 'adverb';
    const verbEnd = words[verb.to]?.end ?? 0;
    return said.some((word) => word.start >= verbEnd && says(word)) && isFit(said, verb) ? [span] : [];
  });

/** "Are lost each year" is what, and how many? A longer phrase with its subject goes before a short one without. */
function saidBy(text: string, words: readonly PhraseWord[], verb: Predicate): Span | undefined {
  const core = { ...verb, isVerb: true, wantsMore: true };
  const clause = enclosuresIn(words).find(({ isHeld, to }) => !isHeld && to === verb.from - 1);
  const whole = clause && phraseFromHead(text, words, { ...clause, to: segmentEnd(words, verb.to) }, core);
  if (whole) return whole;
  const short = phraseAround(text, words, core);
  const start = words[verb.from]?.start ?? 0;
  if (short && short.start < start) return short;
  const long = phraseAround(text, words, core, MOST_WORDS_AT_NEED);
  return long && long.start < start ? long : (short ?? long);
}

const segmentEnd = (words: readonly PhraseWord[], at: number): number =>
  words.findIndex(({ isLast }, place) => place >= at && isLast);

/** The verbs of subjects that a clause has come between, which stand too far from these to be found by them. */
const behindClauses = (words: readonly PhraseWord[]): Predicate[] =>
  enclosuresIn(words)
    .filter(({ isHeld }) => !isHeld)
    .map(({ to }) => ({ from: to + 1, to: to + 1, isRelative: false, isAside: false }));

const isBare = (said: readonly PhraseWord[]): boolean =>
  said[0]?.role === 'auxiliary' && said.filter(saysSomething).length < 2;

/** Between two marks: "warm-up of 200 steps", "Human F1 86.8". */
const segmentsIn = (text: string, words: readonly PhraseWord[]): Span[] =>
  segmentsOf(text, words, (first) => !isAside(first));

const figuresIn = (text: string, words: readonly PhraseWord[]): Span[] =>
  segmentsIn(text, words).filter((span) => {
    const said = saidIn(words, span);
    const isOfPlace = said.some(({ small }) => PLACE_IN_TEXT.test(small));
    return said.length >= LEAST_OF_OPENING && said.some(({ role }) => role === 'number') && !isOfPlace;
  });

const PLACE_IN_TEXT = /^(?:box|chapter|section|sections|table|tables|figure|figures|fig|appendix|page|part)$/;

/** What the sentence begins with, to its first mark rather than over it. */
function beginningIn(text: string, words: readonly PhraseWord[]): Span[] {
  const start = words[0]?.start ?? 0;
  const first = segmentsIn(text, words).filter((span) => span.start <= start);
  return [...first, ...firstWordsIn(text, words)]
    .filter((span) => saidIn(words, span).length >= LEAST_OF_OPENING)
    .slice(0, 1);
}

/** Where it says something of its subject. */
const beginningStatementIn = (text: string, words: readonly PhraseWord[]): Span[] =>
  beginningIn(text, words).filter((span) => holdsPredicate(words, span));

/** With a second word of it, or what it is said of: "have been read", "use traps". */
const holdsPredicate = (words: readonly PhraseWord[], { end }: Span): boolean =>
  findPredicates(words).some(({ from, isRelative, isAside }) => {
    const second = words[from + 1];
    return !isRelative && !isAside && second !== undefined && second.end <= end;
  });

const saidIn = (words: readonly PhraseWord[], { start, end }: Span): PhraseWord[] =>
  words.filter((word) => word.start >= start && word.end <= end && saysSomething(word));

/** "To deal with this issue", where there is nothing better. */
const asidesIn = (text: string, words: readonly PhraseWord[]): Span[] => segmentsOf(text, words, isAside);

const isAside = ({ role, small }: PhraseWord): boolean =>
  role === 'preposition' ||
  /^(?:such|together|as|not|depending|including|compared|given|according)$/.test(small);

function segmentsOf(
  text: string,
  words: readonly PhraseWord[],
  isMeant: (first: PhraseWord) => boolean,
): Span[] {
  const found: Span[] = [];
  let from = 0;
  for (const [at, { isLast }] of words.entries()) {
    if (!isLast) continue;
    const segment = words.slice(from, at + 1);
    from = at + 1;
    while (
      segment[0] &&
      (segment[0].role === 'conjunction' || /^(?:since|so|then|thus|yet)$/.test(segment[0].small))
    )
      segment.shift();
    if (!segment[0] || !isMeant(segment[0])) continue;
    const span =
      segment.length <= MOST_WORDS &&
      // Who wrote it, with what stands behind the names by chance.
      !segment.some(({ small }) => small === 'al.') &&
      segment.filter(saysSomething).length > 1 &&
      openingPhrase(text, segment);
    if (span && span.end === segment.at(-1)?.end) found.push(span);
  }
  return found;
}

/** With the marks between its words. */
function firstWordsIn(text: string, words: readonly PhraseWord[]): Span[] {
  const span = openingPhrase(text, words, MOST_WORDS_AT_NEED);
  return span ? [span] : [];
}

/** Nouns that stand together, with their figures and what is said of them by a preposition: "37 treebanks", "formulas of two rules". */
function thingsIn(text: string, words: readonly PhraseWord[]): Span[] {
  const found: Span[] = [];
  let from: number | undefined;
  for (const [to, word] of words.entries()) {
    if (saysSomething(word)) from ??= to;
    const next = words[to + 1];
    if (from === undefined || (next && saysSomething(next) && !word.isLast)) continue;
    const core = { from, to, isVerb: false, wantsMore: next?.role === 'preposition' };
    const isOfNames = words.slice(from, to + 1).some(({ small }) => small === 'al.');
    const span =
      to > from && to - from < MOST_WORDS && !isOfNames ? phraseAround(text, words, core) : undefined;
    // Behind a noun a clause may begin without a mark.
    const goesOn = words.some(
      ({ start, end, role }, at) =>
        at > to && span && end <= span.end && start > span.start && GOES_ON.has(role),
    );
    if (span && !goesOn) found.push(span);
    from = undefined;
  }
  return found;
}

const GOES_ON: ReadonlySet<string> = new Set(['auxiliary', 'pronoun', 'conjunction']);
