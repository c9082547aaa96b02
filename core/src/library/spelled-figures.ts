/** Figures that a text spells out: "half", "two thirds", "twenty-five per cent", "threefold", "doubled". What a source says so, a claim may say in digits. */
import type { Figure } from './figures.ts';

const UNITS =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const NUMBER = `(?:(?:${TENS.join('|')})(?:[\\s-](?:${UNITS.slice(0, 9).join('|')}))?|${UNITS.join('|')})`;

const PERCENT = new RegExp(`\\b(${NUMBER})\\s(?:per\\s?cent|percentage points?)\\b`, 'gi');
const FOLD = new RegExp(`\\b(${NUMBER})[\\s-]?fold\\b|\\b(${NUMBER})\\stimes\\b`, 'gi');
const PARTS =
  /\b(?:(a|one|two|three|four)[\s-])?(half|halves|third|thirds|quarter|quarters|fifth|fifths|tenth|tenths)\b/gi;
const MULTIPLES =
  /\b(?:(twice|doubl(?:e[sd]?|ing))|(thrice|tripl(?:e[sd]?|ing))|(quadrupl(?:e[sd]?|ing)))\b/gi;
const HALVED = /\bhalv(?:ed|es|ing)\b/gi;
const DIVISORS: Readonly<Record<string, number>> = {
  half: 2,
  halves: 2,
  third: 3,
  thirds: 3,
  quarter: 4,
  quarters: 4,
  fifth: 5,
  fifths: 5,
  tenth: 10,
  tenths: 10,
};

/** In no order. Parts and multiples are rough: "half" is said of 48 % as well. */
export function findSpelledFigures(text: string): Figure[] {
  const found: Figure[] = [];
  const add = (kind: Figure['kind'], value: number, isRough: boolean, match: RegExpExecArray): void => {
    found.push({
      kind,
      value,
      tolerance: 0.5,
      span: { start: match.index, end: match.index + match[0].length },
      of: '',
      inRange: false,
      isRough,
      isLimit: false,
    });
  };
  for (const match of text.matchAll(PERCENT)) add('percent', numberOf(match[1] ?? ''), false, match);
  for (const match of text.matchAll(FOLD)) add('factor', numberOf(match[1] ?? match[2] ?? ''), false, match);
  for (const match of text.matchAll(PARTS)) {
    const [, many = '', part = ''] = match;
    const divisor = DIVISORS[part.toLowerCase()] ?? 1;
    // "The third" and "a fifth model" are places in a row: a part has its number before it, or is a half.
    if (divisor > 2 && many === '') continue;
    const times = /^(?:a|)$/i.test(many) ? 1 : numberOf(many);
    if (times < divisor) add('percent', (100 * times) / divisor, true, match);
  }
  for (const match of text.matchAll(MULTIPLES))
    add('factor', match[1] !== undefined ? 2 : match[2] !== undefined ? 3 : 4, true, match);
  for (const match of text.matchAll(HALVED)) add('percent', 50, true, match);
  return found;
}

/** "Twenty-five" as 25; 0 for what is none. */
function numberOf(words: string): number {
  const [first = '', second] = words.toLowerCase().split(/[\s-]/);
  const tens = TENS.indexOf(first);
  const value = tens >= 0 ? 20 + 10 * tens : UNITS.indexOf(first) + 1;
  return second === undefined ? value : value + UNITS.indexOf(second) + 1;
}
