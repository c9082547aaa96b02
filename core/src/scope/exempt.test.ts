/** Sections by whose headings nothing in them owes a source, and headings that only begin like those. */
import { expect, it } from 'vitest';
import { check } from '../../../test/support.ts';

const flagged = (heading: string): number =>
  check(
    `# ${heading}\n\nRetrieval reduces hallucinations by 40% compared to prompting alone.\n`,
  ).problems.filter(({ rule }) => rule === 'unsourced-claim').length;

it.each([
  'References',
  '2. References and notes',
  'Sources 12 notes',
  'Reading list',
  'To read until Monday',
  'Questions and ideas',
  'Links and ideas',
  'Questions/Notes',
  'Next lines of inquiry',
  'Research prompt',
  'TODO',
  'Papers to read next',
  'Things still to read',
  'Papers for the seminar',
  'Readings for next week',
  'Next up',
])('asks for no source under “%s”', (heading) => {
  expect(flagged(heading)).toBe(0);
});

it.each(['Reading list: sleep', 'Sleep reading list', 'To read: sleep', 'Bibliography on sleep'])(
  'asks for no source in the lists under “%s”, and for one of what else is said there',
  (heading) => {
    const { problems } = check(
      `# ${heading}\n\n- Naps improve recall by 40% in a year of school\n\n## Why these\n\nRetrieval reduces hallucinations by 40% compared to prompting alone.\n`,
    );
    expect(problems.filter(({ rule }) => rule === 'unsourced-claim').map(({ range }) => range)).toHaveLength(
      1,
    );
  },
);

it.each([
  'Literature review: microplastics',
  'Sources of bias',
  'Questions about water',
  'Related work',
  'Related',
  'See also and links',
  'Prompt engineering',
  'Resources and costs',
  'Plan: sleep',
  'Setup',
  'Notes',
  'Reading',
  'Books for the blind',
])('asks for one under “%s”', (heading) => {
  expect(flagged(heading)).toBe(1);
});

const inList = (lead: string): number =>
  check(
    `# Retrieval\n\n${lead}\n- Retrieval reduces hallucinations by 40% compared to prompting alone\n`,
  ).problems.filter(({ rule }) => rule === 'unsourced-claim').length;

it.each(['To read:', '**Open questions:**', '**Open questions**:', 'To do\n', 'It is long. Reading list:'])(
  'asks for no source in a list below “%s”',
  (lead) => {
    expect(inList(lead)).toBe(0);
  },
);

it.each(['Results:', 'Related:', 'Notes:', 'To read is to learn:', 'Sources of bias:'])(
  'asks for one below “%s”',
  (lead) => {
    expect(inList(lead)).toBe(1);
  },
);

it('asks for none in a list inside an item', () => {
  const text =
    '- Next up:\n  - Retrieval reduces hallucinations by 40% compared to prompting alone\n- Later\n';
  expect(check(text).problems.filter(({ rule }) => rule === 'unsourced-claim')).toEqual([]);
});

it('judges what follows such a list', () => {
  const text =
    'To read:\n\n- Spindles\n\nRetrieval reduces hallucinations by 40% compared to prompting alone.\n\n- Retrieval reduces costs by 40%.\n';
  expect(check(text).problems.filter(({ rule }) => rule === 'unsourced-claim')).toHaveLength(2);
});

it('leaves the setup of a program alone, and not that of somebody’s experiment', () => {
  const claims = 'Retrieval reduces hallucinations by 40% compared to prompting alone.';
  const problems = check(
    `# Reader\n\n## Setup\n\n\`reader.ts\` reads, \`--quiet\` silences and \`cache.maxEntries\` bounds. \`npm ci\` fetches it. \`npm start\` runs it. ${claims}\n`,
  ).problems.filter(({ rule }) => rule === 'unsourced-claim');
  expect(problems).toEqual([]);
});
