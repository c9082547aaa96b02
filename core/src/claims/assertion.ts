/**
 * How sure it is that a sentence asserts something checkable, whoever found it, by the words it shows: figures, comparisons,
 * deeds with names, causes count for it; wishes, plans, greetings and questions against it. The weights are set by hand, from
 * what is known of claims worth checking; the sets of speeches and tweets that label them are measured on, never fitted on.
 */
import { hashOf } from './hash.ts';
import { probability } from './model-weights.ts';
import type { Tokens } from './tokens.ts';

/** Log odds of a sentence of ordinary length that shows nothing. */
const BASE = -1.3;

/** Words that count wherever they stand; a class counts once. */
const WORDS = {
  amount: [
    0.8,
    'half twice double doubled doubles triple tripled quarter third thirds hundred hundreds thousand thousands million millions billion billions trillion trillions dozen dozens majority percent rate number average',
  ],
  comparison: [
    0.7,
    'outperform outperforms outperformed surpass surpasses surpassed exceed exceeds exceeded superior inferior',
  ],
  superlative: [0.4, 'state-of-the-art record'],
  report: [0.7, 'according reported claimed argued stated announced testified admitted warned promised'],
  deed: [
    0.8,
    'voted signed passed vetoed cut raised increased decreased reduced created lost spent opposed supported fell rose grew dropped declined gained cost costs paid killed died won invaded built closed opened banned approved rejected appointed elected founded introduced released published launched discovered invented sold bought earned received borrowed owed shipped proposed sponsored refused failed eliminated balanced inherited negotiated doubled',
  ],
  time: [0.3, 'ago'],
  cause: [
    0.6,
    'cause causes caused increases reduces improves prevents lowers raises drives kills protect protects correlate correlates correlated linked associated depends effect effects contain contains produce produces due because risk',
  ],
  universal: [0.2, 'all every no none never always everyone nobody most many few'],
  modal: [-0.8, 'will shall should must ought gonna going let lets would could might'],
  you: [-0.5, 'you your yours'],
  greeting: [-1.5, 'thank thanks welcome congratulations please sorry happy bless gentlemen'],
} as const satisfies Record<string, readonly [weight: number, words: string]>;

const setOf = (words: string): ReadonlySet<number> => new Set(words.split(' ').map(hashOf));

const COMPARATIVE = setOf(
  'more less fewer better worse faster slower larger smaller higher lower stronger weaker greater cheaper older younger longer shorter bigger',
);
const THAN = hashOf('than');
const THE = hashOf('the');
const SUPERLATIVE = setOf(
  'first only best worst largest biggest smallest highest lowest greatest fastest leading most least',
);
const SOURCE = setOf(
  'studies research researchers scientists experts economists evidence data poll polls survey surveys report reports records',
);
const SAYS = setOf(
  'show shows showed shown find finds found say says said suggest suggests suggested indicate indicates confirm confirms confirmed has have',
);
const HAS = setOf('has have had');
const NEED = setOf('need needs have has had got want wants');
const TO = hashOf('to');
const SELF = setOf('i we');
const MENTAL = setOf(
  'think believe hope want feel wish guess suspect wonder love like know understand appreciate agree intend plan',
);
const LEADS = setOf('leads led lead results result resulted');
const LEADS_ON = setOf('to in');
const OPENER = setOf('and but so well now look yes no okay ok oh');
const RECENT = setOf('last past this');
const PERIOD = setOf('year years month months decade decades century week weeks');

/** Pairs of words, one right before the other or a word between them. */
const PAIRS: readonly (readonly [weight: number, first: ReadonlySet<number>, second: ReadonlySet<number>])[] =
  [
    [0.4, new Set([THE]), SUPERLATIVE],
    [0.7, SOURCE, SAYS],
    [-1, SELF, MENTAL],
    [-0.8, NEED, new Set([TO])],
    [0.6, LEADS, LEADS_ON],
    [0.3, RECENT, PERIOD],
  ];
const FAR = 6;

/** What each word is known as, in bits: its classes, what the look at pairs asks of it, and its part in each of them. */
const BITS = new Map<number, number>();
const mark = (words: Iterable<number>, bit: number): void => {
  for (const hash of words) BITS.set(hash, (BITS.get(hash) ?? 0) | (1 << bit));
};
const CLASS_WEIGHTS = Object.values(WORDS).map(([weight]) => weight);
for (const [bit, [, words]] of Object.values(WORDS).entries()) mark(setOf(words), bit);
const ALL_CLASSES = (1 << CLASS_WEIGHTS.length) - 1;
const FIRST_OF_PAIR = CLASS_WEIGHTS.length;
const SECOND_OF_PAIR = FIRST_OF_PAIR + PAIRS.length;
for (const [index, [, first, second]] of PAIRS.entries()) {
  mark(first, FIRST_OF_PAIR + index);
  mark(second, SECOND_OF_PAIR + index);
}
const PLAIN = SECOND_OF_PAIR + PAIRS.length;
for (const [index, words] of [COMPARATIVE, [THAN], HAS, [TO]].entries()) mark(words, PLAIN + index);
const IS_COMPARATIVE = 1 << PLAIN;
const IS_THAN = 1 << (PLAIN + 1);
const IS_HAS = 1 << (PLAIN + 2);
const IS_TO = 1 << (PLAIN + 3);

/** Looked for only where there is a figure at all. */
const MEASURED =
  /[$€£]\s?\d|\d(?:[\d.,]*\d)?\s?(?:%|percent|per cent|million|billion|trillion|thousand|times|-?fold|points?|years?|people|participants|patients|jobs|miles|tons|degrees|kg|km|GW|MW)|\bp\s?[<=>]\s?0?\.\d/i;
const IN_A_YEAR = /\b(?:in|since|from|until|by|during) (?:the )?(?:early |late |mid-?)?(?:1[5-9]|20)\d\d\b/i;
const A_MEASURE = 1.3;
const A_FIGURE = 0.9;
const A_YEAR = 0.3;

const NOT_A_CLAIM = -1.2;
const MOST_NAMES = 3;
const A_NAME = 0.2;
const AN_OPENER = -0.4;
const A_PERFECT = 0.3;
const A_COMPARISON = 0.7;
const A_SHOUT = -0.6;
const EXCLAMATION = 33;
const SHORT = [
  [5, -1],
  [9, -0.4],
] as const;
const LONG = 16;
const LENGTH = 0.3;

/** `isNone`: something says that it is no claim (`notAClaim`). */
export function assertionScore(text: string, tokens: Tokens, isNone: boolean): number {
  let odds = wordOdds(tokens);
  if (tokens.digits > 0) {
    odds += A_FIGURE;
    if (MEASURED.test(text)) odds += A_MEASURE;
    if (IN_A_YEAR.test(text)) odds += A_YEAR;
  }
  odds += A_NAME * Math.min(MOST_NAMES, tokens.capitalised);
  if (OPENER.has(tokens.hashes[0] ?? 0)) odds += AN_OPENER;
  if (tokens.end === EXCLAMATION) odds += A_SHOUT;
  odds += SHORT.find(([most]) => tokens.words <= most)?.[1] ?? (tokens.words >= LONG ? LENGTH : 0);
  if (isNone) odds += NOT_A_CLAIM;
  return probability(odds);
}

/** Of a sentence's classes of words and pairs, each counted once. */
function wordOdds({ count, hashes }: Tokens): number {
  let classes = 0;
  let pairs = 0;
  let seen = 0;
  let compares = -1;
  let isComparison = false;
  let isPerfect = false;
  let word = BITS.get(hashes[0] ?? 0) ?? 0;
  let next = count > 1 ? (BITS.get(hashes[1] ?? 0) ?? 0) : 0;
  for (let i = 0; i < count; i++) {
    const afterNext = i + 2 < count ? (BITS.get(hashes[i + 2] ?? 0) ?? 0) : 0;
    if (word !== 0) {
      classes |= word;
      if ((word & IS_COMPARATIVE) !== 0) compares = i;
      else if ((word & IS_THAN) !== 0 && compares >= 0 && i - compares <= FAR) isComparison = true;
      if ((word & IS_HAS) !== 0 && (next & IS_TO) === 0) isPerfect = true;
      for (let pair = 0; pair < PAIRS.length; pair++) {
        if ((word & (1 << (FIRST_OF_PAIR + pair))) === 0 || (seen & (1 << pair)) !== 0) continue;
        if (((next | afterNext) & (1 << (SECOND_OF_PAIR + pair))) === 0) continue;
        seen |= 1 << pair;
        pairs += PAIRS[pair]?.[0] ?? 0;
      }
    }
    word = next;
    next = afterNext;
  }
  let odds = 0;
  for (let bit = 0; (classes & ALL_CLASSES) >> bit !== 0; bit++)
    if ((classes & (1 << bit)) !== 0) odds += CLASS_WEIGHTS[bit] ?? 0;
  return BASE + odds + (pairs + (isComparison ? A_COMPARISON : 0) + (isPerfect ? A_PERFECT : 0));
}
