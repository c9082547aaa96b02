/** What the injection grammar colours and what it leaves alone, in a host with code, comments and emphasis. */
import { expect, test } from 'vitest';
import { ownTokens } from './tokenize.ts';

/** A small stand-in for VS Code's Markdown grammar; the editor tests run the same cases on the real one. */
const host = {
  scopeName: 'text.html.markdown',
  patterns: [
    { begin: '^```', end: '^```', name: 'markup.fenced_code.block.markdown' },
    { match: '`[^`]+`', name: 'markup.inline.raw.string.markdown' },
    { begin: '<!--', end: '-->', name: 'comment.block.html' },
    { match: '\\*\\*[^*]+\\*\\*', name: 'markup.bold.markdown' },
  ],
};

const named = async (markdown: string, scope: string): Promise<string[]> =>
  (await ownTokens(markdown, host))
    .filter((token) => token.scopes.some((own) => own.startsWith(scope)))
    .map((token) => token.text);

test.each([
  ['as in arXiv:2504.07912v2, so', ['arXiv:2504.07912v2']],
  ['arXiv: 0704.0001 and arxiv:hep-th/9901001v3', ['arXiv: 0704.0001', 'arxiv:hep-th/9901001v3']],
  [
    'see https://arxiv.org/abs/2504.07912 or https://arxiv.org/pdf/2504.07912v1',
    ['2504.07912', '2504.07912v1'],
  ],
  ['(2504.07912) and math.GT/0309136', ['2504.07912']],
  ['costs 1234.56789 but 2513.00001 has no such month', []],
  ['10.48550/arXiv.2504.07912 is a DOI', []],
])('colours arXiv identifiers in %j', async (markdown, expected) => {
  expect(await named(markdown, 'entity.name.type.identifier.arxiv')).toEqual(expected);
});

test.each([
  ['doi:10.1000/182. Next', ['doi:10.1000/182']],
  ['https://doi.org/10.48550/arXiv.2504.07912,', ['10.48550/arXiv.2504.07912']],
  ['10.5 / 3', []],
])('colours DOIs in %j', async (markdown, expected) => {
  expect(await named(markdown, 'entity.name.type.identifier.doi')).toEqual(expected);
});

test.each([
  ['as of 2025-04, on 2025-04-18 or 2025-Q3', ['2025-04', '2025-04-18', '2025-Q3']],
  ['in April 2025, 18 Apr. 2025, May 3, 2024', ['April 2025', '18 Apr. 2025', 'May 3, 2024']],
  ['gpt-4-2024-05-13 and 2025-13 and 12025-04', []],
])('colours dates in %j', async (markdown, expected) => {
  expect(await named(markdown, 'constant.numeric.date')).toEqual(expected);
});

test.each([
  ['[@smith2020; -@doe, p. 3]', ['@smith2020', '@doe']],
  ['@smith2020 shows; ask @jane or mail a@b2.org', ['@smith2020']],
  ['[@doi:10.1000/182]', ['@doi:10.1000/182']],
])('colours citation keys in %j', async (markdown, expected) => {
  expect(await named(markdown, 'entity.name.type.citation')).toEqual(expected);
});

test('colours note links', async () => {
  expect(await named('see [[Persona drift#Results|drift]].', 'string.other.link')).toEqual([
    'Persona drift',
    '#Results',
    'drift',
  ]);
});

test('colours ignore comments, and their rules apart', async () => {
  const markdown =
    '<!-- inquiry-ignore unsourced-claim: own observation -->\n<!-- a plain comment of 2025-04 -->';
  expect(await named(markdown, 'keyword.control.ignore')).toEqual(['inquiry-ignore']);
  expect(await named(markdown, 'entity.name.tag.rule')).toEqual([' unsourced-claim']);
  expect(await named(markdown, 'constant')).toEqual([]);
});

test('leaves code alone', async () => {
  expect(await ownTokens('`arXiv:2504.07912`\n```\n2025-04-18 [@key1]\n```\nafter', host)).toEqual([]);
});
