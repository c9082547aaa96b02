/**
 * A sentence in its context as features: hashed words and pairs, cue classes, shape, neighbours, place, and all of the first
 * kinds once more together with the register (a paper's abstract, a speech, a post, a note): words weigh differently there.
 * The same code feeds the fitting script and the shipped model.
 */
import { hashOf, mix } from './hash.ts';
import type { Language } from './language.ts';
import { cueNames } from './lexicon.ts';
import type { Manner } from './manner.ts';
import type { Tokens } from './tokens.ts';

/** Two tables' size is a power of two: 2^17 weights a head. */
export const TABLE_BITS = 17;
const MASK = (1 << TABLE_BITS) - 1;

export type Register = 'single' | 'window' | 'abstract' | 'document' | 'speech' | 'post';
const REGISTERS: readonly Register[] = ['single', 'window', 'abstract', 'document', 'speech', 'post'];
const REGISTER_HASH = Object.fromEntries(
  REGISTERS.map((name) => [name, hashOf(`register ${name}`)]),
) as Record<Register, number>;

export interface FeatureInput {
  readonly tokens: Tokens;
  readonly previous: Tokens | undefined;
  readonly next: Tokens | undefined;
  readonly heading: Tokens | undefined;
  /** The headings above that one, the title among them. */
  readonly above: Tokens | undefined;
  readonly block: string;
  /** Sentences before and behind it, in its block (document) or its context. */
  readonly before: number;
  readonly behind: number;
  /** 0 to 1 in the whole note; context alone for the rest. */
  readonly place: number;
  readonly register: Register;
  /** Names (capitalised within a sentence, or in capitals) that the note had not met before. */
  readonly newNames: number;
  /** What most of the note is written in; a sentence without little words of any language is in it too. */
  readonly language: Language;
  /** How the whole note is written; not known of a stretch of text. */
  readonly manner: Manner | undefined;
  /** The sentences that came with it, itself among them; of a note those that may be nothing but an abstract. */
  readonly stretch: readonly Tokens[] | undefined;
}

/** Indices into the weight table, with values; reused by the next call. */
export interface Features {
  count: number;
  readonly index: Int32Array;
  readonly value: Float32Array;
}

export const newFeatures = (): Features => ({
  count: 0,
  index: new Int32Array(4096),
  value: new Float32Array(4096),
});

const PREVIOUS = hashOf('previous sentence');
const NEXT = hashOf('next sentence');
const HEADING = hashOf('heading');
const ABOVE = hashOf('headings above');
const OPENING = hashOf('opening words');
const CLOSING = hashOf('last words');
const CUE = cueNames.map((name) => hashOf(`cue ${name}`));
const PREVIOUS_CUE = cueNames.map((name) => hashOf(`previous cue ${name}`));
const NEXT_CUE = cueNames.map((name) => hashOf(`next cue ${name}`));
const named = new Map<string, number>();

/** Hash of a named feature, made once. */
function name(text: string): number {
  let hash = named.get(text);
  if (hash === undefined) {
    hash = hashOf(text);
    named.set(text, hash);
  }
  return hash;
}

const numbered = (label: string, most: number): readonly number[] =>
  Array.from({ length: most + 1 }, (_, i) => hashOf(`${label} ${String(i)}`));
const WORDS = numbered('words', 12);
const DIGITS = numbered('digits', 4);
const CAPITALS = numbered('capitals', 5);
const BEFORE = numbered('before', 6);
const BEHIND = numbered('behind', 6);
const SHAPES = numbered('shape', 6);
const NEW_NAMES = numbered('new names', 4);
const PLACE = numbered('place', 10);
const SHARE = numbered('share', 10);
const TOTAL = numbered('total', 6);
const END = hashOf('end');
const BIAS = hashOf('bias');

/** A sentence in its place, whatever the manner of its note. */
export type PlacedInput = Omit<FeatureInput, 'manner'>;

/** All that speaks of a sentence: what it says in its place, and how its note is written. */
export function featuresOf(input: FeatureInput, into: Features): Features {
  placedFeatures(input, into);
  if (input.manner) putManner(into, input.manner);
  return into;
}

/** Longer sentences have more words, not more weight: word features are scaled by their number. */
export function placedFeatures(input: PlacedInput, into: Features): Features {
  into.count = 0;
  const { tokens, register } = input;
  const home = REGISTER_HASH[register];
  const both = (hash: number, value: number): void => {
    put(into, hash, value);
    put(into, mix(home, hash), value);
  };
  both(BIAS, 1);
  const scale = 1 / Math.sqrt(4 + tokens.count);
  const { cues } = tokens;
  let before = 0;
  let shapes = 0;
  for (let i = 0; i < tokens.count; i++) {
    const hash = tokens.hashes[i] ?? 0;
    if (i > 0) shapes |= 1 << (tokens.shapes[i] ?? 0);
    both(hash, 2 * scale);
    if (i > 0) both(mix(before, hash), 2 * scale);
    before = hash;
  }
  for (let i = 0; i < CUE.length; i++) if ((cues & (1 << i)) !== 0) both(CUE[i] ?? 0, 0.5);
  for (let shape = 1; shape < 6; shape++) if ((shapes & (1 << shape)) !== 0) both(SHAPES[shape] ?? 0, 0.5);
  if (input.newNames > 0) both(NEW_NAMES[Math.min(4, input.newNames)] ?? 0, 0.7);
  const [first = 0, second = 0, third = 0] = tokens.hashes;
  both(mix(OPENING, first), 0.5);
  both(mix(OPENING, mix(first, second)), 0.5);
  both(mix(OPENING, mix(first, mix(second, third))), 0.5);
  both(mix(CLOSING, tokens.hashes[tokens.count - 2] ?? 0), 0.3);
  both(WORDS[Math.min(12, tokens.words >> 2)] ?? 0, 0.5);
  both(DIGITS[Math.min(4, tokens.digits)] ?? 0, 0.5);
  both(CAPITALS[Math.min(5, tokens.capitalised)] ?? 0, 0.5);
  both(mix(END, tokens.end), 0.5);
  both(name(`block ${input.block}`), 0.5);
  neighbour(into, input.previous, PREVIOUS, PREVIOUS_CUE, home);
  neighbour(into, input.next, NEXT, NEXT_CUE, home);
  if (input.heading)
    for (let i = 0; i < Math.min(12, input.heading.count); i++)
      both(mix(HEADING, input.heading.hashes[i] ?? 0), 0.5);
  if (input.above)
    for (let i = 0; i < Math.min(24, input.above.count); i++)
      put(into, mix(home, mix(ABOVE, input.above.hashes[i] ?? 0)), 0.3);
  const total = input.before + input.behind + 1;
  const share = Math.round((10 * input.before) / Math.max(1, total - 1));
  const at = (hash: number): void => {
    both(hash, 1);
  };
  at(BEFORE[Math.min(6, input.before)] ?? 0);
  at(BEHIND[Math.min(6, input.behind)] ?? 0);
  at(SHARE[share] ?? 0);
  at(TOTAL[Math.min(6, total >> 1)] ?? 0);
  at(PLACE[Math.round(10 * input.place)] ?? 0);
  // Where it stands changes what its cues mean: the last "we show" of an abstract, the first of a section.
  const behind = BEHIND[Math.min(3, input.behind)] ?? 0;
  for (let i = 0; i < CUE.length; i++) if ((cues & (1 << i)) !== 0) both(mix(behind, CUE[i] ?? 0), 0.4);
  return into;
}

function neighbour(
  into: Features,
  tokens: Tokens | undefined,
  role: number,
  roleCues: readonly number[],
  home: number,
): void {
  if (!tokens) {
    put(into, mix(home, role), 1);
    return;
  }
  const scale = 1 / Math.sqrt(4 + tokens.count);
  const { cues } = tokens;
  for (let i = 0; i < tokens.count; i++) put(into, mix(home, mix(role, tokens.hashes[i] ?? 0)), scale);
  for (let i = 0; i < roleCues.length; i++)
    if ((cues & (1 << i)) !== 0) put(into, mix(home, roleCues[i] ?? 0), 0.4);
}

/** The hash with which a register's own features are mixed. */
export const registerHash = (register: Register): number => REGISTER_HASH[register];

/** Where a feature's weight stands in a head's table. */
export const weightIndex = (hash: number): number => (hash ^ (hash >>> TABLE_BITS)) & MASK;

/** Half of what a feature counts that stands alone. */
const HALF_OF_MANNER = 0.15;

function putManner(into: Features, { features }: Manner): void {
  for (const feature of features) put(into, feature, HALF_OF_MANNER);
}

/** What the manner adds to each sentence of its note. */
export function mannerFeatures(manner: Manner, into: Features): Features {
  into.count = 0;
  putManner(into, manner);
  return into;
}

/** What tells a note from a manuscript: its manner alone. */
export function noteFeatures(manner: Manner, into: Features): Features {
  into.count = 0;
  put(into, BIAS, 1);
  putManner(into, manner);
  return into;
}

/** Adds a feature, where there is room. */
export function put(into: Features, hash: number, value: number): void {
  if (into.count >= into.index.length) return;
  into.index[into.count] = weightIndex(hash);
  into.value[into.count++] = value;
}
