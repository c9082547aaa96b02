/**
 * Remembers values by key from one version of a text to the next: what a version did not ask for is forgotten soon after. The
 * values must follow from their keys alone. Belongs to whoever keeps the text, never to a module.
 */
export class Turns<K, V> {
  /**
   * One map for all turns, cleared of old keys only when most of it is old: a keystroke asks for thousands of values and changes
   * one, and a new map for each turn would cost, mostly the collector, as much as the text is long.
   */
  readonly #kept = new Map<K, { readonly value: V; turn: number }>();
  #turn = 0;
  /** Different keys asked for in this turn. */
  #asked = 0;

  get(key: K, make: () => V): V {
    const known = this.#kept.get(key);
    if (known === undefined) {
      const value = make();
      this.#kept.set(key, { value, turn: this.#turn });
      this.#asked++;
      return value;
    }
    if (known.turn !== this.#turn) {
      known.turn = this.#turn;
      this.#asked++;
    }
    return known.value;
  }

  /** After the last question of one version. */
  end(): void {
    if (this.#kept.size > 2 * this.#asked + FEW)
      for (const [key, { turn }] of this.#kept) if (turn !== this.#turn) this.#kept.delete(key);
    this.#turn++;
    this.#asked = 0;
  }

  /** All that is remembered, of the last version or not yet forgotten. */
  forEach(look: (value: V, key: K) => void): void {
    for (const [key, { value }] of this.#kept) look(value, key);
  }

  /** When what the values follow from has changed. */
  clear(): void {
    this.#kept.clear();
    this.#asked = 0;
  }
}

/** Fewer old values than this are not worth a walk. */
const FEW = 64;
