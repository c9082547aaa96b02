/**
 * What an acronym may stand for when no entry says so: a run of words of some title whose initials spell it, as "reinforcement
 * learning from human feedback" spells RLHF. A guess: for searches and suggestions, never for doubting a citation.
 */
import { SMALL } from './acronyms.ts';

const SHORTEST = 3;
/** A run of words ends where the title is parted. */
const PARTS = /[:;,.?!()[\]"“”]|\s[–—-]\s/u;
const WORD = /[\p{L}\p{N}]+/gu;

interface Part {
  readonly words: readonly string[];
  readonly initials: string;
}

export class TitleInitials {
  readonly #parts: readonly Part[];

  constructor(titles: Iterable<string>) {
    const parts: Part[] = [];
    for (const title of titles)
      for (const part of title.split(PARTS)) {
        const words = (part.toLowerCase().match(WORD) ?? []).filter((word) => !SMALL.has(word));
        if (words.length >= SHORTEST)
          parts.push({ words, initials: words.map((word) => word.charAt(0)).join('') });
      }
    this.#parts = parts;
  }

  /** The words, joined by blanks, that most titles mean by it; undefined when none does, or several runs equally often. */
  expansionOf(acronym: string): string | undefined {
    const letters = acronym.toLowerCase();
    if (letters.length < SHORTEST) return undefined;
    const counts = new Map<string, number>();
    for (const { words, initials } of this.#parts)
      for (let at = initials.indexOf(letters); at !== -1; at = initials.indexOf(letters, at + 1)) {
        const run = words.slice(at, at + letters.length).join(' ');
        counts.set(run, (counts.get(run) ?? 0) + 1);
      }
    const [best, second] = [...counts].sort((a, b) => b[1] - a[1]);
    return best && best[1] > (second?.[1] ?? 0) ? best[0] : undefined;
  }
}
