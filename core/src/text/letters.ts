/**
 * Letters as a gate of patterns tells them apart: by class only (blanks and signs, "a" to "z" whatever their case, digits, "_", all
 * beyond ASCII), in runs of three, with a rough idea of how often a run stands in a text by chance.
 */

export const BLANK = 0;
export const DIGIT = 27;
const UNDERSCORE = 28;
export const BEYOND = 31;
/** What may stand beside a word: `\b` knows no letters beyond ASCII. */
export const NO_WORD: readonly number[] = [BLANK, BEYOND];

/** Classes of letters in a row, each as the character of its number: strings are put together faster than lists. */
export type Run = string;
export const runOf = (...classes: readonly number[]): Run => String.fromCharCode(...classes);

export const BITS = 5;
export const GRAM_SPACE = 1 << (3 * BITS);
export const GRAM_MASK = GRAM_SPACE - 1;
/** Before the first letter of a text: as if blanks stood there. */
export const OPEN_END = 0;

export function letterClass(unit: number): number {
  if (unit >= 128) return BEYOND;
  if (unit >= 48 && unit <= 57) return DIGIT;
  const lower = unit | 32;
  if (lower >= 97 && lower <= 122) return lower - 96;
  return unit === 95 ? UNDERSCORE : BLANK;
}

/** How often, roughly, each class stands at a place of an English text: blank, a to z, digit, "_", unused, unused, beyond. */
const SHARES = [
  0.2, 0.064, 0.012, 0.025, 0.03, 0.1, 0.018, 0.016, 0.04, 0.06, 0.001, 0.006, 0.033, 0.021, 0.056, 0.06,
  0.017, 0.001, 0.05, 0.053, 0.073, 0.022, 0.008, 0.015, 0.002, 0.014, 0.001, 0.02, 0.001, 1, 1, 0.02,
];

/** Words and parts of words that fill every text, the commonest first, as Zipf has it: their letters tell little apart. */
const COMMON =
  'the of and -ing to in -ion -ent is -ers are -tion was con- were for that -ess with on as by it this from be at or an which have has not we can their its these more than between but also into such while how what does -ter -ted -ons -ate -ati- pro- com- res-';
const AT_FIRST_RANK = 0.017;
const common = new Map<number, number>();
for (const [index, word] of COMMON.split(' ').entries()) {
  const letters = `${word.startsWith('-') ? '' : ' '}${word.replaceAll('-', '')}${word.endsWith('-') ? '' : ' '}`;
  const run = runOf(...Array.from(letters, (letter) => letterClass(letter.charCodeAt(0))));
  for (let at = 0; at + 3 <= run.length; at++) {
    const gram = gramOf(run.slice(at, at + 3));
    common.set(gram, Math.max(common.get(gram) ?? 0, AT_FIRST_RANK / (1 + index)));
  }
}

export function chanceOf(run: Run): number {
  let chance = 1;
  for (let at = 0; at < run.length; at++) chance *= SHARES[run.charCodeAt(at)] ?? 1;
  return run.length < 3 ? chance : Math.max(chance, common.get(gramOf(run)) ?? 0);
}

export function gramOf(run: Run): number {
  let gram = 0;
  for (let at = 0; at < run.length; at++) gram = (gram << BITS) | run.charCodeAt(at);
  return gram;
}
