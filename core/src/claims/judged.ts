/**
 * A sentence's scores, kind and reasons: the fitted heads, blended by the note's manner, held down where the words are no claim's.
 * Of other languages, and where the weights are missing, the signs decide. What the sentence says by itself is `reading.ts`'s.
 */
import { assertionScore } from './assertion.ts';
import { authorship } from './authorship.ts';
import { blended, checkableBy, claimedByStudy, claimedIn, claimProbability } from './blend.ts';
import { citedHead, NO_ABSTRACT, notenessOf, owedHead, studyOdds, sumOfManner } from './heads.ts';
import type { Manner } from './manner.ts';
import type { ClaimKind, ClaimScore } from './model.ts';
import { alongCurve, calibrated, logOdds } from './model-weights.ts';
import { foreignScore, plainScore } from './plain.ts';
import type { Reading, Sum } from './reading.ts';
import { isLone, notenessOfStretch } from './stretch.ts';
import { tellingWords } from './telling-words.ts';
import { model } from './weights.ts';

/** What needs no source whatever its words stays below every profile's threshold. */
const NEVER_NEEDS = 0.01;
/** Views, plans and pointers are cited now and then: below the thresholds, but in their order. */
const SELDOM_NEEDS = 0.03;
const SELDOM: ReadonlySet<string> = new Set(['view', 'plan', 'pointer']);
const NEVER_CLAIMS = 0.3;
/** Whatever the definition of a claim, these are none; views, plans and definitions are conclusions to some. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(['title', 'metadata', 'question']);
/** But in a speech, where “Look, …” and “If you …” lead into claims. */
const WRITTEN_SAYS_NOTHING: ReadonlySet<string> = new Set([
  'instruction',
  'hypothetical',
  'pointer',
  'thanks',
]);

const SAYS_NOT_A_WORD = { claim: 0, needsSource: 0 } as const;

/** Each part costs, and of most sentences only one is asked: each is made on first use. */
export class Judged implements ClaimScore {
  /** How the whole note is written; not known of a stretch of text. */
  readonly manner: Manner | undefined;
  readonly #reading: Reading;
  #needsSource: number | undefined;
  #claim: number | undefined;
  #reasons: readonly string[] | undefined;

  constructor(reading: Reading, manner: Manner | undefined) {
    this.#reading = reading;
    this.manner = manner;
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
    return this.#reading.signs.kind;
  }

  get signs(): readonly string[] {
    return this.#reading.signs.words;
  }

  get reasons(): readonly string[] {
    this.#reasons ??= this.#quote();
    return this.#reasons;
  }

  get named(): ClaimKind | undefined {
    return this.#reading.quotes.kind;
  }

  #judgeSource(): number {
    const plain = this.#judgePlainly();
    if (plain) return plain.needsSource;
    const { input, sums, notAClaim: reason } = this.#reading;
    const cited = this.#calibrated(sums.cited) ?? 0;
    const owed = this.#calibrated(sums.owed);
    const note = this.#noteness();
    const blend = note > 0 && owed !== undefined ? blended(note, cited, owed) : cited;
    const likely =
      input.register === 'document' ? blend : alongCurve(model.stretch.needsSource, logOdds(blend));
    const share = this.#othersShare();
    return Math.min(
      likely * share,
      // What is likelier theirs than not, no profile asks for.
      share < 0.5 ? SELDOM_NEEDS : 1,
      reason === undefined ? 1 : SELDOM.has(reason) ? SELDOM_NEEDS : NEVER_NEEDS,
    );
  }

  #judgeClaim(): number {
    const plain = this.#judgePlainly();
    if (plain) return plain.claim;
    const { text, input, sums, notAClaim: reason } = this.#reading;
    const signs = (): number => assertionScore(text, input.tokens, reason !== undefined);
    const asserted = this.#calibrated(sums.asserted);
    const share = this.#othersShare();
    if (input.register === 'document') {
      const checkable = (asserted ?? signs()) * share;
      return reason === undefined ? Math.max(checkable, this.needsSource) : Math.min(checkable, NEVER_CLAIMS);
    }
    const checkable = asserted === undefined ? signs() : checkableBy(asserted, signs());
    const claim = this.#claimOfStretch(this.#claimedByStudy(), checkable * share);
    return this.#saysNothing() ? Math.min(claim, NEVER_CLAIMS) : claim;
  }

  #saysNothing(): boolean {
    const { input, notAClaim: reason } = this.#reading;
    if (reason === undefined) return false;
    return SAYS_NOTHING.has(reason) || (input.register !== 'speech' && WRITTEN_SAYS_NOTHING.has(reason));
  }

  /** How likely a study claims it, were it of an abstract. */
  #claimedByStudy(): number | undefined {
    const { stated, undertaken } = this.#reading.sums;
    const found = this.#calibrated(stated);
    const did = this.#calibrated(undertaken);
    return found === undefined || did === undefined ? found : claimedByStudy(found, did);
  }

  #claimOfStretch(stated: number | undefined, checkable: number): number {
    const { input } = this.#reading;
    const study = stated === undefined ? NO_ABSTRACT : studyOdds(input);
    const isAlone = isLone(input.stretch ?? []);
    const { claimAlone, claimAmong } = model.stretch;
    const claimed = claimedIn(study, stated ?? checkable, checkable, isAlone);
    return claimProbability(claimed, study, isAlone, isAlone ? claimAlone : claimAmong);
  }

  /** What is left of a score where the authors of a study speak: what they set out to do, propose or did is theirs. */
  #othersShare(): number {
    const { input, sums } = this.#reading;
    const undertaken = this.#calibrated(sums.undertaken);
    return undertaken === undefined ? 1 : 1 - undertaken * authorship(input);
  }

  /** By signs alone: of other languages, and where the weights are missing. */
  #judgePlainly(): { readonly claim: number; readonly needsSource: number } | undefined {
    const { language, foreignSigns, text, input } = this.#reading;
    if (input.tokens.count === 0) return SAYS_NOT_A_WORD;
    if (language !== 'en') return foreignScore(foreignSigns);
    return citedHead ? undefined : plainScore(text);
  }

  #calibrated(sum: Sum | undefined): number | undefined {
    return sum && calibrated(sum.head, sum.sum + sumOfManner(sum.head, this.manner));
  }

  /** 0 to 1: whether it stands in a note rather than in a manuscript, a post or a chapter. */
  #noteness(): number {
    if (this.manner) return notenessOf(this.manner);
    const { stretch } = this.#reading.input;
    return stretch ? notenessOfStretch(stretch) : 0;
  }

  #quote(): readonly string[] {
    const { quotes } = this.#reading;
    return quotes.words.length > 0 ? quotes.words : this.#tell();
  }

  #tell(): readonly string[] {
    if (this.#judgePlainly() || !citedHead) return [];
    const note = this.#noteness();
    const shares = [
      { head: citedHead, share: 1 - note },
      ...(owedHead ? [{ head: owedHead, share: note }] : []),
    ];
    return tellingWords(this.#reading.text, this.#reading.input, shares);
  }
}
