/**
 * How sure it is that a sentence asserts something checkable, whoever found it, by the words it shows: figures, comparisons,
 * deeds with names, causes count for it; wishes, plans, greetings and questions against it. The weights are set by hand, from
 * what is known of claims worth checking; the sets of speeches and tweets that label them are measured on, never fitted on.
 */
import { notAClaim } from './not-claims.ts';

/** Log odds of a sentence of ordinary length that shows nothing. */
const BASE = -1.3;

const SIGNS: readonly (readonly [weight: number, sign: RegExp])[] = [
  // Measured figures, money, shares; then any other figure.
  [
    1.3,
    /[$€£]\s?\d|\d(?:[\d.,]*\d)?\s?(?:%|percent|per cent|percentage|million|billion|trillion|thousand|times|-?fold|points?|years?|people|participants|patients|jobs|miles|tons|degrees|kg|km|GW|MW)\b|\d\s?%|\bp\s?[<=>]\s?0?\.\d/i,
  ],
  [0.9, /\d/],
  [
    0.8,
    /\b(?:half|twice|double[ds]?|tripled?|quarter|thirds?|hundreds?|thousands?|millions?|billions?|trillions?|dozens?|majority|percent|rate of|number of|average)\b/i,
  ],
  [
    0.7,
    /\b(?:(?:more|less|fewer|better|worse|faster|slower|larger|smaller|higher|lower|stronger|weaker|greater|cheaper|older|younger|longer|shorter|bigger)\b[^.;:]{0,60}?\bthan|out-?perform\w*|surpass\w*|exceed\w*|compared (?:to|with)|as (?:many|much|high|low|large|good|well|fast) as|superior to|inferior to)\b/i,
  ],
  [
    0.4,
    /\b(?:the (?:first|only|best|worst|largest|biggest|smallest|highest|lowest|greatest|fastest|leading|most|least)|state[- ]of[- ]the[- ]art|record|never before|in history)\b/i,
  ],
  // Somebody is said to have found, said, decided or done it.
  [
    0.7,
    /\b(?:according to|(?:studies|research|researchers|scientists|experts|economists|evidence|data|polls?|surveys?|reports?|records?) (?:has |have |had )?(?:show|shows|showed|shown|found|finds?|say|says|said|suggests?|suggested|indicates?|confirms?|confirmed)|(?:reported|claimed|argued|stated|announced|testified|admitted|warned|called for|promised) (?:that)?)\b/i,
  ],
  [
    0.8,
    /\b(?:voted|signed|passed|vetoed|cut|raised|increased|decreased|reduced|created|lost|spent|opposed|supported|doubled|fell|rose|grew|dropped|declined|gained|cost|costs|paid|killed|died|won|invaded|built|closed|opened|banned|approved|rejected|appointed|elected|founded|introduced|released|published|launched|discovered|invented|banned|sold|bought|earned|received|borrowed|owed|shipped|proposed|sponsored|refused|failed|eliminated|balanced|inherited|negotiated)\b/i,
  ],
  [
    0.3,
    /\b(?:has|have|had) (?:(?:never|not|already|just|also|now|always|been|since) )*\w+(?:ed|en|wn|ne|nt|ght|st)\b/i,
  ],
  [
    0.3,
    /\b(?:in|since|from|until|by|during) (?:the )?(?:early |late |mid-?)?(?:1[5-9]|20)\d\d\b|\b(?:last|past|this) (?:year|month|decade|century|week)\b|\bago\b/i,
  ],
  [
    0.6,
    /\b(?:causes?|caused|leads? to|led to|results? in|resulted in|increases|reduces|improves|prevents|lowers|raises|drives|kills|protects?|linked to|associated with|correlat\w+|depends? on|due to|because of|risk (?:of|for)|effects? (?:of|on)|contains?|produces?)\b/i,
  ],
  [0.2, /\b(?:all|every|no|none|never|always|everyone|nobody|most|many|few)\b/i],
  // Wishes, views, plans, advice, address.
  [
    -1,
    /\b(?:I|we) (?:\w+ )?(?:think|believe|hope|want|feel|wish|guess|suspect|wonder|love|like|know|understand|appreciate|agree|intend|plan)\b/i,
  ],
  [
    -0.8,
    /\b(?:will|shall|should|must|ought|gonna|going to|let['’]?s|let us|let me|would|could|might|need to|needs to|have to|has to|got to|want to)\b/i,
  ],
  [-0.5, /\b(?:you|your|yours)\b/i],
  [-0.4, /^(?:and|but|so|well|now|look|yes|no|okay|ok|oh)\b/i],
  [
    -1.5,
    /\b(?:thank|thanks|welcome|congratulations|good (?:evening|morning|afternoon|night)|ladies and gentlemen|god bless|please|sorry|excuse me|happy)\b/i,
  ],
  [-0.6, /!["”')\]]*\s*$/],
];
const NOT_A_CLAIM = -1.2;
const NAME = /(?<=[a-z,;:] )[A-Z][\w-]+/g;
const MOST_NAMES = 3;
const A_NAME = 0.2;
const SHORT = [
  [5, -1],
  [9, -0.4],
] as const;
const LONG = 16;
const LENGTH = 0.3;

export function assertionScore(text: string): number {
  let odds = BASE;
  for (const [weight, sign] of SIGNS) if (sign.test(text)) odds += weight;
  odds += A_NAME * Math.min(MOST_NAMES, text.match(NAME)?.length ?? 0);
  const words = text.split(/\s+/).length;
  odds += SHORT.find(([most]) => words <= most)?.[1] ?? (words >= LONG ? LENGTH : 0);
  if (notAClaim(text) !== undefined) odds += NOT_A_CLAIM;
  return 1 / (1 + Math.exp(-odds));
}
