/**
 * Ranks a library's entries for a claim or a query: `first-pass.ts` over every posting, then a closer look at the best few. What
 * holds which term is `full-text.ts`'s job, what the claim says `query.ts`'s.
 */
import { backgroundShare } from './background.ts';
import { closerLook, type Evidence } from './closer-look.ts';
import { LibraryExpansions, termsOf } from './expansions.ts';
import { FirstPass, textShare, type Ahead } from './first-pass.ts';
import type { Layer } from './layer.ts';
import { sampleOf, type ClaimMeaning, type Meanings } from './meanings.ts';
import type { Entry, Library, SearchHit, SuggestContext } from './model.ts';
import { beginning, misspelt } from './near-words.ts';
import { queryOf, type Collection, type Expansions, type Query } from './query.ts';
import { expansionOf } from './title-initials.ts';
import { termOf, type Vocabulary } from './terms.ts';
import { profiles, weightsFor, type Profiles, type RankingWeights } from './weights.ts';

/** How many of the first pass are looked at closely. */
const CLOSE = 50;
/** A typed word that more entries hold is meant as it is; one that few hold may be a slip for another that far more hold. */
const RARELY = 10;
const FAR_MORE = 30;

export interface Ranked extends Evidence {
  readonly entry: Entry;
}

/** How a claim stands to its cited entries and to the library's best. */
export interface Comparison {
  readonly query: Query;
  /** Best first; empty where the given entries say enough. */
  readonly best: readonly Ranked[];
  /** In the order given. */
  readonly cited: readonly Ranked[];
  readonly documents: number;
  /** How many entries the words alone put before the best of the given ones; 0 where nothing was asked of the library. */
  readonly ahead: number;
  /** As `Collection.rarity`, with the background standing for `prior` entries. */
  rarity(term: number, prior: number): number;
  /** What the claim is about, beside the entries'; worked out when asked for. */
  meaning(): ClaimMeaning;
}

const UNSEEN = {
  matched: [],
  terms: new Set<number>(),
  titleTerms: new Set<number>(),
  claim: 0,
  passage: 0,
  pairs: 0,
  title: 0,
};

export class Ranker implements Collection {
  readonly vocabulary: Vocabulary;
  readonly #layers: readonly Layer[];
  readonly #dead: ReadonlySet<number>;
  readonly #bonds: Pick<Library, 'restingOn' | 'foundations'>;
  readonly #firstPass: FirstPass;
  readonly #frequencies = new Map<number, number>();
  readonly #rarities = new Map<number, number>();
  #expansions: Expansions | undefined;
  readonly #meanings: Meanings;
  #sample: readonly Entry[] | undefined;
  readonly weights: RankingWeights;

  constructor(
    vocabulary: Vocabulary,
    layers: readonly Layer[],
    dead: ReadonlySet<number>,
    bonds: Pick<Library, 'restingOn' | 'foundations'>,
    meanings: Meanings,
    chosen: Profiles = profiles,
  ) {
    this.#meanings = meanings;
    this.vocabulary = vocabulary;
    this.#bonds = bonds;
    this.#layers = layers;
    this.#dead = dead;
    for (const layer of layers) void layer.fullText;
    const indexed = { layers, dead, documents: this.documents };
    this.weights = weightsFor(chosen, textShare(indexed));
    this.#firstPass = new FirstPass(indexed, this.weights);
  }

  get documents(): number {
    return this.#layers.reduce((sum, layer) => sum + layer.entries.length, 0) - this.#dead.size;
  }

  get expansions(): Expansions {
    this.#expansions ??= new LibraryExpansions(
      this.vocabulary,
      this.#standing((layer) => layer.definitions),
    );
    return this.#expansions;
  }

  documentFrequency(term: number): number {
    const known = this.#frequencies.get(term);
    if (known !== undefined) return known;
    let count = 0;
    this.#layers.forEach((layer, at) => {
      const index = layer.fullText;
      count += index.documentFrequency(term);
      if (at === 0 && this.#dead.size > 0)
        for (let p = index.start(term), end = index.end(term); p < end; p++)
          if (this.#dead.has(index.documents[p] ?? 0)) count--;
    });
    this.#frequencies.set(term, count);
    return count;
  }

  rarity(term: number): number {
    let rarity = this.#rarities.get(term);
    if (rarity === undefined)
      this.#rarities.set(term, (rarity = this.rarityWith(term, this.weights.background)));
    return rarity;
  }

  /** The background stands for `prior` more entries: it decides in a library of forty and fades in one of ten thousand. */
  rarityWith(term: number, prior: number): number {
    const share = prior === 0 ? 0 : backgroundShare(this.vocabulary.term(term));
    const df = (term < 0 ? 0 : this.documentFrequency(term)) + prior * share;
    return Math.log(1 + (this.documents + prior - df + 0.5) / (df + 0.5));
  }

  readonly #guess = (acronym: string): readonly number[] => {
    const run = expansionOf(
      acronym,
      this.#standing((layer) => layer.titleParts),
    );
    return run === undefined ? [] : termsOf(run, this.vocabulary);
  };

  /** What a person looks for by typing: the last word may not be ended, and an unmet one may be a slip. */
  search(query: string, top: number): readonly SearchHit[] {
    if (top <= 0) return [];
    const frequency = (term: number): number => this.documentFrequency(term);
    const near = (word: string, last: boolean): readonly number[] => {
      const begun = last ? beginning(this.vocabulary, word, frequency) : [];
      const own = this.vocabulary.find(termOf(word) ?? word);
      const meant = Math.max(0, ...[...begun, ...(own === undefined ? [] : [own])].map(frequency));
      if (meant > RARELY) return begun;
      return [...begun, ...misspelt(this.vocabulary, word, frequency, Math.max(1, FAR_MORE * meant))];
    };
    return this.#ranked(queryOf(query, this, this.weights, { near, guess: this.#guess }), top).map(
      ({ entry, score, matched }) => ({ entry, score, matched }),
    );
  }

  suggest(claim: string, context: SuggestContext): readonly SearchHit[] {
    if (context.top <= 0) return [];
    const query = queryOf(claim, this, this.weights, { context: context.context, guess: this.#guess });
    const cited = new Set(context.cited ?? []);
    const beside = this.#citedBeside(cited);
    const meaning = this.#meanings.ofClaim(claim, []);
    const ranked = this.#ranked(query, Math.max(CLOSE, context.top));
    const hits = ranked.map(({ entry, score, matched }) => ({
      entry,
      score:
        score +
        // What was only passed over has no share in it.
        (matched.length > 0 ? this.weights.meaning * meaning.of(entry) : 0) +
        (cited.has(entry.id) ? this.weights.cited : 0) +
        (beside.has(entry.id) ? this.weights.coCited : 0),
      matched,
    }));
    hits.sort(byScore);
    return hits.slice(0, context.top);
  }

  /** Entries that stand with a cited one under the same note or line. */
  #citedBeside(cited: ReadonlySet<string>): Set<string> {
    const beside = new Set<string>();
    for (const id of cited)
      for (const holder of this.#bonds.restingOn(id)) {
        const together = this.#bonds.foundations(holder);
        // A reading list of hundreds binds nothing together.
        if (together.length <= 40) for (const entry of together) beside.add(entry.id);
      }
    return beside;
  }

  /** A claim's evidence in the given entries, and in the library's best unless a passage of the given ones says `enough` of it. */
  compare(claim: string, given: readonly Entry[], top: number, enough: number): Comparison {
    const query = queryOf(claim, this, this.weights);
    const own: Ahead = { than: 0, count: 0 };
    const cited = given.map((entry) => {
      const first = this.#firstPass.scoreOf(entry, query);
      own.than = Math.max(own.than, first);
      return {
        entry,
        ...closerLook(entry, query, query.total === 0 ? 0 : first / query.total, this.vocabulary, this),
      };
    });
    const best = cited.some((each) => each.passage >= enough)
      ? []
      : this.#ranked(query, Math.min(top, CLOSE), own);
    return {
      query,
      best,
      cited,
      documents: this.documents,
      ahead: own.count,
      rarity: (term, prior) => this.rarityWith(term, prior),
      meaning: () => this.#meanings.ofClaim(claim, (this.#sample ??= sampleOf(this.#entries()))),
    };
  }

  /** What the layers have of the entries that still stand, in their order. */
  #standing<T extends { readonly document: number }>(of: (layer: Layer) => readonly T[]): readonly T[] {
    return this.#layers.flatMap((layer, at) =>
      at > 0 || this.#dead.size === 0
        ? of(layer)
        : of(layer).filter(({ document }) => !this.#dead.has(document)),
    );
  }

  *#entries(): Iterable<Entry> {
    for (const [at, layer] of this.#layers.entries())
      for (const [document, entry] of layer.entries.entries())
        if (at > 0 || !this.#dead.has(document)) yield entry;
  }

  #ranked(query: Query, top: number, ahead?: Ahead): readonly Ranked[] {
    if (query.total === 0 || query.terms.every(({ id }) => id < 0)) return [];
    const candidates = this.#firstPass.best(query, Math.max(CLOSE, top), ahead);
    candidates.sort(byScore);
    const close = candidates.slice(0, Math.max(CLOSE, top));
    const seen = close.slice(0, CLOSE).map(({ entry, score }) => ({
      entry,
      ...closerLook(entry, query, score / query.total, this.vocabulary, this),
    }));
    seen.sort(byScore);
    const rest = close
      .slice(CLOSE)
      .map(({ entry, score }) => ({ ...UNSEEN, entry, score: score / query.total }));
    return [...seen, ...rest].slice(0, top);
  }
}

/** Ties go by id, so that the order of files changes no answer. */
const byScore = (a: { score: number; entry: Entry }, b: { score: number; entry: Entry }): number =>
  b.score - a.score || (a.entry.id < b.entry.id ? -1 : a.entry.id > b.entry.id ? 1 : 0);
