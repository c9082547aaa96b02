import { expect, test } from 'vitest';
import { readPhraseWords } from './phrase-words.ts';
import { findPredicates } from './predicates.ts';

const verbs = (text: string): string[] => {
  const words = readPhraseWords(text);
  return findPredicates(words).map(
    ({ from, to, isRelative }) =>
      `${text.slice(words[from]?.start, words[to]?.end)}${isRelative ? ' (relative)' : ''}`,
  );
};

test.each([
  ['Submarine crews show no effect at 15,000 ppm.', ['show']],
  ['Taxes on fuel are regressive, and subsidies help nobody.', ['are', 'help']],
  ['Patients under anaesthesia respond with a hand.', ['respond']],
  [
    'The mechanism allows parallel decoding, which saves a third of the time.',
    ['allows', 'saves (relative)'],
  ],
  ['The model we use here needs a day.', ['use (relative)', 'needs']],
  ['The image could be distorted to fit.', ['could be distorted']],
  ['This takes the field some years.', ['takes']],
  ['His speech cited the peace.', ['cited']],
  ['Replit is effectively a hosting platform.', ['is']],
])('says something of its subject: %s', (text, expected) => {
  expect(verbs(text)).toEqual(expected);
});

test.each([
  'A pipeline built for large corpora of scanned newspapers',
  'The use of imagery and the need for speed',
  'Small sets of features',
  'The easiest way to run it.',
  'Natural language processing (NLP), and why',
  '',
])('nothing is found in: %s', (text) => {
  expect(verbs(text)).toEqual([]);
});
