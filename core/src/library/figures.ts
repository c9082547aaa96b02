/** Numbers that a claim can be checked by: percentages, factors, counts; with their spans. Years, dates and names like GPT-4 are none. */
import type { Span } from '../text/span.ts';

export type FigureKind = 'percent' | 'factor' | 'count';

export interface Figure {
  readonly kind: FigureKind;
  /** Percentages as written (86.4), factors (3 for "3×"), counts in full (1,200,000 for "1.2 million"). */
  readonly value: number;
  /** Half a unit of the last digit written: what rounding may hide. */
  readonly tolerance: number;
  readonly span: Span;
}

const NUMBER =
  /(?<![\p{L}\p{N}_.,/-])([<>~≈±+−–-]?\s?)(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?![\p{N}])/gu;
const PERCENT = /^\s?(?:%|percent\b|per cent\b|percentage points?\b|pp\b|points?\b)/i;
const FACTOR = /^(?:\s?[×x](?![\p{L}\p{N}])|-?\s?fold\b|\s+times\b)/iu;
const SCALE = /^\s?(thousand|million|billion|trillion|k|m|b|bn|t)\b/i;
const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  m: 1e6,
  billion: 1e9,
  b: 1e9,
  bn: 1e9,
  trillion: 1e12,
  t: 1e12,
};

export function findFigures(text: string): Figure[] {
  const found: Figure[] = [];
  if (!/\d/.test(text)) return found;
  for (const match of text.matchAll(NUMBER)) {
    const digits = match[2] ?? '';
    const start = match.index + (match[1] ?? '').length;
    const end = start + digits.length;
    const behind = text.slice(end, end + 20);
    const bare = digits.replace(/,/g, '');
    const value = Number(bare);
    const unit = 0.5 * 10 ** -(bare.split('.')[1]?.length ?? 0);
    const percent = PERCENT.exec(behind);
    if (percent) {
      found.push({ kind: 'percent', value, tolerance: unit, span: { start, end: end + percent[0].length } });
      continue;
    }
    const factor = FACTOR.exec(behind);
    if (factor) {
      found.push({ kind: 'factor', value, tolerance: unit, span: { start, end: end + factor[0].length } });
      continue;
    }
    const scale = SCALE.exec(behind);
    const times = scale ? (SCALES[(scale[1] ?? '').toLowerCase()] ?? 1) : 1;
    // "3 models", "Section 4", "in 2021", "Llama 3" tell nothing; "32B" is a model's size, part of its name.
    if (scale && /^[bmkt]$/i.test(scale[1] ?? '')) continue;
    if (
      times === 1 &&
      (value < 100 || (Number.isInteger(value) && value >= 1800 && value <= 2100 && !digits.includes(',')))
    )
      continue;
    if (/^\s?[-–]\s?\d|^[\p{L}]/u.test(behind) && !scale) continue;
    found.push({
      kind: 'count',
      value: value * times,
      tolerance: unit * times,
      span: { start, end: end + (scale?.[0].length ?? 0) },
    });
  }
  return found;
}

/** Whether a text's figure says the same, allowing for rounding on either side. */
export function sameFigure(claim: Figure, source: Figure): boolean {
  if (claim.kind !== source.kind) return false;
  const slack = Math.max(claim.tolerance, source.tolerance) * 1.02;
  return Math.abs(claim.value - source.value) <= slack;
}
