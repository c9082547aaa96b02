/** Where a link to a note leads that says of no kind what it is. */
import { expect, it } from 'vitest';
import { analyse } from '../analyse.ts';
import { createLibrary } from '../library/index.ts';
import { parseNote } from '../note/index.ts';
import { defaultSettings } from '../settings.ts';
import { surroundingsAmong } from '../surroundings.ts';
import { documentLinks, linkedNoteAt } from './index.ts';

const text = 'See [[Drift]], [[deep/drift|how]], [[gone]] and [this](notes/Drift.md).\n';
const around = surroundingsAmong('a.md', ['a.md', 'notes/deep/drift.md', 'notes/Drift.md']);
const analysis = analyse(
  parseNote(text),
  createLibrary([]),
  defaultSettings,
  { year: 2026, month: 11, day: 23 },
  around,
);

it('leads to the file of that name, the one with the fewest folders above it', () => {
  const at = (words: string): string | undefined => linkedNoteAt(analysis, text.indexOf(words) + 1);
  expect(at('Drift]]')).toBe('notes/Drift.md');
  expect(at('deep/drift')).toBe('notes/deep/drift.md');
  expect(at('gone')).toBeUndefined();
  // Markdown's own links are the editor's.
  expect(at('notes/Drift.md')).toBeUndefined();
});

it('can be clicked', () => {
  expect(documentLinks(analysis).map(({ target, isBeside }) => [target, isBeside])).toEqual([
    ['notes/Drift.md', true],
    ['notes/deep/drift.md', true],
  ]);
});
