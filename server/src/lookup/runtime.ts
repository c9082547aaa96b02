/** What a look-up needs of the machine. The real one is made here; tests pass their own clock and chance. */

export interface LookupRuntime {
  /** Milliseconds since 1970. */
  now(): number;
  /** Ends early when the signal is given. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** 0 to 1, for jitter. */
  random(): number;
}

export const machineRuntime: LookupRuntime = {
  now: () => Date.now(),
  sleep: (milliseconds, signal) =>
    new Promise((resolve) => {
      const end = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', end);
        resolve();
      };
      const timer = setTimeout(end, milliseconds);
      if (signal?.aborted === true) end();
      else signal?.addEventListener('abort', end);
    }),
  random: () => Math.random(),
};
