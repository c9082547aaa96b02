/**
 * Whether newer work can overturn a sentence: decided from its words, with the words that decided, unless the writer has
 * said so (see `perishable-override.ts`). How old its evidence may be is `horizon.ts`'s business.
 */
import { PatternGate } from '../text/pattern-gate.ts';
import type { Perishability, Speed } from './model.ts';
import {
  DURABLE,
  PAST_TELLING,
  PAST_TELLING_WEIGHT,
  PERISHABLE,
  PRESENT_TELLING,
} from './perishable-signs.ts';

/** What the writer says of a claim, and where. */
export interface Override {
  readonly perishable: boolean;
  readonly speed?: Speed;
  /** "front matter", "heading", "comment". */
  readonly from: string;
}

export interface PerishabilityContext {
  /** Visible text of the nearest heading above; empty at the top. */
  readonly heading?: string;
  readonly override?: Override | undefined;
}

/** Log odds of a sentence that shows no sign. */
const BIAS = -1.5;
/** A weaker sign counts, but no reader would take its word for the reason. */
const LEAST_TELLING = 0.9;
const SIGNS = [...PERISHABLE, ...DURABLE];
const ALL_SIGNS = (1 << SIGNS.length) - 1;
/** The signs in order, then what tells of the past: most sentences hold the words of two or three. */
const gate = new PatternGate([...SIGNS.map(({ pattern }) => pattern), PAST_TELLING]);
/** Of the many sentences that show no sign, and of which the writer says nothing. */
const UNMARKED: Perishability = {
  perishable: false,
  score: Math.round(1000 / (1 + Math.exp(-BIAS))) / 1000,
  speed: 'cold',
  reasons: [],
};
const HOT: readonly Speed[] = ['hot', 'warm', 'cold'];

export function perishabilityOf(words: string, context: PerishabilityContext = {}): Perishability {
  let odds = BIAS;
  let speed: Speed = 'cold';
  const found: { words: string; weight: number }[] = [];
  let quotable = false;
  let telling: { words: string; weight: number } | undefined;
  let open = gate.open(words);
  if (open === 0 && !context.override) return UNMARKED;
  for (; (open & ALL_SIGNS) !== 0; open &= open - 1) {
    const sign = SIGNS[31 - Math.clz32(open & -open)];
    const match = sign?.pattern.exec(words);
    if (!sign || !match) continue;
    odds += sign.weight;
    found.push({ words: match[0], weight: sign.weight });
    if (sign.weight < 0) continue;
    if (sign.topic !== true) quotable = true;
    if (sign.topic !== true && sign.weight >= LEAST_TELLING && sign.weight > (telling?.weight ?? 0))
      telling = { words: match[0], weight: sign.weight };
    if (sign.speed && HOT.indexOf(sign.speed) < HOT.indexOf(speed)) speed = sign.speed;
  }
  const past = open === 0 ? null : PAST_TELLING.exec(words);
  if (past && !PRESENT_TELLING.test(words)) {
    odds += PAST_TELLING_WEIGHT;
    found.push({ words: past[0], weight: PAST_TELLING_WEIGHT });
  }
  // A topic alone ("RLHF", "personas") says of no claim that it will fall.
  const likely = Math.round(1000 / (1 + Math.exp(-odds))) / 1000;
  const score = quotable ? likely : Math.min(likely, 0.49);
  const perishable = score >= 0.5;
  const side = found.filter((one) => one.weight > 0 === perishable);
  side.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  const reasons = side.slice(0, 5).map((one) => one.words);
  const { override } = context;
  const word = telling === undefined ? {} : { telling: telling.words };
  if (!override) return { perishable, score, speed, reasons, ...word };
  const said = `marked ${override.perishable ? (override.speed ?? 'perishable') : 'durable'} by ${override.from}`;
  return {
    perishable: override.perishable,
    score: override.perishable ? Math.max(score, 0.5) : Math.min(score, 0.49),
    speed: override.speed ?? speed,
    reasons: [said, ...reasons],
    ...word,
  };
}
