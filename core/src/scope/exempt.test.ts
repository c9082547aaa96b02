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
  'Questions and ideas',
  'Links and ideas',
  'Questions/Notes',
  'Next lines of inquiry',
  'Research prompt',
  'TODO',
])('asks for no source under “%s”', (heading) => {
  expect(flagged(heading)).toBe(0);
});

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
  'Notes',
])('asks for one under “%s”', (heading) => {
  expect(flagged(heading)).toBe(1);
});
