import { expect, it } from 'vitest';
import { nearestWord } from './nearest-word.ts';

const WORDS = ['unsourced-claim', 'stale-date', 'stale-evidence', 'start'] as const;

it.each([
  ['unsorced-claim', 'unsourced-claim'],
  ['unsourced_claim', 'unsourced-claim'],
  ['stale-dates', 'stale-date'],
  ['strat', undefined],
  ['satrt', undefined],
  ['stars', 'start'],
  ['sourced', undefined],
  ['', undefined],
])('“%s” is nearest to %s', (written, meant) => {
  expect(nearestWord(written, WORDS)).toBe(meant);
});
