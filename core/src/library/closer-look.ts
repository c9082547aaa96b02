/**
 * The second pass of ranking, over the few best: which of the claim's words stand together in the entry, in one passage, and
 * how much of the title and of the claim they make up. Reads the entry's text again, so it must stay with few.
 */
import type { Entry } from './model.ts';
import { PAIR, type Collection, type Query } from './query.ts';
import type { Vocabulary } from './terms.ts';
import type { RankingWeights } from './weights.ts';

/** A passage of about a long sentence. */
const WINDOW = 30;

export interface Evidence {
  /** All kinds of evidence in one number; 0 for none, about 1 where everything matches. */
  readonly score: number;
  /** The claim's words that matched, weightiest first, as written. */
  readonly matched: readonly string[];
  /** Terms that matched, implied ones included. */
  readonly terms: ReadonlySet<number>;
  /** Those in the title. */
  readonly titleTerms: ReadonlySet<number>;
  /** Shares of the claim's weight: matched anywhere, in one passage, in pairs; and the title's share that matched. */
  readonly claim: number;
  readonly passage: number;
  readonly pairs: number;
  readonly title: number;
}

export function closerLook(
  entry: Entry,
  query: Query,
  first: number,
  vocabulary: Vocabulary,
  collection: Collection & { readonly weights: RankingWeights },
): Evidence {
  const { weights } = collection;
  const own = new Map<number, number>();
  for (const term of query.terms) if (term.id >= 0) own.set(term.id, term.weight);
  const matched = new Set<number>();
  const pairs = new Set<number>();

  // The title: its share that the claim says.
  let titleWeight = 0;
  let titleMatched = 0;
  let scan = vocabulary.scan(entry.title, false);
  let before = -1;
  for (let k = 0; k < scan.count; k++) {
    const id = scan.ids[k] ?? -1;
    if (id < 0) continue;
    if (scan.compounds[k] === 0) {
      const rarity = collection.rarity(id);
      titleWeight += rarity;
      if (own.has(id)) titleMatched += rarity;
      if (before >= 0 && query.pairs.has(before * PAIR + id)) pairs.add(before * PAIR + id);
      before = id;
    }
    if (own.has(id)) matched.add(id);
  }

  const titleTerms = new Set(matched);

  // The text: the best window, each term of the claim counted once in it.
  let passage = 0;
  if (entry.text !== undefined) {
    scan = vocabulary.scan(entry.text, false);
    const last = new Map<number, number>();
    const queue: { id: number; at: number }[] = [];
    let head = 0;
    let sum = 0;
    before = -1;
    for (let k = 0; k < scan.count; k++) {
      const id = scan.ids[k] ?? -1;
      if (id < 0) continue;
      const weight = own.get(id);
      if (weight !== undefined) {
        matched.add(id);
        if (!last.has(id)) sum += weight;
        last.set(id, k);
        queue.push({ id, at: k });
        while ((queue[head]?.at ?? k) < k - WINDOW) {
          const old = queue[head++];
          if (old && last.get(old.id) === old.at) {
            last.delete(old.id);
            sum -= own.get(old.id) ?? 0;
          }
        }
        if (sum > passage) passage = sum;
      }
      if (scan.compounds[k] === 0) {
        if (before >= 0 && query.pairs.has(before * PAIR + id)) pairs.add(before * PAIR + id);
        before = id;
      }
    }
  }

  let claim = 0;
  const words: { text: string; weight: number }[] = [];
  for (const term of query.terms)
    if (matched.has(term.id)) {
      claim += term.weight;
      if (term.text !== '') words.push(term);
    }
  let together = 0;
  for (const pair of pairs) together += query.pairs.get(pair) ?? 0;
  const shares = {
    claim: claim / query.total,
    passage: passage / query.total,
    pairs: together / query.total,
    title: titleWeight === 0 ? 0 : titleMatched / titleWeight,
  };
  const score =
    first +
    weights.pair * shares.pairs +
    weights.passage * shares.passage +
    weights.titleShare * shares.title +
    weights.claimShare * shares.claim;
  words.sort((a, b) => b.weight - a.weight || (a.text < b.text ? -1 : 1));
  return {
    score,
    matched: [...new Set(words.map((word) => word.text))],
    terms: matched,
    titleTerms,
    ...shares,
  };
}
