/**
 * How sure it is that a sentence asserts something checkable, whoever found it: from its signs, and in an abstract from where
 * it stands. Written by hand, from what is known of how abstracts are built; the labelled sets of claims allow measuring on
 * them and no fitting (docs/claims.md).
 */
import type { FeatureInput } from './features.ts';
import { signsOf } from './kinds.ts';
import type { ClaimKind } from './model.ts';
import { notAClaim } from './not-claims.ts';

const BY_KIND: Readonly<Record<ClaimKind, number>> = {
  statistic: 0.8,
  attribution: 0.7,
  comparison: 0.65,
  superlative: 0.5,
  finding: 0.55,
  universal: 0.35,
  historical: 0.6,
  quotation: 0.5,
};
const NO_SIGNS = 0.2;
const NOT_A_CLAIM = 0.5;

export function assertionScore(text: string, input: FeatureInput): number {
  const inAbstract = input.register === 'abstract' && input.before + input.behind + 1 >= LEAST_ABSTRACT;
  if (inAbstract && !SPOKEN.test(text)) return concluding(text, input);
  const { kind, reasons } = signsOf(text);
  const base = reasons.length === 0 ? NO_SIGNS : Math.min(0.95, BY_KIND[kind] + 0.05 * (reasons.length - 1));
  return notAClaim(text) === undefined ? base : base * NOT_A_CLAIM;
}

const LEAST_ABSTRACT = 6;
/** Speeches come with context too, and end in no conclusion. */
const SPOKEN = /\b(?:you|my fellow|ladies and gentlemen)\b/i;

const CONCLUDES =
  /\b(?:conclu(?:de|ded|des|sion|sions)|taken together|collectively|overall|in summary|therefore|thus|hence|these (?:results|findings|data|observations)|(?:our|the|this) (?:results|findings|study|data|work|analysis|observations) (?:suggest|show|indicate|demonstrate|reveal|support|provide|highlight|confirm|imply|establish|identif|offer)\w*|suggest(?:s|ing)? that|indicat(?:e|es|ing) that|demonstrat(?:e|es|ing) that|impl(?:y|ies|ying) that|may (?:be|have|provide|play|serve|help|contribute|represent|lead)|appears? to|is (?:a|an) (?:important|key|critical|novel|effective|useful|promising))\b/i;
const REPORTS =
  /\bp\s?[<=>]\s?0?\.\d|\d+(?:\.\d+)?\s?%|\b(?:were|was) (?:measured|collected|performed|used|analy[sz]ed|recruited|obtained|randomi[sz]ed|assessed|included|carried out)\b|\bn\s?=\s?\d/i;
const LOOKS_AHEAD =
  /\b(?:further (?:research|studies|work|investigation)|future (?:research|studies|work)|(?:is|are) (?:needed|discussed|presented|described|proposed)|(?:registered|registration|trial number|copyright|©))\b/i;
const BY_PLACE = [0.62, 0.4, 0.2, 0.12] as const;

/** Abstracts put their claims last: the place first, then words that draw a conclusion, report a measurement, or look ahead. */
function concluding(text: string, input: FeatureInput): number {
  let score: number = BY_PLACE[Math.min(input.behind, BY_PLACE.length - 1)] ?? 0.1;
  if (CONCLUDES.test(text)) score += 0.25;
  if (REPORTS.test(text)) score -= 0.1;
  if (LOOKS_AHEAD.test(text)) score -= 0.25;
  if (input.before === 0) score -= 0.08;
  return Math.max(0.02, Math.min(0.95, score));
}
