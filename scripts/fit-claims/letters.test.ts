import { expect, it } from 'vitest';
import { readLetters } from './letters.ts';
import { readTexts } from './texts.ts';

/** Whoever changes how sentences are split learns it here, not at the next refit. */
it('the teaching texts are cut into the sentences that their labels name', () => {
  const { documents, lettersOf } = readLetters('text-claims.txt');
  const texts = new Map(readTexts().map(({ document, sentences }) => [document, sentences]));
  expect([...documents].filter((document) => !texts.has(document))).toEqual([]);
  const cutOtherwise = [...documents].filter((document) => {
    try {
      return lettersOf(document, texts.get(document) ?? []) === undefined;
    } catch {
      return true;
    }
  });
  expect(cutOtherwise).toEqual([]);
});
