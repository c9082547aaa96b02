/** Recall at 1, 3 and 10, mean reciprocal rank and nDCG at 10 of ranked lists against gold. */
import type { Ask } from './engines.ts';
import type { BenchSet, Query } from './sets.ts';

export interface Measures {
  readonly queries: number;
  readonly recall1: number;
  readonly recall3: number;
  readonly recall10: number;
  readonly mrr: number;
  readonly ndcg: number;
}

const DEPTH = 20;

export function measureQuery(query: Query, ranked: readonly string[]): number[] {
  const recall = (top: number): number =>
    ranked.slice(0, top).filter((id) => query.gold.has(id)).length / query.gold.size;
  const first = ranked.slice(0, DEPTH).findIndex((id) => query.gold.has(id));
  const gain = (grades: readonly number[]): number =>
    grades.slice(0, 10).reduce((sum, grade, at) => sum + (2 ** grade - 1) / Math.log2(at + 2), 0);
  const ideal = gain([...query.gold.values()].sort((a, b) => b - a));
  return [
    recall(1),
    recall(3),
    recall(10),
    first < 0 ? 0 : 1 / (first + 1),
    gain(ranked.map((id) => query.gold.get(id) ?? 0)) / ideal,
  ];
}

export function measure(
  set: BenchSet,
  build: (entries: BenchSet['tasks'][number]['entries']) => Ask,
  keep: (query: Query) => boolean = () => true,
): Measures {
  const sums = [0, 0, 0, 0, 0];
  let count = 0;
  for (const task of set.tasks) {
    const queries = task.queries.filter(keep);
    if (queries.length === 0) continue;
    const ask = build(task.entries);
    for (const query of queries) {
      measureQuery(query, ask(query.text, DEPTH)).forEach(
        (value, at) => (sums[at] = (sums[at] ?? 0) + value),
      );
      count++;
    }
  }
  const [recall1 = 0, recall3 = 0, recall10 = 0, mrr = 0, ndcg = 0] = sums.map((sum) => sum / count);
  return { queries: count, recall1, recall3, recall10, mrr, ndcg };
}

export const row = (m: Measures): string =>
  [m.recall1, m.recall3, m.recall10, m.mrr, m.ndcg].map((value) => value.toFixed(3)).join('  ');
