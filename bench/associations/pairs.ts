/**
 * Pairs of texts on one matter, from arXiv's metadata (CC0): a sentence of an abstract, or a title, and some of the rest of its
 * record. Leaves out the records that the judge of citations is fitted on, so that it learns how far strangers can be trusted.
 */
import { seeded } from '../attribution/fit-cases.ts';
import { readingListRecords } from '../attribution/fit-cases.ts';
import { Vocabulary } from '#core/library/terms.ts';
import { allRecords, type ArxivRecord } from '../suggest/sets.ts';

/** A text as rows of the table, with repetition. */
export type Bag = readonly number[];

export interface Pair {
  readonly asks: Bag;
  readonly answers: Bag;
}

interface Work {
  readonly field: string;
  readonly title: Bag;
  readonly sentences: readonly Bag[];
}

/** One pair in so many is a title and the whole abstract. */
const TITLES = 0.15;
/** In half of the pairs, each word that both texts share is taken out of the longer one with this chance: exact words are found without a table. */
const HIDDEN = 0.5;

export class Pairs {
  readonly #works: readonly Work[];
  readonly #fields: readonly (readonly number[])[];
  readonly #random: () => number;

  /** `rows`: the place of each term in the table. */
  constructor(rows: ReadonlyMap<string, number>, seed: number) {
    this.#random = seeded(seed);
    const records = allRecords();
    const held = new Set(readingListRecords(records).map(({ id }) => id));
    const bagOf = reader(rows);
    const fields = new Map<string, number[]>();
    const works: Work[] = [];
    for (const record of records) {
      const sentences = record.abstract
        .replace(/\b(e\.g|i\.e|et al|vs|cf|Fig|approx)\.\s/g, '$1․ ')
        .split(/(?<=[.!?]["')]?)\s+(?=[A-Z"'(])/)
        .map(bagOf);
      if (sentences.length < 3 || held.has(record.id)) continue;
      const field = fieldOf(record);
      const list = fields.get(field) ?? [];
      // What research notes cite most is learnt twice.
      for (let times = isRecentLanguageWork(record) ? 2 : 1; times > 0; times--) list.push(works.length);
      fields.set(field, list);
      works.push({ field, title: bagOf(record.title), sentences });
    }
    this.#works = works;
    this.#fields = [...fields.values()];
  }

  /** Every work about once: batches of `size`, half of each from one field, so that neighbours have to be told apart. */
  *batches(size: number): Generator<Pair[]> {
    const halves: number[][] = [];
    for (const field of this.#fields) {
      const order = this.#shuffled(field);
      for (let at = 0; at < order.length; at += size / 2) halves.push(order.slice(at, at + size / 2));
    }
    const order = this.#shuffled(halves);
    for (let at = 0; at + 1 < order.length; at += 2)
      yield [...(order[at] ?? []), ...(order[at + 1] ?? [])].map((work) => this.#pairOf(work));
  }

  #pairOf(number: number): Pair {
    const { title, sentences } = this.#works[number] ?? { title: [], sentences: [] };
    if (this.#random() < TITLES) return this.#partlyHidden(title, sentences.flat());
    const taken = Math.floor(this.#random() * sentences.length);
    const others = this.#shuffled(sentences.filter((_, at) => at !== taken));
    const told = others.slice(0, 1 + Math.floor(this.#random() * 4)).flat();
    return this.#partlyHidden(sentences[taken] ?? [], this.#random() < 0.8 ? [...title, ...told] : told);
  }

  #partlyHidden(asks: Bag, answers: Bag): Pair {
    if (this.#random() < 0.5) return { asks, answers };
    const hidden = new Set([...new Set(asks)].filter(() => this.#random() < HIDDEN));
    return { asks, answers: answers.filter((row) => !hidden.has(row)) };
  }

  #shuffled<T>(list: readonly T[]): T[] {
    const order = [...list];
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(this.#random() * (at + 1));
      [order[at], order[other]] = [order[other] as T, order[at] as T];
    }
    return order;
  }
}

function reader(rows: ReadonlyMap<string, number>): (text: string) => Bag {
  const vocabulary = new Vocabulary();
  return (text) => {
    const scan = vocabulary.scan(text, true);
    const bag: number[] = [];
    for (let at = 0; at < scan.count; at++) {
      const id = scan.ids[at] ?? -1;
      const row = id < 0 || scan.compounds[at] === 1 ? undefined : rows.get(vocabulary.term(id));
      if (row !== undefined) bag.push(row);
    }
    return bag;
  };
}

/** The archive; computer science, as the largest, by its parts. */
const fieldOf = ({ primary = '' }: ArxivRecord): string =>
  primary.startsWith('cs.') ? primary : (primary.split('.')[0] ?? '');

const isRecentLanguageWork = ({ id, primary = '' }: ArxivRecord): boolean =>
  /^2[56]\d\d\./.test(id) && /cs\.(CL|AI|LG|MA|IR)/.test(primary);
