/**
 * Works something out once for a value that never changes, and keeps it on that value, out of the sight of whoever compares,
 * copies or writes it. A `WeakMap` would do the same, and cost typing dearly: when V8 collects young objects it takes all that an
 * old `WeakMap` holds for alive, whether or not its key is, and so carries every version of a note that was typed into the old
 * generation, where only the long pauses collect it.
 */
export class Once<K extends object, V extends object> {
  readonly #place: symbol;

  /** `what` is for whoever looks into a heap. */
  constructor(what: string) {
    this.#place = Symbol(what);
  }

  of(key: K, make: () => V): V {
    const known = (key as Readonly<Record<symbol, V | undefined>>)[this.#place];
    if (known !== undefined) return known;
    const value = make();
    Object.defineProperty(key, this.#place, { value });
    return value;
  }
}
