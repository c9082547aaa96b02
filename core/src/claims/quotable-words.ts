/** A sentence's words as a message may quote them: where they stand, and which say something when they stand alone. */

export interface Word {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** In small letters. */
  readonly small: string;
  /** An article, a pronoun, a preposition and their like. */
  readonly isFunction: boolean;
  /** Says nothing when quoted alone; so does a lone letter or a number. */
  readonly isEmpty: boolean;
  /** "Significantly higher" says something, "significantly" nothing. */
  readonly isAdverb: boolean;
  /** A mark behind it, a bracket or a dash: no stretch reaches over it. */
  readonly isLast: boolean;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}'’.,-]*/gu;
/** Words that hold a sentence together. */
const FUNCTION = new Set(
  'a an the of to in on at for by with from and or but as is are was were be been being it its this that these those which who whose whom what their his her they them we us i you he she me my your our not no nor than then so such can cannot could may might must will would shall should also only into over per via across through after before during within without between under about against among along since until while when where whether if because unless though although there here both each either neither very around behind near like according source sources et al etc has had have having do does did done ours yours theirs mine more most much many some any every all same other another such just even still often always never sometimes usually already however therefore thus hence instead rather quite yet too well out up down off again once one two three first second last using based due upon onto toward towards despite itself themselves himself herself own ones plus'.split(
    ' ',
  ),
);
/** Three letters or an acronym: “2pm” and “x2” say nothing either. */
const TELLS = /\p{L}{3}|\p{Lu}{2}/u;
const ADVERB = /^\p{Ll}{3,}ly$/u;
const GOES_ON = /^\s+[\p{L}\p{N}]/u;

export const readWords = (text: string): Word[] =>
  [...text.matchAll(WORD)].map(({ index, 0: raw }) => {
    const word = raw.replace(/[.,’'-]+$/, '');
    const end = index + word.length;
    const small = word.toLowerCase();
    const isFunction = FUNCTION.has(small);
    return {
      start: index,
      end,
      text: word,
      small,
      isFunction,
      isEmpty: isFunction || !TELLS.test(word),
      isAdverb: ADVERB.test(word),
      isLast: !GOES_ON.test(text.slice(end, end + 4)),
    };
  });
