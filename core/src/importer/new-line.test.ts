import { expect, it } from 'vitest';
import { requireDate, TODAY } from '../../../test/support.ts';
import { parseNote } from '../note/index.ts';
import { beginLine, importPage } from './index.ts';

const begin = (question: string): ReturnType<typeof beginLine> => beginLine(question, requireDate(TODAY));

it('begins a line with its question, a place for what it explores, and the parts of a line', () => {
  const { name, text, framingAt } = begin('  Does drift\n vanish? ');
  expect(name).toBe('does-drift-vanish.md');
  expect(`${text.slice(0, framingAt)}‸${text.slice(framingAt)}`).toBe(
    '---\nkind: line\ntitle: Does drift vanish?\ndate: 2026-11-23\n---\n\n# Does drift vanish?\n\n‸\n\n## Answer\n\n## Sources\n',
  );
});

it.each(['Drift: is it "real"?', '2024: what changed?', '???', 'x'.repeat(300)])(
  'is read as a line of that title, whatever the question: %s',
  (question) => {
    const { name, text } = begin(question);
    expect(name).toMatch(/^[^/\\:?"]{1,80}\.md$/);
    expect(parseNote(text)).toMatchObject({ kind: 'line', title: { text: question }, faults: [] });
  },
);

it('has the form that the importer gives, once it says something', () => {
  const { name, text, framingAt } = begin('Does drift vanish?');
  const framed = `${text.slice(0, framingAt)}This explores drift.${text.slice(framingAt)}`;
  const answered = framed.replace('## Answer\n', '## Answer\n\nIt does not.\n');
  expect(importPage(answered).files).toEqual([{ path: name, text: answered }]);
});
