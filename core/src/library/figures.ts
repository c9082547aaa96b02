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
  /** The two words behind it, as written: "dialogues and" in "1,200 dialogues and". */
  readonly of: string;
  /** One end of "10–15%", "between 20 and 30%" or "from 8 to 64 times". */
  readonly inRange: boolean;
  /** "some 600", "up to 40%", "600+": meant roughly, or as a bound. */
  readonly isRough: boolean;
  /** "< 7%", "≥ 130": where something begins or ends, as often a criterion as a result. */
  readonly isLimit: boolean;
}

// Some journals set the decimal point in the middle of the line ("1·3 million") and part thousands by thin spaces.
const NUMBER =
  /(?<![\p{L}\p{N}_.·,/-])([<>~∼≈±+−–-]?\s?)(\d{1,3}(?:[,\u00a0\u2009\u202f]\d{3})+(?:[.·]\d+)?|\d+(?:[.·]\d+)?)(?![\p{N}])/gu;
const PARTED = /\d[,\s]\d/;
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

/** What stands before a figure that is meant roughly or as a bound. */
const ROUGH =
  /(?:[~∼≈<>≤≥]|\b(?:about|around|approximately|approx\.?|roughly|nearly|almost|some|over|under|above|below|more than|less than|fewer than|up to|at least|at most|as (?:many|much|low|high) as|in excess of|exceed(?:s|ed|ing)?|circa|c\.))\s*[$€£]?\s?$/i;
const LIMIT = /[<>≤≥⩽⩾]\s?$/;
/** "2.5 × 10⁴" is one number, which plain text writes "2.5 × 104"; "3 × 5" is a size. */
const PRODUCT_BEFORE = /\d\s?[×x]\s?$/;
const PRODUCT_BEHIND = /^\s?[×x]\s?\d/;
/** "95% CI", "80% power": how a study was made, the same in thousands of others. */
const STATISTICAL =
  /^[\s-]?(?:CI\b|CrI\b|HPD\b|(?:confidence|credible|credibility|prediction|uncertainty)\b|power\b|(?:significance|probability) level)/i;
const RANGE_BEFORE =
  /\d(?:\.\d+)?\s?(?:%|percent|per cent|×|x)?\s?(?:[-–—~]|to)\s?$|\bbetween\s\S{1,12}(?:\s?%|\spercent)?\sand\s$/i;
const RANGE_BEHIND = /^\s?(?:[-–—]|to\s)\s?\d/;
/** "Codestral 2501 and": a number that ends a name counts nothing. */
const NAME_BEFORE = /\p{Lu}[\p{L}\p{N}-]*\s$/u;
const COUNTS_NOTHING =
  /^\s?(?:$|[.,;:)\]/]|(?:and|or|on|in|of|at|to|for|with|by|from|is|are|was|were|as|than)\b)/;

export function findFigures(text: string): Figure[] {
  const found: Figure[] = [];
  if (!/\d/.test(text)) return found;
  for (const match of text.matchAll(NUMBER)) {
    const digits = match[2] ?? '';
    const start = match.index + (match[1] ?? '').length;
    const end = start + digits.length;
    const behind = text.slice(end, end + 20);
    const bare = digits.replace(/[,\s]/g, '').replace('·', '.');
    const value = Number(bare);
    const unit = 0.5 * 10 ** -(bare.split('.')[1]?.length ?? 0);
    const before = text.slice(Math.max(0, start - 24), start);
    if (PRODUCT_BEFORE.test(before) || PRODUCT_BEHIND.test(behind)) continue;
    const percent = PERCENT.exec(behind);
    const how = {
      of: '',
      inRange:
        RANGE_BEFORE.test(before) ||
        /\bbetween\s$/i.test(before) ||
        RANGE_BEHIND.test(behind.slice(percent?.[0].length ?? 0)),
      isLimit: LIMIT.test(before),
      isRough: ROUGH.test(before) || /^\s?(?:%|percent|×|x|thousand|million|billion)?\+/.test(behind),
    };
    if (percent) {
      if (STATISTICAL.test(text.slice(end + percent[0].length, end + percent[0].length + 24))) continue;
      found.push({
        kind: 'percent',
        value,
        tolerance: unit,
        span: { start, end: end + percent[0].length },
        ...how,
      });
      continue;
    }
    const factor = FACTOR.exec(behind);
    if (factor) {
      found.push({
        kind: 'factor',
        value,
        tolerance: unit,
        span: { start, end: end + factor[0].length },
        ...how,
      });
      continue;
    }
    const scale = SCALE.exec(behind);
    const times = scale ? (SCALES[(scale[1] ?? '').toLowerCase()] ?? 1) : 1;
    // "3 models", "Section 4", "in 2021", "Llama 3" tell nothing; "32B" is a model's size, part of its name.
    if (scale && /^[bmkt]$/i.test(scale[1] ?? '')) continue;
    if (
      times === 1 &&
      (value < 100 || (Number.isInteger(value) && value >= 1800 && value <= 2100 && !PARTED.test(digits)))
    )
      continue;
    if (!scale && !PARTED.test(digits) && NAME_BEFORE.test(before) && COUNTS_NOTHING.test(behind)) continue;
    if (/^\s?[-–]\s?\d|^[\p{L}]/u.test(behind) && !scale) continue;
    found.push({
      kind: 'count',
      value: value * times,
      tolerance: unit * times,
      span: { start, end: end + (scale?.[0].length ?? 0) },
      ...how,
      of:
        /^\+?\s*\p{L}+(?:[\s-]+\p{L}+)?/u.exec(
          text.slice(end + (scale?.[0].length ?? 0)).slice(0, 60),
        )?.[0] ?? '',
    });
  }
  return found;
}

/** Whether a text's figure says the same, allowing for rounding on either side. */
export function sameFigure(claim: Figure, source: Figure): boolean {
  if (claim.kind !== source.kind) return false;
  // "Over 600" of 618, "about 40%" of 41.8 %: near enough; bounds more so.
  const rough =
    claim.isRough || source.isRough ? 0.1 * Math.max(Math.abs(claim.value), Math.abs(source.value)) : 0;
  const slack = Math.max(claim.tolerance * 1.02, source.tolerance * 1.02, rough);
  return Math.abs(claim.value - source.value) <= slack;
}
