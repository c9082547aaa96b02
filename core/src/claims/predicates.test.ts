import { expect, test } from 'vitest';
import { findPredicates } from './predicates.ts';
import { readWords } from './quotable-words.ts';

const predicates = (text: string): string[] =>
  findPredicates(readWords(text)).map(({ start, end }) => text.slice(start, end));

test.each([
  ['Submarine crews show no effect at 15,000 ppm.', ['crews show no effect']],
  ['Taxes on fuel are regressive, and subsidies help nobody.', ['are regressive', 'subsidies help nobody']],
  ['No two edges are incident on the same vertex.', ['No two edges are incident']],
  ['The program uses the Raft consensus algorithm.', ['program uses the Raft consensus algorithm']],
  [
    'The mechanism allows parallel decoding, which saves a third of the time.',
    ['mechanism allows parallel decoding', 'saves a third'],
  ],
  ['Training on clean text makes models emit it less often.', ['text makes models emit']],
  ['The image could be distorted to fit.', ['image could be distorted to fit']],
  ['This takes the field some years.', ['takes the field']],
  ['It turned out to be a nested object.', ['turned out to be a nested object']],
  ['Replit is effectively a hosting platform.', ['Replit is effectively a hosting platform']],
])('of what is said: %s', (text, expected) => {
  expect(predicates(text)).toEqual(expected);
});

test.each([
  'A pipeline built for large corpora of scanned newspapers',
  'The use of imagery and the need for speed',
  'The easiest way is to run it.',
  'Natural language processing (NLP), and why',
  '',
])('nothing is found in: %s', (text) => {
  expect(predicates(text)).toEqual([]);
});
