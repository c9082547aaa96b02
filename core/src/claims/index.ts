/**
 * The claim model's public face: a sentence in its context to two calibrated scores, a kind and the words that decided.
 * Features are `features.ts`'s, the fitted weights `weights.ts`'s, what is never a claim `not-claims.ts`'s. See docs/claims.md.
 */
import type { Note } from '../note/model.ts';
import { assertionScore } from './assertion.ts';
import { aloneInput, groupOfSentence, inputsOfNote } from './context.ts';
import { featuresOf, mannerFeatures, newFeatures, type FeatureInput, type Features } from './features.ts';
import { foreignSignsOf } from './foreign-signs.ts';
import { signsOf, type Signs } from './kinds.ts';
import { languageOf, type Language } from './language.ts';
import type { Manner } from './manner.ts';
import type { ClaimMemory } from './memory.ts';
import type { ClaimInput, ClaimKind, ClaimScore } from './model.ts';
import { calibrated, readHead, type Head } from './model-weights.ts';
import { notAClaim, type NotAClaim } from './not-claims.ts';
import { foreignScore, plainScore } from './plain.ts';
import { tellingWords } from './telling-words.ts';
import { tokenise } from './tokens.ts';
import { model } from './weights.ts';

export { languageOf, languageOfNote, type Language } from './language.ts';
export { notAClaim, type NotAClaim } from './not-claims.ts';

const citedHead = readHead(model, 'cited');
const owedHead = readHead(model, 'owed');
const noteHead = readHead(model, 'note');
const findingHead = readHead(model, 'finding');
const assertedHead = readHead(model, 'asserted');

/** One for each of `note.sentences`; null for what is no prose. With a memory of the version before, only what is new is judged. */
export function scoreNote(note: Note, memory?: ClaimMemory): (ClaimScore | null)[] {
  const inputs = inputsOfNote(note, memory);
  const scores = note.sentences.map(({ words }, index) => {
    const input = inputs[index];
    if (!input) return null;
    return memory ? memory.scoreOf(words, input, judge) : judge(words, input);
  });
  memory?.end();
  return scores;
}

export function scoreSentence(input: ClaimInput): ClaimScore {
  const tokens = tokenise(input.text);
  const previous = input.previous === undefined ? undefined : tokenise(input.previous);
  const next = input.next === undefined ? undefined : tokenise(input.next);
  return judge(input.text, {
    tokens,
    previous,
    next,
    heading: input.heading === '' ? undefined : tokenise(input.heading),
    above: undefined,
    manner: undefined,
    language: 'en',
    block: input.block,
    before: Math.round(input.positionInBlock * 4),
    behind: Math.round((1 - input.positionInBlock) * 4),
    place: input.positionInNote,
    register: 'document',
    newNames: 0,
    study: 0,
  });
}

/** A sentence with the text around it, the sentence among it, where that is known. */
export function scoreInContext(text: string, context?: string): ClaimScore {
  const { inputs, at } = groupOfSentence(text, context);
  const input = inputs[at];
  const tokens = tokenise(text);
  // The context may be split otherwise than the caller's sentence: its own words count.
  return judge(text, input ? { ...input, tokens } : aloneInput(text));
}

export type Profile = 'gentle' | 'standard' | 'strict';

/** The least scores at which a profile takes a sentence without particular signs for a claim. Measured in docs/claims.md. */
export function thresholds(profile: Profile): { readonly claim: number; readonly needsSource: number } {
  return { claim: CLAIM_LEAST[profile], needsSource: SOURCE_LEAST[profile].none };
}

/**
 * Whether a profile asks for a source. The fitted score says how often authors cite in such a place; in notes, whose sentences
 * are shorter than a manuscript's, it is right sooner where the words themselves are a comparison or somebody's finding.
 */
export function wantsSource(score: ClaimScore, profile: Profile): boolean {
  const least = SOURCE_LEAST[profile];
  // The signs are looked for only where they could decide.
  if (score.needsSource < least.comparison) return false;
  if (score.needsSource >= least.none) return true;
  if (!score.signed) return false;
  // Two signs of a finding, or a measured link, weigh as much as one comparison.
  const isStrong = score.reasons.length > 1 || MEASURED_LINK.test(score.reasons[0] ?? '');
  const isWeak = score.kind === 'comparison' && score.reasons.every((words) => MERE_MEASURE.test(words));
  const kind = score.kind === 'finding' && isStrong ? 'comparison' : isWeak ? 'finding' : score.kind;
  return score.needsSource >= least[kind];
}

/** "Older than a month", "more than that", "as long as": a limit or a manner of speaking as often as a comparison. */
const MERE_MEASURE =
  /^(?:(?:more|fewer|less|older|newer|longer|shorter|later|earlier|sooner|larger|smaller) than|compared (?:to|with)|as \w+ as)$/i;

const MEASURED_LINK = /\b(?:associated|correlated|linked)$/i;

const CLAIM_LEAST: Readonly<Record<Profile, number>> = { gentle: 0.7, standard: 0.5, strict: 0.3 };

/**
 * Chosen on the settled labels of the notes' fit half (bench/claims/notes.ts): `gentle` is right nine times in ten there, `standard`
 * four in five, `strict` finds nine in ten of what wants a source. Among thresholds that do, those were taken at which most flags are
 * right in the logs and pages of documentation among the teaching texts, by folds: there a figure is the writer's own as a rule, and wants
 * as high a score as a sentence without a sign. All stay above what `judge` leaves to views, plans and pointers.
 */
const SOURCE_LEAST: Readonly<Record<Profile, Readonly<Record<ClaimKind | 'none', number>>>> = {
  gentle: {
    statistic: 0.65,
    attribution: 0.4,
    comparison: 0.3,
    historical: 0.65,
    superlative: 0.65,
    quotation: 0.4,
    finding: 0.65,
    universal: 0.65,
    none: 0.75,
  },
  standard: {
    statistic: 0.4,
    attribution: 0.25,
    comparison: 0.25,
    historical: 0.4,
    superlative: 0.4,
    quotation: 0.25,
    finding: 0.4,
    universal: 0.5,
    none: 0.6,
  },
  strict: {
    statistic: 0.031,
    attribution: 0.031,
    comparison: 0.031,
    historical: 0.031,
    superlative: 0.031,
    quotation: 0.031,
    finding: 0.05,
    universal: 0.08,
    none: 0.08,
  },
};

/** What needs no source whatever its words stays below every profile's threshold. */
const NEVER_NEEDS = 0.01;
/** Views, plans and pointers are cited now and then: below the thresholds, but in their order. */
const SELDOM_NEEDS = 0.03;
const SELDOM: ReadonlySet<string> = new Set(['view', 'plan', 'pointer']);
const NEVER_CLAIMS = 0.3;
/** Whatever an abstract's definition of a claim, these are none; views and plans are conclusions to some. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(['title', 'metadata', 'question']);
const LEAST_STUDY = 0.01;

const features = newFeatures();

const judge = (text: string, input: FeatureInput): ClaimScore => new Judged(text, input);

function raw({ weights, scale }: Head, { count, index, value }: Features): number {
  let sum = 0;
  for (let k = 0; k < count; k++) sum += (weights[index[k] ?? 0] ?? 0) * (value[k] ?? 0);
  return sum * scale;
}

const ofManner = newFeatures();
/** A note's sentences share their manner, and so what it says of the note. */
const notenessOf = new WeakMap<Manner, number>();

/**
 * Of a sentence alone nothing is known. Taken for a note's it is ranked far worse where manuscripts cite (AP 0.31 instead of 0.39 on
 * md-cite's books), and no better in notes.
 */
const NOTENESS_ALONE = 0.25;

/** 0 to 1: whether a document is a note rather than a manuscript, a post or a chapter. A stretch of text is taken for one of these. */
function noteness({ manner, register }: FeatureInput): number {
  if (register === 'single') return NOTENESS_ALONE;
  if (!noteHead || !owedHead || !manner) return 0;
  let note = notenessOf.get(manner);
  if (note === undefined) {
    note = calibrated(noteHead, raw(noteHead, mannerFeatures(manner, ofManner)));
    notenessOf.set(manner, note);
  }
  return note;
}

/** Each part costs, and of most sentences only one is asked: each is made on first use. */
class Judged implements ClaimScore {
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
  #telling: readonly string[] | undefined;

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

  get signed(): boolean {
    return this.#read().reasons.length > 0;
  }

  get reasons(): readonly string[] {
    if (this.signed) return this.#read().reasons;
    this.#telling ??= this.#tell();
    return this.#telling;
  }

  #judgeSource(): number {
    const plain = this.#judgePlainly();
    if (plain || !citedHead) return plain?.needsSource ?? 0;
    const { study, register } = this.#input;
    featuresOf(this.#input, features);
    const head = register === 'document' ? assertedHead : study >= LEAST_STUDY ? findingHead : undefined;
    if (head) this.#stated = calibrated(head, raw(head, features));
    const note = noteness(this.#input);
    const likely =
      (1 - note) * calibrated(citedHead, raw(citedHead, features)) +
      (note > 0 && owedHead ? note * calibrated(owedHead, raw(owedHead, features)) : 0);
    const reason = this.#notAClaim();
    return Math.min(likely, reason === null ? 1 : SELDOM.has(reason) ? SELDOM_NEEDS : NEVER_NEEDS);
  }

  #judgeClaim(): number {
    const plain = this.#judgePlainly();
    if (plain) return plain.claim;
    const reason = this.#notAClaim();
    const { study, register, tokens } = this.#input;
    const asserts = (): number => assertionScore(this.#text, tokens, reason !== null);
    if (this.#needsSource === undefined) this.#needsSource = this.#judgeSource();
    if (register === 'document') {
      const stated = this.#stated ?? asserts();
      return reason === null ? Math.max(stated, this.#needsSource) : Math.min(stated, NEVER_CLAIMS);
    }
    // What counts as a claim in an abstract is what the study concludes; elsewhere the signs say it.
    const asserted = this.#stated === undefined ? asserts() : study * this.#stated + (1 - study) * asserts();
    return reason !== null && SAYS_NOTHING.has(reason) ? Math.min(asserted, NEVER_CLAIMS) : asserted;
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
        ? signsOf(this.#text)
        : (this.#foreignSigns(language) ?? { kind: 'finding', reasons: [] });
    return this.#signs;
  }
}
