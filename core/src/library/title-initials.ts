/**
 * What an acronym may stand for when no entry says so: a run of words of some title whose initials spell it, as "reinforcement
 * learning from human feedback" spells RLHF. A guess: for searches and suggestions, never for doubting a citation.
 */
import { SMALL } from './acronyms.ts';
import type { Entry } from './model.ts';

const SHORTEST = 3;
/** A run of words ends where the title is parted. */
const PARTS = /[:;,.?!()[\]"“”]|\s[–—-]\s/u;
const WORD = /[\p{L}\p{N}]+/gu;

/** A stretch of a title between two stops, in one or two forms: whole ("CoT"), and without its small words ("RLHF"). */
export interface TitlePart {
  readonly forms: readonly Form[];
  /** The entry's place among those asked. */
  readonly document: number;
}

interface Form {
  readonly words: readonly string[];
  /** One character a word. */
  readonly initials: string;
}

/** In the order of the entries. */
export function titleParts(entries: readonly Entry[]): TitlePart[] {
  return entries.flatMap(({ title }, document) =>
    title.split(PARTS).flatMap((part) => {
      const words: readonly string[] = part.toLowerCase().match(WORD) ?? [];
      if (words.length < SHORTEST) return [];
      const telling = words.filter((word) => !SMALL.has(word));
      const forms = telling.length < SHORTEST || telling.length === words.length ? [words] : [words, telling];
      return [{ document, forms: forms.map(formOf) }];
    }),
  );
}

const formOf = (words: readonly string[]): Form => ({
  words,
  initials: words.map((word) => word.charAt(0)).join(''),
});

/** The words, joined by blanks, that most titles mean by an acronym; undefined when none does, or several runs equally often. */
export function expansionOf(acronym: string, parts: Iterable<TitlePart>): string | undefined {
  const letters = acronym.toLowerCase();
  if (letters.length < SHORTEST) return undefined;
  const counts = new Map<string, number>();
  for (const { forms } of parts) {
    // As of nearly all.
    if (!forms.some(({ initials }) => initials.includes(letters))) continue;
    // A run without small words stands in both forms, and counts once.
    for (const run of new Set(forms.flatMap((form) => runsOf(form, letters))))
      counts.set(run, (counts.get(run) ?? 0) + 1);
  }
  const [best, second] = [...counts].sort((a, b) => b[1] - a[1]);
  return best && best[1] > (second?.[1] ?? 0) ? best[0] : undefined;
}

function runsOf({ words, initials }: Form, letters: string): string[] {
  const runs: string[] = [];
  for (let at = initials.indexOf(letters); at !== -1; at = initials.indexOf(letters, at + 1)) {
    const run = words.slice(at, at + letters.length);
    // What an acronym stands for is no "of the best": a small word stands inside, never at an end.
    if (!isSmall(run[0]) && !isSmall(run.at(-1))) runs.push(run.join(' '));
  }
  return runs;
}

const isSmall = (word: string | undefined): boolean => word === undefined || SMALL.has(word);
