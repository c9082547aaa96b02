import { expect, it } from 'vitest';
import { analysisOf, library, requireDate, TODAY } from '../../../test/support.ts';
import { parseNote } from '../note/index.ts';
import { beginLine, importPage, listedSource } from './index.ts';

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

it('lists what it begins from, so that it is cited there', () => {
  const holding = library(`
- { id: vectors, title: Persona Vectors, arxiv: "2507.21509" }
- { id: book, title: A Book }
- { id: notes/steered, kind: note, title: Can drift be steered in long dialogues? }
- { id: notes/drift, kind: note, title: Drift }
- { id: lines/traits, kind: line, title: Do the traits of a model ever move? }
`);
  const sources = [...holding.entries()].map((entry) => listedSource(entry, holding));
  const { text } = beginLine('Does drift vanish?', requireDate(TODAY), { sources });
  expect(text.slice(text.indexOf('## Sources'))).toBe(
    '## Sources\n\n- Persona Vectors (arXiv:2507.21509)\n- A Book ([@book])\n- Can drift be steered in long dialogues?\n- [[drift]]\n- [[traits]]\n',
  );
  const { sources: cited } = analysisOf(text, { library: holding });
  expect(cited.map(({ entry }) => entry?.id)).toEqual([...holding.entries()].map(({ id }) => id));
});
