/**
 * A sentence's words as phrases are cut from it for messages: whole between blanks, with what part they play and where the writer's own
 * marks end a stretch. Judges nothing; what decides whether a sentence is a claim reads `tokens.ts` and `quotable-words.ts`.
 */
import { formInPhrase } from './phrase-verbs.ts';

/** `content` is what the others are not: nouns, verbs and adjectives, which need no list. */
export type Role =
  'content' | 'number' | 'determiner' | 'preposition' | 'conjunction' | 'auxiliary' | 'pronoun' | 'adverb';

export interface PhraseWord {
  /** Without the marks around it. */
  readonly start: number;
  readonly end: number;
  /** In small letters. */
  readonly small: string;
  readonly role: Role;
  /** A mark, a bracket or a dash stands behind it: no phrase reaches over. */
  readonly isLast: boolean;
  /** Only a bracket stands behind it, and what it belongs to behind that: "an uncertain (consumption) value". */
  readonly goesOn: boolean;
}

const ROLES = new Map<string, Role>();
const roles: readonly (readonly [Role, string])[] = [
  [
    'adverb',
    'not never always also still already often rarely sometimes usually just even only almost nearly too very so quite rather then now here there today again once up down out off away back well yet ever twice hence thus therefore however instead otherwise moreover perhaps maybe soon later ago merely mostly mainly largely',
  ],
  [
    'determiner',
    'a an the its their his her our my your this these those no all each every any some many most more fewer less several both either neither such another other few two three four five six seven eight nine ten',
  ],
  [
    'preposition',
    'of in on at for by with from to into onto upon over under per via across through after before during within without between among amongst against along since until till according around behind near like about above below beyond toward towards despite due except including regarding concerning using versus vs w/ w/o',
  ],
  [
    'conjunction',
    'and or but nor because while when where whether if unless though although that what which who whose whom as than how why once',
  ],
  [
    'auxiliary',
    'is are was were be been being am has have had having do does did can cannot could may might must will would shall should',
  ],
  [
    'pronoun',
    'it they them he him she we us you i me one nobody everyone everybody nothing something anything itself themselves himself herself ourselves',
  ],
];
for (const [role, words] of roles) for (const word of words.split(' ')) ROLES.set(word, role);

/** Between blanks and dashes; a short dash inside a word is the word's. */
const CHUNK = /(?:[^\s—–]|(?<=[^\s—–])–(?=[^\s—–]))+|[—–]/gu;
/** What stands around a word and is none of it. */
const OPENING = /^[([{“„"'‘«*_`]+/;
const CLOSING = /[)\]}”"'’»*_`.,;:!?…]/;
/** A mark that stands alone between the two parts of a figure: "38.2 → 32.3", "d = .20". */
const JOINS = /^[=≈<>≤≥±]$/;
const JOINS_FIGURES = /^×$/;
/** And between two of anything: "FR -> EN". */
const ARROW = /^(?:→|->)$/;
const FIGURE = /^[.+−~-]?\d/;
const UNIT = /^[%‰°]/;
const OPENERS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** A short bracket, and a word behind it that is none of the little ones. */
const GOES_ON =
  /^ \((?!see |e\.g|i\.e)\p{Ll}[^()]{0,30}\) (?!(?:of|in|on|at|for|to|and|or|but|is|are|was|were|has|have|had|can|may|will|by|with|from|as|than|that|which|who|when|while|because)\b)\p{Ll}{3}/u;
const FAR = 50;
const ABBREVIATION = /^(?:vs|Dr|Prof|Mr|Mrs|Ms|St|Fig|Eq|approx|ca|cf|\p{Lu})\.$/u;

export function readPhraseWords(text: string): PhraseWord[] {
  const words: { start: number; end: number; isLast: boolean }[] = [];
  let joins: RegExp | undefined;
  for (const { index, 0: chunk } of text.matchAll(CHUNK)) {
    const last = words.at(-1);
    const opening = OPENING.exec(chunk)?.[0] ?? '';
    const end = index + lengthWithoutClosing(chunk);
    // "A vs. B" and "Dr K. Owen" go on.
    const isLast = !ABBREVIATION.test(chunk) && /[)\]},.;:!?…]/.test(text.slice(end, index + chunk.length));
    const isOpen = last?.isLast === false && !/[([{]/.test(opening);
    const isFigure = isOpen && /\d/.test(text.charAt(last.end - 1));
    if ((isOpen && (JOINS.test(chunk) || ARROW.test(chunk))) || (isFigure && JOINS_FIGURES.test(chunk))) {
      joins = JOINS_FIGURES.test(chunk) ? FIGURE : /[\p{L}\p{N}]/u;
      continue;
    }
    if (isOpen && (joins?.test(chunk) ?? (isFigure && UNIT.test(chunk))))
      Object.assign(last, { end, isLast });
    else {
      const isWord = /[\p{L}\p{N}]/u.test(chunk);
      if (last && (joins || !isOpen || !isWord)) last.isLast = true;
      if (isWord) words.push({ start: index + opening.length, end, isLast });
    }
    joins = undefined;
  }
  return words.map(({ start, end, isLast }, at) => {
    const word = text.slice(start, end);
    const small = word.toLowerCase();
    // "US" and "IT" are names.
    const role = /^\p{Lu}{2}/u.test(word) ? 'content' : roleOf(small);
    return {
      start,
      end,
      small,
      role,
      isLast: isLast || at === words.length - 1,
      goesOn: GOES_ON.test(text.slice(end, end + FAR)) && !/[^s]s$/.test(small),
    };
  });
}

/** A bracket that a word opens itself is its own: "O(n)". */
function lengthWithoutClosing(chunk: string): number {
  if (/^(?:al|etc)\.[,;)]?$/.test(chunk)) return chunk.indexOf('.') + 1;
  let length = chunk.length;
  while (length > 0 && CLOSING.test(chunk.charAt(length - 1))) {
    const opener = OPENERS[chunk.charAt(length - 1)];
    if (opener !== undefined && chunk.slice(1, length).includes(opener)) break;
    length--;
  }
  return length;
}

const NO_ADVERB =
  /^(?:early|daily|weekly|monthly|yearly|hourly|nightly|likely|unlikely|family|supply|reply|assembly|anomaly|monopoly|elderly|costly|friendly|lonely|lively|deadly|italy|july|butterfly|fly|ally|rally|homily|melancholy|orderly|scholarly|multiply|timely|ugly|bodily|worldly|holy)$/;

function roleOf(small: string): Role {
  const known = ROLES.get(small);
  if (known) return known;
  if (/n['’]t$/.test(small)) return 'auxiliary';
  if (/^(?:it|he|she|they|we|i|you|that|there|who|what)['’](?:s|re|ve|ll|d|m)$/.test(small))
    return 'auxiliary';
  if (/^[^\p{L}]*\d/u.test(small)) return 'number';
  if (/^\p{Ll}{3,}ly$/u.test(small) && !NO_ADVERB.test(small) && formInPhrase(small) === undefined)
    return 'adverb';
  return 'content';
}
