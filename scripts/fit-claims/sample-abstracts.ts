/**
 * Draws abstracts to label sentence by sentence, by docs/claim-guideline.md: SciFact's (ODC-By 1.0) without headings of their own, and arXiv's
 * (CC0), with a leaning to biology. Printed for a labeller's eyes; labels go to `abstract-labels.txt`, a letter a sentence.
 * Usage: npx tsx scripts/fit-claims/sample-abstracts.ts [--from 0] [--count 100]
 */
import { parseArgs } from 'node:util';
import { cutOf, drawnAbstracts } from './abstracts.ts';

const { values } = parseArgs({
  options: { from: { type: 'string', default: '0' }, count: { type: 'string', default: '100' } },
});
const from = Number(values.from);
for (const { document, sentences } of drawnAbstracts().slice(from, from + Number(values.count)))
  console.log(
    `${document} ${cutOf(sentences)}\n${sentences.map(({ text }, at) => `  ${String(at + 1)} ${text}`).join('\n')}`,
  );
