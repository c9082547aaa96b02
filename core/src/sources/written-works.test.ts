/** What of a note's plain words becomes a citation; what such a citation covers is on the scope's page. */
import { expect, test } from 'vitest';
import { analysisOf, check, library, note } from '../../../test/support.ts';
import { isInReference, writtenWorks } from './written-works.ts';

const REFERENCE = 'Shah, A. (2019). Current models fail to count. Journal of Infants, 12.';
const idsOf = (text: string): string[] => writtenWorks(note(text)).citations.map(({ id }) => id);

test('a reference asserts nothing, whatever its title says, and what follows it may', () => {
  const { sentences } = analysisOf(`${REFERENCE} Larger models count better than small ones by 12%.`);
  expect(sentences.map(({ claim }) => claim === null)).toEqual([true, true, true, false]);
  expect(check(REFERENCE).problems).toEqual([]);
});

test('the library may know the work by its author and year', () => {
  const given = library('- {id: shah2019, title: Counting, authors: Ana Shah, date: 2019-03-01}');
  expect(analysisOf(REFERENCE, { library: given }).sources.map(({ entry }) => entry?.id)).toEqual([
    'shah2019',
  ]);
});

test('an identifier, a link or a marker in the reference names the work already', () => {
  for (const more of ['https://doi.org/10.1000/182', 'arXiv:1901.01234', '<https://example.org/a>'])
    expect(analysisOf(`${REFERENCE} ${more}`).sources.map(({ type }) => type)).not.toContain('author-year');
  expect(analysisOf('Shah et al. (2019). Counting Before Speech.').sources).toHaveLength(1);
});

test('spans show the names, and the year', () => {
  const text = '> **Paper:** Shah, *A.* (2019). Counting before speech.';
  const [citation] = writtenWorks(note(text)).citations;
  expect(text.slice(citation?.span.start, citation?.span.end)).toBe('Shah, *A.* (2019)');
  expect(text.slice(citation?.idSpan.start, citation?.idSpan.end)).toBe('2019');
  const told = '# Counting\r\n\r\n| Author | *Ana Shah* |\r\n| --- | --- |\r\n| Year | **2019** |\r\n';
  const [year] = writtenWorks(note(told)).citations;
  expect(year?.id).toBe('shah 2019');
  expect(told.slice(year?.span.start, year?.span.end)).toBe('2019');
});

test.each([
  ['in lines of one paragraph', 'Authors:: [[Ana Shah]]\nYear:: 2019\n'],
  ['in a list', '- **Author**: Shah, A.\n- **Journal**: Infants\n- **Published**: 2019-03-01\n'],
  ['in Chinese', '- 作者：Ana Shah\n- 年份：2019\n'],
  [
    'in front matter',
    '---\ntitle: Counting\nauthors:\n  - Ana Shah\njournal: Infants\ndate: 2019-03-01\n---\n\nText.\n',
  ],
])('authors and a year are told %s', (_, text) => {
  expect(idsOf(text)).toEqual(['shah 2019']);
});

test.each([
  ['a day alone', 'Author: Ana Shah\nDate: 2019-03-01\n'],
  ['a title and a day', '---\ntitle: My essay\nauthor: Ana Shah\ndate: 2019-03-01\n---\n\nText.\n'],
  ['no names', '- Year: 2019\n- Journal: Infants\n'],
  ['a paragraph between them', 'Author: Ana Shah\n\nOn counting.\n\nYear: 2019\n'],
  ['other headings', '## One\n\nAuthor: Ana Shah\n\n## Two\n\nYear: 2019\n'],
])('nothing is told by %s', (_, text) => {
  expect(idsOf(text)).toEqual([]);
});

test('of lines in one paragraph with another label the sentences stay claims', () => {
  const text = 'Authors: Ana Shah  \nYear: 2019  \nResult: infants count better than apes by 12%\n';
  const read = note(text);
  expect(idsOf(text)).toEqual(['shah 2019']);
  expect(read.sentences.some((sentence) => isInReference(read, sentence))).toBe(false);
});

test('works listed and not cited are not complained of: names in the text may be theirs', () => {
  const { problems } = check(`Shah shows it.\n\n## Sources\n\n- ${REFERENCE}\n`);
  expect(problems.filter(({ rule }) => rule === 'uncited-source')).toEqual([]);
});
