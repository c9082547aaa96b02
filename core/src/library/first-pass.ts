/**
 * The first pass of ranking: what a query's terms say of each entry by the fields that hold them, summed over every posting. Fast
 * and blunt; `closer-look.ts` reads the few best again.
 */
import { FIELD_COUNT, NAMES, NOTES, TEXT, TITLE, type FullText } from './full-text.ts';
import type { Layer } from './layer.ts';
import type { Entry } from './model.ts';
import type { Query } from './query.ts';
import type { RankingWeights } from './weights.ts';

/** What is gone through: layers, the first of which has dead documents. */
export interface Indexed {
  readonly layers: readonly Layer[];
  readonly dead: ReadonlySet<number>;
  /** How many are alive. */
  readonly documents: number;
}

export interface Candidate {
  readonly entry: Entry;
  readonly score: number;
}

/** How many entries the first pass puts above a score. */
export interface Ahead {
  than: number;
  count: number;
}

export class FirstPass {
  readonly #layers: readonly Layer[];
  readonly #dead: ReadonlySet<number>;
  readonly #weights: RankingWeights;
  readonly #scores: Float64Array[];
  #averages: readonly number[] | undefined;

  constructor({ layers, dead }: Indexed, weights: RankingWeights) {
    this.#layers = layers;
    this.#dead = dead;
    this.#weights = weights;
    this.#scores = layers.map((layer) => new Float64Array(layer.entries.length));
  }

  /** The `keep` best of each layer, and what ties with them; in no order. */
  best(query: Query, keep: number, ahead?: Ahead): Candidate[] {
    const candidates: Candidate[] = [];
    this.#layers.forEach((layer, at) => {
      this.#collect(layer, at, query, candidates, keep, ahead);
    });
    return candidates;
  }

  /** The first pass for one entry alone. */
  scoreOf(entry: Entry, query: Query): number {
    for (const [at, layer] of [...this.#layers.entries()].reverse()) {
      const document = layer.position(entry.id);
      if (document === undefined || (at === 0 && this.#dead.has(document))) continue;
      const index = layer.fullText;
      let score = 0;
      for (const { id, weight } of query.terms) {
        const p = id < 0 ? -1 : index.find(id, document);
        if (p >= 0) score += weight * this.#evidence(index, p);
      }
      return score;
    }
    return 0;
  }

  /** What one posting says, from 0 to below 1. */
  #evidence(index: FullText, p: number): number {
    const w = this.#weights;
    const packed = index.frequencies[p] ?? 0;
    const base = (index.documents[p] ?? 0) * FIELD_COUNT;
    const average = this.#average();
    const part = (field: number, worth: number, count: number, length: number): number =>
      (worth * count) / (1 - length + (length * (index.lengths[base + field] ?? 0)) / (average[field] ?? 1));
    const frequency =
      part(TITLE, w.title, packed & 31, w.titleLength) +
      part(TEXT, w.text, (packed >>> 5) & 511, w.textLength) +
      part(NOTES, w.notes, (packed >>> 14) & 511, w.notesLength) +
      part(NAMES, w.names, (packed >>> 23) & 31, w.namesLength);
    return frequency / (1 + frequency);
  }

  /** Sums every term's evidence over one layer's postings and keeps the best `keep`. */
  #collect(
    layer: Layer,
    at: number,
    query: Query,
    candidates: Candidate[],
    keep: number,
    ahead?: Ahead,
  ): void {
    const index = layer.fullText;
    const scores = this.#scores[at];
    if (!scores) return;
    const dead = at === 0 ? this.#dead : NONE;
    const w = this.#weights;
    const average = this.#average();
    // A field's worth / (1 - b + b · length / average), as worth / (rest + slope · length).
    const s0 = w.titleLength / (average[TITLE] ?? 1);
    const s1 = w.textLength / (average[TEXT] ?? 1);
    const s2 = w.notesLength / (average[NOTES] ?? 1);
    const s3 = w.namesLength / (average[NAMES] ?? 1);
    const { documents, frequencies, lengths } = index;
    const touched: number[] = [];
    for (const { id, weight } of query.terms) {
      if (id < 0 || weight <= 0) continue;
      for (let p = index.start(id), end = index.end(id); p < end; p++) {
        const document = documents[p] ?? 0;
        const packed = frequencies[p] ?? 0;
        const base = document * FIELD_COUNT;
        let frequency = 0;
        if ((packed & 31) !== 0)
          frequency += (w.title * (packed & 31)) / (1 - w.titleLength + s0 * (lengths[base] ?? 0));
        if ((packed & 0x3fe0) !== 0)
          frequency += (w.text * ((packed >>> 5) & 511)) / (1 - w.textLength + s1 * (lengths[base + 1] ?? 0));
        if (packed >>> 14 !== 0) {
          frequency +=
            (w.notes * ((packed >>> 14) & 511)) / (1 - w.notesLength + s2 * (lengths[base + 2] ?? 0));
          frequency +=
            (w.names * ((packed >>> 23) & 31)) / (1 - w.namesLength + s3 * (lengths[base + 3] ?? 0));
        }
        if (scores[document] === 0) touched.push(document);
        scores[document] = (scores[document] ?? 0) + (weight * frequency) / (1 + frequency);
      }
    }
    // The keep-th best score of a sample would do; an exact threshold by a small heap is as quick.
    const best = new Float64Array(keep);
    for (const document of touched) {
      if (dead.has(document)) continue;
      pushBest(best, scores[document] ?? 0);
    }
    const threshold = best[0] ?? 0;
    for (const document of touched) {
      const score = scores[document] ?? 0;
      scores[document] = 0;
      const entry = layer.entries[document];
      if (ahead && score > ahead.than && !dead.has(document)) ahead.count++;
      if (score >= threshold && score > 0 && entry && !dead.has(document)) candidates.push({ entry, score });
    }
  }

  #average(): readonly number[] {
    this.#averages ??= [TITLE, TEXT, NOTES, NAMES].map((field) => {
      let total = 0;
      let filled = 0;
      this.#layers.forEach((layer, at) => {
        const index = layer.fullText;
        total += index.totalLength[field] ?? 0;
        filled += index.filled[field] ?? 0;
        if (at === 0)
          for (const document of this.#dead) {
            const length = index.lengths[document * FIELD_COUNT + field] ?? 0;
            total -= length;
            if (length > 0) filled--;
          }
      });
      return filled === 0 ? 1 : Math.max(1, total / filled);
    });
    return this.#averages;
  }
}

/** The share of entries that have a text of their own. */
export function textShare({ layers, dead, documents }: Indexed): number {
  let filled = 0;
  layers.forEach((layer, at) => {
    filled += layer.fullText.filled[TEXT] ?? 0;
    if (at === 0)
      for (const document of dead)
        if ((layer.fullText.lengths[document * FIELD_COUNT + TEXT] ?? 0) > 0) filled--;
  });
  return documents === 0 ? 0 : filled / documents;
}

/** Keeps the largest values in a heap whose first is the smallest of them. */
function pushBest(heap: Float64Array, value: number): void {
  if (value <= (heap[0] ?? 0)) return;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && (heap[child + 1] ?? 0) < (heap[child] ?? 0)) child++;
    if ((heap[child] ?? 0) >= value) break;
    heap[at] = heap[child] ?? 0;
    at = child;
  }
  heap[at] = value;
}

const NONE: ReadonlySet<number> = new Set();
