/** The acronyms that a library's entries define, as terms, both ways. Finding the definitions is the layers' part, done once for each. */
import { findDefinitions } from './acronyms.ts';
import type { Entry } from './model.ts';
import type { Expansions } from './query.ts';
import { STOP, type Vocabulary } from './terms.ts';

/** One entry's word on what an acronym stands for. */
export interface PlacedDefinition {
  /** In lower case. */
  readonly acronym: string;
  /** The terms that it stands for, joined by blanks. */
  readonly run: string;
  /** The entry's place among those asked. */
  readonly document: number;
}

/** In the order of the entries, whose words the vocabulary knows. */
export function definitionsOf(entries: readonly Entry[], vocabulary: Vocabulary): PlacedDefinition[] {
  return entries.flatMap(({ title, text }, document) =>
    [title, text ?? ''].flatMap((each) =>
      findDefinitions(each).flatMap(({ acronym, expansion }) => {
        const run = termsOf(expansion, vocabulary).join(' ');
        return run === '' ? [] : [{ acronym: acronym.toLowerCase(), run, document }];
      }),
    ),
  );
}

export class LibraryExpansions implements Expansions {
  readonly #expansions = new Map<string, readonly number[]>();
  readonly #acronyms = new Map<string, number>();

  constructor(vocabulary: Vocabulary, definitions: Iterable<PlacedDefinition>) {
    const counts = new Map<string, Map<string, number>>();
    for (const { acronym, run } of definitions) {
      const runs = counts.get(acronym) ?? new Map<string, number>();
      counts.set(acronym, runs);
      runs.set(run, (runs.get(run) ?? 0) + 1);
    }
    for (const [acronym, runs] of [...counts].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
      const [best] = [...runs].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
      if (!best) continue;
      this.#expansions.set(acronym, best[0].split(' ').map(Number));
      const id = vocabulary.find(acronym);
      if (id === undefined) continue;
      for (const [run] of runs)
        if (run.includes(' ') && !this.#acronyms.has(run)) this.#acronyms.set(run, id);
    }
  }

  expand(acronym: string): readonly number[] | undefined {
    return this.#expansions.get(acronym);
  }

  abbreviate(run: string): number | undefined {
    return this.#acronyms.get(run);
  }
}

/** The terms of words that the library holds; none when one of them is not held. */
export function termsOf(text: string, vocabulary: Vocabulary): number[] {
  const scan = vocabulary.scan(text, false);
  const ids: number[] = [];
  for (let k = 0; k < scan.count; k++) {
    const id = scan.ids[k] ?? STOP;
    if (id === STOP || scan.compounds[k] === 1) continue;
    if (id < 0) return [];
    ids.push(id);
  }
  return ids;
}
