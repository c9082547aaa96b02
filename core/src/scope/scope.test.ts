/** The page of cases, run: under each sentence stands what covers it and why; the page must come out as it stands. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readPage, type Example } from '../../../test/pages.ts';
import { analysisOf, annotate, strip } from '../../../test/support.ts';
import { extend } from './evidence.ts';

const path = new URL('./scope.md', import.meta.url).pathname;
const page = readPage(readFileSync(path, 'utf8'));

function drawn(example: Example): string {
  const text = strip(example.text);
  const { note, sentences } = analysisOf(text, example.given);
  const marks = sentences
    .filter(({ sentence }) => note.blocks[sentence.block]?.kind !== 'heading')
    .map(({ sentence, sources }) => ({
      span: sentence.span,
      rule: sources.length === 0 ? 'bare' : 'covered',
      message:
        sources.length === 0
          ? 'no source'
          : sources.map(({ source, by }) => `${source.id} (${by})`).join(', '),
    }));
  return annotate(text, marks as unknown as Parameters<typeof annotate>[1]);
}

test('sources cover what the page says', async () => {
  expect(page.examples.length).toBeGreaterThan(20);
  await expect(page.withTexts(page.examples.map(drawn))).toMatchFileSnapshot(path);
});

test('a sentence never lists a source twice', () => {
  for (const example of page.examples)
    for (const { sources } of analysisOf(strip(example.text), example.given).sentences)
      expect(new Set(sources.map(({ source }) => source)).size).toBe(sources.length);
});

test('a very long list of sources is cut, the nearest kept', () => {
  const text = `- ${Array.from({ length: 200 }, (_, n) => `Claim number ${String(n)} holds [@key${String(n)}].`).join(' ')} The last sentence has none of its own here.`;
  const { sentences } = analysisOf(text);
  const last = sentences.at(-1);
  expect(last?.sources.length).toBeGreaterThan(0);
  expect(last?.sources.length).toBeLessThan(60);
  expect(extend(last?.sources ?? [], [])).toBe(last?.sources);
});
