/**
 * Ranks a library's entries for a claim or a query: fielded evidence over every posting first, then a closer look at the
 * best few. Weighs; what holds which term is `full-text.ts`'s job.
 */
import { FIELD_COUNT, NAMES, NOTES, SHIFT, TEXT, TITLE } from './full-text.ts';
import type { Layer } from './layer.ts';
import type { Entry, SearchHit, SuggestContext } from './model.ts';
import type { Vocabulary } from './terms.ts';
import { weights, type RankingWeights } from './weights.ts';

/** A query's terms with their weights; terms that no entry holds count in `total` only. */
interface Query {
  readonly terms: Int32Array;
  readonly weights: Float64Array;
  readonly idf: Float64Array;
}

export class Ranker {
  readonly #vocabulary: Vocabulary;
  readonly #layers: readonly Layer[];
  readonly #dead: ReadonlySet<number>;
  readonly #scores: Float64Array[];
  #averages: readonly number[] | undefined;
  readonly weights: RankingWeights;

  constructor(
    vocabulary: Vocabulary,
    layers: readonly Layer[],
    dead: ReadonlySet<number>,
    _restingOn: (id: string) => readonly Entry[],
    chosen: RankingWeights = weights,
  ) {
    this.#vocabulary = vocabulary;
    this.#layers = layers;
    this.#dead = dead;
    this.#scores = layers.map((layer) => new Float64Array(layer.entries.length));
    this.weights = chosen;
  }

  search(query: string, top: number): readonly SearchHit[] {
    return this.suggest(query, { top });
  }

  suggest(claim: string, context: SuggestContext): readonly SearchHit[] {
    for (const layer of this.#layers) void layer.fullText;
    const query = this.#query(claim);
    const hits: { entry: Entry; score: number }[] = [];
    this.#layers.forEach((layer, at) => {
      const scores = this.#scores[at];
      if (scores) this.#score(layer, at === 0 ? this.#dead : NONE, query, scores, hits);
    });
    hits.sort((a, b) => b.score - a.score || (a.entry.id < b.entry.id ? -1 : 1));
    return hits.slice(0, context.top).map((hit) => ({ ...hit, matched: [] }));
  }

  #query(text: string): Query {
    const scan = this.#vocabulary.scan(text, false);
    const counts = new Map<number, number>();
    for (let k = 0; k < scan.count; k++) {
      const id = scan.ids[k] ?? -1;
      if (id >= 0) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    const documents =
      this.#layers.reduce((sum, layer) => sum + layer.fullText.documentCount, 0) - this.#dead.size;
    const terms = new Int32Array(counts.size);
    const termWeights = new Float64Array(counts.size);
    const idf = new Float64Array(counts.size);
    let at = 0;
    for (const [term, count] of counts) {
      const df = this.#layers.reduce((sum, layer) => sum + layer.fullText.documentFrequency(term), 0);
      terms[at] = term;
      termWeights[at] = 1 + Math.log(count);
      idf[at] = Math.log(1 + (documents - df + 0.5) / (df + 0.5));
      at++;
    }
    return { terms, weights: termWeights, idf };
  }

  #score(
    layer: Layer,
    dead: ReadonlySet<number>,
    query: Query,
    scores: Float64Array,
    hits: { entry: Entry; score: number }[],
  ): void {
    const index = layer.fullText;
    const { k1, fieldWeight, fieldB } = this.weights;
    const average = this.#average();
    const touched: number[] = [];
    for (let q = 0; q < query.terms.length; q++) {
      const term = query.terms[q] ?? 0;
      const weight = (query.weights[q] ?? 0) * (query.idf[q] ?? 0);
      for (let at = index.start(term), end = index.end(term); at < end; at++) {
        const document = index.documents[at] ?? 0;
        const packed = index.frequencies[at] ?? 0;
        let frequency = 0;
        for (let field = 0; field < FIELD_COUNT; field++) {
          const count = (packed >>> (SHIFT[field] ?? 0)) & (field === TEXT || field === NOTES ? 511 : 31);
          if (count === 0) continue;
          const length = index.lengths[document * FIELD_COUNT + field] ?? 0;
          const b = fieldB[field] ?? 0;
          frequency += ((fieldWeight[field] ?? 0) * count) / (1 - b + (b * length) / (average[field] ?? 1));
        }
        if (scores[document] === 0) touched.push(document);
        scores[document] = (scores[document] ?? 0) + (weight * frequency) / (k1 + frequency);
      }
    }
    for (const document of touched) {
      const entry = layer.entries[document];
      if (entry && !dead.has(document)) hits.push({ entry, score: scores[document] ?? 0 });
      scores[document] = 0;
    }
  }

  #average(): readonly number[] {
    this.#averages ??= [TITLE, TEXT, NOTES, NAMES].map((field) => {
      const total = this.#layers.reduce((sum, layer) => sum + (layer.fullText.totalLength[field] ?? 0), 0);
      const filled = this.#layers.reduce((sum, layer) => sum + (layer.fullText.filled[field] ?? 0), 0);
      return filled === 0 ? 1 : total / filled;
    });
    return this.#averages;
  }
}

const NONE: ReadonlySet<number> = new Set();
