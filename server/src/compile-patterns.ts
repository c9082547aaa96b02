import { setFlagsFromString } from 'node:v8';

/**
 * V8 runs a pattern by an interpreter first and compiles it to machine code when it is run again. The first check of a note runs
 * nearly every pattern there is, most of them often: doing both takes a seventh of a whole `inquiry check` of one note.
 */
export function compilePatternsAtOnce(): void {
  setFlagsFromString('--no-regexp-tier-up');
}
