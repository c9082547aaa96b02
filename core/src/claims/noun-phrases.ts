/**
 * Whether a line only names things: "Satellite phone with spare batteries", "Offline maps for all study plots". It must hold no verb, figure,
 * comparison or denial, and no colon or full stop, for in notes "Naps as good as a full night" and "Accuracy: same" are statements.
 */
import { signsOf } from './kinds.ts';
import { readWords, type Word } from './quotable-words.ts';
import { mayBePlural, verbFormOf } from './verbs.ts';

/** "Q1" and "3D" are names; "two pairs" says how many to pack. */
const SAYS_MORE =
  /(?<!\p{L})\d|[:：;=<>→%]|\s(?:[-–—]|->|vs?\.?)\s|[.!?…]["”)]*\s*$|(?<!\p{L})(?:no|not|never|none|nobody|nothing|without effect|than|as \p{L}+ as|twice|more|less|fewer|better|worse|equally|same|yes|if|when|because|so|but)(?!\p{L})|\p{Ll}ly\s*$/iu;
const HELPERS = new Set(
  'is are was were be been being am has have had do does did can cannot could may might must will would shall should'.split(
    ' ',
  ),
);
const CONTRACTED = /n['’]t$|['’](?:re|ve|ll|m|d)$|^(?:it|that|he|she|there|here|what|who)['’]s$/;
/** "Consolidates", "optimizes", "clarifies": verbs by their ending, as the list of verbs cannot hold them all. */
const VERB_ENDING =
  /[^\W\d_]{3}(?:(?<!estim|templ|certific|candid|clim|coordin|aggreg|substr|duplic|delec|gradu|associ|upd)ates|i[sz]es|ifies)$/;
/** Behind a form in "-s" these tell of a noun: "test results from Bergen", "costs and benefits". */
const NOUN_BEFORE = /^(?:of|from|for|and|or|between|during|across|by|per|at|under)$/;

/** "230: Fine-grained Classification of Furniture" in a list of titles; "3 days" is a figure. */
const NUMBERED = /^\s*\d{1,4}[:.)]?\s+(?=\p{Lu})/u;

export function isNounPhrase(line: string): boolean {
  const text = line.replace(NUMBERED, '');
  if (SAYS_MORE.test(text)) return false;
  const words = readWords(text);
  if (words.length === 0 || words.some((word, at) => isVerb(words, word, at))) return false;
  const { kind, words: signs } = signsOf(text);
  // "Results of the pilot" and "all study plots" are signs of claims in a sentence alone.
  return (
    signs.length === 0 ||
    kind === 'universal' ||
    (kind === 'finding' && text.trimStart().startsWith(signs[0] ?? ' '))
  );
}

/** Whether the word at `at` may be the verb of a statement; what opens a line is none, unless it is a helper. */
export function isVerb(words: readonly Word[], { small, isLast }: Word, at: number): boolean {
  if (HELPERS.has(small) || CONTRACTED.test(small)) return true;
  const before = words[at - 1];
  // What opens a line has no subject; "to" and an article make a noun or an aim of it.
  if (!before || before.isLast || before.isFunction) return false;
  const next = words[at + 1];
  switch (verbFormOf(small)) {
    case 'third':
      return !isLast && !NOUN_BEFORE.test(next?.small ?? 'and');
    case 'plain':
      return mayBePlural(before.small);
    case 'past':
      // "Improved search" names a thing; "two nodes failed overnight" and "notebooks shared by editors" may tell of one.
      return isLast || next === undefined || next.isFunction || next.isAdverb;
    default:
      return VERB_ENDING.test(small) && !isLast && next !== undefined && !NOUN_BEFORE.test(next.small);
  }
}
