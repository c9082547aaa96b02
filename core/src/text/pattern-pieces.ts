/**
 * Pieces of a pattern as sets of runs of letters, put together to what the whole must hold: side by side, one of several, or
 * bounded. `pattern-letters.ts` reads them from a pattern's source.
 */
import { BEYOND, chanceOf, NO_WORD, runOf, type Run } from './letters.ts';

/** One of these runs of classes is in any match; the cost is how often, roughly, a place in a text fits one by chance. */
export interface Need {
  readonly runs: readonly Run[];
  readonly cost: number;
}

/**
 * What is known of a piece of a pattern: either each whole text that it can match (`exact`), as runs of classes, or only what any
 * such text must hold.
 */
export interface Piece {
  readonly exact: readonly Run[] | undefined;
  readonly need: Need | undefined;
}

export const NOTHING: Piece = { exact: [''], need: undefined };
export const ANYTHING: Piece = { exact: undefined, need: undefined };
export const BOUNDARY = 'boundary';

/** Alternatives are followed letter by letter up to so many; then what was gathered is set aside. */
const MOST_RUNS = 48;
const LONGEST_RUN = 8;

/** Puts pieces that follow each other together. */
export class Sequence {
  #exact: readonly Run[] = [''];
  #need: Need | undefined;
  /** Whether the runs gathered are all that was seen, from the first piece on. */
  #isWhole = true;

  add(piece: Piece | typeof BOUNDARY): void {
    if (piece === BOUNDARY) this.#bound();
    else if (piece.exact === undefined) {
      this.#setAside(['']);
      this.#need = rarer(this.#need, piece.need);
    } else if (this.#exact.length * piece.exact.length > MOST_RUNS || this.#boundsWithin(piece.exact))
      this.#setAside(piece.exact);
    else {
      const { exact } = piece;
      this.#exact = this.#exact.flatMap((run) => exact.map((next) => run + next));
      // What is long enough needs no more alternatives.
      if (this.#exact.some((run) => run.length > LONGEST_RUN)) this.#setAside(['']);
    }
  }

  piece(): Piece {
    return this.#isWhole
      ? { exact: this.#exact, need: undefined }
      : { exact: undefined, need: rarer(this.#need, needOf({ exact: this.#exact, need: undefined })) };
  }

  /** `\b`: before a word what is no word, after a word likewise; which of both it is, the letters beside it tell. */
  #bound(): void {
    if (this.#exact.every((run) => run.length === 0)) this.#exact = [ANY_BOUND];
    else if (this.#exact.every((run) => isWord(run.charCodeAt(run.length - 1))))
      this.#setAside([''], (run) => NO_WORD.map((one) => run + runOf(one)));
    else this.#setAside(['']);
  }

  /** Whether a `\b` that opens the next piece would come to stand within a run. */
  #boundsWithin(next: readonly Run[]): boolean {
    return next.some((run) => run[0] === ANY_BOUND) && this.#exact.some((run) => run.length > 0);
  }

  #setAside(next: readonly Run[], ended: (run: Run) => readonly Run[] = (run) => [run]): void {
    const exact = this.#exact.flatMap(ended);
    this.#need = rarer(this.#need, needOf({ exact, need: undefined }));
    this.#exact = next;
    this.#isWhole = false;
  }
}

/** Stands in a run for `\b` until the letter behind it is known; no class has its number. */
const ANY_BOUND = '|';

const isWord = (letter: number): boolean => letter >= 1 && letter < BEYOND;

export const exactly = (run: Run): Piece => ({ exact: [run], need: undefined });

export function oneOf(options: readonly Piece[]): Piece {
  const [first] = options;
  if (first && options.length === 1) return first;
  const exact = options.map((option) => option.exact);
  if (exact.every((runs) => runs !== undefined)) {
    const all = exact.flat();
    if (all.length <= MOST_RUNS) return { exact: all, need: undefined };
  }
  const needs = options.map(needOf);
  if (!needs.every((need) => need !== undefined)) return ANYTHING;
  return {
    exact: undefined,
    need: {
      runs: needs.flatMap(({ runs }) => runs),
      cost: needs.reduce((sum, { cost }) => sum + cost, 0),
    },
  };
}

export function needOf({ exact, need }: Piece): Need | undefined {
  if (exact === undefined) return need;
  const runs = new Set<Run>();
  for (const run of exact.flatMap(boundless)) {
    const best = rarestPart(run);
    if (best === undefined) return undefined;
    runs.add(best);
  }
  return { runs: [...runs], cost: [...runs].reduce((sum, run) => sum + chanceOf(run), 0) };
}

/** A run whose `\b` has become what stands there: before a word, one of two classes; before anything else, nothing known. */
function boundless(run: Run): Run[] {
  if (run[0] !== ANY_BOUND) return [run];
  const rest = run.slice(1);
  return isWord(rest.charCodeAt(0)) ? NO_WORD.map((one) => runOf(one) + rest) : [rest];
}

function rarer(one: Need | undefined, other: Need | undefined): Need | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return other.cost < one.cost ? other : one;
}

/** The rarest three letters in a row, or the whole run where it is shorter; undefined when it is empty. */
function rarestPart(run: Run): Run | undefined {
  if (run.length <= 3) return run.length === 0 ? undefined : run;
  let best = run.slice(0, 3);
  for (let at = 1; at + 3 <= run.length; at++) {
    const part = run.slice(at, at + 3);
    if (chanceOf(part) < chanceOf(best)) best = part;
  }
  return best;
}
