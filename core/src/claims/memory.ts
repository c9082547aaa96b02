/**
 * Remembers words as tokens, readings and scores by all that decided them, from one version of a note to the next: a keystroke changes
 * one sentence and its neighbours. Compares inputs field by field, so that a score remembered is the score.
 *
 * Tokens lie on the sentence whose words they are, and scores on the tokens: a look into a map costs several visits to memory that is
 * in no cache, for each of a long note's sentences. A sentence keeps its content, and so its tokens, while it is written the same.
 */
import type { Sentence } from '../note/model.ts';
import { Fact } from '../text/content.ts';
import { Once } from '../text/once.ts';
import { Turns } from '../text/turns.ts';
import type { FeatureInput, PlacedInput } from './features.ts';
import { Judged } from './judged.ts';
import { isSameManner, type Manner } from './manner.ts';
import { Reading } from './reading.ts';
import { tokenise, type Tokens } from './tokens.ts';

interface Place {
  readonly reading: Reading;
  score: Judged;
  /** When it was last asked for. */
  turn: number;
}

const tokensOfSentence = new Fact<Tokens>();
/** The same words may stand in several places. */
const placesOf = new Once<Tokens, Place[]>('scores');

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

  scoreOf(words: string, input: FeatureInput): Judged {
    const places = placesOf.of(input.tokens, NOWHERE);
    const known = places.find(({ reading }) => isSame(reading.input, input));
    const place = known ?? this.#newPlace(places, words, input);
    // The manner is the one thing that changes for all sentences at once; what they say by themselves is not read again.
    if (place.score.manner !== input.manner) place.score = new Judged(place.reading, input.manner);
    place.turn = this.#turn;
    return place.score;
  }

  /** After the last question of one version. */
  end(): void {
    this.#turn++;
    this.#headings.end();
  }

  #newPlace(places: Place[], words: string, input: FeatureInput): Place {
    const reading = new Reading(words, input);
    const place: Place = { reading, score: new Judged(reading, input.manner), turn: this.#turn };
    if (places.length >= MOST_PLACES) this.#forgetOld(places);
    if (places.length < MOST_PLACES) places.push(place);
    return place;
  }

  #forgetOld(places: Place[]): void {
    const recent = places.filter(({ turn }) => turn >= this.#turn - 1);
    places.splice(0, places.length, ...recent);
  }
}

const NOWHERE = (): Place[] => [];

/** A table may repeat one word in ten thousand cells: beyond this, judging is cheaper than finding. */
const MOST_PLACES = 16;

/** Every field but the manner, and each by its name: asked of each sentence at each keystroke, a loop over the names costs five times as much. */
const isSame = (a: PlacedInput, b: PlacedInput): boolean =>
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
  a.stretch === b.stretch;
