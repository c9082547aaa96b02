/**
 * A sentence's scores, kind and reasons: the fitted heads, blended by the note's manner, held down where the words are no claim's.
 * Of other languages, and where the weights are missing, the signs decide.
 */
import { Once } from '../text/once.ts';
import { assertionScore } from './assertion.ts';
import { blended, claimedIn, claimProbability, notenessOfManner } from './blend.ts';
import { featuresOf, mannerFeatures, newFeatures, type FeatureInput, type Features } from './features.ts';
import { foreignSignsOf } from './foreign-signs.ts';
import { signsOf, type Signs } from './kinds.ts';
import { languageOf, type Language } from './language.ts';
import type { Manner } from './manner.ts';
import type { ClaimKind, ClaimScore } from './model.ts';
import { alongCurve, calibrated, logOdds, readHead, type Head } from './model-weights.ts';
import { notAClaim, type NotAClaim } from './not-claims.ts';
import { foreignScore, plainScore } from './plain.ts';
import { quotesOf } from './quotes.ts';
import { notenessOfStretch, stretchFeatures } from './stretch.ts';
import { tellingWords } from './telling-words.ts';
import type { Tokens } from './tokens.ts';
import { model } from './weights.ts';

const citedHead = readHead(model, 'cited');
const owedHead = readHead(model, 'owed');
const noteHead = readHead(model, 'note');
const studyHead = readHead(model, 'study');
const findingHead = readHead(model, 'finding');
const assertedHead = readHead(model, 'asserted');

/** What needs no source whatever its words stays below every profile's threshold. */
const NEVER_NEEDS = 0.01;
/** Views, plans and pointers are cited now and then: below the thresholds, but in their order. */
const SELDOM_NEEDS = 0.03;
const SELDOM: ReadonlySet<string> = new Set(['view', 'plan', 'pointer']);
const NEVER_CLAIMS = 0.3;
/** Whatever an abstract's definition of a claim, these are none; views and plans are conclusions to some. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(['title', 'metadata', 'question']);
const NO_ABSTRACT = -20;
/** Below it what a study would conclude does not count. */
const LEAST_STUDY = -10;

const features = newFeatures();

function raw({ weights, scale }: Head, { count, index, value }: Features): number {
  let sum = 0;
  for (let k = 0; k < count; k++) sum += (weights[index[k] ?? 0] ?? 0) * (value[k] ?? 0);
  return sum * scale;
}

const ofWhole = newFeatures();
/** A note's sentences share their manner, and so what it says of the note; so do those of a stretch. */
const notenessOf = new WeakMap<Manner, number>();
const studyOf = new WeakMap<readonly Tokens[], number>();

/** 0 to 1: whether a document is a note rather than a manuscript, a post or a chapter. */
function noteness({ manner, stretch }: FeatureInput): number {
  if (stretch) return notenessOfStretch(stretch);
  if (!noteHead || !owedHead || !manner) return 0;
  let note = notenessOf.get(manner);
  if (note === undefined) {
    note = notenessOfManner(raw(noteHead, mannerFeatures(manner, ofWhole)));
    notenessOf.set(manner, note);
  }
  return note;
}

/** Log odds that the sentences around are a study's abstract. */
function studyOdds({ stretch, register }: FeatureInput): number {
  // The head for abstracts has learnt from posts too.
  if (register === 'post') return -NO_ABSTRACT;
  if (!studyHead || !stretch || register === 'speech') return NO_ABSTRACT;
  let odds = studyOf.get(stretch);
  if (odds === undefined) {
    odds = raw(studyHead, stretchFeatures(stretch, ofWhole));
    studyOf.set(stretch, odds);
  }
  return odds;
}

/** What follows from the words alone: it stays when a keystroke elsewhere changes the note's manner, on which every score hangs. */
const signsOfWords = new Once<Tokens, Signs>('signs');
const quotesOfWords = new Once<Tokens, readonly string[]>('quotes');

/** Each part costs, and of most sentences only one is asked: each is made on first use. */
export class Judged implements ClaimScore {
  readonly #text: string;
  readonly #input: FeatureInput;
  #language: Language | undefined;
  /** Null once it is known that nothing speaks against a claim. */
  #reason: NotAClaim | null | undefined;
  #needsSource: number | undefined;
  /** How likely it is what a study concludes (of a stretch of text), or can be checked (in a document). */
  #stated: number | undefined;
  #claim: number | undefined;
  #signs: Signs | undefined;
  #foreign: Signs | null | undefined;
  #reasons: readonly string[] | undefined;

  constructor(text: string, input: FeatureInput) {
    this.#text = text;
    this.#input = input;
  }

  get needsSource(): number {
    this.#needsSource ??= this.#judgeSource();
    return this.#needsSource;
  }

  get claim(): number {
    this.#claim ??= this.#judgeClaim();
    return this.#claim;
  }

  get kind(): ClaimKind {
    return this.#read().kind;
  }

  get signs(): readonly string[] {
    return this.#read().words;
  }

  get reasons(): readonly string[] {
    this.#reasons ??= this.#quote();
    return this.#reasons;
  }

  #judgeSource(): number {
    const plain = this.#judgePlainly();
    if (plain || !citedHead) return plain?.needsSource ?? 0;
    const isNote = this.#input.register === 'document';
    featuresOf(this.#input, features);
    const head = isNote ? assertedHead : studyOdds(this.#input) >= LEAST_STUDY ? findingHead : undefined;
    if (head) this.#stated = calibrated(head, raw(head, features));
    const note = noteness(this.#input);
    const ofHead = (each: Head): number => calibrated(each, raw(each, features));
    const cited = ofHead(citedHead);
    const blend = note > 0 && owedHead ? blended(note, cited, ofHead(owedHead)) : cited;
    const likely = isNote ? blend : alongCurve(model.stretch.needsSource, logOdds(blend));
    const reason = this.#notAClaim();
    return Math.min(likely, reason === null ? 1 : SELDOM.has(reason) ? SELDOM_NEEDS : NEVER_NEEDS);
  }

  #judgeClaim(): number {
    const plain = this.#judgePlainly();
    if (plain) return plain.claim;
    const reason = this.#notAClaim();
    const { register, tokens } = this.#input;
    const signs = (): number => assertionScore(this.#text, tokens, reason !== null);
    if (this.#needsSource === undefined) this.#needsSource = this.#judgeSource();
    if (register === 'document') {
      const stated = this.#stated ?? signs();
      return reason === null ? Math.max(stated, this.#needsSource) : Math.min(stated, NEVER_CLAIMS);
    }
    const claim = this.#claimOfStretch(this.#stated, signs());
    return reason !== null && SAYS_NOTHING.has(reason) ? Math.min(claim, NEVER_CLAIMS) : claim;
  }

  #claimOfStretch(stated: number | undefined, signs: number): number {
    const study = stated === undefined ? NO_ABSTRACT : studyOdds(this.#input);
    const isAlone = (this.#input.stretch?.length ?? 1) <= 1;
    const { claimAlone, claimAmong } = model.stretch;
    const claimed = claimedIn(study, stated ?? signs, signs, isAlone);
    return claimProbability(claimed, study, isAlone, isAlone ? claimAlone : claimAmong);
  }

  /** By signs alone: of other languages, and where the weights are missing. */
  #judgePlainly(): { readonly claim: number; readonly needsSource: number } | undefined {
    const language = this.#languageOf();
    if (language !== 'en') return foreignScore(this.#foreignSigns(language));
    return citedHead ? undefined : plainScore(this.#text);
  }

  #languageOf(): Language {
    if (this.#language === undefined) {
      const own = languageOf(this.#text);
      this.#language = own === 'en' ? this.#input.language : own;
    }
    return this.#language;
  }

  /** Null once it is known that there are none. */
  #foreignSigns(language: Exclude<Language, 'en'>): Signs | undefined {
    if (this.#foreign === undefined)
      this.#foreign = (language === 'other' ? undefined : foreignSignsOf(this.#text, language)) ?? null;
    return this.#foreign ?? undefined;
  }

  #notAClaim(): NotAClaim | null {
    if (this.#reason === undefined) this.#reason = notAClaim(this.#text) ?? null;
    return this.#reason;
  }

  #quote(): readonly string[] {
    const { words, places } = this.#read();
    // Foreign signs are whole phrases.
    const quotes =
      places.length === 0 ? words : quotesOfWords.of(this.#input.tokens, () => quotesOf(this.#text, places));
    return quotes.length > 0 ? quotes : this.#tell();
  }

  #tell(): readonly string[] {
    if (this.#judgePlainly() || !citedHead) return [];
    const note = noteness(this.#input);
    const shares = [
      { head: citedHead, share: 1 - note },
      ...(owedHead ? [{ head: owedHead, share: note }] : []),
    ];
    return tellingWords(this.#text, this.#input, shares);
  }

  #read(): Signs {
    if (this.#signs) return this.#signs;
    const language = this.#languageOf();
    this.#signs =
      language === 'en'
        ? signsOfWords.of(this.#input.tokens, () => signsOf(this.#text))
        : (this.#foreignSigns(language) ?? { kind: 'finding', words: [], places: [] });
    return this.#signs;
  }
}
