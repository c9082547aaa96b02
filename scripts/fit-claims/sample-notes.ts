/**
 * Draws sentences of real notes for people to label by docs/claim-guideline.md, alike many from each collection.
 * Writes them with their context outside the repository: the notes' text may be read, not kept.
 * Usage: npx tsx scripts/fit-claims/sample-notes.ts [--count 640] [--out /tmp/claim-sample.jsonl]
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { inputsOfNote } from '../../core/src/claims/context.ts';
import { hashOf } from '../../core/src/claims/hash.ts';
import { headingTextOf, languageOf, parseNote, type Note, type Sentence } from '../../core/src/index.ts';

const ROOT = new URL('../../../shared/data/notes-corpus/en/', import.meta.url).pathname;
const SEED = '20261123';
/** Of one note, so that a long one does not speak for its whole collection. */
const MOST_PER_NOTE = 4;
/** A label wants a whole thought; shorter stretches are table cells and names. */
const LEAST_WORDS = 4;

interface Drawn {
  readonly order: number;
  readonly row: Record<string, unknown>;
}

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '640' },
    out: { type: 'string', default: '/tmp/claim-sample.jsonl' },
  },
});
if (!existsSync(ROOT)) {
  console.error('sample-notes reads ../shared/data/notes-corpus, which is not here.');
  process.exit(2);
}

const collections = readdirSync(ROOT).sort();
const share = Math.ceil(Number(values.count) / collections.length);
const pools = collections.map((collection) => drawFrom(collection));
const chosen = pools.flatMap((pool) => pool.slice(0, share));
// Small collections leave room: the others fill it, in turn.
for (let at = share; chosen.length < Number(values.count) && pools.some((pool) => pool.length > at); at++)
  for (const pool of pools) {
    const more = pool[at];
    if (more && chosen.length < Number(values.count)) chosen.push(more);
  }
writeFileSync(values.out, chosen.map(({ row }) => `${JSON.stringify(row)}\n`).join(''));
console.log(
  `${String(chosen.length)} sentences of ${String(collections.length)} collections in ${values.out}`,
);

/** A collection's sentences in seeded order, a few of each note. */
function drawFrom(collection: string): Drawn[] {
  const drawn: Drawn[] = [];
  for (const path of markdownFiles(join(ROOT, collection))) {
    const document = relative(ROOT, path);
    const note = parseNote(readFileSync(path, 'utf8'));
    const inputs = inputsOfNote(note);
    const fit = note.sentences.filter(
      ({ index, words }) =>
        inputs[index] !== null && words.split(/\s+/).length >= LEAST_WORDS && languageOf(words) === 'en',
    );
    const ofNote = fit.map((sentence) => ({
      order: orderOf(document, sentence.span.start),
      row: rowOf(collection, document, note, sentence),
    }));
    drawn.push(...ofNote.sort((a, b) => a.order - b.order).slice(0, MOST_PER_NOTE));
  }
  return drawn.sort((a, b) => a.order - b.order);
}

function orderOf(document: string, offset: number): number {
  return hashOf(`${SEED} ${document} ${String(offset)}`) >>> 0;
}

/** `document`, `offset` and `hash` name it in labels.jsonl; the rest is for the labeller's eyes. */
function rowOf(
  collection: string,
  document: string,
  note: Note,
  sentence: Sentence,
): Record<string, unknown> {
  const { start, end } = sentence.span;
  const raw = note.text.slice(start, end);
  return {
    document,
    offset: start,
    hash: (hashOf(raw) >>> 0).toString(16).padStart(8, '0'),
    repository: collection,
    title: note.title?.text ?? '',
    heading: headingTextOf(note, sentence.block),
    block: note.blocks[sentence.block]?.kind ?? '',
    before: note.text.slice(Math.max(0, start - 400), start),
    text: raw,
    words: sentence.words,
    after: note.text.slice(end, end + 400),
  };
}

function markdownFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.md'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
