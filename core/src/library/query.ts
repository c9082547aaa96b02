/** A claim as weighted terms: rarity, numbers, names, joined words and acronyms. Knows the vocabulary and no document. */
import { STOP, type Vocabulary, termOf } from './terms.ts';
import type { RankingWeights } from './weights.ts';

export interface QueryTerm {
  /** `UNKNOWN` when no entry holds it. */
  readonly id: number;
  /** Rarity times kind; never negative. */
  weight: number;
  /** As written in the claim; empty for what the claim implies (an acronym's expansion). */
  readonly text: string;
}

export interface Query {
  /** One for each distinct term, in order of first sight. */
  readonly terms: readonly QueryTerm[];
  /** Weight of everything that the claim itself says, unmet words included. */
  readonly total: number;
  /** Neighbouring terms of the claim, stop words between them left out; `a * PAIR + b`. */
  readonly pairs: ReadonlyMap<number, number>;
}

/** Above any vocabulary's size; two terms in one exact number. */
export const PAIR = 1 << 24;

/** What an acronym stands for and the other way round, in terms; see `acronyms.ts`. */
export interface Expansions {
  /** Terms of the expansion of a folded acronym; undefined when none is known. */
  expand(acronym: string): readonly number[] | undefined;
  /** The acronym's term for a run of terms joined by blanks. */
  abbreviate(run: string): number | undefined;
}

export interface Collection {
  readonly vocabulary: Vocabulary;
  /** How many documents hold a term; 0 for unmet ones. */
  documentFrequency(term: number): number;
  /** How much meeting a term tells: its inverse document frequency, here and in research prose at large. */
  rarity(term: number): number;
  readonly documents: number;
  readonly expansions: Expansions;
}

export interface QueryOptions {
  /** The sentences around a claim. */
  readonly context?: string | undefined;
  /** Terms that a word may stand for besides itself; only searches guess. `last` is the word still being typed. */
  readonly near?: (word: string, last: boolean) => readonly number[];
  /** Terms that an acronym may stand for where no entry defines it. */
  readonly guess?: (acronym: string) => readonly number[];
}

const ACRONYM = /^[A-Z][A-Za-z]{0,6}[A-Z][A-Za-z0-9]?s?$/;
const TYPED_ACRONYM = /^[a-z]{3,6}$/;

/** What a guessed word counts of a written one. */
const GUESSED = 0.5;

/**
 * A claim may come with its markup, its citation and its date; addresses, tags, identifiers and "2025-03" say nothing of what
 * it claims, and would match at random or count as unmet.
 */
function withoutMarkup(text: string): string {
  if (!/[<\]\d]|:\/\//.test(text)) return text;
  const blank = (match: string): string => ' '.repeat(match.length);
  return (
    text
      // No address is so long; a line of open brackets is.
      .replace(/\]\([^)\s]{0,2000}\)/g, blank)
      .replace(/https?:\/\/[^\s)\]>]+/g, blank)
      .replace(/<\/?[a-z][^>]*>/gi, blank)
      .replace(/\barxiv:\s?(?:[a-z.-]+\/\d{7}|\d{4}\.\d{4,5})(?:v\d+)?/gi, blank)
      .replace(/\b(?:doi:\s?)?10\.\d{4,9}\/[^\s)\]>]+/gi, blank)
      .replace(/\b(?:19|20)\d\d-(?:0[1-9]|1[0-2])(?:-\d\d)?\b/g, blank)
  );
}

export function queryOf(
  written: string,
  collection: Collection,
  weights: RankingWeights,
  { context = '', near, guess }: QueryOptions = {},
): Query {
  const { vocabulary } = collection;
  const text = withoutMarkup(written);
  const scan = vocabulary.scan(text, false);
  const found = new Map<number | string, { id: number; count: number; kind: number; text: string }>();
  const sequence: number[] = [];
  const words: { id: number; start: number; end: number }[] = [];
  for (let k = 0; k < scan.count; k++) {
    const id = scan.ids[k] ?? STOP;
    if (id === STOP) continue;
    const start = scan.starts[k] ?? 0;
    const end = scan.ends[k] ?? 0;
    const word = text.slice(start, end);
    const compound = scan.compounds[k] === 1;
    const kind = compound ? weights.compound : kindOf(word, weights);
    const key = id >= 0 ? id : word.toLowerCase();
    const known = found.get(key);
    if (known) {
      known.count++;
      known.kind = Math.max(known.kind, kind);
    } else found.set(key, { id, count: 1, kind, text: word });
    if (!compound) {
      sequence.push(id);
      words.push({ id, start, end });
    }
  }
  const terms: QueryTerm[] = [];
  let total = 0;
  const place = new Map<number, QueryTerm>();
  for (const { id, count, kind, text: written } of found.values()) {
    const weight = rarity(id, collection, weights) * kind * (1 + weights.repeated * Math.log(count));
    const term = { id, weight, text: written };
    terms.push(term);
    if (id >= 0) place.set(id, term);
    total += weight;
  }
  const imply = (id: number, factor: number, meant = ''): void => {
    if (place.has(id)) return;
    const term = { id, weight: rarity(id, collection, weights) * factor, text: meant };
    terms.push(term);
    place.set(id, term);
  };
  // "fine tuning" and "finetuning" are one word to their writers.
  for (let k = 1; k < words.length; k++) {
    const a = words[k - 1];
    const b = words[k];
    if (!a || !b || b.start - a.end !== 1) continue;
    const joined = termOf(
      text.slice(a.start, a.end).toLowerCase() + text.slice(b.start, b.end).toLowerCase(),
    );
    const id = joined === undefined ? undefined : vocabulary.find(joined);
    if (id !== undefined && collection.documentFrequency(id) > 0) imply(id, weights.compound);
  }
  if (weights.acronym > 0) {
    for (const { id, text: written } of found.values()) {
      // Whoever types a query is spared the capitals.
      if (!ACRONYM.test(written) && !(near && id < 0 && TYPED_ACRONYM.test(written))) continue;
      const acronym = written.replace(/s$/, '').toLowerCase();
      const expansion = collection.expansions.expand(acronym) ?? guess?.(acronym) ?? [];
      for (const each of expansion) imply(each, weights.acronym, guess ? written : '');
    }
    for (let k = 0; k < sequence.length; k++)
      for (
        let length = 2, run = String(sequence[k]);
        length <= 5 && k + length <= sequence.length;
        length++
      ) {
        run += ` ${String(sequence[k + length - 1])}`;
        const id = collection.expansions.abbreviate(run);
        if (id !== undefined) imply(id, weights.acronym);
      }
  }
  if (near)
    for (const [at, word] of words.entries()) {
      const typed = text.slice(word.start, word.end).toLowerCase();
      const last = at === words.length - 1 && word.end === text.length;
      for (const id of near(typed, last)) imply(id, GUESSED);
    }
  // What stands around the claim says what it is about, where the claim itself says "this approach".
  if (context !== '' && weights.context > 0) {
    const around = vocabulary.scan(withoutMarkup(context), false);
    const ids = new Set<number>();
    for (let k = 0; k < around.count; k++) {
      const id = around.ids[k] ?? STOP;
      if (id >= 0 && around.compounds[k] === 0) ids.add(id);
    }
    for (const id of ids) imply(id, weights.context);
  }
  const pairs = new Map<number, number>();
  for (let k = 1; k < sequence.length; k++) {
    const a = sequence[k - 1] ?? -1;
    const b = sequence[k] ?? -1;
    if (a >= 0 && b >= 0)
      pairs.set(a * PAIR + b, Math.min(place.get(a)?.weight ?? 0, place.get(b)?.weight ?? 0));
  }
  return { terms, total, pairs };
}

function rarity(id: number, collection: Collection, weights: RankingWeights): number {
  const idf = collection.rarity(id);
  return weights.idf === 1 ? idf : idf ** weights.idf;
}

function kindOf(written: string, weights: RankingWeights): number {
  if (/\d/.test(written)) return weights.number;
  // "PsychAdapter", "MMLU", "LoRA": a name, whatever the sentence around it.
  return /\p{L}\p{Lu}/u.test(written) ? weights.name : 1;
}
