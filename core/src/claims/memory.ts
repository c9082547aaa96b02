/**
 * Remembers words as tokens, and scores by all that decided them, from one version of a note to the next: a keystroke changes
 * one sentence and its neighbours. Compares inputs field by field, so that a score remembered is the score.
 *
 * Tokens lie on the sentence whose words they are, and scores on the tokens: a look into a map costs several visits to memory that is
 * in no cache, for each of a long note's sentences.
 */
import { Fact, type Content } from '../text/content.ts';
import { Once } from '../text/once.ts';
import type { FeatureInput } from './features.ts';
import { isSameManner, type Manner } from './manner.ts';
import type { ClaimScore } from './model.ts';
import { tokenise, type Tokens } from './tokens.ts';

interface Judged {
  readonly input: FeatureInput;
  readonly score: ClaimScore;
  /** When it was last asked for. */
  turn: number;
}

const tokensOfSentence = new Fact<Tokens>();
/** The same words may stand in several places. */
const judgedOf = new Once<Tokens, Judged[]>('scores');

export class ClaimMemory {
  /** For a leaf that is read anew: most of its sentences are those that it had. */
  readonly #tokens = new Map<string, Tokens>();
  /** Whether what is asked for in this turn is put into an emptied map. */
  #refills = false;
  #manner: Manner | undefined;
  #turn = 0;

  /** The same words give the same object; `content` is that of the sentence (`Sentence.content`), if they are one. */
  tokensOf(words: string, content?: Content): Tokens {
    if (content === undefined) return this.#byWords(words);
    const tokens = tokensOfSentence.of(content, () => this.#byWords(words));
    if (this.#refills) this.#tokens.set(words, tokens);
    return tokens;
  }

  #byWords(words: string): Tokens {
    const known = this.#tokens.get(words);
    if (known) return known;
    const tokens = tokenise(words);
    this.#tokens.set(words, tokens);
    return tokens;
  }

  /** The manner of the version before, where it is the same still: scores hang on it. */
  mannerOf(made: Manner): Manner {
    if (this.#manner === undefined || !isSameManner(this.#manner, made)) this.#manner = made;
    return this.#manner;
  }

  scoreOf(
    words: string,
    input: FeatureInput,
    judge: (words: string, input: FeatureInput) => ClaimScore,
  ): ClaimScore {
    const places = judgedOf.of(input.tokens, NOWHERE);
    const known = places.find((one) => isSame(one.input, input));
    if (known) {
      known.turn = this.#turn;
      return known.score;
    }
    const score = judge(words, input);
    if (places.length >= MOST_PLACES) this.#forgetOld(places);
    if (places.length < MOST_PLACES) places.push({ input, score, turn: this.#turn });
    return score;
  }

  /** After the last question of one version, which has so many sentences. */
  end(sentences: number): void {
    this.#turn++;
    this.#refills = this.#tokens.size > 3 * sentences + FEW;
    if (this.#refills) this.#tokens.clear();
  }

  #forgetOld(places: Judged[]): void {
    const recent = places.filter(({ turn }) => turn >= this.#turn - 1);
    places.splice(0, places.length, ...recent);
  }
}

const NOWHERE = (): Judged[] => [];

/** Fewer old words than this are not worth a walk. */
const FEW = 256;

/** A table may repeat one word in ten thousand cells: beyond this, judging is cheaper than finding. */
const MOST_PLACES = 16;

/** Every field, and each by its name: asked of each sentence at each keystroke, a loop over the names costs five times as much. */
const isSame = (a: FeatureInput, b: FeatureInput): boolean =>
  a.tokens === b.tokens &&
  a.previous === b.previous &&
  a.next === b.next &&
  a.heading === b.heading &&
  a.above === b.above &&
  a.block === b.block &&
  a.before === b.before &&
  a.behind === b.behind &&
  a.place === b.place &&
  a.register === b.register &&
  a.newNames === b.newNames &&
  a.language === b.language &&
  a.manner === b.manner &&
  a.stretch === b.stretch;
