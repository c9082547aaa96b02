/**
 * Acronyms and what they stand for, as a library's own texts define them: "reinforcement learning from human feedback
 * (RLHF)". Finds definitions and keeps them; how much an expansion counts is `ranking.ts`'s job.
 */

export interface Definition {
  /** As written, without a plural "s": "RLHF", "LoRA". */
  readonly acronym: string;
  /** The words before the bracket that it abbreviates. */
  readonly expansion: string;
}

const BRACKETED = /\(([A-Z][A-Za-z]{0,6}[A-Z][A-Za-z0-9]?)s?\)/g;

/** Every definition of the form "words (ACRONYM)" in a text. */
export function findDefinitions(text: string): Definition[] {
  const found: Definition[] = [];
  if (!text.includes('(')) return found;
  for (const match of text.matchAll(BRACKETED)) {
    const acronym = match[1] ?? '';
    const capitals = acronym.replace(/[^A-Z]/g, '');
    if (capitals.length < 2) continue;
    const expansion = expansionBefore(text.slice(Math.max(0, match.index - 100), match.index), acronym);
    if (expansion !== undefined) found.push({ acronym, expansion });
  }
  return found;
}

/** The shortest run of words at the end of `before` whose initials spell the acronym; small words may be skipped. */
function expansionBefore(before: string, acronym: string): string | undefined {
  const words = before.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const letters = acronym.toLowerCase().replace(/s$/, (s) => (/[A-Z]S$/.test(acronym) ? s : ''));
  for (let length = 2; length <= Math.min(words.length, letters.length + 3); length++) {
    const run = words.slice(-length);
    if (spells(run, letters)) return run.join(' ');
  }
  return undefined;
}

/** Words that an acronym leaves out as a rule. */
export const SMALL: ReadonlySet<string> = new Set([
  'a',
  'an',
  'and',
  'as',
  'at',
  'by',
  'for',
  'from',
  'in',
  'of',
  'on',
  'or',
  'the',
  'to',
  'via',
  'with',
]);

/** Whether the first letters of the words, in order, give the letters; small words may be left out, other words may not. */
function spells(words: readonly string[], letters: string): boolean {
  const from = (word: number, letter: number): boolean => {
    if (word === words.length) return letter === letters.length;
    const text = words[word]?.toLowerCase() ?? '';
    if (text.charAt(0) === letters.charAt(letter) && from(word + 1, letter + 1)) return true;
    // "LoRA" takes two letters of "low"; "BERT" takes none of "from".
    if (
      text.startsWith(letters.slice(letter, letter + 2)) &&
      letters.length - letter >= 2 &&
      from(word + 1, letter + 2)
    )
      return true;
    return word > 0 && SMALL.has(text) && from(word + 1, letter);
  };
  return (words[0]?.charAt(0).toLowerCase() ?? '') === letters.charAt(0) && from(0, 0);
}
