import { expect, test } from 'vitest';
import { DEBT_MARK, debtMarkEnd } from './debt-marks.ts';

test.each([
  '[citation needed]',
  '[citation-needed]',
  '(citation needed)',
  '(source needed)',
  '(sources required)',
  '(reference to come)',
  '(needs citation)',
  '[needs a proper source]',
  '(add ref)',
  '(missing citation)',
  '(TODO: cite)',
  '(TODO cite Smith 2020)',
  '[TODO: find a source for this]',
  '(todo: add reference)',
  '[source?]',
  '(ref?)',
  '(citation ??)',
  '(source: ?)',
  '[source: TBD]',
  '[cite]',
  '(cite)',
  '{{cn}}',
  String.raw`\cite{?}`,
  '[@?]',
])('says that a source is still to come: %s', (mark) => {
  expect(DEBT_MARK.exec(`Drift falls ${mark}.`)?.[0]).toBe(mark);
  expect(debtMarkEnd(`Drift falls. ${mark} It grows.`, 13)).toBe(13 + mark.length);
});

test.each([
  '[source](https://example.org)',
  '[ref]: https://example.org',
  '(source)',
  '(source: [@smith2020])',
  '(reference)',
  '(CN)',
  '(add source code)',
  '(find reference values)',
  '(needs reference data)',
  '(no source was given)',
  '(TODO: reference implementation)',
  '(TODO: rewrite)',
  '(missing reference)',
  '(the source needed cleaning)',
])('says something else: %s', (text) => {
  expect(DEBT_MARK.test(`Drift falls ${text}.`)).toBe(false);
});
