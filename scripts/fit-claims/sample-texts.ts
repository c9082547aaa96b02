/**
 * Prints the sentences of the teaching texts, numbered, to label as claims or not by docs/claim-guideline.md; labels go to
 * `text-claims.txt`, a letter a sentence. Usage: npx tsx scripts/fit-claims/sample-texts.ts [--genre note] [--from 0] [--count 100]
 */
import { parseArgs } from 'node:util';
import { cutOf } from './abstracts.ts';
import { genreOf, readTexts } from './texts.ts';

const { values } = parseArgs({
  options: {
    genre: { type: 'string', default: 'note' },
    from: { type: 'string', default: '0' },
    count: { type: 'string', default: '100' },
  },
});
const from = Number(values.from);
const texts = readTexts().filter(({ document }) => genreOf(document) === values.genre);
for (const { document, sentences } of texts.slice(from, from + Number(values.count)))
  console.log(
    `${document} ${cutOf(sentences)}\n${sentences.map(({ text }, at) => `  ${String(at + 1)} ${text}`).join('\n')}`,
  );
