/**
 * Cuts from a sentence the phrase that a message quotes: it holds the words that decided and begins and ends where a reader would pause
 * (`phrase-starts.ts`, `phrase-ends.ts`); at most a few words long.
 */
import type { Span } from '../text/span.ts';
import { holdOver, keepsClauses, type Enclosure } from './enclosures.ts';
import { mayEnd } from './phrase-ends.ts';
import { beginsSegment, NOBODY, saysSomething, type Core } from './phrase-forms.ts';
import { mayBegin } from './phrase-starts.ts';
import type { PhraseWord } from './phrase-words.ts';

/** A reader takes in so many at a glance. */
export const MOST_WORDS = 8;
/** And these where a shorter cut would not hold together. */
export const MOST_WORDS_AT_NEED = 11;
/** A clause needs what stands over it. */
const MOST_WORDS_FROM_HEAD = 13;

/** The best phrase around a core; undefined where every cut would read badly. */
export function phraseAround(
  text: string,
  words: readonly PhraseWord[],
  core: Core,
  most = MOST_WORDS,
): Span | undefined {
  const hold = core.isPhrase === true ? undefined : holdOver(words, core.from, core.to);
  if (hold) return phraseFromHead(text, words, hold, core);
  const letters = most > MOST_WORDS_AT_NEED ? MOST_LETTERS_FROM_HEAD : MOST_LETTERS;
  let best: { readonly worth: number; readonly span: Span } | undefined;
  for (let from = core.from; from >= 0; from--) {
    // An article takes no time to read.
    const room = words[from]?.role === 'determiner' ? most + 1 : most;
    if (from < core.from && (words[from]?.isLast === true || core.to - from > most)) break;
    if (core.to - from >= room || !mayBegin(words, from, core)) continue;
    for (let to = core.to; to < words.length && (to - from < room || to === core.to); to++) {
      const isWhole = keepsClauses(words, from, to, core.isPhrase === true);
      const span = isWhole && mayEnd(words, to, core) ? wholeSpan(text, words, from, to, letters) : undefined;
      const worth = worthOf(words, from, to, core);
      if (span && (best === undefined || worth > best.worth)) best = { worth, span };
      if (words[to]?.isLast === true) break;
    }
  }
  return best?.span;
}

/** A clause with what stands over it: to its end where that is near, else to where one may pause behind the core. */
export function phraseFromHead(
  text: string,
  words: readonly PhraseWord[],
  { opener, from, to: end }: Enclosure,
  core: Core,
): Span | undefined {
  const isFromHead = { ...core, from, to: from };
  for (let to = Math.min(end, opener + MOST_WORDS_FROM_HEAD - 1); to >= Math.max(core.to, from + 2); to--) {
    const span = mayEnd(words, to, isFromHead)
      ? wholeSpan(text, words, opener, to, MOST_LETTERS_FROM_HEAD)
      : undefined;
    if (span) return span;
  }
  return undefined;
}

/** As many of the first words as one takes in, to where a reader may pause; undefined where one word is all. */
export function openingPhrase(
  text: string,
  words: readonly PhraseWord[],
  most = MOST_WORDS,
): Span | undefined {
  for (let to = Math.min(words.length, most) - 1; to > 0; to--) {
    const isAll = to === words.length - 1 && words[to]?.goesOn === false;
    const isEnd = isAll || mayEnd(words, to, NO_CORE);
    const letters = most > MOST_WORDS_AT_NEED ? MOST_LETTERS_FROM_HEAD : MOST_LETTERS;
    const span = isEnd ? wholeSpan(text, words, 0, to, letters) : undefined;
    if (span) return span;
  }
  return undefined;
}

const NO_CORE: Core = { from: -1, to: -1, isVerb: false, wantsMore: true };

/** Higher for a phrase that says more, lower for each word that it takes. */
function worthOf(words: readonly PhraseWord[], from: number, to: number, core: Core): number {
  const behind = words.slice(core.to + 1, to + 1).some(isObject);
  const before = words.slice(from, core.from).some(isObject);
  const isClosed = words[to]?.isLast === true;
  const next = isClosed ? undefined : words[to + 1];
  return (
    (core.wantsMore && behind ? 4 : 0) +
    (core.isVerb && before ? 3 : 0) +
    (isClosed ? 1 : 0) +
    // "A third" of what: what belongs together is left together.
    (next?.small === 'of' && core.isPhrase !== true ? (to === core.to ? -2.2 : -1) : 0) +
    // "Suggests effects", where it is said next what they are.
    (core.wantsMore && next?.role === 'auxiliary' ? -2 : 0) +
    (beginsSegment(words, from) ? 0.5 : 0) -
    0.4 * (core.from - from + to - core.to)
  );
}

const isObject = (word: PhraseWord): boolean =>
  saysSomething(word) || word.role === 'pronoun' || word.small === 'there';

/** Nobody reads more in passing; a single word may be a path. */
const MOST_LETTERS = 64;
const MOST_LETTERS_FROM_HEAD = 84;

/** Where a phrase stands that says something, its quotation marks with it; undefined where a bracket or a formula would be cut. */
function wholeSpan(
  text: string,
  words: readonly PhraseWord[],
  from: number,
  to: number,
  most = MOST_LETTERS,
): Span | undefined {
  const start = words[from]?.start ?? 0;
  const end = words[to]?.end ?? 0;
  if (end - start > most || !words.slice(from, to + 1).some(tells)) return undefined;
  if (/[`*|\\]|__|\$\D/.test(text.slice(start, end))) return undefined;
  const marked = {
    start: /[“"«]/.test(text.charAt(start - 1)) ? start - 1 : start,
    end: /[”"»'’]/.test(text.charAt(end)) ? end + 1 : end,
  };
  return [
    { start, end },
    { start: marked.start, end },
    { start, end: marked.end },
  ].find((span) => isBalanced(text.slice(span.start, span.end)));
}

const tells = ({ role, small }: PhraseWord): boolean =>
  role === 'number' || role === 'content' || role === 'adverb' || NOBODY.test(small);

const PAIRS = [
  ['(', ')'],
  ['[', ']'],
  ['{', '}'],
  ['“', '”'],
  ['«', '»'],
] as const;

/** A single mark may be an apostrophe: "the models’ scores", "’90s". */
const OPENING_SINGLE = /(?<![\p{L}\p{N}])['‘](?=\p{L})/gu;
const CLOSING_SINGLE = /(?<=[\p{L}\p{N}])['’](?![\p{L}\p{N}])/gu;

function isBalanced(phrase: string): boolean {
  const opened = phrase.match(OPENING_SINGLE)?.length ?? 0;
  const closed = phrase.match(CLOSING_SINGLE)?.length ?? 0;
  if (opened > closed || (closed > opened && /['’]$/.test(phrase))) return false;
  return isPaired(phrase);
}

const isPaired = (phrase: string): boolean =>
  !/[“”"()[\]{}«»]/.test(phrase) ||
  ((phrase.match(/"/g)?.length ?? 0) % 2 === 0 &&
    PAIRS.every(([open, close]) => phrase.split(open).length === phrase.split(close).length));
