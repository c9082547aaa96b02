import { expect, it } from 'vitest';
import { isDayLine } from './day-lines.ts';

it.each([
  '2026-11-20',
  '20 November 2026',
  '*Monday, 3 March 2025*',
  'March 3, 2025',
  '20.11.2026',
  '2022-03-05 14:35',
])('%s is a day alone', (line) => {
  expect(isDayLine(line)).toBe(true);
});

it.each([
  ...['', '3.8.17', 'March 2025', '2025', '2025-03-04 to 2025-03-06', 'yesterday'],
  ...['2026-11-20: read it', 'The crash of October 19, 1987', 'Read on 2026-11-20'],
])('%s is none', (line) => {
  expect(isDayLine(line)).toBe(false);
});
