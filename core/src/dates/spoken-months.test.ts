import { expect, test } from 'vitest';
import { spokenMonths } from './spoken-months.ts';

test('months are said as months below two years, then as years and months, and at last as years', () => {
  expect([0, 1, 19, 23, 24, 25, 64, 239, 240, 437].map(spokenMonths)).toEqual([
    '0 months',
    '1 month',
    '19 months',
    '23 months',
    '2 years',
    '2 years 1 month',
    '5 years 4 months',
    '19 years 11 months',
    '20 years',
    '36 years',
  ]);
});
