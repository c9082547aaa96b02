/**
 * The words by which answers say that a claim fell, holds, or does so in part, where they stand and how much they weigh. Reads
 * one sentence at a time; what a passage comes to is `verdict.ts`'s business.
 */
import { SIGNS, type Says } from './verdict-words.ts';

export interface VerdictSign {
  /** In the text given. */
  readonly start: number;
  readonly end: number;
  readonly says: Says;
  /** 3: given as the verdict; 2: said of the claim in so many words; 1: a word that may be about something else. */
  readonly weight: number;
}

/** Small words that may stand between a "not" and what it denies. Anything more is another thought: the claim given back, say. */
const BETWEEN = String.raw`(?:(?:been|be|yet|so far|really|fully|directly|clearly|actually|seriously|convincingly|since|to my knowledge|as far as i (?:know|can tell|can see)|independently|formally|any longer|in any way|necessarily|itself),?\s+)*`;
const EVIDENCE = String.raw`(?:work|papers?|stud(?:y|ies)|evidence|results?|publications?|sources?|literature|preprints?|findings?|replications?|one)`;
/** It is said not to be so: "has not yet been", "found no newer paper that", "nothing since then". "No longer" is a sign's own. */
const DENIAL = new RegExp(
  String.raw`(?:\b(?:not|never|cannot|hardly|\w+n['’]t|yet to be|failed to be)\s+(?:yet\s+)?,?\s*${BETWEEN}|\b(?:no (?:[\p{L}-]+ ){0,3}?${EVIDENCE}|nothing|nobody|none|neither)\b[^.;:!?—–()]{0,60}|\bwithout being\s+)$`,
  'iu',
);
/** "The claim that … has since been overturned": what is spoken of is a claim. */
const SUBJECT =
  /^\W*(?:(?:the|this|that|your|our|note['’]s)(?: \w+)? (?:claims?|ideas?|findings?|views?|notions?|results?|beliefs?|assertions?|hypothes[ie]s|constraints?|conclusions?|limitations?)\b|that\b|this\b|it\b|claims? #?\d)/i;
/** "I consider it overturned", "I'd call this one outdated". */
const CALLED =
  /\b(?:consider|call|deem|regard|count)\s+(?:it|this|that|them|(?:this|the) (?:one|claim))\s+(?:as\s+)?$/i;
const AUXILIARY = /\b(?:is|are|was|were|been|being|gets?|got)\s+(?:\w+ly\s+|since\s+|now\s+)?$/i;
/** It is asked, wished or supposed, not said. */
const SUPPOSED =
  /(?:\b(?:if|whether|unless|until|supposing)\b[^.;:!?—–]{0,80}|\b(?:would|could|might|may|should|can|to)\s+(?:(?:be|have|been|still|then|yet|now|well|also|soon)\s+){0,4})$/i;
/** The prompt's own words given back: "relaxed or overturned", "durable from perishable". */
const CHOICE =
  /^(?: or | and | from | vs\.? |\/)(?:\w+ )?(?:overturned|relaxed|perishable|durable|superseded|fallen|superseding|falls)/i;
const CHOICE_BEFORE =
  /(?:overturned|relaxed|perishable|durable|held|holds|still holds|contradicted)(?: or | and | from | vs\.? |\/)$/i;

const VERDICT_LABEL =
  /(?:verdict|status|assessment|result|conclusion|re-?test(?:ed)?|answer|outcome|finding|still holds)\W{0,6}$/i;

export interface Around {
  /** The text is a cell under a heading such as “Verdict”, or a heading of its own. */
  readonly isVerdict?: boolean;
  /** Whether the stretch of the text is set in bold. */
  isBold?(start: number, end: number): boolean;
}

/** In order, without overlaps; the longer of two that begin alike. Questions say nothing. */
export function verdictSigns(text: string, around: Around = {}): VerdictSign[] {
  if (/[?？]\W*$/.test(text) && !around.isVerdict) return [];
  const found: VerdictSign[] = [];
  for (const sign of SIGNS)
    for (const match of text.matchAll(sign.pattern)) {
      const lead = /^\W*/.exec(match[0])?.[0] ?? '';
      const start = match.index + (lead.length < match[0].length ? lead.length : 0);
      const end = match.index + match[0].length;
      if (found.some((other) => start < other.end && other.start < end)) continue;
      const before = text.slice(Math.max(0, start - 110), start);
      if (SUPPOSED.test(before) || CHOICE.test(text.slice(end)) || CHOICE_BEFORE.test(before)) continue;
      const isDenied = DENIAL.test(before) && !/^\W*no,/i.test(text.slice(0, 6));
      if (isDenied && sign.says === 'unclear') continue;
      const says = isDenied ? (sign.denied ?? (sign.says === 'partly' ? undefined : 'unclear')) : sign.says;
      if (says === undefined) continue;
      const isLabel = isGivenAsVerdict(text, start, end, around);
      const isOfClaim =
        (isDenied && sign.denied !== undefined) ||
        (AUXILIARY.test(before) && SUBJECT.test(text)) ||
        CALLED.test(before);
      const weight = isLabel ? 3 : isOfClaim ? Math.max(2, sign.weight) : sign.weight;
      found.push({ start: isDenied ? startOfDenial(text, start) : start, end, says, weight });
    }
  return found.sort((a, b) => a.start - b.start);
}

/** Behind “Verdict:”, at the head of its sentence, in bold, or nearly alone. */
function isGivenAsVerdict(text: string, start: number, end: number, around: Around): boolean {
  // A sentence has no bounds of its own: a line may hold thousands of signs.
  const before = text.slice(Math.max(0, start - 40), start);
  if (around.isVerdict === true || VERDICT_LABEL.test(before)) return true;
  if (around.isBold?.(start, end) === true) return true;
  if (
    start <= 40 &&
    /^\W*(?:(?:yes|no|it|this|the claim|this claim|claims? \d+)\W{1,3})?(?:is |has |was |has been |now )?\W*$/i.test(
      before,
    )
  )
    return true;
  if (/\s[—–-]\s*$|[:→]\s*$/.test(before) && /^\W|^$/.test(text.slice(end, end + 1))) return true;
  return text.length <= 80 && text.split(/\s+/).length <= 5;
}

function startOfDenial(text: string, start: number): number {
  const match = DENIAL.exec(text.slice(Math.max(0, start - 110), start));
  return match ? Math.max(0, start - 110) + match.index : start;
}
