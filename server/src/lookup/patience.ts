/** How long a person waits for what they asked for, and whether they still do. */
import type { LookupRuntime } from './runtime.ts';

const LONGEST_WAIT_SECONDS = 30;

export interface Patience {
  /** Milliseconds since 1970. */
  readonly until: number;
  /** Given when the person stops it. */
  readonly signal?: AbortSignal;
}

export const patienceFromNow = (runtime: LookupRuntime, signal?: AbortSignal): Patience => ({
  until: runtime.now() + LONGEST_WAIT_SECONDS * 1000,
  ...(signal === undefined ? {} : { signal }),
});

export const isOver = ({ until, signal }: Patience, runtime: LookupRuntime): boolean =>
  signal?.aborted === true || runtime.now() >= until;
