/**
 * The content of a leaf or a sentence, which is the same object as long as nobody changes it, and with it what follows from it alone.
 * Asked at each keystroke of each sentence of a long note: an array costs less than half of a property with a changing name (`Once`),
 * and no more than a map.
 */
export class Content {
  readonly #facts: unknown[] = [];

  /** For `Fact` alone. */
  recall<V>(index: number, make: () => V): V {
    const known = this.#facts[index];
    if (known !== undefined) return known as V;
    const made = make();
    this.#facts[index] = made;
    return made;
  }
}

let facts = 0;

/** One question that is asked of contents. Made once, by the module that asks. */
export class Fact<V extends object> {
  readonly #index = facts++;

  /** The answer must follow from the content alone. */
  of(content: Content, make: () => V): V {
    return content.recall(this.#index, make);
  }
}
