/** What a ranking of labelled sentences is worth. */

export interface Scored {
  readonly score: number;
  readonly label: 0 | 1;
}

export interface Measures {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export function atThreshold(rows: readonly Scored[], threshold: number): Measures {
  let hits = 0;
  let flagged = 0;
  let positives = 0;
  for (const { score, label } of rows) {
    positives += label;
    if (score >= threshold) {
      flagged++;
      hits += label;
    }
  }
  const precision = flagged === 0 ? 0 : hits / flagged;
  const recall = positives === 0 ? 0 : hits / positives;
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
  };
}

const descending = (rows: readonly Scored[]): Scored[] => [...rows].sort((a, b) => b.score - a.score);

/** Mean precision over the positives; ties share their precision. */
export function averagePrecision(rows: readonly Scored[]): number {
  const sorted = descending(rows);
  let hits = 0;
  let sum = 0;
  for (let i = 0; i < sorted.length;) {
    let j = i;
    let here = 0;
    while (j < sorted.length && sorted[j]?.score === sorted[i]?.score) here += sorted[j++]?.label ?? 0;
    hits += here;
    sum += here * (hits / j);
    i = j;
  }
  return hits === 0 ? 0 : sum / hits;
}

export function auc(rows: readonly Scored[]): number {
  const sorted = [...rows].sort((a, b) => a.score - b.score);
  let positives = 0;
  let rankSum = 0;
  for (let i = 0; i < sorted.length;) {
    let j = i;
    while (j < sorted.length && sorted[j]?.score === sorted[i]?.score) j++;
    for (let k = i; k < j; k++)
      if (sorted[k]?.label === 1) {
        positives++;
        rankSum += (i + j + 1) / 2;
      }
    i = j;
  }
  const negatives = rows.length - positives;
  return positives === 0 || negatives === 0
    ? 0.5
    : (rankSum - (positives * (positives + 1)) / 2) / (positives * negatives);
}

/** Expected calibration error over ten equal bins. */
export function calibrationError(rows: readonly Scored[]): number {
  let error = 0;
  for (let bin = 0; bin < 10; bin++) {
    const inside = rows.filter(({ score }) => Math.min(9, Math.floor(score * 10)) === bin);
    if (inside.length === 0) continue;
    const mean = (of: (row: Scored) => number): number =>
      inside.reduce((sum, row) => sum + of(row), 0) / inside.length;
    error += (inside.length / rows.length) * Math.abs(mean((row) => row.score) - mean((row) => row.label));
  }
  return error;
}

/** The threshold of best F1; chosen on one part, it may be judged only on another. */
export function bestThreshold(rows: readonly Scored[]): number {
  const sorted = descending(rows);
  const positives = rows.reduce((sum, { label }) => sum + label, 0);
  let hits = 0;
  let best = 0;
  let threshold = 1;
  sorted.forEach(({ score, label }, i) => {
    hits += label;
    const f1 = (2 * hits) / (i + 1 + positives);
    if (f1 > best && sorted[i + 1]?.score !== score) {
      best = f1;
      threshold = score;
    }
  });
  return threshold;
}

/** Pool-adjacent-violators: a monotone curve from raw scores to probabilities, thinned to a few points. */
export function isotonic(
  rows: readonly (Scored & { readonly weight?: number })[],
  points = 24,
): [number, number][] {
  const sorted = [...rows].sort((a, b) => a.score - b.score);
  const pools: { from: number; to: number; sum: number; weight: number }[] = [];
  for (const { score, label, weight = 1 } of sorted) {
    pools.push({ from: score, to: score, sum: label * weight, weight });
    for (;;) {
      const last = pools[pools.length - 1];
      const before = pools[pools.length - 2];
      if (!last || !before || before.sum / before.weight < last.sum / last.weight) break;
      before.to = last.to;
      before.sum += last.sum;
      before.weight += last.weight;
      pools.pop();
    }
  }
  // Pools with next to nothing in them say 0 or 1 too boldly: half a sentence each way tempers them.
  const curve = pools.map((pool): [number, number] => [
    (pool.from + pool.to) / 2,
    (pool.sum + 0.5) / (pool.weight + 1),
  ]);
  const step = Math.max(1, Math.floor(curve.length / points));
  const thin = curve.filter((_, i) => i % step === 0 || i === curve.length - 1);
  let highest = 0;
  return thin.map(([x, y]) => {
    highest = Math.max(highest, y);
    return [Math.round(x * 1e3) / 1e3, Math.round(highest * 1e4) / 1e4];
  });
}
