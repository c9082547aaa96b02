/**
 * What a comparison of a claim with the library brought, kept on the claim's content from one version of a note to the next. A
 * verdict follows from the words, the library and the circumstances that are handed in; these are compared one by one, so that a
 * verdict kept is the verdict.
 */
import type { Library } from '../library/model.ts';
import { Fact, type Content } from '../text/content.ts';

/** What else a verdict hangs on: strings, entries and other things that never change. */
export type Circumstances = readonly unknown[];

interface Kept<V> {
  readonly library: Library;
  readonly circumstances: Circumstances;
  readonly verdict: V;
}

/** The same words may be cited in several places. */
const MOST_PLACES = 4;

/** One question. Made once, by the module that asks. */
export class KeptVerdicts<V> {
  readonly #places = new Fact<{ kept: readonly Kept<V>[] }>();

  of(content: Content, library: Library, circumstances: Circumstances, judge: () => V): V {
    const places = this.#places.of(content, () => ({ kept: [] }));
    const known = places.kept.find(
      (one) => one.library === library && isSame(one.circumstances, circumstances),
    );
    if (known) return known.verdict;
    const verdict = judge();
    // Nothing keeps a library that is no longer the note's.
    const fitting = places.kept.filter((one) => one.library === library);
    places.kept = [{ library, circumstances, verdict }, ...fitting].slice(0, MOST_PLACES);
    return verdict;
  }
}

const isSame = (a: Circumstances, b: Circumstances): boolean =>
  a.length === b.length && a.every((one, at) => one === b[at]);
