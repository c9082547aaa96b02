/**
 * Raised numbers: "in adults.¹", "by 30%.²,³". Which of them may be the mark of a source, and which are powers ("m²", "10³", "x²"), is
 * told by what stands before; a number's own list is not looked for here.
 */

/** A number or several, not part of an ion, an isotope or a power with a sign. */
export const SUPERSCRIPTS =
  /(?<![⁰¹²³⁴-⁹⁺⁻ⁿ])[¹²³⁴-⁹][⁰¹²³⁴-⁹]{0,2}(?:(?:[,˒] ?|[⁻–-])[¹²³⁴-⁹][⁰¹²³⁴-⁹]{0,2}){0,30}(?![\p{L}\p{N}⁺⁻⁽(^])(?!\s*[+−=×·*/<>^])/gu;

const DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** In signs as wide as those that are written. */
export const withPlainDigits = (raised: string): string =>
  raised
    .replace(/[⁰¹²³⁴-⁹]/g, (digit) => String(DIGITS.indexOf(digit)))
    .replace(/⁻/g, '-')
    .replace(/˒/g, ',');

/** Behind a stop, a closing quotation mark or a percent sign no power stands; nor behind a comma that a word is before. */
const BEHIND_SIGN = /(?:[.!?…。！？][”"’'»)\]]*|[\p{L}\d)][”"’»]|\p{L}{3}\)?[,;:]|[，；：]|\d\s?%)$/u;
/** Words, in small letters but for the first: "RL²" and "GPT⁴" are names. */
const BEHIND_WORD = /(?<![\p{L}\p{N}_^\\])\p{Lu}?\p{Ll}{3,}$/u;
const BEHIND_WORDS_IN_BRACKETS = /\p{Ll}{3}\)$/u;
const BEHIND_HAN = /(?!米)\p{Script=Han}$/u;
/** What is squared and cubed. */
const HAS_POWERS =
  /(?:feet|foot|inch(?:es)?|miles?|(?:[cmk]\p{Ll}+)?met(?:er|re)s?|yards?|seconds?|sinh?|cosh?|tanh?|alpha|beta|gamma|delta|epsilon|sigma|lambda|theta|omega|norm|mean|error|loss|bias|variance|distance|radius|length|width|height|time|speed|velocity|mass)$/iu;

/** Whether what ends in `left` may be marked with the numbers `inner`. */
export function mayCarryNumber(left: string, inner: string): boolean {
  if (BEHIND_SIGN.test(left)) return true;
  const mayBePower = /^[23]$/.test(inner);
  if (BEHIND_WORD.test(left)) return !mayBePower || !HAS_POWERS.test(left);
  return BEHIND_HAN.test(left) || (!mayBePower && BEHIND_WORDS_IN_BRACKETS.test(left));
}
