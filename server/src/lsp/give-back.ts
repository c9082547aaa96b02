/**
 * Takes no more of the machine's memory than the server needs, and collects garbage while nobody waits. While it works, the heap
 * may outgrow what lives in it by half; behind each answer the young generation is emptied. When nothing happens, what is garbage
 * is given back: typing in a long note leaves much that V8 sees no hurry to collect, and a server that rests allocates nothing
 * that would make it. Looks now and then; collects once a rest.
 */
import { performance } from 'node:perf_hooks';
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const LOOK_MILLISECONDS = 5_000;
/** A process that did less than this between two looks is at rest. */
const BUSY = 0.01;
/** Less than this is not worth a pause. */
const WORTH_BYTES = 30_000_000;

export interface Measures {
  /** Share of the time since it was last asked that the process was at work, 0 to 1. */
  busy(): number;
  /** Bytes of heap in use, garbage included. */
  heap(): number;
  collect(): void;
}

export class GiveBack {
  readonly #measures: Measures;
  /** In use right after the last collection. */
  #kept = 0;

  constructor(measures: Measures) {
    this.#measures = measures;
  }

  /** Called at even intervals. */
  look(): void {
    const { busy, heap, collect } = this.#measures;
    if (busy() > BUSY || heap() - this.#kept < WORTH_BYTES) return;
    collect();
    this.#kept = heap();
  }
}

/**
 * V8 lets a heap that is written to quickly grow to several times what lives in it. Collecting sooner costs a keystroke nothing
 * that can be measured, as most of it happens on other threads.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=50');
}

/** Less than this is not worth a pause of a millisecond or two. */
const WORTH_SWEEPING_BYTES = 2_000_000;
let collect: NodeJS.GCFunction | undefined;

/**
 * Empties the young generation. Behind an answer hardly anything lives in it but the last version of a note; in the midst of a
 * check, where V8 would do it, half of the next version lives too and is copied, which takes a third of the check.
 */
export function sweep(): void {
  const young = getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space');
  if ((young?.space_used_size ?? 0) < WORTH_SWEEPING_BYTES) return;
  if (!collect) {
    // Known in contexts that are made from now on: https://nodejs.org/api/globals.html#globalgc
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as NodeJS.GCFunction;
  }
  void collect({ type: 'minor' });
}

/** For as long as the process lives, which it does not prolong. A Node that was built without its inspector keeps its garbage. */
export async function giveBackAtRest(): Promise<void> {
  if (!process.features.inspector) return;
  const { Session } = await import('node:inspector');
  let before = performance.eventLoopUtilization();
  const session = new Session();
  session.connect();
  const measures: Measures = {
    busy: () => {
      const now = performance.eventLoopUtilization();
      const { utilization } = performance.eventLoopUtilization(now, before);
      before = now;
      return utilization;
    },
    heap: () => process.memoryUsage().heapUsed,
    // Answers in the same thread, at once. https://chromedevtools.github.io/devtools-protocol/tot/HeapProfiler/#method-collectGarbage
    collect: () => {
      session.post('HeapProfiler.collectGarbage');
    },
  };
  const giving = new GiveBack(measures);
  setInterval(() => {
    giving.look();
  }, LOOK_MILLISECONDS).unref();
}
