import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DURABLE, PAST_TELLING, PERISHABLE } from '../dates/perishable-signs.ts';
import { PatternGate } from './pattern-gate.ts';
import { requiredGrams } from './pattern-letters.ts';

/** One for each kind of syntax, and some whose letters are easily misjudged. */
const PATTERNS: readonly RegExp[] = [
  /\bcurrently\b/i,
  /\bmodels?\b/,
  /(?:cannot|can['’]t)(?! be done)/i,
  /\b(?:is|are|has) now\b|\bnow (?:has|is)\b/i,
  /^(?:let|suppose that) \$/,
  /^[^.]{1,8}: (?:an?|the) [a-z]/,
  /\d+(?:\.\d+)?\s?%/,
  /[“"]/,
  /fine-?tun\w+/i,
  /(?<=\bthe )\w+ (?:best|worst)$/,
  /(?<year>20\d\d)\b/,
  /\b[$€£]\d/,
  /x{2,3}y|y+z/,
  /\bo[134](?:-mini)?(?![a-z])/,
  /\p{L}+ing\b/u,
  /ſtop|sleep/iu,
  /研究|laut\b/,
  /(?:\bat|to) \bhome\b/,
  /_private\b/,
  /[\w.]+@[a-z]+\.org/,
  /(a|b|)c?/,
];
const ALL = [...PATTERNS, ...[...PERISHABLE, ...DURABLE].map(({ pattern }) => pattern), PAST_TELLING];

/** Pieces that the patterns are made of, so that texts of them match often. */
const PIECES = ALL.flatMap(({ source }) => source.match(/[a-zA-Z’'$€£%“_研究-]+|\d+/g) ?? []);
const SIGNS = [
  ' ',
  ' ',
  '',
  '.',
  ': ',
  '-',
  "'",
  '’',
  '"',
  '%',
  '$',
  'é',
  'ſ',
  '\u212A',
  '2024',
  '😀',
  '\n',
  '(',
];
const text = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.constantFrom(...SIGNS), fc.string({ maxLength: 3 })), {
    maxLength: 12,
  })
  .map((pieces) => pieces.join(''));

test('what a gate holds back matches nothing', () => {
  const gates = ALL.map((pattern) => new PatternGate([pattern]));
  fc.assert(
    fc.property(text, (words) => {
      for (const [index, pattern] of ALL.entries())
        if (gates[index]?.open(words) === 0)
          expect(pattern.exec(words), `${pattern.source} in ${words}`).toBeNull();
    }),
    { numRuns: 2000 },
  );
});

test('each pattern has its own bit', () => {
  const gate = new PatternGate([/\bcurrently\b/i, /\d%/, /\bgrew\b/]);
  expect(gate.open('Currently it fell by 5%.')).toBe(0b011);
  expect(gate.open('It grew')).toBe(0b100);
  expect(gate.open('It stayed.')).toBe(0);
  expect(gate.open('')).toBe(0);
});

test('letters before and behind a word count', () => {
  const gate = new PatternGate([/\bto\b/]);
  expect(gate.open('to')).toBe(1);
  expect(gate.open('—to—')).toBe(1);
});

test('a pattern of which nothing is sure is always tried', () => {
  expect(requiredGrams(/.*/)).toBeUndefined();
  expect(requiredGrams(/\w+/)).toBeUndefined();
  expect(requiredGrams(/sleep/iu)).toBeUndefined();
  expect(requiredGrams(/(a)\1/)).toBeUndefined();
  expect(new PatternGate([/(a)\1/]).open('')).toBe(1);
});
