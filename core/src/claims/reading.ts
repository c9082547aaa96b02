/**
 * What a sentence says where it stands, whatever the manner of its note: its language, its signs, what speaks against a claim, and
 * what its features add up to in the fitted heads. A letter may change the manner of a whole note, on which all its scores hang;
 * the readings of its sentences stay.
 */
import { Once } from '../text/once.ts';
import { newFeatures, placedFeatures, type PlacedInput } from './features.ts';
import { foreignSignsOf } from './foreign-signs.ts';
import {
  assertedHead,
  checkableHead,
  citedHead,
  findingHead,
  owedHead,
  studyOdds,
  sumOf,
  undertakenHead,
  type Head,
} from './heads.ts';
import { signsOf, type Signs } from './kinds.ts';
import { languageOf, type Language } from './language.ts';
import { notAClaim, type NotAClaim } from './not-claims.ts';
import { quotesOf, type Quotes } from './quotes.ts';
import { isLone } from './stretch.ts';
import type { Tokens } from './tokens.ts';

/** What a head makes of the sentence in its place; to be calibrated once the manner has its say. */
export interface Sum {
  readonly head: Head;
  readonly sum: number;
}

export interface Sums {
  readonly cited: Sum | undefined;
  readonly owed: Sum | undefined;
  /** That it can be checked. */
  readonly asserted: Sum | undefined;
  /** That a study concludes it; asked of a stretch of text that may be an abstract's. */
  readonly stated: Sum | undefined;
  /** That it is what a study's authors set out to do, propose or did; asked of a text that may be an abstract. */
  readonly undertaken: Sum | undefined;
}

/** Log odds below which what a study would conclude does not count. */
const LEAST_STUDY = -10;

const features = newFeatures();

/** What follows from the words alone: it stays when the place does not, or the words stand in several. */
const signsOfWords = new Once<Tokens, Signs>('signs');
const quotesOfWords = new Once<Tokens, Quotes>('quotes');
const reasonOfWords = new Once<Tokens, { readonly reason: NotAClaim | undefined }>('what is said instead');

/** Each part costs, and of most sentences only one is asked: each is made on first use. */
export class Reading {
  readonly text: string;
  readonly input: PlacedInput;
  #language: Language | undefined;
  #foreign: Signs | null | undefined;
  #sums: Sums | undefined;

  constructor(text: string, input: PlacedInput) {
    this.text = text;
    this.input = input;
  }

  get language(): Language {
    if (this.#language === undefined) {
      const own = languageOf(this.text);
      this.#language = own === 'en' ? this.input.language : own;
    }
    return this.#language;
  }

  /** What the words are instead of a claim; undefined where nothing speaks against one. */
  get notAClaim(): NotAClaim | undefined {
    return reasonOfWords.of(this.input.tokens, () => ({ reason: notAClaim(this.text) })).reason;
  }

  get signs(): Signs {
    if (this.language === 'en') return signsOfWords.of(this.input.tokens, () => signsOf(this.text));
    return this.foreignSigns ?? NO_SIGNS;
  }

  /** Of other languages; undefined where they are English or not known. */
  get foreignSigns(): Signs | undefined {
    if (this.#foreign === undefined) {
      const { language } = this;
      const isKnown = language !== 'en' && language !== 'other';
      this.#foreign = (isKnown ? foreignSignsOf(this.text, language) : undefined) ?? null;
    }
    return this.#foreign ?? undefined;
  }

  /** The signs, cut so that they can be quoted. */
  get quotes(): Quotes {
    const { kind, words, places } = this.signs;
    // Foreign signs are whole phrases.
    if (places.length === 0 && words.length > 0) return { kind, words };
    return quotesOfWords.of(this.input.tokens, () => quotesOf(this.text, places));
  }

  get sums(): Sums {
    this.#sums ??= this.#sum();
    return this.#sums;
  }

  #sum(): Sums {
    placedFeatures(this.input, features);
    const of = (head: Head | undefined): Sum | undefined => head && { head, sum: sumOf(head, features) };
    const { stretch, register } = this.input;
    const isOfNote = register === 'document';
    const mayBeStudy = !isOfNote && studyOdds(this.input) >= LEAST_STUDY;
    // Alone, nobody knows whose words it is.
    const mayBeAbstract = stretch !== undefined && (isOfNote || (mayBeStudy && !isLone(stretch)));
    return {
      cited: of(citedHead),
      owed: of(owedHead),
      asserted: of(isOfNote ? assertedHead : checkableHead()),
      stated: mayBeStudy ? of(findingHead()) : undefined,
      undertaken: mayBeAbstract ? of(undertakenHead()) : undefined,
    };
  }
}

const NO_SIGNS: Signs = { kind: 'finding', words: [], places: [] };
