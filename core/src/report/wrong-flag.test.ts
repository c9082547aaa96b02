/** The text about a wrong flag: complete, and nothing but what a person can read in it. */
import { expect, test } from 'vitest';
import { check } from '../check.ts';
import { analysisOf } from '../../../test/support.ts';
import { wrongFlagReport } from './wrong-flag.ts';

const TEXT =
  '# Drift\n\nI wonder about personas. Larger models outperform\nsmaller ones on reasoning. The weather was fine.\n';

const reportAt = (words: string, text = TEXT): string | undefined => {
  const analysis = analysisOf(text);
  const { problems } = check(analysis);
  return wrongFlagReport(analysis, text.indexOf(words), { version: '1.2.3', problems });
};

test('names the rule, the sentence and everything that decided', () => {
  const report = reportAt('reasoning') ?? '';
  expect(report).toContain('# Wrong flag: unsourced-claim');
  expect(report).toContain('> Larger models outperform smaller ones on reasoning.\n');
  expect(report).toContain(
    '- Kind: comparison; words that decided: “Larger models outperform smaller ones on reasoning”',
  );
  expect(report).toMatch(/- Scores: claim \d\.\d\d, needs a source \d\.\d\d/);
  expect(report).toContain('- Profile: standard; scope: standard');
  expect(report).toContain('- Inquiry 1.2.3');
  expect(report).toContain(
    '> I wonder about personas.\n> **Larger models outperform smaller ones on reasoning.**',
  );
});

test('works on a problem that is no claim', () => {
  const report = reportAt('2613.00001', 'See arXiv:2613.00001 for more.\n') ?? '';
  expect(report).toContain('- Rule: malformed-arxiv-id (error)');
});

test('says nothing where nothing is flagged', () => {
  expect(reportAt('wonder')).toBeUndefined();
  expect(reportAt('Drift')).toBeUndefined();
});
