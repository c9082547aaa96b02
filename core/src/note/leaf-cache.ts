/**
 * Remembers leaves by their content from one version of a note to the next. What a leaf holds follows from its content and
 * the note's definitions alone, so a remembered leaf is the leaf; when definitions change, everything is forgotten.
 */
import { Turns } from '../text/turns.ts';
import type { Leaf, LeafForm } from './leaf.ts';
import type { Definitions } from './markdown.ts';

export class LeafCache {
  readonly #leaves: Readonly<Record<LeafForm, Turns<string, Leaf>>> = {
    prose: new Turns(),
    unit: new Turns(),
  };
  #definitions = '';

  /** Called by the parser before the leaves of one version. */
  beginTurn(definitions: Definitions): void {
    const now = fingerprint(definitions);
    if (now !== this.#definitions) {
      this.#leaves.prose.clear();
      this.#leaves.unit.clear();
    }
    this.#definitions = now;
  }

  get(content: string, form: LeafForm, read: () => Leaf): Leaf {
    return this.#leaves[form].get(content, read);
  }

  /** Called by the parser after the last leaf: what this version did not use is forgotten soon. */
  endTurn(): void {
    this.#leaves.prose.end();
    this.#leaves.unit.end();
  }
}

const fingerprint = (definitions: Definitions): string =>
  JSON.stringify([definitions.references ?? null, Object.keys(definitions.footnotes?.refs ?? {})]);
