/**
 * Sentences of our own (`test/dates`), as news wires of three decades and short messages have them, with the spans and values
 * that the TIMEX3 guidelines give: articles and "early", "about", "the end of" inside the span, prepositions and a genitive's
 * "’s" outside.
 */
import { expect, test } from 'vitest';
import { markedSentenceFiles, readMarkedSentences } from '../../../test/marked-sentences.ts';
import { markedDates } from '../../../test/support.ts';

test.each(markedSentenceFiles())('%s', (name) => {
  const sentences = readMarkedSentences(name);
  expect(sentences.length).toBeGreaterThan(10);
  for (const { marked, text, anchor, isMissed } of sentences)
    if (isMissed) expect(markedDates(text, anchor), 'read right: take the "? " away').not.toBe(marked);
    else expect(markedDates(text, anchor)).toBe(marked);
});
