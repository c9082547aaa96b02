import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analysisOf, check, fixed, library } from '../../test/support.ts';
import { check as checkAnalysis } from './check.ts';
import { ignoreFixes } from './rules/fixes/ignore.ts';
import { rules } from './rules/index.ts';
import type { Finding, Rule } from './rules/model.ts';

const BAD_ID = 'Nobody wrote arXiv:2613.00001.';
const rulesOf = (text: string, settings = {}): string[] =>
  check(text, { settings }).problems.map(({ rule }) => rule);

test('a rule that throws loses its own problems only, and is named', () => {
  const broken: Rule = {
    id: 'stale-date',
    severity: 'warning',
    *check(analysis): Iterable<Finding> {
      yield { span: { start: 0, end: 1 }, message: 'told before the fall.' };
      throw new Error(`no ${analysis.note.kind}`);
    },
  };
  const result = checkAnalysis(analysisOf(BAD_ID), [broken, ...rules]);
  expect(result.faults).toEqual([{ rule: 'stale-date', message: 'no document' }]);
  expect(result.problems.map(({ rule }) => rule)).toEqual(['malformed-arxiv-id']);
});

test('severities come from the settings; off switches off', () => {
  expect(check(BAD_ID).problems[0]?.severity).toBe('error');
  expect(check(BAD_ID, { settings: { 'rules.malformed-arxiv-id': 'hint' } }).problems[0]?.severity).toBe(
    'hint',
  );
  expect(rulesOf(BAD_ID, { 'rules.malformed-arxiv-id': 'off' })).toEqual([]);
});

test('an ignore comment keeps its reason', () => {
  const text = `<!-- inquiry-ignore malformed-arxiv-id: an example -->\n${BAD_ID}\n\n${BAD_ID}`;
  const { problems, ignored } = check(text);
  expect(problems.map(({ span }) => span.start)).toEqual([text.lastIndexOf('2613')]);
  expect(ignored).toEqual([
    {
      rule: 'malformed-arxiv-id',
      reason: 'an example',
      span: { start: text.indexOf('2613'), end: text.indexOf('2613') + 10 },
    },
  ]);
});

test.each([
  ['the line', `${BAD_ID} <!-- inquiry-ignore-line: shown -->`],
  ['a stretch', `<!-- inquiry-ignore-start -->\n\n${BAD_ID}\n\n<!-- inquiry-ignore-end -->`],
  ['the file', `---\ninquiry-ignore:\n  malformed-arxiv-id: shown\n---\n\n${BAD_ID}`],
])('%s can be ignored', (_, text) => {
  expect(rulesOf(text)).toEqual([]);
});

test('a fix that ignores does so, for the line and for the file', () => {
  for (const text of [BAD_ID, `---\ntitle: T\n---\n\n${BAD_ID}`, `\uFEFF${BAD_ID}`]) {
    const { analysis, problems } = check(text);
    const problem = problems[0];
    if (!problem) throw new Error('nothing flagged');
    const fixes = ignoreFixes(analysis.note, problem);
    expect(fixes.map(({ title }) => title)).toEqual([
      'Ignore malformed-arxiv-id on this line',
      'Ignore malformed-arxiv-id in this file',
    ]);
    for (const fix of fixes) expect(rulesOf(fixed(text, fix.edits)), fix.title).toEqual([]);
  }
});

test('problems come in document order, the same every time', () => {
  const text = `${BAD_ID} See [@nobody2020]. ${BAD_ID}\n\nDrift fell by 55% (arXiv:2799.00001).`;
  const given = { library: library('@article{somebody, title = {Some Thing}}') };
  const once = check(text, given).problems;
  expect(once.map(({ span }) => span.start)).toEqual(
    [...once.map(({ span }) => span.start)].sort((a, b) => a - b),
  );
  const told = (): string => JSON.stringify(check(text, given).problems);
  expect(told()).toBe(told());
});

test('whatever is written, nothing throws and every span lies in the text', () => {
  const word = fc.constantFrom(
    ...[
      '# ',
      '> ',
      '- ',
      '1. ',
      '| a | b |\n|---|---|\n',
      '\n\n',
      '\r\n',
      ': ',
      'Drift fell by 55%',
      ' arXiv:2511.00222',
    ],
    ...[
      ' [@key]',
      ' [[note]]',
      '[^1]',
      '\n[^1]: ',
      '<!-- inquiry-ignore x: y -->',
      '<details>',
      '```\n',
      '*',
      '😀',
      'é',
      '[x](y.md)',
    ],
    ...[
      'currently',
      ' as of 2024-05',
      '## Sources 3 notes\n',
      '---\n',
      'kind: note\n',
      '{{cn}}',
      '\\cite{a}',
      '$$',
      '%%',
      '?',
      '. ',
    ],
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), (words) => {
      const text = words.join('');
      const { problems, ignored, faults } = check(text, { files: ['a.md'] });
      expect(faults).toEqual([]);
      for (const { span } of [...problems, ...ignored]) {
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeGreaterThanOrEqual(span.start);
        expect(span.end).toBeLessThanOrEqual(text.length);
      }
      for (const problem of problems)
        for (const fix of problem.fixes()) expect(typeof fixed(text, fix.edits)).toBe('string');
    }),
    { numRuns: 300, seed: 20261123 },
  );
});
