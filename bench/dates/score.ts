/** Span and value scores over DATE and DURATION expressions, in the manner of TempEval-3. */
import type { Document, Timex } from './corpus.ts';

export interface Prediction {
  readonly start: number;
  readonly end: number;
  readonly value: string;
}

export interface Score {
  gold: number;
  predicted: number;
  strict: number;
  relaxed: number;
  /** Relaxed matches with the right value. */
  value: number;
}

export const emptyScore = (): Score => ({ gold: 0, predicted: 0, strict: 0, relaxed: 0, value: 0 });

export const f1 = (matched: number, score: Score): number =>
  score.gold + score.predicted === 0 ? 0 : (2 * matched) / (score.gold + score.predicted);

/** Values differ in habit between corpora: "2014-XX-XX" is "2014", "…-WXX-2" is the day before it. */
export const plainValue = (value: string): string =>
  value
    .replace(/(?:-XX)+$/, '')
    .replace(/-WXX-\d$/, '')
    .toUpperCase();

export interface Miss {
  readonly kind: 'missed' | 'false' | 'span' | 'value';
  readonly gold?: Timex;
  readonly predicted?: Prediction;
}

/**
 * Pairs each gold expression with the overlapping prediction that shares most of it. Predictions that only meet TIME or
 * SET expressions count neither way: they are other kinds, not wrong dates.
 */
export function scoreDocument(
  document: Document,
  predictions: readonly Prediction[],
  score: Score,
  onMiss?: (miss: Miss) => void,
): void {
  const wanted = document.timex.filter(
    (one) => (one.type === 'DATE' || one.type === 'DURATION') && one.end > one.start,
  );
  const others = document.timex.filter((one) => one.type === 'TIME' || one.type === 'SET');
  const used = new Set<Prediction>();
  score.gold += wanted.length;
  for (const gold of wanted) {
    let best: Prediction | undefined;
    for (const one of predictions)
      if (
        !used.has(one) &&
        one.start < gold.end &&
        gold.start < one.end &&
        (!best || shared(one, gold) > shared(best, gold))
      )
        best = one;
    if (!best) {
      onMiss?.({ kind: 'missed', gold });
      continue;
    }
    used.add(best);
    score.relaxed++;
    if (best.start === gold.start && best.end === gold.end) score.strict++;
    else onMiss?.({ kind: 'span', gold, predicted: best });
    if (plainValue(best.value) === plainValue(gold.value)) score.value++;
    else onMiss?.({ kind: 'value', gold, predicted: best });
  }
  for (const one of predictions) {
    if (!used.has(one) && others.some((other) => one.start < other.end && other.start < one.end)) continue;
    score.predicted++;
    if (!used.has(one)) onMiss?.({ kind: 'false', predicted: one });
  }
}

const shared = (one: Prediction, gold: Timex): number =>
  Math.min(one.end, gold.end) - Math.max(one.start, gold.start);
