/** The acronyms that a library's entries define, as terms, both ways. Gathered once, when the index is. */
import { findDefinitions } from './acronyms.ts';
import type { Entry } from './model.ts';
import type { Expansions } from './query.ts';
import { STOP, type Vocabulary } from './terms.ts';

export class LibraryExpansions implements Expansions {
  readonly #expansions = new Map<string, readonly number[]>();
  readonly #acronyms = new Map<string, number>();

  /** `known` are definitions from elsewhere, which the library's own overrule. */
  constructor(vocabulary: Vocabulary, entries: Iterable<Entry>, known: Iterable<readonly [string, string]>) {
    const counts = new Map<string, Map<string, number>>();
    const count = (acronym: string, expansion: string, by: number): void => {
      const folded = acronym.toLowerCase();
      const runs = counts.get(folded) ?? new Map<string, number>();
      counts.set(folded, runs);
      const run = termsOf(expansion, vocabulary).join(' ');
      if (run !== '') runs.set(run, (runs.get(run) ?? 0) + by);
    };
    for (const [acronym, expansion] of known) count(acronym, expansion, 0.5);
    for (const entry of entries)
      for (const text of [entry.title, entry.text ?? ''])
        for (const { acronym, expansion } of findDefinitions(text)) count(acronym, expansion, 1);
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

function termsOf(text: string, vocabulary: Vocabulary): number[] {
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
