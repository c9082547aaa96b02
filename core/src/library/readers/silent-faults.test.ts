/** What a reader cannot take as it stands is told in one sentence, at its line, and the entry is kept. */
import { describe, expect, test } from 'vitest';
import { readLibraryFile } from './index.ts';

const read = (path: string, text: string) => {
  const { entries, faults } = readLibraryFile(path, text);
  return {
    entries: entries.map(({ id, date }) => [id, date]),
    faults: faults.map(({ line, message }) => [line, message]),
  };
};

describe('a name that no @string defines', () => {
  test('is told where it stands first, and kept as written', () => {
    const bib =
      '@string{jot = "Tides"}\n@book{a, title = {A}, publisher = elsevier,\n  series = acm # jot, month = sept, year = 2020}\n' +
      '@book{b, title = {B},\n  publisher = Elsevier, journal = \\apj}\n@article{c, title={C}, publisher = elsevier, journal = IEEE_J_PAMI}\n';
    expect(read('a.bib', bib)).toEqual({
      entries: [
        ['a', '2020-09'],
        ['b', undefined],
        ['c', undefined],
      ],
      faults: [
        [1, expect.stringMatching(/^The value “elsevier” stands in neither braces nor quotes/) as string],
        [2, expect.stringMatching(/^The value “acm” stands/) as string],
      ],
    });
  });
  test('is one of many, where a file of such names is missing: told once', () => {
    const bib = Array.from({ length: 9 }, (_, at) => `@book{a${String(at)}, series = name${String(at)}}\n`);
    expect(read('a.bib', bib.join('')).faults).toEqual([
      [0, expect.stringMatching(/^The value “name0” \(and 8 more\) stands/) as string],
    ]);
  });
});

describe('a date that cannot be', () => {
  const MONTH = 'there is no month';
  test.each([
    [
      'a.bib',
      '\n@book{a, title={A}, date={2023-13-45}}',
      '2023',
      1,
      `“2023-13-45” of the entry "a" cannot be: ${MONTH} 13`,
    ],
    ['a.bib', '@book{a, title={A}, date={2023-02-30}}', '2023-02', 0, 'that month has no day 30'],
    ['a.bib', '@book{a, title={A}, date={2004-06/2005-18}}', '2004-06', 0, `${MONTH} 18`],
    [
      'a.json',
      '[\n{"id": "a", "title": "A", "issued": {"date-parts": [[2020, 17]]}}]',
      '2020',
      1,
      `${MONTH} 17`,
    ],
    ['a.json', '[{"id": "a", "title": "A", "issued": "2020-17-01"}]', '2020', 0, `${MONTH} 17`],
    ['a.yaml', '- id: a\n  title: A\n  issued: {year: 2020, month: 4, day: 31}\n', '2020-04', 0, 'no day 31'],
    ['a.ris', 'TY  - BOOK\nID  - a\nTI  - A\nPY  - 2020/17\nER  - \n', '2020', 3, `${MONTH} 17`],
    [
      'a.ris',
      'TY  - BOOK\nID  - a\nTI  - A\nPY  - abc\nER  - \n',
      undefined,
      3,
      '“abc” does not begin with a year',
    ],
  ])('%s: %j', (path, text, date, line, words) => {
    expect(read(path, text)).toEqual({
      entries: [['a', date]],
      faults: [[line, expect.stringContaining(words) as string]],
    });
  });

  test.each([
    ['a.bib', '@book{a, title={A}, date={2023-21}}', '2023'],
    ['a.bib', '@book{a, title={A}, date={2023-00-00}}', '2023'],
    ['a.bib', '@book{a, title={A}, date={2018/05}}', '2018-05'],
    ['a.bib', '@book{a, title={A}, date={2024-02-29/..}}', '2024-02-29'],
    ['a.json', '[{"id": "a", "title": "A", "issued": {"date-parts": [[2020, 14]]}}]', '2020'],
    ['a.json', '[{"id": "a", "title": "A", "issued": {"literal": "in press"}}]', undefined],
    ['a.ris', 'TY  - BOOK\nID  - a\nTI  - A\nPY  - In press\nER  - \n', undefined],
    ['a.ris', 'TY  - BOOK\nID  - a\nTI  - A\nDA  - May 3\nPY  - 2020\nER  - \n', '2020'],
    ['a.ris', 'TY  - BOOK\nID  - a\nTI  - A\nPY  - \nER  - \n', undefined],
  ])('is none: %s, %j', (path, text, date) => {
    expect(read(path, text)).toEqual({ entries: [['a', date]], faults: [] });
  });
});

test('a RIS reference that nothing can cite is told what RIS calls a title', () => {
  expect(read('a.ris', 'TY  - BOOK\nPB  - A Press\nER  - \nTY  - BOOK\nID  - b\nER  - \n')).toEqual({
    entries: [['b', undefined]],
    faults: [
      [0, expect.stringMatching(/^This reference has no title.*give it a line “TI {2}- ”\.$/) as string],
    ],
  });
});

describe('a paper’s arXiv ID in its front matter', () => {
  const paper = (arxiv: string, kind = 'paper'): string =>
    `---\nkind: ${kind}\ntitle: A\narxiv: ${arxiv}\n---\nWords.\n`;
  test.each([
    ['2613.00001', /^The arXiv ID “2613.00001” cannot be: .*there is no month 13\.$/],
    ['unknown', /^The arXiv ID “unknown” cannot be: one looks like/],
  ])('is told when it cannot be: %s', (arxiv, message) => {
    const { entries, faults } = read('papers/a.md', paper(arxiv));
    expect(entries).toHaveLength(1);
    expect(faults).toEqual([[3, expect.stringMatching(message) as string]]);
  });
  test.each([
    ['2511.00222v2', 'paper'],
    ['hep-th/9901001', 'paper'],
    ['https://arxiv.org/abs/2511.00222', 'paper'],
    ['2613.00001', 'note'],
  ])('is left alone: %s of a %s', (arxiv, kind) => {
    expect(read('a.md', paper(arxiv, kind)).faults).toEqual([]);
  });
});
