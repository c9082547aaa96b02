/** The shipped model's heads, what features add up to in one, and what a note's manner adds to all of its sentences. */
import { Once } from '../text/once.ts';
import { notenessOfManner } from './blend.ts';
import { mannerFeatures, newFeatures, noteFeatures, type Features, type PlacedInput } from './features.ts';
import type { Manner } from './manner.ts';
import { readHead, type Head, type HeadName } from './model-weights.ts';
import { stretchFeatures } from './stretch.ts';
import type { Tokens } from './tokens.ts';
import { model } from './weights.ts';

export type { Head } from './model-weights.ts';

/** Undefined where the weights are missing. */
export const citedHead = readHead(model, 'cited');
export const owedHead = readHead(model, 'owed');
export const assertedHead = readHead(model, 'asserted');
/** Asked of stretches without their note and of abstracts, so mostly never: a table is read when its head is first asked for. */
export const findingHead = lazily('finding');
export const undertakenHead = lazily('undertaken');
export const checkableHead = lazily('checkable');
const noteHead = readHead(model, 'note');
const studyHead = readHead(model, 'study');

function lazily(name: HeadName): () => Head | undefined {
  let read: { readonly head: Head | undefined } | undefined;
  return () => (read ??= { head: readHead(model, name) }).head;
}

export function sumOf({ weights, scale }: Head, { count, index, value }: Features): number {
  let sum = 0;
  for (let k = 0; k < count; k++) sum += (weights[index[k] ?? 0] ?? 0) * (value[k] ?? 0);
  return sum * scale;
}

interface Said {
  /** 0 to 1: whether a document is a note rather than a manuscript, a post or a chapter. */
  readonly noteness: number;
  readonly sums: ReadonlyMap<Head, number>;
}

const features = newFeatures();
const saidBy = new Once<Manner, Said>('what the manner says');

const said = (manner: Manner): Said =>
  saidBy.of(manner, () => {
    const noteness =
      noteHead && owedHead ? notenessOfManner(sumOf(noteHead, noteFeatures(manner, features))) : 0;
    mannerFeatures(manner, features);
    const heads = [citedHead, owedHead, assertedHead].filter((head) => head !== undefined);
    return { noteness, sums: new Map(heads.map((head) => [head, sumOf(head, features)])) };
  });

export const notenessOf = (manner: Manner): number => said(manner).noteness;

/** What the manner adds in a head. */
export const sumOfManner = (head: Head, manner: Manner | undefined): number =>
  manner === undefined ? 0 : (said(manner).sums.get(head) ?? 0);

/** Log odds of what is surely none. */
export const NO_ABSTRACT = -20;
const studyOf = new Once<readonly Tokens[], { readonly odds: number }>('how much of a study');

/** Log odds that the sentences around are a study's abstract; of a note only what has the shape of one. */
export function studyOdds({ stretch, register }: Pick<PlacedInput, 'stretch' | 'register'>): number {
  // The head for abstracts has learnt from posts too.
  if (register === 'post') return -NO_ABSTRACT;
  if (!studyHead || !stretch || register === 'speech') return NO_ABSTRACT;
  return studyOf.of(stretch, () => ({ odds: sumOf(studyHead, stretchFeatures(stretch, features)) })).odds;
}
