/** What a page's own software and its own measurements need no source for, and what on such a page is still a claim. */
import { describe, expect, it } from 'vitest';
import { check } from '../../../test/support.ts';

const flagged = (text: string, profile = 'standard'): number =>
  check(text, { settings: { 'claims.profile': profile } }).problems.filter(
    ({ rule }) => rule === 'unsourced-claim',
  ).length;

const TABLE =
  '| parser | share read | share lost |\n| --- | --- | --- |\n| old | 62% | 38% |\n| new | 79% | 21% |\n';

describe('a table of figures', () => {
  it.each([
    ['the line before it', `Measured with \`python bench/parse.py\`, ten runs each:\n\n${TABLE}`],
    ['the line behind it', `${TABLE}\n\`make bench\` prints it.\n`],
    ['the section above', `# Speed\n\n\`npm run bench\`, on a laptop.\n\n## Parsers\n\n${TABLE}`],
    ['a script', `Ten runs of \`scripts/compare.R\`.\n\n${TABLE}`],
  ])('is the writer’s own where %s names what made it', (_, text) => {
    expect(flagged(text)).toBe(0);
  });

  it.each([
    ['nothing names it', TABLE],
    ['a command only sets up', `First \`npm install parsers\`.\n\n${TABLE}`],
    ['the code is no command', `With \`small\` as a seed:\n\n${TABLE}`],
    ['the command stands in another section', `# Use\n\n\`npm run bench\`\n\n# Parsers\n\n${TABLE}`],
  ])('is asked about where %s', (_, text) => {
    expect(flagged(text)).toBe(1);
  });
});

it('figures beside the command that made them are the writer’s own', () => {
  const gain = 'Retrieval reduces hallucinations by 40% compared to prompting alone';
  expect(flagged(`${gain} (\`pytest bench/recall.py\`).`)).toBe(0);
  expect(flagged(`${gain} (\`k = 5\`).`)).toBe(1);
  expect(flagged(`${gain} (after \`pip install recall\`).`)).toBe(1);
  expect(flagged('Several studies find that `make bench` misses 62% of regressions.')).toBe(1);
});

const PAGE = `# Kettle

\`kettle.ts\` reads a note. \`cache.maxEntries\` bounds what is kept. \`--quiet\` silences the rest.

`;

describe('on a page of software', () => {
  it.each([
    'The reader does not copy what it has seen, and every block keeps its place in the text.',
    'A click leads to every file that describes the work.',
    'Old maps live long enough for the next turn, and later ones are made from them by the garbage collector.',
  ])('what it does is no claim: %s', (sentence) => {
    expect(flagged(PAGE + sentence)).toBe(0);
  });

  it.each([
    'Retrieval reduces hallucinations by 40% compared to prompting alone.',
    'Several studies find that programmers read code more often than they write it.',
  ])('figures and findings of others are: %s', (sentence) => {
    expect(flagged(PAGE + sentence)).toBe(1);
  });

  it('strict asks as it does elsewhere', () => {
    expect(flagged(`${PAGE}Dropout does not help larger models on any benchmark.`, 'strict')).toBeGreaterThan(
      0,
    );
  });
});

it('formulas and a paper’s own variables are no software', () => {
  const formulas =
    'The state $h_t$ is set by `h_t`. The rate `lr` is $10^{-3}$, and `p = 0.2` is the rest.\n\n';
  expect(flagged(`${formulas}Larger models do not generalise to unseen languages without more data.`)).toBe(
    flagged('Larger models do not generalise to unseen languages without more data.'),
  );
});

const REPORT = (
  results: string,
  heading = 'Results',
  first = 'We randomised 212 students to three arms.',
): string => `# Exercise and mood: interim report\n\n${first}\n\n## ${heading}\n\n${results}\n`;

describe('in the report on a study of the writer’s own', () => {
  const results = [
    'Depression scores fell by 2.1 points in the walking arm and by 2.4 points in the running arm.',
    'Students who lived alone improved more than those who did not.',
    'Dropout was higher in the exercise arms (18 % against 9 %).',
  ];

  it.each(results)('a result is no claim that wants a source: %s', (sentence) => {
    expect(flagged(REPORT(sentence))).toBe(0);
    expect(
      flagged(REPORT(sentence, '3.1 Main findings (per protocol)', 'Our survey went to 140 farms.')),
    ).toBe(0);
  });

  it('nor in German', () => {
    const text = REPORT(
      'Die Schlafdauer sank in der Prüfungswoche um 18 %.',
      'Ergebnisse',
      'Wir haben im Herbst 64 Studierende befragt, und das war nicht leicht.',
    );
    expect(flagged(text)).toBe(0);
  });

  const [result = ''] = results;
  it.each([
    ['the report is nobody’s', REPORT(result, 'Results', 'It covers three arms.')],
    ['the section is another', REPORT(result, 'Background')],
    ['it is a note on a paper', REPORT(`${result}\n\nThe authors call it promising.`)],
    ['others found it', REPORT('Earlier trials found effects twice as large.')],
    ['it holds beyond the study', REPORT('Larger doses reduce symptoms by 40% in all adults.')],
  ])('it is asked about where %s', (_, text) => {
    expect(flagged(text)).toBe(1);
  });

  it('strict asks all the same', () => {
    expect(flagged(REPORT(result), 'strict')).toBeGreaterThan(0);
  });
});
