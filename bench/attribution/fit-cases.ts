/**
 * Cases to fit the judge of citations on, from sources whose licences grant it: arXiv's metadata (CC0), citation-integrity
 * (MIT), scifact (claims CC BY, abstracts ODC-By), md-cite's Manubot (CC BY) and ICLR (MIT) documents. Splits by paper.
 */
import { createLibrary } from '#core/library/index.ts';
import type { Entry, Library } from '#core';
import {
  allRecords,
  citationIntegrity,
  fitGranted,
  markdownSets,
  paper,
  scifact,
  type ArxivRecord,
  type Task,
} from '../suggest/sets.ts';

export interface Claim {
  readonly text: string;
  /** Entry ids: what it rests on, and one that it does not. */
  readonly right: readonly string[];
  readonly wrong: string;
  /** Of the right one the library holds a title and two sentences. */
  readonly isCard?: boolean;
}

/** A library with the claims that cite it. */
export interface FitTask {
  readonly set: string;
  readonly library: Library;
  readonly claims: readonly Claim[];
}

/** A small generator with a seed: the same cases in every run. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const sentencesOf = (text: string): string[] =>
  text
    .replace(/\b(e\.g|i\.e|et al|vs|cf|Fig|approx)\.\s/g, '$1․ ')
    .split(/(?<=[.!?]["')]?)\s+(?=[A-Z"'(])/)
    .map((each) => each.trim())
    .filter((each) => each.split(/\s+/).length >= 6);

/** Each word of substance is dropped with this chance: a summary says it in other words. */
export function degraded(sentence: string, drop: number, random: () => number): string {
  return sentence
    .split(/\s+/)
    .filter((word) => !/^[A-Za-z-]{5,}$/.test(word) || random() >= drop)
    .join(' ');
}

/** How many words of substance a claim loses: where the entry holds other sentences of the abstract, and where it holds this one. */
const OTHER_WORDS = 0.3;
const MOST_WORDS = 0.6;

/** A reading list of one field, in cards of two sentences and abstracts; claims are sentences that the card leaves out. */
function readingList(records: readonly ArxivRecord[], mixed: readonly Entry[], seed: number): FitTask {
  const random = seeded(seed);
  const entries: Entry[] = [];
  const claims: { text: string; gold: string; isCard: boolean }[] = [];
  for (const record of records) {
    const sentences = sentencesOf(record.abstract);
    if (sentences.length < 5) continue;
    const named = /^([^:]{2,40}): (.+)$/.exec(record.title);
    const kind = random();
    const later = sentences.slice(2);
    let text: string;
    const chosen: string[] = [];
    for (const each of later) if (random() < 0.6 && chosen.length < 5) chosen.push(each);
    let title = record.title;
    if (kind < 0.55) {
      text = sentences.slice(0, 2).join(' ');
      if (named && random() < 0.5) title = named[2] ?? title;
    } else if (kind < 0.8) {
      const out = new Set(chosen);
      text = sentences.filter((each) => !out.has(each)).join(' ');
    } else {
      text = record.abstract;
    }
    const drop = kind < 0.8 ? OTHER_WORDS : MOST_WORDS;
    entries.push(paper(record.id, title, text, { arxiv: record.id }));
    for (const each of chosen)
      claims.push({ text: degraded(each, drop, random), gold: record.id, isCard: kind < 0.55 });
  }
  const known = new Set(entries.map((entry) => entry.id));
  return {
    set: `lists ${String(mixed.length)}`,
    library: createLibrary([...entries, ...mixed.filter((entry) => !known.has(entry.id))]),
    claims: claims.map(({ text, gold, isCard }) => {
      let wrong = gold;
      while (wrong === gold) wrong = entries[Math.floor(random() * entries.length)]?.id ?? gold;
      return { text, right: [gold], wrong, isCard };
    }),
  };
}

/** Real citing sentences; the wrong one is another entry that some sentence of the set cites. */
function cited(set: string, tasks: readonly Task[], most: number, seed: number): FitTask[] {
  const random = seeded(seed);
  return tasks.flatMap((task) => {
    const pool = [...new Set(task.queries.flatMap((query) => [...query.gold.keys()]))];
    if (pool.length < 8) return [];
    const keep = Math.min(1, most / task.queries.length);
    const claims = task.queries.flatMap((query): Claim[] => {
      if (random() > keep) return [];
      const right = [...query.gold.keys()];
      let wrong = '';
      for (let tries = 0; tries < 20 && wrong === ''; tries++) {
        const one = pool[Math.floor(random() * pool.length)] ?? '';
        if (!query.gold.has(one)) wrong = one;
      }
      return wrong === '' ? [] : [{ text: query.text, right, wrong }];
    });
    return [{ set, library: createLibrary(task.entries), claims }];
  });
}

/** Those entries that have an abstract, with the claims that rest on them. */
function withTexts({ entries, queries }: Task): Task {
  const kept = entries.filter((entry) => entry.text !== undefined);
  const ids = new Set(kept.map((entry) => entry.id));
  return {
    entries: kept,
    queries: queries.flatMap((query) => {
      const gold = new Map([...query.gold].filter(([id]) => ids.has(id)));
      return gold.size > 0 && gold.size === query.gold.size ? [{ ...query, gold }] : [];
    }),
  };
}

const LISTS = 12;
/** How many records of all fields stand beside the list, or the references, in turn. */
const MIXED: readonly number[] = [0, 2000, 20000];
const LIST_LENGTH = 120;

/** What the reading lists are made of, which `bench/associations` must not learn from. */
export const readingListRecords = (records: readonly ArxivRecord[]): ArxivRecord[] =>
  records
    .slice(30000)
    .filter((each) => /^2[56]\d\d\./.test(each.id) && /cs\.(CL|AI|LG|MA|IR)/.test(each.primary ?? ''))
    .slice(0, LISTS * LIST_LENGTH);

export function fitTasks(): FitTask[] {
  const records = allRecords();
  const listed = readingListRecords(records);
  const asEntry = (each: ArxivRecord): Entry => paper(each.id, each.title, each.abstract, { arxiv: each.id });
  const taken = new Set(listed.map((each) => each.id));
  // The first 20,000 are those that `run.ts` mixes in.
  const strangers = records
    .slice(20000)
    .filter((each) => !taken.has(each.id))
    .map(asEntry);
  const tasks: FitTask[] = [];
  for (let list = 0; list < LISTS; list++) {
    const own = listed.slice(list * LIST_LENGTH, (list + 1) * LIST_LENGTH);
    tasks.push(readingList(own, strangers.slice(0, MIXED[list % MIXED.length]), 100 + list));
  }
  const integrity = citationIntegrity();
  tasks.push(...cited('citation-integrity', integrity.tasks, 600, 1));
  tasks.push(...cited('scifact', scifact().tasks, 500, 2));
  const [own, pooled] = markdownSets(fitGranted);
  if (own) tasks.push(...cited('md-cite', own.tasks, 60, 3));
  const [references] = pooled ? pooled.tasks.map(withTexts) : [];
  if (references)
    for (const mixed of MIXED)
      tasks.push(
        ...cited(
          `pooled ${String(mixed)}`,
          [{ ...references, entries: [...references.entries, ...strangers.slice(0, mixed)] }],
          1000,
          4,
        ),
      );
  return tasks;
}
