import { expect, test } from 'vitest';
import { readWrittenReference } from './written-reference.ts';

test.each([
  ['Wynn, K. (1992). Addition and subtraction by human infants. Nature, 358, 749–750.', 'wynn 1992'],
  ['Wynn K. (1992) Addition and subtraction by human infants.', 'wynn 1992'],
  ['Wynn K. Addition and subtraction by human infants. Nature. 1992;358:749-50.', 'wynn 1992'],
  ['Wynn, K. 1992. Addition and subtraction by human infants. Nature 358: 749.', 'wynn 1992'],
  ['Wynn, Karen. "Addition and Subtraction by Human Infants." Nature, 1992.', 'wynn 1992'],
  ['Kahneman, Daniel. Thinking, Fast and Slow. Farrar, Straus and Giroux, 2011.', 'kahneman 2011'],
  ['Daniel Kahneman, Thinking, Fast and Slow (2011)', 'kahneman 2011'],
  ['K. Wynn, “Addition and subtraction by human infants,” Nature, vol. 358, pp. 749–750, 1992.', 'wynn 1992'],
  ['Karen Wynn. 1992. Addition and subtraction by human infants. Nature.', 'wynn 1992'],
  ['Karen Wynn. Addition and subtraction by human infants. Nature 1992.', 'wynn 1992'],
  [
    'Vaswani, A., Shazeer, N., Parmar, N., & Polosukhin, I. (2017). Attention is all you need. Advances in NIPS.',
    'vaswani 2017',
  ],
  ['Vaswani A, Shazeer N, Parmar N, et al. Attention is all you need. NeurIPS. 2017.', 'vaswani 2017'],
  [
    'Ashish Vaswani, Noam Shazeer, and Niki Parmar. Attention is all you need. In NIPS, 2017.',
    'vaswani 2017',
  ],
  ['Vaswani, A., Shazeer, N. Attention is all you need, NeurIPS 2017.', 'vaswani 2017'],
  ['Vaswani, A., Shazeer, N. Attention is all you need, 2017.', 'vaswani 2017'],
  ['Vaswani et al. (2017). Attention Is All You Need.', 'vaswani 2017'],
  ['García Márquez, G. (1967). Cien años de soledad. Sudamericana.', 'garcía márquez 1967'],
  ['van der Maaten, L., & Hinton, G. (2008). Visualizing data using t-SNE. JMLR, 9.', 'van der maaten 2008'],
  ['World Health Organization. (2020). Global tuberculosis report. Geneva.', 'organization 2020'],
  ['“Addition and subtraction by human infants” by Karen Wynn, Nature 1992', 'wynn 1992'],
  ['Attention Is All You Need. Vaswani et al. NeurIPS 2017.', 'vaswani 2017'],
  ['Attention Is All You Need — Ashish Vaswani and others, 2017', 'vaswani 2017'],
  ['Paper: Wynn, K. (1992). Addition and subtraction by human infants. Nature, 358, 749–750.', 'wynn 1992'],
  ['📄 Source: Addition and subtraction by human infants (Wynn, 1992)', 'wynn 1992'],
  ['[3] Wynn, K. (1992). Addition and subtraction by human infants.', 'wynn 1992'],
  ['Notes on Karen Wynn, Addition and Subtraction (1992)', 'wynn 1992'],
])('%s', (text, id) => {
  expect(readWrittenReference(text)?.id).toBe(id);
});

test.each([
  'Wynn (1992) shows that infants add small numbers.',
  'Wynn (1992): infants looked longer at impossible outcomes.',
  'Wynn and Bloom (1992) disagree. Nobody knows why.',
  'In 1992, Wynn moved to Yale. She kept the method.',
  'New York grew fast. The city had 7 million people in 1992.',
  'Infants add. Karen Wynn showed so in 1992.',
  'Drift fell by half in 2024. Nobody knows why.',
  'Marie Curie, who won the prize twice (1903, 1911), died in France.',
  'Deep Learning won in 2012. It has not lost since.',
  'Source: a talk in May 2020',
  'Updated: 2024-05-01. By Ana Shah.',
  'Larger models outperform smaller ones (Smith, 2020).',
  'Meeting with Anna Schmidt, 12 May 2024',
  'Anna Schmidt, 12 May 2024',
  'Plan for 2026: Read, Write and Sleep',
  'Lab Meeting. Anna Schmidt. 12 May 2024.',
  'Anna Schmidt. Lab Meeting. Bergen, May 12, 2024.',
  '发表状态：CoRL (ICML 2023)',
])('names no work: %s', (text) => {
  expect(readWrittenReference(text)).toBeUndefined();
});

test('ends where something is said of the work', () => {
  const text = 'Wynn, K. (1992). Addition by infants. Nature, 358. She shows that they add.';
  expect(text.slice(readWrittenReference(text)?.end)).toBe(' She shows that they add.');
  const other = 'Karen Wynn, “Addition by infants,” Nature, 1992. Infants looked longer.';
  expect(other.slice(readWrittenReference(other)?.end)).toBe(' Infants looked longer.');
});
