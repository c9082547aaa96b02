/**
 * Remembers values by key from one version of a text to the next: what a version did not ask for is forgotten after the one
 * that follows it. The values must follow from their keys alone. Belongs to whoever keeps the text, never to a module.
 */
export class Turns<K, V> {
  #previous = new Map<K, V>();
  #current = new Map<K, V>();

  get(key: K, make: () => V): V {
    const known = this.#current.get(key);
    if (known !== undefined) return known;
    const value = this.#previous.get(key) ?? make();
    this.#current.set(key, value);
    return value;
  }

  /** After the last question of one version. */
  end(): void {
    this.#previous = this.#current;
    this.#current = new Map();
  }

  /** When what the values follow from has changed. */
  clear(): void {
    this.#previous.clear();
    this.#current.clear();
  }
}
