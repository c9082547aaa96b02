/** Which notes are records or documentation, and which only look like one. */
import { describe, expect, it } from 'vitest';
import { note } from '../../../test/support.ts';
import { workingNote } from './working-notes.ts';

const kindOf = (text: string): string | undefined => workingNote(note(text));

describe('a record', () => {
  it.each([
    ['by its title', '# Kiln log\n\nFiring.'],
    ['by a title that begins so', '# Post-mortem: leaked key\n\nIt leaked.'],
    ['by who met on which day', '# Festival committee, 12 Feb\n\nTickets sold out.'],
    ['by who was there', '# The roof\n\nPresent: Ana, Peter\n\nIt leaks.'],
    ['by its entries', 'Mon: sowed.\n\nWed: watered.\n\nSat: dug.'],
    ['by its parts', '# Drop the framework\n\nContext: it is slow.\n\nDecision: plain styles.'],
  ])('%s', (_, text) => {
    expect(kindOf(text)).toBe('record');
  });
});

describe('documentation', () => {
  it.each([
    ['by its title', '# Changelog\n\nFaster.'],
    ['by code in its title', '# `solve(problem)`\n\nFinds a schedule.'],
    ['by its sections', '# Kettle\n\n## Installation\n\nEasy.\n\n## Usage\n\nEasier.'],
  ])('%s', (_, text) => {
    expect(kindOf(text)).toBe('documentation');
  });
});

describe('neither', () => {
  it.each([
    ['research with code', '# Attention\n\n`model.py` reads. `--heads` sets. `cache.maxEntries` bounds.'],
    ['a diary of reading', '# Reading diary\n\nMon: read.\n\nWed: read.\n\nSat: read.'],
    ['notes for a meeting', '# Batteries, notes for the group meeting\n\nThey charge.'],
    ['a note on a work', '# Sleep log\n\nThe authors kept a log for three nights.'],
    ['a title with such a word in it', '# Models that log and run on phones\n\nThey run.'],
    [
      'two days in a long text',
      `# Storms\n\n12 May was wet.\n\n3 June was dry.\n\n${'Rain fell.\n\n'.repeat(9)}`,
    ],
  ])('%s', (_, text) => {
    expect(kindOf(text)).toBeUndefined();
  });
});
