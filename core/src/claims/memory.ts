/**
 * Remembers words as tokens, and scores by all that decided them, from one version of a note to the next: a keystroke changes
 * one sentence and its neighbours. Compares inputs field by field, so that a score remembered is the score.
 *
 * Tokens lie on the sentence whose words they are, and scores on the tokens: a look into a map costs several visits to memory that is
 * in no cache, for each of a long note's sentences. A sentence keeps its content, and so its tokens, while it is written the same.
 */
import type { Sentence } from '../note/model.ts';
import { Fact } from '../text/content.ts';
import { Once } from '../text/once.ts';
import { Turns } from '../text/turns.ts';
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
  /** Of headings, alone or several in a row, which are no sentences. */
  readonly #headings = new Turns<string, Tokens>();
  #manner: Manner | undefined;
  #turn = 0;

  tokensOf({ words, content }: Pick<Sentence, 'words' | 'content'>): Tokens {
    return tokensOfSentence.of(content, () => tokenise(words));
  }

  /** The same words give the same object. */
  tokensOfHeading(words: string): Tokens {
    return this.#headings.get(words, () => tokenise(words));
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

  /** After the last question of one version. */
  end(): void {
    this.#turn++;
    this.#headings.end();
  }

  #forgetOld(places: Judged[]): void {
    const recent = places.filter(({ turn }) => turn >= this.#turn - 1);
    places.splice(0, places.length, ...recent);
  }
}

const NOWHERE = (): Judged[] => [];

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
