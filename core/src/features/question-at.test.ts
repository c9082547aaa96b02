import { describe, expect, it } from 'vitest';
import { note } from '../../../test/support.ts';
import { questionAt } from './index.ts';

/** The cursor is drawn as “‸”. */
const at = (text: string): string | undefined => {
  const offset = text.indexOf('‸');
  return questionAt(note(text.replace('‸', '')), offset);
};

describe('the question at the cursor', () => {
  it.each([
    [
      'an item under next lines',
      '## Next inquiring lines\n\n- Does drift vanish?\n- How d‸o personas form?\n',
      'How do personas form?',
    ],
    ['one that does not ask', '## Related lines\n\n1. The ‸limits of steering\n', 'The limits of steering'],
    ['before its marker', '## Next lines\n\n‸- Does drift vanish?\n', 'Does drift vanish?'],
    ['at its end', 'Open:\n\n* Does *drift* vanish?‸\n', 'Does drift vanish?'],
    ['the sentence that asks', '- Drift fell. Does it vanish? It may.‸\n', 'Does it vanish?'],
    ['an item within another', '- Drift\n  - Does it v‸anish?\n', 'Does it vanish?'],
    ['an item over two lines', '- Does drift‸\n  vanish?\n', 'Does drift vanish?'],
    ['a linked next line', '## Next lines\n\n- [Does drift ‸vanish?](drift.md)\n', 'Does drift vanish?'],
  ])('is %s', (_, text, question) => {
    expect(at(text)).toBe(question);
  });

  it.each([
    ['in a paragraph', 'Does drift ‸vanish?\n'],
    ['on an item that tells', '- Drift ‸fell.\n'],
    ['on a source whose title asks', '## Sources\n\n- [Does drift ‸vanish?](notes/drift.md)\n'],
    ['in an empty item', '- ‸\n'],
    ['in an empty note', '‸'],
  ])('is none %s', (_, text) => {
    expect(at(text)).toBeUndefined();
  });
});
