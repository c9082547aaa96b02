import { expect, test } from 'vitest';
import { hoverAt } from '../features/index.ts';
import { analysisOf, library } from '../../../test/support.ts';

const shelf = library('@misc{vaswani, title={Attention}, author={Vaswani, Ashish}, year={2017}}');
const keysOf = (text: string): readonly unknown[] =>
  analysisOf(text, { library: shelf }).sources.map(({ id, span, locator, narrative }) => [
    id,
    text.slice(span.start, span.end),
    ...(locator === undefined ? [] : [locator]),
    narrative === true,
  ]);

test('a key without a digit cites where the library holds just it, with its locator and through markup', () => {
  expect(keysOf('As @vaswani [p. 3] and **@vaswani** say.')).toEqual([
    ['vaswani', '@vaswani [p. 3]', 'p. 3', true],
    ['vaswani', '@vaswani', true],
  ]);
  expect(keysOf('| Who | What |\n| --- | --- |\n| @vaswani | attention |')).toHaveLength(1);
});

test.each([
  '@alice says so',
  '@Vaswani says so',
  'ada@vaswani',
  '`@vaswani` is code',
  '\\@vaswani',
  '$@vaswani$',
  '<!-- @vaswani -->',
])('is no citation: %s', (text) => {
  expect(keysOf(text)).toEqual([]);
});

test.each(['[@vaswani]', '[@vaswani](https://example.org/a)', '[[@vaswani]]'])('is read once: %s', (text) => {
  expect(keysOf(text)).toHaveLength(1);
});

test('it has the card of its work', () => {
  const text = 'As @vaswani says.';
  expect(JSON.stringify(hoverAt(analysisOf(text, { library: shelf }), text.indexOf('vas')))).toContain(
    'Attention',
  );
});
