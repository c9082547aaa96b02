/**
 * Whether newer work can overturn a sentence: decided from its words, with the words that decided, unless the writer has
 * said so (see `perishable-override.ts`). How old its evidence may be is `horizon.ts`'s business.
 */
import { PatternGate } from '../text/pattern-gate.ts';
import type { Perishability, Speed } from './model.ts';
import { DURABLE, PAST_TELLING, PERISHABLE, PRESENT_TELLING } from './perishable-signs.ts';
import type { Sign } from './perishable-signs.ts';
import { BIAS, WEIGHTS } from './perishable-weights.ts';

/** What the writer says of a claim, and where. */
export interface Override {
  readonly perishable: boolean;
  readonly speed?: Speed;
  /** "front matter", "heading", "comment". */
  readonly from: string;
}

export interface PerishabilityContext {
  readonly override?: Override | undefined;
}

/** A weaker sign counts, but no reader would take its word for the reason. */
const LEAST_TELLING = 0.9;
/** Of the many sentences that show no sign, and of which the writer says nothing. */
const UNMARKED: Perishability = {
  perishable: false,
  score: Math.round(1000 / (1 + Math.exp(-BIAS))) / 1000,
  speed: 'cold',
  reasons: [],
};
const HOT: readonly Speed[] = ['hot', 'warm', 'cold'];
const TOLD: Sign = { name: 'told as past', pattern: PAST_TELLING };
const STAYING: readonly Sign[] = [...DURABLE, TOLD];

/** Every sign there is, and which way it points: 1 for perishing, -1 for staying. */
export const allSigns: readonly { readonly name: string; readonly side: 1 | -1 }[] = [
  ...PERISHABLE.map(({ name }) => ({ name, side: 1 as const })),
  ...STAYING.map(({ name }) => ({ name, side: -1 as const })),
];

/** Most sentences hold the words of two or three signs: only those are tried. */
const risingGate = new PatternGate(PERISHABLE.map(({ pattern }) => pattern));
const stayingGate = new PatternGate(STAYING.map(({ pattern }) => pattern));

export interface Shown {
  readonly sign: Sign;
  /** As in the sentence. */
  readonly words: string;
  /** Where they begin there. */
  readonly at: number;
}

/** The signs that a sentence shows, with the words that show them. */
export function signsIn(words: string): Shown[] {
  const found: Shown[] = [];
  tryOpen(PERISHABLE, risingGate.open(words), words, found);
  tryOpen(STAYING, stayingGate.open(words), words, found);
  return found;
}

function tryOpen(signs: readonly Sign[], open: number, words: string, found: Shown[]): void {
  for (let left = open; left !== 0; left &= left - 1) {
    const sign = signs[31 - Math.clz32(left & -left)];
    const match = sign?.pattern.exec(words);
    if (sign && match && (sign !== TOLD || !PRESENT_TELLING.test(words)))
      found.push({ sign, words: match[0].trimEnd(), at: match.index });
  }
}

export function perishabilityOf(words: string, context: PerishabilityContext = {}): Perishability {
  let odds = BIAS;
  let speed: Speed = 'cold';
  const found: Weighed[] = [];
  let quotable = false;
  let telling: { words: string; rank: number } | undefined;
  const signs = signsIn(words);
  if (signs.length === 0 && !context.override) return UNMARKED;
  for (const { sign, words: shown, at } of signs) {
    const weight = WEIGHTS[sign.name] ?? 0;
    if (weight === 0) continue;
    odds += weight;
    const rank = sign.subject === true ? weight / 10 : weight;
    found.push({ words: shown, at, weight, rank });
    if (weight < 0) continue;
    if (sign.topic !== true) quotable = true;
    if (sign.topic !== true && weight >= LEAST_TELLING && rank > (telling?.rank ?? 0))
      telling = { words: shown, rank };
    if (sign.speed && HOT.indexOf(sign.speed) < HOT.indexOf(speed)) speed = sign.speed;
  }
  // A topic alone ("RLHF", "personas") says of no claim that it will fall.
  const likely = Math.round(1000 / (1 + Math.exp(-odds))) / 1000;
  const score = quotable ? likely : Math.min(likely, 0.49);
  const perishable = score >= 0.5;
  const reasons = reasonsFrom(found.filter((one) => one.weight > 0 === perishable));
  const { override } = context;
  const word = telling === undefined ? {} : { telling: telling.words };
  if (!override) return { perishable, score, speed, reasons, ...word };
  const said = `marked ${override.perishable ? (override.speed ?? 'perishable') : 'durable'} by the ${override.from}`;
  return {
    perishable: override.perishable,
    score: override.perishable ? Math.max(score, 0.5) : Math.min(score, 0.49),
    // Of what shows no sign nobody knows how fast it changes: the standard horizon.
    speed: override.speed ?? (quotable ? speed : 'warm'),
    reasons: [said, ...reasons],
    marked: said,
    ...word,
  };
}

interface Weighed {
  readonly words: string;
  readonly at: number;
  readonly weight: number;
  /** As the weight, but lower where the words begin with the subject. */
  readonly rank: number;
}

/** The words of the strongest signs; of words that several signs share only the strongest's. */
function reasonsFrom(found: Weighed[]): string[] {
  found.sort((a, b) => Math.abs(b.rank) - Math.abs(a.rank));
  const told: Weighed[] = [];
  for (const one of found)
    if (!told.some(({ words, at }) => at < one.at + one.words.length && one.at < at + words.length))
      told.push(one);
  return told.slice(0, 5).map(({ words }) => words);
}
