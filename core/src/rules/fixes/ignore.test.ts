import { describe, expect, it } from 'vitest';
import { analysisOf } from '../../../../test/support.ts';
import { check } from '../../check.ts';
import { applyEdits } from './apply.ts';
import { ignoreFixes } from './ignore.ts';

const FIRST = 'Adapters reach 87.3% accuracy on the Big Five traits.';
const SECOND = 'GPT-4 reached 86.4% on MMLU.';

const flagged = (text: string): string[] =>
  check(analysisOf(text))
    .problems.filter(({ rule }) => rule === 'unsourced-claim')
    .map(({ span }) => text.slice(span.start, span.end));

function markOwn(text: string): string {
  const problem = check(analysisOf(text)).problems.find(({ rule }) => rule === 'unsourced-claim');
  const fix = problem?.fixes().find(({ title }) => title === 'Mark as your own view');
  if (!fix) throw new Error('no such fix');
  return applyEdits(text, fix.edits);
}

describe('“own view”', () => {
  it('silences its sentence alone where others stand on the line', () => {
    const marked = markOwn(`${FIRST} ${SECOND}\n`);
    expect(marked).toBe(`${FIRST} <!-- inquiry-ignore-sentence unsourced-claim: own view --> ${SECOND}\n`);
    expect(flagged(marked)).toEqual([SECOND]);
  });

  it('silences its line where it is alone on it', () => {
    const marked = markOwn(`${FIRST}\n${SECOND}\n`);
    expect(marked).toBe(`${FIRST} <!-- inquiry-ignore-line unsourced-claim: own view -->\n${SECOND}\n`);
    expect(flagged(marked)).toEqual([SECOND]);
  });
});

describe('a table of figures', () => {
  const TABLE = '| Model | Recall |\n| --- | --- |\n| A | 84% |\n| B | 85% |\n| C | 86% |\n';
  const CALLED_OWN = '<!-- inquiry-ignore unsourced-claim: own view -->\n';

  it('is called the writer’s own by one comment above it', () => {
    expect(flagged(TABLE)).toEqual(['84%']);
    const marked = markOwn(TABLE);
    expect(marked).toBe(`${CALLED_OWN}${TABLE}`);
    expect(flagged(marked)).toEqual([]);
  });

  it('has the comment behind the marks of the quote and the item that it stands in', () => {
    const [head = '', ...rows] = TABLE.trimEnd().split('\n');
    const inside = [head, ...rows].map((row, at) => `> ${at === 0 ? '-' : ' '} ${row}\n`).join('');
    const marked = markOwn(inside);
    expect(marked.startsWith(`> - ${CALLED_OWN}>   ${head}\n`)).toBe(true);
    expect(flagged(marked)).toEqual([]);
  });

  it('is marked as owing a source once', () => {
    const { problems } = check(analysisOf(TABLE.replace('84%', '84% [citation needed]')));
    expect(problems.map(({ severity }) => severity)).toEqual(['hint']);
  });

  it('takes a comment for one line inside the cell, where it is read', () => {
    const problem = check(analysisOf(TABLE)).problems[0];
    const line = problem && ignoreFixes(analysisOf(TABLE).note, problem)[0];
    const ignored = applyEdits(TABLE, line?.edits ?? []);
    expect(ignored).toContain('| A | 84% <!-- inquiry-ignore-line unsourced-claim: why --> |');
    expect(flagged(ignored)).toEqual([]);
  });
});
