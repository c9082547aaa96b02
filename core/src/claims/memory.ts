/**
 * Remembers words as tokens, and scores by all that decided them, from one version of a note to the next: a keystroke changes
 * one sentence and its neighbours. Compares inputs field by field, so that a score remembered is the score.
 */
import { Turns } from '../text/turns.ts';
import type { FeatureInput } from './features.ts';
import { isSameManner, type Manner } from './manner.ts';
import type { ClaimScore } from './model.ts';
import { tokenise, type Tokens } from './tokens.ts';

interface Judged {
  readonly input: FeatureInput;
  readonly score: ClaimScore;
}

export class ClaimMemory {
  readonly #tokens = new Turns<string, Tokens>();
  #manner: Manner | undefined;
  /** The same words may stand in several places. */
  #previous = new Map<Tokens, Judged[]>();
  #current = new Map<Tokens, Judged[]>();

  /** The same words give the same object. */
  tokensOf(words: string): Tokens {
    return this.#tokens.get(words, () => tokenise(words));
  }

  /** The manner of the version before, where it is the same still: scores hang on it. */
  mannerOf(made: Manner): Manner {
    if (this.#manner === undefined || !isSameManner(this.#manner, made)) this.#manner = made;
    return this.#manner;
  }

  scoreOf(input: FeatureInput, judge: () => ClaimScore): ClaimScore {
    const now = this.#current.get(input.tokens);
    const known = find(now, input) ?? find(this.#previous.get(input.tokens), input);
    const judged = known ?? { input, score: judge() };
    if (now === undefined) this.#current.set(input.tokens, [judged]);
    else if (now.length < MOST_PLACES && !now.includes(judged)) now.push(judged);
    return judged.score;
  }

  end(): void {
    this.#tokens.end();
    this.#previous = this.#current;
    this.#current = new Map();
  }
}

/** A table may repeat one word in ten thousand cells: beyond this, judging is cheaper than finding. */
const MOST_PLACES = 16;

const find = (among: readonly Judged[] | undefined, input: FeatureInput): Judged | undefined =>
  among?.find((one) => isSame(one.input, input));

/** All inputs of a note are made in one place, with the same fields. */
function isSame(a: FeatureInput, b: FeatureInput): boolean {
  for (const field in a) if (a[field as keyof FeatureInput] !== b[field as keyof FeatureInput]) return false;
  return true;
}
