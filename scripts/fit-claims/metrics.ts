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

/**
 * Pool-adjacent-violators over bins of equal size: a rising curve from raw scores to probabilities. One point for each pool, at
 * its mean score, so that the lines between them keep the order of the raw scores; the ends follow the curve's slope.
 */
export function isotonic(rows: readonly Scored[], bins = 40): [number, number][] {
  const sorted = [...rows].sort((a, b) => a.score - b.score);
  const size = Math.max(1, Math.ceil(sorted.length / bins));
  const pools: { scores: number; labels: number; rows: number }[] = [];
  for (let at = 0; at < sorted.length; at += size) {
    const bin = sorted.slice(at, at + size);
    pools.push({
      scores: bin.reduce((sum, { score }) => sum + score, 0),
      labels: bin.reduce((sum, { label }) => sum + label, 0),
      rows: bin.length,
    });
    for (;;) {
      const last = pools[pools.length - 1];
      const before = pools[pools.length - 2];
      if (!last || !before || before.labels / before.rows < last.labels / last.rows) break;
      before.scores += last.scores;
      before.labels += last.labels;
      before.rows += last.rows;
      pools.pop();
    }
  }
  // Half a sentence each way keeps a pool from saying 0 or 1 too boldly.
  const curve = pools.map((pool): [number, number] => [
    pool.scores / pool.rows,
    (pool.labels + 0.5) / (pool.rows + 1),
  ]);
  const lowest = sorted[0]?.score ?? 0;
  const highest = sorted.at(-1)?.score ?? 0;
  const first = curve[0];
  const last = curve.at(-1);
  if (!first || !last) return [];
  const ends: [number, number][] = [
    [lowest - 1, first[1] / 4],
    ...curve,
    [Math.max(highest, last[0]) + 1, 1 - (1 - last[1]) / 2],
  ];
  return ends.map(([x, y]) => [Math.round(x * 1e3) / 1e3, Math.round(y * 1e4) / 1e4]);
}
