/** What may be marked re-tested is what the queue lists as due. */
import { describe, expect, it } from 'vitest';
import { analyse } from '../analyse.ts';
import type { Analysis } from '../analysis.ts';
import { createLibrary } from '../library/index.ts';
import { parseNote } from '../note/index.ts';
import { queueShareOf } from '../queue/index.ts';
import { defaultSettings } from '../settings.ts';
import { retestChoices } from './index.ts';

const today = { year: 2026, month: 11, day: 23 };
const read = (text: string): Analysis => analyse(parseNote(text), createLibrary([]), defaultSettings, today);
const titles = (analysis: Analysis, offset: number): string[] =>
  retestChoices(analysis, offset).map(({ title }) => title);

/** Its claims have no source; what dates them is the note's own date. */
const undated =
  '---\ndate: 2025-03-01\n---\n\n# Retrieval\n\nDense retrieval outperforms BM25 on most benchmarks.\n\nSee you.\n';

describe('what may be marked re-tested', () => {
  it('is what the queue lists, with a source or without', () => {
    const analysis = read(undated);
    expect(queueShareOf('', analysis).claims.map(({ overdue }) => overdue)).toEqual([true]);
    const [first] = retestChoices(analysis, undated.indexOf('BM25'));
    expect(first?.title).toBe('Mark re-tested: add “(checked 2026-11)”');
    const edit = first?.edits[0];
    const marked = undated.slice(0, edit?.span.start) + (edit?.newText ?? '') + undated.slice(edit?.span.end);
    expect(marked).toContain('on most benchmarks (checked 2026-11).');
    expect(queueShareOf('', read(marked)).claims.filter(({ overdue }) => overdue)).toEqual([]);
    expect(titles(read(marked), undated.indexOf('BM25'))).toEqual([]);
  });

  it('is the note as a whole where the cursor is on nothing due', () => {
    expect(titles(read(undated), undated.indexOf('See'))[0]).toBe(
      'Mark the one stale claim of this note re-tested: add “(checked 2026-11)”',
    );
  });
});
