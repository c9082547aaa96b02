import { expect, test } from 'vitest';
import { resolvePath, surroundingsAmong } from './surroundings.ts';

test('files, folders and notes are known by path, notes by name too', () => {
  const around = surroundingsAmong('notes/a.md', ['notes/a.md', './notes/deep/Drift.md', 'data\\run.csv']);
  expect(around.hasFile('notes/deep/Drift.md')).toBe(true);
  expect(around.hasFile('notes/deep')).toBe(true);
  expect(around.hasFile('data/run.csv')).toBe(true);
  expect(around.hasFile('notes/Drift.md')).toBe(false);
  expect(['drift', 'Drift.md', 'deep/drift', 'notes/deep/Drift'].every((name) => around.hasNote(name))).toBe(
    true,
  );
  expect(around.hasNote('steering')).toBe(false);
});

test.each([
  ['notes/a.md', 'b.md#part', 'notes/b.md'],
  ['notes/a.md', '../c%20d.md', 'c d.md'],
  ['notes/a.md', '/top.md', 'top.md'],
  ['a.md', './100% sure.md', '100% sure.md'],
  ['a.md', '../out.md', undefined],
])('from %s, %s leads to %s', (from, target, expected) => {
  expect(resolvePath(from, target)).toBe(expected);
});
