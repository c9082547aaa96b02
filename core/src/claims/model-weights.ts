/**
 * The fitted model's file: for each of its heads small whole weights in a hashed table, a scale, and the calibration as points of a
 * monotone curve from the raw score to a probability. Written by `npm run fit:claims`; read here, in Node and in a web worker alike.
 */
import { TABLE_BITS } from './features.ts';

export interface HeadFile {
  /** `2 ** TABLE_BITS` whole numbers, written by `packWeights`. */
  readonly table: string;
  /** What one unit of a stored weight is worth. */
  readonly scale: number;
  readonly calibration: Curve;
}

/** Ascending raw scores and the probabilities there; straight lines between. Empty: the scores are log odds. */
export type Curve = readonly (readonly [score: number, probability: number])[];

export const MODEL_VERSION = 6;

/**
 * `cited`: authors of manuscripts and posts cite in such a place. `owed`: a reader of notes would ask for a source. `note`: the document
 * is a note, by its manner. `study`: a stretch is of a study's abstract, by its words. `finding`: in an abstract, what the study claims to
 * have found; `undertaken`: what they set out to do, propose or did. `asserted`: a note's
 * sentence can be checked; `checkable`: that of a stretch, in speech as in notes.
 */
export type HeadName =
  'cited' | 'owed' | 'note' | 'study' | 'finding' | 'undertaken' | 'asserted' | 'checkable';

/** What scores of sentences without their note mean, from log odds. */
export interface StretchCurves {
  /** Of the blend of `cited` and `owed`. */
  readonly needsSource: Curve;
  /** Outside abstracts, of a lone sentence and of one among others (`claimedIn`). */
  readonly claimAlone: Curve;
  readonly claimAmong: Curve;
}

export interface ModelFile {
  readonly version: number;
  readonly tableBits: number;
  readonly heads: Readonly<Record<HeadName, HeadFile>>;
  readonly stretch: StretchCurves;
}

export interface Head {
  readonly weights: Int8Array;
  readonly scale: number;
  readonly calibration: Curve;
}

/** Undefined when the file is of another version or was cut: the plain cues judge then. */
export function readHead(file: ModelFile | undefined, name: HeadName): Head | undefined {
  if (file?.version !== MODEL_VERSION || file.tableBits !== TABLE_BITS) return undefined;
  // The file is data: a head may be missing whatever the type says.
  const head = (file.heads as Partial<ModelFile['heads']> | undefined)?.[name];
  if (!head) return undefined;
  const weights = unpack(head.table);
  return weights.length === 1 << TABLE_BITS
    ? { weights, scale: head.scale, calibration: head.calibration }
    : undefined;
}

export const calibrated = ({ calibration }: Head, score: number): number => alongCurve(calibration, score);

export const probability = (odds: number): number => 1 / (1 + Math.exp(-odds));

export const logOdds = (likely: number): number => Math.log(likely / (1 - likely));

/** The probability on a curve. */
export function alongCurve(points: Curve, score: number): number {
  const [first] = points;
  const last = points[points.length - 1];
  if (!first || !last) return probability(score);
  if (score <= first[0]) return first[1];
  if (score >= last[0]) return last[1];
  let low = 0;
  let high = points.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((points[middle]?.[0] ?? 0) <= score) low = middle;
    else high = middle;
  }
  const [x0, y0] = points[low] ?? first;
  const [x1, y1] = points[high] ?? last;
  return x1 === x0 ? y1 : y0 + ((y1 - y0) * (score - x0)) / (x1 - x0);
}

/**
 * A character a weight, so that the file's own compression sees which weights are common. Small weights are one character, runs of
 * zeros and the few large weights two.
 */
const FIRST = 35;
const BACKSLASH = 92;
const MOST_PLAIN = 44;
const ZEROS = 89;
const LARGE = 90;
/** Of a large weight's second character: below it is positive, from it on negative. */
const NEGATIVE = 45;
/** The largest weight that can be written. */
export const MOST_WEIGHT = MOST_PLAIN + NEGATIVE;

const symbolAt = (text: string, at: number): number => {
  const unit = text.charCodeAt(at);
  return unit - FIRST - (unit > BACKSLASH ? 1 : 0);
};

const written = (symbol: number): string =>
  String.fromCharCode(symbol + FIRST + (symbol + FIRST >= BACKSLASH ? 1 : 0));

/** The table of whole numbers between `-MOST_WEIGHT` and `MOST_WEIGHT`. */
export function packWeights(weights: readonly number[]): string {
  let text = '';
  for (let at = 0; at < weights.length; at++) {
    const weight = weights[at] ?? 0;
    if (weight === 0 && weights[at + 1] === 0) {
      let run = 2;
      while (run <= LARGE && weights[at + run] === 0) run++;
      text += written(ZEROS) + written(run - 1);
      at += run - 1;
    } else if (Math.abs(weight) <= MOST_PLAIN) text += written(weight + MOST_PLAIN);
    else text += written(LARGE) + written((weight < 0 ? NEGATIVE : 0) + Math.abs(weight) - MOST_PLAIN - 1);
  }
  return text;
}

function unpack(text: string): Int8Array {
  const weights = new Int8Array(1 << TABLE_BITS);
  let out = 0;
  for (let at = 0; at < text.length && out <= weights.length; at++) {
    const symbol = symbolAt(text, at);
    if (symbol === ZEROS) out += symbolAt(text, ++at) + 1;
    else if (symbol === LARGE) {
      const second = symbolAt(text, ++at);
      const size = (second % NEGATIVE) + MOST_PLAIN + 1;
      weights[out++] = second < NEGATIVE ? size : -size;
    } else weights[out++] = symbol - MOST_PLAIN;
  }
  return out === weights.length ? weights : new Int8Array(0);
}
