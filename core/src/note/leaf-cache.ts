/**
 * Remembers leaves by their content from one version of a note to the next. What a leaf holds follows from its content and
 * the note's definitions alone, so a remembered leaf is the leaf; when definitions change, everything is forgotten.
 */
import type { Leaf, LeafForm } from './leaf.ts';
import type { Definitions } from './markdown.ts';

export class LeafCache {
  #previous = new Map<string, Leaf>();
  #current = new Map<string, Leaf>();
  #definitions = '';

  /** Called by the parser before the leaves of one version. */
  beginTurn(definitions: Definitions): void {
    const now = fingerprint(definitions);
    if (now !== this.#definitions) {
      this.#previous.clear();
      this.#current.clear();
    }
    this.#definitions = now;
  }

  get(content: string, form: LeafForm, read: () => Leaf): Leaf {
    const key = form === 'unit' ? `#${content}` : ` ${content}`;
    const known = this.#current.get(key) ?? this.#previous.get(key);
    const leaf = known ?? read();
    this.#current.set(key, leaf);
    return leaf;
  }

  /** Called by the parser after the last leaf: what this version did not use is forgotten after the next. */
  endTurn(): void {
    this.#previous = this.#current;
    this.#current = new Map();
  }
}

const fingerprint = (definitions: Definitions): string =>
  JSON.stringify([definitions.references ?? null, Object.keys(definitions.footnotes?.refs ?? {})]);
