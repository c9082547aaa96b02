/**
 * The fitted model's file: for each of its two heads int8 weights in a hashed table, a scale, and the calibration as points of a
 * monotone curve from the raw score to a probability. Written by `npm run fit:claims`; read here, in Node and in a web worker alike.
 */
import { TABLE_BITS } from './features.ts';

export interface HeadFile {
  /** Base64 of int8 weights, `2 ** TABLE_BITS` of them, run-length packed: a zero byte is followed by how many more zeros stand there. */
  readonly table: string;
  /** What one unit of a stored weight is worth. */
  readonly scale: number;
  /** Ascending raw scores and the probabilities there; straight lines between. */
  readonly calibration: readonly (readonly [score: number, probability: number])[];
}

export interface ModelFile {
  readonly version: 2;
  readonly tableBits: number;
  /** An author would be expected to cite here. */
  readonly needsSource: HeadFile;
  /** In an abstract: this is what the study claims to have found. */
  readonly finding: HeadFile;
}

export interface Head {
  readonly weights: Int8Array;
  readonly scale: number;
  readonly calibration: HeadFile['calibration'];
}

/** Undefined when the file is of another version or was cut: the plain cues judge then. */
export function readHead(file: ModelFile | undefined, name: 'needsSource' | 'finding'): Head | undefined {
  if (file?.version !== 2 || file.tableBits !== TABLE_BITS) return undefined;
  // The file is data: a head may be missing whatever the type says.
  const head = file[name] as HeadFile | undefined;
  if (!head) return undefined;
  const weights = unpack(head.table);
  return weights.length === 1 << TABLE_BITS
    ? { weights, scale: head.scale, calibration: head.calibration }
    : undefined;
}

export function calibrated(head: Head, score: number): number {
  const points = head.calibration;
  const [first] = points;
  const last = points[points.length - 1];
  if (!first || !last) return 1 / (1 + Math.exp(-score));
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

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Without `atob` or `Buffer`, which not every host has. */
function unpack(text: string): Int8Array {
  const values = new Uint8Array(128);
  for (let i = 0; i < 64; i++) values[ALPHABET.charCodeAt(i)] = i;
  const packed = new Uint8Array(Math.floor((text.replace(/=+$/, '').length * 3) / 4));
  let at = 0;
  for (let i = 0; i + 1 < text.length && at < packed.length; i += 4) {
    const bits =
      ((values[text.charCodeAt(i)] ?? 0) << 18) |
      ((values[text.charCodeAt(i + 1)] ?? 0) << 12) |
      ((values[text.charCodeAt(i + 2)] ?? 0) << 6) |
      (values[text.charCodeAt(i + 3)] ?? 0);
    packed[at++] = bits >> 16;
    if (at < packed.length) packed[at++] = (bits >> 8) & 255;
    if (at < packed.length) packed[at++] = bits & 255;
  }
  const weights = new Int8Array(1 << TABLE_BITS);
  let out = 0;
  for (let i = 0; i < packed.length && out <= weights.length; i++) {
    const byte = packed[i] ?? 0;
    if (byte === 0) out += 1 + (packed[++i] ?? 0);
    else weights[out++] = (byte << 24) >> 24;
  }
  return out === weights.length ? weights : new Int8Array(0);
}
