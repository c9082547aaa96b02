/** Where the note of a dead link is made, and what it holds. */
import { expect, it } from 'vitest';
import { analyse, check, createLibrary, defaultSettings, parseNote, surroundingsAmong } from '#core';
import { createNote } from './create-note.ts';

const today = { year: 2026, month: 11, day: 23 };

/** Of the only problem of a note at "notes/rag.md", in the folder "file:///home/me/work". */
function made(text: string): unknown[] | undefined {
  const analysis = {
    ...analyse(parseNote(text), createLibrary([]), defaultSettings, today),
    surroundings: surroundingsAmong('notes/rag.md', ['notes/rag.md']),
  };
  const [problem] = check(analysis).problems;
  if (!problem) throw new Error('No problem was found.');
  const action = createNote(analysis, problem, 'file:///home/me/work/notes/rag.md');
  const [create, write] = action?.edit?.documentChanges ?? [];
  if (!action || !create || !('kind' in create) || create.kind !== 'create' || !write || !('edits' in write))
    return undefined;
  return [action.title, create.uri, ...write.edits.map((edit) => ('newText' in edit ? edit.newText : ''))];
}

it.each([
  ['[[Nowhere]]', 'notes/Nowhere.md', '# Nowhere\n\n'],
  ['[[reading/Long context]]', 'reading/Long context.md', '# Long context\n\n'],
  ['[gone](../papers/gone%20too.qmd#part)', 'papers/gone too.qmd', '# gone too\n\n'],
])('for %s', (link, path, text) => {
  const uri = `file:///home/me/work/${path.replaceAll(' ', '%20')}`;
  expect(made(`# RAG\n\nSee ${link}.\n`)).toEqual([`Create the note “${path}”`, uri, text]);
});

it('of no name that some system forbids', () => {
  expect(made('# RAG\n\nSee [[Does it help?]].\n')).toBeUndefined();
});
