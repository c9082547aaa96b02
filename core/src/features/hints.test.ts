import { describe, expect, test } from 'vitest';
import { analysisOf, library } from '../../../test/support.ts';
import { hintsIn } from './index.ts';

const LIBRARY = library(`
- id: chen2025persona
  title: "Persona Vectors: Monitoring and Controlling Character Traits"
  arxiv: "2507.21509"
  date: 2025-07-29
- id: zhao2025echo
  title: Echo chamber of the several and more words than fit on a line
  doi: 10.1234/echo.5
  date: 2025-04-10
- id: undated2020
  title: "On: a short one"
`);

/** The text with its hints in it. */
function hinted(text: string, stretch = { start: 0, end: text.length }): string {
  const hints = hintsIn(analysisOf(text, { library: LIBRARY }), stretch);
  return hints.reduceRight(
    (shown, { offset, label }) => `${shown.slice(0, offset)}‹${label}›${shown.slice(offset)}`,
    text,
  );
}

describe('a short title and a date stand', () => {
  test.each([
    ['behind an ID', 'Traits move (arXiv:2507.21509v1‹Persona Vectors · 2025-07›).'],
    [
      'behind an address',
      'Traits move, https://arxiv.org/pdf/2507.21509.pdf‹Persona Vectors · 2025-07› says.',
    ],
    ['behind an address in angles', 'See <https://arxiv.org/abs/2507.21509>‹Persona Vectors · 2025-07›.'],
    ['behind a DOI', 'It narrows (doi:10.1234/echo.5‹Echo chamber of the several… · 2025-04›).'],
    [
      'behind each key of a group',
      'So it is [see @chen2025persona‹Persona Vectors · 2025-07›, p. 3; -@undated2020‹On: a short one›].',
    ],
    ['behind a key in braces', 'So it is, says @{undated2020}‹On: a short one›.'],
    ['without the date that is written there', 'Traits move (2025-07, arXiv:2507.21509‹Persona Vectors›).'],
    ['once in a paragraph', 'As @chen2025persona‹Persona Vectors · 2025-07› says; and [@chen2025persona].'],
    ['and in the next again', 'As [@undated2020‹On: a short one›].\n\nAnd [@undated2020‹On: a short one›].'],
    [
      'behind both of two',
      'So [@chen2025persona‹Persona Vectors · 2025-07›; @undated2020‹On: a short one›].',
    ],
    ['behind an astral sign', '😀 [@undated2020‹On: a short one›]\r\n\r\n😀 [@undated2020‹On: a short one›]'],
  ])('%s', (_, shown) => {
    expect(hinted(shown.replace(/‹[^›]*›/g, ''))).toBe(shown);
  });
});

test.each([
  ['the work is named', 'Chen’s *Persona vectors* move (arXiv:2507.21509).'],
  ['its item names it', '- **Persona Vectors**\n\n  arXiv:2507.21509'],
  ['the heading names it', '## Persona vectors\n\nRead arXiv:2507.21509.'],
  ['the note is about it', '---\ntitle: "Persona Vectors: Monitoring"\n---\n\nRead arXiv:2507.21509.'],
  [
    'a link has its own words',
    'See [Chen](https://arxiv.org/abs/2507.21509) and [arXiv:2507.21509](https://arxiv.org/abs/2507.21509).',
  ],
  ['it is front matter', '---\nsources:\n  - arXiv:2507.21509\n  - "@undated2020"\n---\n\nText.'],
  ['it is code', 'Run `get arXiv:2507.21509`.\n\n```\nget arXiv:2507.21509\n```\n'],
  [
    'columns would no longer line up',
    '| paper            | score |\n| ---------------- | ----- |\n| arXiv:2507.21509 | 3     |\n',
  ],
  ['sources are piled up', 'So it is [@chen2025persona, p. 3; see @zhao2025echo; @undated2020].'],
  ['sources are piled up', 'So it is (arXiv:2507.21509, doi:10.1234/echo.5, arXiv:2501.00001).'],
  ['nobody knows it', 'See arXiv:2501.00001 and [@nobody2020].'],
])('nothing is said where %s', (_, text) => {
  expect(hinted(text)).toBe(text);
});

test('where the view begins changes no hint', () => {
  const text =
    'As [@undated2020] says. Then [@undated2020] again, and @chen2025persona.\n\nAnd [@undated2020].\n';
  const whole = hintsIn(analysisOf(text, { library: LIBRARY }), { start: 0, end: text.length });
  expect(whole).toHaveLength(3);
  for (let start = 0; start < text.length; start += 5)
    expect(hintsIn(analysisOf(text, { library: LIBRARY }), { start, end: text.length })).toEqual(
      whole.filter(({ offset }) => offset >= start),
    );
});
