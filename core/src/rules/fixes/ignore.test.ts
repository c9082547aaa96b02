import { describe, expect, it } from 'vitest';
import { analysisOf } from '../../../../test/support.ts';
import { check } from '../../check.ts';
import { applyEdits } from './apply.ts';

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
