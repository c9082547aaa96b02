import { expect, test } from 'vitest';
import { check, requireDate, TODAY } from '../../../test/support.ts';
import { checkReport, extractReport, githubReport, prettyReport, sarifReport, summaryOf } from './index.ts';
import type { CheckedFile } from './files.ts';

const TEXT = `# Drift

Nobody wrote arXiv:2613.00001, and 😀 arXiv:2799.00001 neither. <!-- inquiry-ignore-line stale-date: never -->
`;

function file(text: string, path = 'notes/a b.md'): CheckedFile {
  const { analysis, ...result } = check(text);
  return { path, analysis, result };
}

test('check as JSON has the shape that the specification gives', () => {
  const report = checkReport([file(TEXT)], requireDate(TODAY));
  expect(report.version).toBe(1);
  expect(report.today).toBe(TODAY);
  expect(report.summary).toMatchObject({
    files: 1,
    problems: { 'malformed-arxiv-id': 2, 'unused-ignore': 1 },
  });
  const problem = report.files[0]?.problems[1];
  const start = TEXT.indexOf('2799');
  expect(problem).toMatchObject({
    rule: 'malformed-arxiv-id',
    severity: 'error',
    offset: [start, start + 10],
    range: { start: { line: 2, character: 44 }, end: { line: 2, character: 54 } },
    fixes: [],
  });
  expect(JSON.parse(JSON.stringify(report))).toEqual(report);
});

test('extract gives every sentence, its text as it stands', () => {
  const { analysis } = file(
    '---\ntitle: T\n---\n\n# H\n\nDrift *fell* by 55% (2025-10, arXiv:2511.00222).\n',
  );
  const report = extractReport(analysis);
  expect(report).toMatchObject({ version: 1, title: 'T', kind: 'document', frontMatter: { title: 'T' } });
  for (const { offset, text } of report.sentences) expect(analysis.note.text.slice(...offset)).toBe(text);
  const claim = report.sentences.at(-1);
  expect(claim?.claim?.score).toBeGreaterThanOrEqual(0);
  expect(claim?.claim?.score).toBeLessThanOrEqual(1);
  expect(claim).toMatchObject({
    sources: [{ type: 'arxiv', id: '2511.00222', resolved: null }],
    dates: [{ text: '2025-10', value: '2025-10', kind: 'absolute' }],
    evidenceDate: '2025-10',
    evidenceReason: 'written with the claim',
  });
  expect(JSON.parse(JSON.stringify(report))).toEqual(report);
});

test('SARIF names rules, places from 1, and paths as URIs', () => {
  const log = sarifReport([file(TEXT)], '0.1.0') as {
    runs: { tool: { driver: { rules: { id: string }[] } }; results: Record<string, unknown>[] }[];
  };
  const run = log.runs[0];
  expect(run?.tool.driver.rules.map(({ id }) => id)).toEqual(['malformed-arxiv-id', 'unused-ignore']);
  expect(run?.results[0]).toMatchObject({
    ruleId: 'malformed-arxiv-id',
    ruleIndex: 0,
    level: 'error',
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: 'notes/a%20b.md' },
          region: { startLine: 3, startColumn: 20, endLine: 3, endColumn: 30 },
        },
      },
    ],
  });
});

test('GitHub lines escape what would end them', () => {
  const lines = githubReport([file(TEXT, 'a,b:c%.md')]).split('\n');
  expect(lines[0]).toMatch(
    /^::error file=a%2Cb%3Ac%25\.md,line=3,endLine=3,col=20,endColumn=30,title=malformed-arxiv-id::/,
  );
  expect(githubReport([file('Nothing here.')])).toBe('');
});

test('for people: file, place, message, words, a closing line', () => {
  const text = prettyReport([file(TEXT)], { color: false });
  expect(text).toContain('notes/a b.md\n  3:20     error   “2613.00001” cannot be an arXiv ID');
  expect(text.trimEnd().split('\n').at(-1)).toMatch(
    /^1 note, \d+ claims? \(\d+ with a source\), 3 problems\.$/,
  );
  expect(prettyReport([file(TEXT)], { color: true })).toContain('\u001B[');
  expect(prettyReport([file(TEXT)], { color: false, quiet: true })).not.toContain('unused-ignore');
});

test('claims are the sourced, the unsourced, the owed and the waived', () => {
  const { analysis, result } = file(
    'GPT-4 reached 86.4% on MMLU (arXiv:2511.00222).\n\nLarger models outperform smaller ones on 57 of 60 tasks.\n\nPaLM scored 69.3% on MMLU [citation needed].\n\nGemini reached 90.0% on MMLU. <!-- inquiry-ignore-line unsourced-claim: mine -->\n\nLet us stop here.\n\nGood night.\n',
  );
  expect(summaryOf(analysis, result)).toMatchObject({ claims: 4, sourced: 1, unsourced: 1, debts: 1 });
});

test('a claim is counted as one whatever the profile', () => {
  const text =
    'GPT-4 reached 86.4% on MMLU.\n\nDropout halves the error on small data sets.\n\nSparse rewards reduce accuracy by 12% (arXiv:2511.00222).\n\nThe oldest trees stand near the river, and most of them are elms.\n\nShall we go there?\n\n## Reading list\n\n- Lovelace shows that engines improve results by 30%\n';
  const summaries = ['gentle', 'standard', 'strict'].map((profile) => {
    const { analysis, ...result } = check(text, { settings: { 'claims.profile': profile } });
    return summaryOf(analysis, result);
  });
  const [gentle, standard, strict] = summaries;
  expect(gentle?.claims).toBeGreaterThan(2);
  expect(summaries.map(({ claims, sourced }) => [claims, sourced])).toEqual(
    summaries.map(() => [gentle?.claims, 1]),
  );
  expect(strict?.unsourced).toBeGreaterThan(standard?.unsourced ?? 0);
  for (const { claims, sourced, unsourced } of summaries)
    expect(claims).toBeGreaterThanOrEqual(sourced + unsourced);
});
