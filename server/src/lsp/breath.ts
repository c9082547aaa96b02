/** Lets the keyboard through while much is worked off. */

/** How long work goes on at a stretch while somebody may be typing. */
const STRETCH_MILLISECONDS = 12;

export class Breath {
  #since = performance.now();

  /** At once, unless the stretch is over. */
  async taken(): Promise<void> {
    if (performance.now() - this.#since < STRETCH_MILLISECONDS) return;
    await new Promise((resolve) => setTimeout(resolve));
    this.#since = performance.now();
  }
}
