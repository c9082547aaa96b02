/** Long work in short slices: between two of them a keystroke gets its turn. */
import { setImmediate as turn } from 'node:timers/promises';

/** Half of what a keystroke may take. */
const SLICE_MILLISECONDS = 8;

export async function inSlices<T>(items: Iterable<T>, work: (item: T) => void): Promise<void> {
  let began = performance.now();
  for (const item of items) {
    work(item);
    if (performance.now() - began < SLICE_MILLISECONDS) continue;
    await turn();
    began = performance.now();
  }
}
