/** Logistic regression: Newton's method with an L2 penalty on standardised features; the constant is the first weight. */

export interface Row {
  readonly features: readonly number[];
  readonly positive: boolean;
  readonly weight: number;
}

/** Weights for the features as they are, the penalty of `shrink` laid on them at unit variance. */
export function fitLogistic(rows: readonly Row[], shrink: number): number[] {
  const size = rows[0]?.features.length ?? 0;
  const total = rows.reduce((sum, row) => sum + row.weight, 0);
  const mean = new Array<number>(size).fill(0);
  const spread = new Array<number>(size).fill(0);
  for (const row of rows)
    row.features.forEach((x, i) => (mean[i] = (mean[i] ?? 0) + (row.weight * x) / total));
  for (const row of rows)
    row.features.forEach(
      (x, i) => (spread[i] = (spread[i] ?? 0) + (row.weight * (x - (mean[i] ?? 0)) ** 2) / total),
    );
  const scale = spread.map((value) => (value > 1e-12 ? 1 / Math.sqrt(value) : 0));
  const inputs = rows.map((row) =>
    row.features.map((x, i) => (i === 0 ? 1 : (x - (mean[i] ?? 0)) * (scale[i] ?? 0))),
  );
  const weights = new Array<number>(size).fill(0);
  for (let round = 0; round < 15; round++) {
    const gradient = weights.map((weight, at) => (at === 0 ? 0 : -shrink * weight));
    const hessian = weights.map((_, i) =>
      weights.map((__, j): number => (i !== j ? 0 : i === 0 ? 1e-6 : shrink)),
    );
    for (const [at, row] of rows.entries()) {
      const input = inputs[at] ?? [];
      const p = 1 / (1 + Math.exp(-input.reduce((sum, x, i) => sum + x * (weights[i] ?? 0), 0)));
      const curve = row.weight * p * (1 - p);
      const error = row.weight * ((row.positive ? 1 : 0) - p);
      for (let i = 0; i < size; i++) {
        const x = input[i] ?? 0;
        gradient[i] = (gradient[i] ?? 0) + error * x;
        const line = hessian[i];
        if (line) for (let j = 0; j < size; j++) line[j] = (line[j] ?? 0) + curve * x * (input[j] ?? 0);
      }
    }
    solve(hessian, gradient).forEach((step, at) => (weights[at] = (weights[at] ?? 0) + step));
  }
  const plain = weights.map((weight, i) => (i === 0 ? weight : weight * (scale[i] ?? 0)));
  plain[0] = plain.reduce((sum, weight, i) => (i === 0 ? weight : sum - weight * (mean[i] ?? 0)), 0);
  return plain;
}

function solve(matrix: number[][], vector: number[]): number[] {
  const a = matrix.map((line, i) => [...line, vector[i] ?? 0]);
  const n = vector.length;
  for (let i = 0; i < n; i++) {
    let pivot = i;
    for (let r = i + 1; r < n; r++) if (Math.abs(a[r]?.[i] ?? 0) > Math.abs(a[pivot]?.[i] ?? 0)) pivot = r;
    [a[i], a[pivot]] = [a[pivot] ?? [], a[i] ?? []];
    for (let r = 0; r < n; r++) {
      if (r === i) continue;
      const factor = (a[r]?.[i] ?? 0) / (a[i]?.[i] ?? 1);
      if (factor === 0) continue;
      for (let c = i; c <= n; c++) {
        const line = a[r];
        if (line) line[c] = (line[c] ?? 0) - factor * (a[i]?.[c] ?? 0);
      }
    }
  }
  return a.map((line, i) => (line[n] ?? 0) / (line[i] ?? 1));
}
