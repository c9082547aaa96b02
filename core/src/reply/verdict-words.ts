/** The words by which answers give verdicts, as patterns: what each says, and how surely it is said of the claim. */
export type Says = 'fell' | 'held' | 'partly' | 'unclear';

export interface Sign {
  readonly pattern: RegExp;
  readonly says: Says;
  /** 3: it stands where only a verdict does. */
  readonly weight: 1 | 2 | 3;
  /** What it says behind a "not"; nothing where that leaves it open. */
  readonly denied?: Says;
}

/** Of what an active verb must speak to be about the claim. */
const CLAIM = String.raw`(?:(?:all |both |much |part )?(?:of )?(?:this|it|that|these|them|the|your)(?: \w+)? (?:claims?|findings?|results?|note|picture|constraint|conclusion)s?|this|it|claims? \d+)\b`;

/** "3. ", "Claim 3 ", "C3 " at the very head. */
const LABEL = String.raw`^[^\p{L}\p{N}(#]{0,4}(?:\d{1,2}[.):]|\(\d{1,2}\)|#\d{1,2}:?|C\d{1,2}|claims?\s+#?\d{1,2})\W+`;
/** Where a verdict in one word stands: at the head, or behind a colon or a dash; and nothing that it governs behind it. */
const HEAD = String.raw`(?:^|(?<=${LABEL})|[—–:→|=]\s+|\s-\s+)[^\p{L}\p{N}]*(?:(?:very likely|likely|probably|mostly|largely|clearly|now|still|essentially)\s+)?`;
const TAIL = String.raw`(?=\W*$|\s*[.,;:!—–()[\]|]|\s-\s|\s+(?:as|and|but|by|up|though|with|until|firmly|well|today|now|so far)\b)`;
const alone = (words: string): RegExp => new RegExp(`${HEAD}(?:${words})${TAIL}`, 'giu');

/** Longest first where two begin alike: what one takes, no later one reads. */
export const SIGNS: readonly Sign[] = [
  // in part
  {
    says: 'partly',
    weight: 2,
    pattern:
      /\b(?:partly|partially|only partly|only partially|half|in part)[ -](?:fall(?:s|en)|fell|true|valid|hold(?:s|ing)?|held|still holds|supported|confirmed|overturned|superseded|contradicted|refuted|relaxed|obsolete|outdated|durable|perishable|correct|stands)\b/gi,
  },
  {
    says: 'partly',
    weight: 2,
    pattern:
      /\b(?:only )?holds? only\b|\b(?:still )?holds?,? (?:but|with (?:caveats?|qualifications?|reservations?)|in part|partially|partly|conditionally|in a weaker form)\b|\bholds? (?:in|for) some\b/gi,
  },
  {
    says: 'partly',
    weight: 2,
    pattern:
      /\bneeds? (?:to be )?(?:qualif(?:ication|ied|ying)|nuanc(?:e|ed|ing)|revis(?:ion|ed|ing)|updat(?:e|ed|ing)|narrow(?:ed|ing)|refin(?:ed|ing|ement))\b|\btoo (?:strong|broad|sweeping)(?: as (?:stated|worded))?\b|\boverstated\b/gi,
  },
  {
    says: 'partly',
    weight: 2,
    pattern:
      /\b(?:true|valid|supported|correct|stands),? (?:but|with (?:caveats?|qualifications?|reservations?)|in part|partially|partly)\b|\bholds? (?:for|in|on|up to|below|above) (?!all|every|both|most|any|each)(?=\w)/gi,
  },
  {
    says: 'partly',
    weight: 1,
    pattern:
      /\b(?:partly|partially|partial|mixed(?: evidence| picture)?|weakened|narrowed|qualified|softened|relaxed|nuanced|refined|contested|conditional|modified|complicated|revised (?:down|up)ward|in (?:a )?(?:weaker|milder|reduced|diminished) form)\b|⚠\ufe0f?|🟡|🟠|◐/giu,
  },
  {
    says: 'partly',
    weight: 2,
    pattern:
      /\b(?:no longer|does not|doesn['’]t) (?:hold|holds|valid|true|stand|stands|tenable)\b[^.;:!?]{0,20}\b(?:in (?:its|the|this|that) (?:strong(?:est)?|full|original|general|stated) form|as (?:stated|worded|written)|in general|universally|across the board)\b/gi,
  },
  // fell
  {
    says: 'fell',
    weight: 2,
    pattern:
      /\bno longer (?:(?:clearly|fully|strictly) )?(?:holds?|true|valid|the case|supported|applies|stands?|accurate|current|correct|tenable|survives?|right)\b/gi,
  },
  {
    says: 'fell',
    weight: 2,
    pattern:
      /\b(?:(?:does|do|did) not|doesn['’]t|don['’]t|didn['’]t|has not|hasn['’]t|fails? to|failed to|no longer|cannot) (?:hold|held|stand|stood|survive|survived)(?: up)?\b/gi,
  },
  {
    says: 'fell',
    weight: 2,
    pattern: new RegExp(
      String.raw`\b(?:contradict|overturn|supersede|refute|falsifie|disprove|invalidate|undermine)s ${CLAIM}`,
      'gi',
    ),
    denied: 'held',
  },
  {
    says: 'fell',
    weight: 1,
    pattern:
      /\b(?:overturned|refuted|falsified|disproved|disproven|debunked|invalidated|superseded|contradicted|obsolete|outdated|out of date|undermined|toppled|supplanted)\b/gi,
    denied: 'held',
  },
  {
    says: 'fell',
    weight: 2,
    pattern:
      /\b(?:claim|claim #?\d+|finding|constraint|this|it) (?:has (?:now )?fallen|falls|fell)\b(?! (?:by|from|to [\d~<>≈]|short|under|into|within|below|between))/gi,
  },
  {
    says: 'fell',
    weight: 1,
    pattern: /❌|🔴|✗|✘|✕/gu,
  },
  {
    says: 'fell',
    weight: 3,
    pattern: alone('wrong|incorrect|fallen|fell|falls|false|rejected|unsupported|not supported|broken'),
  },
  // held
  {
    says: 'held',
    weight: 2,
    pattern:
      /\b(?:still|continues? to|largely|broadly|mostly|generally|likely|essentially|basically) (?:hold|holds|stand|stands|true|valid|accurate|applies|supported)\b(?: up| true)?/gi,
    denied: 'fell',
  },
  {
    says: 'held',
    weight: 2,
    pattern:
      /\b(?:holds? up|held up|holds? true|has held|have held|(?:claim|claim #?\d+|finding|constraint|this|it|result|effect|conclusion|pattern|picture|form) (?:still )?(?:holds|stands|survives)|(?:both|all)(?: \w+)? (?:still )?hold)\b/gi,
    denied: 'fell',
  },
  {
    says: 'held',
    weight: 2,
    pattern:
      /\b(?:no|without) (?:(?:new|newer|direct|published|clear|serious) )?(?:contradicting|contradictory|contrary|conflicting|opposing|counter-?)[ -]?(?:evidence|work|papers?|results?|findings?|stud(?:y|ies)|examples?)\b/gi,
  },
  {
    says: 'held',
    weight: 2,
    pattern:
      /\bremains? (?:\w+ )?(?:valid|true|intact|unchallenged|supported|accurate|current|the case|robust|correct|sound|standing|well[- ]supported|unrefuted|uncontested)\b/gi,
  },
  {
    says: 'held',
    weight: 2,
    pattern: new RegExp(
      String.raw`\b(?:confirm|corroborate|reaffirm|replicate|support|reinforce|strengthen)s ${CLAIM}`,
      'gi',
    ),
  },
  {
    says: 'held',
    weight: 1,
    pattern:
      /\b(?:confirmed|corroborated|reaffirmed|replicated|upheld|unrefuted|uncontested|uncontroversial|unchallenged|reinforced|strengthened|persists?|intact)\b/gi,
  },
  {
    says: 'held',
    weight: 1,
    pattern: /\b(?:is|are|as|looks?|remains?) durable\b|✅|✓|☑\ufe0f?|✔\ufe0f?|🟢/giu,
  },
  {
    says: 'held',
    weight: 3,
    pattern: alone(
      'no change|unchanged|still standing|in force|holds?|held|stands?|supported|valid|true|intact|survives?|verified|durable',
    ),
  },
  // left open
  {
    says: 'unclear',
    weight: 2,
    pattern:
      /\b(?:could not|cannot|can['’]t|couldn['’]t|unable to|was not able to|not able to) (?:be )?(?:verif(?:y|ied)|confirm(?:ed)?|find|ground|check(?:ed)?|determine|assess|say|tell|re-?test)\b|\b(?:inconclusive|unresolved|undetermined|not (?:re-?)?tested|untested|(?:insufficient|not enough|no direct) evidence|unverified)\b|❓/giu,
  },
  {
    says: 'unclear',
    weight: 3,
    pattern: alone('unclear|uncertain|unknown|open|unsure|contested'),
  },
];
