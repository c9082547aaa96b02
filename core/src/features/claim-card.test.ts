/** What a claim's card says of its source: whatever the scores, it and the rule never contradict each other. */
import { describe, expect, it } from 'vitest';
import { analysisOf, check, withCursor } from '../../../test/support.ts';
import { hoverAt } from './hover.ts';

const SOFTWARE = `Run it:

\`\`\`sh
npm run sort
\`\`\`

Call \`sort()\` first. The \`stable\` option is off. \`sort()\` does not read hidden files‸.
`;

function cardOf(marked: string, settings?: Readonly<Record<string, unknown>>): string {
  const { text, offset } = withCursor(marked);
  return hoverAt(analysisOf(text, { settings }), offset)?.markdown ?? '';
}

describe('the card of a claim', () => {
  it.each([
    ['is asked for a source', 'Adapters reach 87.3% acc‸uracy.', 'in its sentence, list item or paragraph.'],
    ['has its source', 'Adapters reach 87.3% acc‸uracy (arXiv:2511.00222).', 'Rests on arXiv:2511.00222.'],
    ['has it further on', 'Drift falls by 5‸5%. It stays (arXiv:2511.00222).', '(in its paragraph).'],
    [
      'is owed one',
      'Drift falls by 5‸5% [citation needed].',
      'A source is owed: it is marked “\\[citation needed\\]”.',
    ],
    [
      'stands where none is asked for',
      '- [ ] Studies show that drift fa‸lls.',
      'No source expected where it stands.',
    ],
    [
      'is likely the writer’s own',
      'We ran the shifts in another or‸der and they were shorter than before.',
      'No source expected: ',
    ],
    ['is what software does', SOFTWARE, 'No source expected: '],
  ])('that %s', (_, marked, expected) => {
    expect(cardOf(marked)).toContain(expected);
  });

  it('says in which place a source was looked for', () => {
    const marked = 'Adapters reach 87.3% acc‸uracy.';
    expect(cardOf(marked, { 'claims.scope': 'sentence' })).toContain('there is none in its sentence.');
    expect(cardOf(marked, { 'claims.scope': 'paragraph' })).toContain('there is none in its paragraph.');
  });

  it.each(['gentle', 'standard', 'strict'])(
    'expects a source where the rule asks for one, and only there (%s)',
    (profile) => {
      const text = [
        'Larger models outperform smaller ones. Drift falls by 55% (arXiv:2511.00222).',
        'Sleep consolidates memory. The device is a green box. Every agent drifts. It was invented in 1960.',
        'Our runs were shorter than those of others. According to the ministry, the schools are full.',
      ].join('\n\n');
      const { analysis, problems } = check(text, { settings: { 'claims.profile': profile } });
      const asked = new Set(
        problems.filter(({ rule }) => rule === 'unsourced-claim').map(({ span }) => span.start),
      );
      for (const { sentence } of analysis.sentences) {
        const card = hoverAt(analysis, sentence.span.start + 1)?.markdown ?? '';
        expect([sentence.words, card.includes('A source is expected')]).toEqual([
          sentence.words,
          asked.has(sentence.span.start),
        ]);
      }
    },
  );
});
