/** Sentences as claims: markers out, findings apart, lead-ins gone, meaning kept. Notes are made by hand: one sentence, no markup. */
import { describe, expect, it } from 'vitest';
import type { Source } from '../analysis.ts';
import { Lines } from '../text/lines.ts';
import type { Note, Sentence } from '../note/model.ts';
import { claimTexts, leansBack, markAt } from './claim-text.ts';
import { Content } from '../text/content.ts';

/** "⟦…⟧" stands for a citation, "⟦@…⟧" for a narrative one. */
function claims(marked: string): string[] {
  const sources: Source[] = [];
  let text = '';
  for (const part of marked.split(/(⟦[^⟧]*⟧)/)) {
    const inner = /^⟦(@?)(.*)⟧$/.exec(part);
    const start = text.length;
    text += inner ? inner[2] : part;
    const span = { start, end: text.length };
    if (inner)
      sources.push({
        type: 'arxiv',
        id: inner[2] ?? '',
        span,
        idSpan: span,
        block: 0,
        sentence: 0,
        entry: undefined,
        ...(inner[1] === '@' && { narrative: true }),
      });
  }
  const span = { start: 0, end: text.length };
  const prose = {
    text,
    code: [],
    sourceOffset: (offset: number) => offset,
    sourceSpan: (start: number, end: number) => ({ start, end }),
    proseOffset: (offset: number) => offset,
  };
  const sentence: Sentence = {
    index: 0,
    block: 0,
    span,
    prose: span,
    words: text,
    citations: { first: 0, last: 0 },
    allLink: false,
    content: new Content(),
  };
  const note: Note = {
    text,
    lines: new Lines(text),
    kind: 'note',
    title: undefined,
    frontMatter: undefined,
    sentences: [sentence],
    citations: [],
    ignores: [],
    faults: [],
    blocks: [
      {
        index: 0,
        kind: 'paragraph',
        span,
        parent: undefined,
        heading: undefined,
        prose,
        sentences: { first: 0, last: 1 },
      },
    ],
  };
  return claimTexts(note, sentence, sources).map((part) =>
    part.text.replaceAll(markAt(0), '①').replaceAll(markAt(1), '②'),
  );
}

describe('claimTexts', () => {
  it.each([
    ['Drift fell by 55% (⟦arXiv:1⟧).', ['Drift fell by 55%']],
    ['Drift fell by 55% (2025-10, ⟦arXiv:1⟧).', ['Drift fell by 55%']],
    ['Drift fell by 55% (⟦a⟧; ⟦[@b]⟧).', ['Drift fell by 55%']],
    ['Drift fell by 55% [see ⟦a⟧, and ⟦b⟧] in dialogue.', ['Drift fell by 55% in dialogue']],
    ['Drift fell by 55% ⟦Can training reduce drift?⟧.', ['Drift fell by 55%']],
    [
      '⟦Can training reduce drift?⟧ shows a fall of 55%.',
      ['“Can training reduce drift?” shows a fall of 55%'],
    ],
    ['As shown in ⟦arXiv:1⟧, drift fell by half.', ['As shown in arXiv:1, drift fell by half']],
    ['⟦@Smith et al. (2020)⟧ find that drift fell.', ['Smith et al. (2020) find that drift fell']],
    ['However, drift fell by 55% ⟦[@a]⟧.', ['Drift fell by 55%']],
    ['Meanwhile drift fell by 55% ⟦[@a]⟧.', ['Drift fell by 55%']],
    ['So far drift fell by 55% ⟦[@a]⟧.', ['So far drift fell by 55%']],
    ['One study found that drift fell by 55% ⟦[@a]⟧.', ['Drift fell by 55%']],
    ['One note even shows drift falls by 55% ⟦[@a]⟧.', ['Drift falls by 55%']],
    ['Several notes suggest that drift falls ⟦[@a]⟧.', ['Several notes suggest that drift falls']],
    ['The quietly useful takeaway: drift falls with training ⟦[@a]⟧.', ['Drift falls with training']],
    [
      'Training reduces the drift of personas ⟦[@a]⟧, and scaling does not help consistency at all ⟦[@b]⟧.',
      ['Training reduces the drift of personas', 'Scaling does not help consistency at all'],
    ],
    [
      'Training reduces the drift of personas (⟦a⟧), and scaling does not help consistency at all (⟦b⟧).',
      ['Training reduces the drift of personas', 'Scaling does not help consistency at all'],
    ],
    [
      'Training reduces the drift of personas ⟦[@a]⟧, and it costs nothing in quality or speed ⟦[@b]⟧.',
      [
        'Training reduces the drift of personas ① and it costs nothing in quality or speed ②'.replace(
          '① and',
          '①, and',
        ),
      ],
    ],
    [
      'Others move the fix to inference time ⟦[@a]⟧ — or invert the setup, cutting drift ⟦[@b]⟧.',
      ['Others move the fix to inference time ① — or invert the setup, cutting drift ②'],
    ],
    ['This extends ⟦Fehr and Schmidt⟧.', ['This extends Fehr and Schmidt']],
    [
      'It is contradicted twice: ⟦Drift⟧ makes scale count.',
      ['It is contradicted twice: Drift makes scale count'],
    ],
    ['Drift fell by 55% ⟦[@a]⟧.', ['Drift fell by 55%']],
    ['Drift (in dialogue) fell by 55% (⟦a⟧).', ['Drift (in dialogue) fell by 55%']],
    ['GPT-4 reached 86.4% on a test.', ['GPT-4 reached 86.4% on a test']],
  ])('%s', (sentence, expected) => {
    expect(claims(sentence)).toEqual(expected);
  });

  it('knows a claim that leans on the sentence before it', () => {
    expect(leansBack('It also lowers drift')).toBe(true);
    expect(leansBack('These results hold')).toBe(true);
    expect(leansBack('Italian models drift')).toBe(false);
  });
});
