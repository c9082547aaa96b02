/** Where an arXiv ID is found in an item, and where none is. */
import { expect, it } from 'vitest';
import { arxivOf } from './csl-identifiers.ts';

it.each([
  [{ eprint: '2404.06654', archiveprefix: 'arXiv' }, '2404.06654'],
  // Entries typed by hand often leave the archive out.
  [{ eprint: '2404.06654v2' }, '2404.06654'],
  [{ eprint: 'hep-th/9901001' }, 'hep-th/9901001'],
  [{ eprint: '2404.06654', eprinttype: 'hal' }, undefined],
  [{ eprint: 'hal-01234567' }, undefined],
  [{ eprint: '31415926' }, undefined],
  [{ number: '2404.06654' }, undefined],
])('%j is %s', (item, id) => {
  expect(arxivOf(item)).toBe(id);
});
