import { expect, test } from 'vitest';
import { isNounPhrase } from './noun-phrases.ts';

test.each([
  'Offline maps for all study plots',
  'Faster sync over weak connections',
  'Support for acoustic recorders',
  'Export to Darwin Core archives',
  'Improved search across notebooks',
  'Two pairs of wool socks and liner gloves',
  'Results of the pilot in Bergen',
  'Uncertainty estimates for every record',
  '230: Fine-grained Classification of Furniture',
  'Q2 budget',
])('names a thing: %s', (text) => {
  expect(isNounPhrase(text)).toBe(true);
});

test.each([
  'Sleep consolidates memory',
  'Naps as good as a full night for motor skills',
  'No effect of caffeine on slow-wave sleep',
  'Short sleepers twice as likely to catch a cold',
  'Older children need longer naps',
  'Two of the eight nodes failed overnight',
  'Higher layers decay more slowly',
  'Gram-negative infections: same mortality',
  'Accuracy 86.4 on the held-out part',
  '3 days non-inferior to a week',
  'Costs grow with length',
  'Larger models are worse at this',
  'One file per object.',
  '',
])('says something, or may: %s', (text) => {
  expect(isNounPhrase(text)).toBe(false);
});
