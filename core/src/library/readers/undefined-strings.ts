/** Bare words of a .bib file that no @string defines: which of them are worth a word, and what to say. */
import type { BibtexFault } from './bibtex-entries.ts';

export interface UndefinedName {
  readonly name: string;
  /** From 0. */
  readonly line: number;
}

/** No number, no command of TeX, and no name of IEEEabrv.bib, which stands beside every TeX: https://ctan.org/pkg/ieeetran */
export const isStringName = (word: string): boolean => /^(?!IEEE_)\p{L}/u.test(word);

/** More than these were defined in a file of their own, of journals' names for instance: that is said once. */
const FEW = 5;

/** Each name once, where it stands first; case makes no difference to BibTeX. */
export function faultsOfNames(names: readonly UndefinedName[]): BibtexFault[] {
  const firsts = new Map<string, UndefinedName>();
  for (const each of names) {
    const key = each.name.toLowerCase();
    if (!firsts.has(key)) firsts.set(key, each);
  }
  const told = [...firsts.values()];
  const isMany = told.length > FEW;
  return (isMany ? told.slice(0, 1) : told).map(({ name, line }) => ({
    line,
    message: `The value “${name}”${isMany ? ` (and ${String(told.length - 1)} more)` : ''} stands in neither braces nor quotes, and no @string before it in this file says what it stands for; it was kept as it is written.`,
  }));
}
