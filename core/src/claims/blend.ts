/** How what several heads and signs say of a sentence comes to one score. */
import { alongCurve, logOdds, probability, type Curve } from './model-weights.ts';

/** Log odds are mixed, not probabilities: a head that is sure outweighs one that is not. */
const mixed = (share: number, one: number, other: number): number =>
  probability(share * logOdds(one) + (1 - share) * logOdds(other));

/** The weights that tell a note count manuscripts and notes alike; what is opened here is a note sooner than not. */
const MORE_NOTES = 0.5;

/** 0 to 1: whether a document is a note, from the raw score of its manner. */
export const notenessOfManner = (raw: number): number => probability(raw + MORE_NOTES);

/** `note`: 0 to 1, how much of a note the document is. What authors of manuscripts cite, and what a reader of notes asks for. */
export const blended = (note: number, cited: number, owed: number): number => mixed(note, owed, cited);

/** The head has learnt from speech and notes written for it, the signs hold for others too. */
const OF_THE_HEAD = 0.3;

/** How likely it is that a sentence without its note can be checked, by the head and by the signs that count for it. */
export const checkableBy = (checkable: number, signs: number): number => mixed(OF_THE_HEAD, checkable, signs);

/** What a study concludes is a claim to every reader of its abstract; what was known before, and what was measured, to some. */
const CONCLUDED = 0.5;
const FACTS_SHARE = 0.3;

/**
 * How likely a study claims it by a sentence of its abstract. `found`: that it concludes this; `did`: that its authors set out to do, propose
 * or did it, which is no claim. Other facts lie between: they stay below what is concluded.
 */
export function claimedByStudy(found: number, did: number): number {
  const concluded = Math.min(found, 1 - did);
  return concluded + Math.max(CONCLUDED - concluded, 0) * FACTS_SHARE * (1 - did);
}

/** The words of a stretch go together: twice as many of them do not say twice as much. */
const EVIDENCE_OF_WORDS = 0.5;
/** A lone sentence tells little of where it comes from, and is seldom an abstract's. */
const FEWER_ABSTRACTS = -1;

/**
 * What is claimed in a stretch of text: in an abstract what the study concludes (`stated`), elsewhere what can be checked.
 * `study`: log odds that it is an abstract. The order of the sentences, not yet a probability.
 */
export const claimedIn = (study: number, stated: number, checkable: number, isAlone: boolean): number =>
  mixed(probability(isAlone ? study + FEWER_ABSTRACTS : EVIDENCE_OF_WORDS * study), stated, checkable);

/** A stretch that could be either is taken for an abstract: there the narrower meaning was asked for. */
const MORE_ABSTRACTS = 1;

/**
 * The probability that goes with `claimedIn`. The curve says what it means outside abstracts; in one it is a probability as it is. A lone
 * sentence tells too little of where it comes from: it claims whatever can be checked.
 */
export function claimProbability(claimed: number, study: number, isAlone: boolean, curve: Curve): number {
  const elsewhere = alongCurve(curve, logOdds(claimed));
  return isAlone ? elsewhere : mixed(probability(study + MORE_ABSTRACTS), claimed, elsewhere);
}
