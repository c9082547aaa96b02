/**
 * A seeded sample of the date expressions that the engine finds in real notes, for labelling by eye. Prints each with its
 * surroundings to the screen; what is committed are labels by document, offset and hash alone.
 *
 *     npx tsx bench/dates/sample.ts 320
 */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { datesOfNote } from '#core/dates/index.ts';
import { parseNote } from '#core/note/index.ts';
import { dataFolder } from './corpus.ts';

export const today = { year: 2026, month: 11, day: 23 };
export const corpus = `${dataFolder}/notes-corpus`;

export interface Found {
  readonly document: string;
  readonly offset: number;
  readonly hash: string;
  readonly text: string;
  readonly value: string;
  readonly around: string;
}

/** Every Markdown file of the corpus but the very large ones, in a fixed order. */
export function corpusFiles(): string[] {
  const files: string[] = [];
  const walk = (folder: string): void => {
    for (const name of readdirSync(folder).sort()) {
      const path = `${folder}/${name}`;
      const stat = statSync(path);
      if (stat.isDirectory()) walk(path);
      else if (name.endsWith('.md') && stat.size < 300_000) files.push(path);
    }
  };
  walk(corpus);
  return files;
}

export const digest = (text: string): string => createHash('sha1').update(text).digest('hex').slice(0, 16);

/** Where a label points: document, offset, and a hash of the words and what stands around them. */
export function labelOf(
  path: string,
  text: string,
  start: number,
  end: number,
): { document: string; offset: number; hash: string } {
  return {
    document: path.slice(corpus.length + 1),
    offset: start,
    hash: digest(text.slice(Math.max(0, start - 40), end + 40)),
  };
}

/** By collection, so that the largest does not drown the rest. */
export function sampleDates(count: number): { found: Found[]; sentences: number; dates: number } {
  const byCollection = new Map<string, Found[]>();
  let sentences = 0;
  let dates = 0;
  for (const path of corpusFiles()) {
    // A fifth of the files, by their names.
    if (parseInt(digest(`file:${path.slice(corpus.length)}`).slice(0, 4), 16) % 5 !== 0) continue;
    const text = readFileSync(path, 'utf8');
    const note = parseNote(text);
    sentences += note.sentences.length;
    for (const date of datesOfNote(note, today)) {
      if (date.span.start < (note.frontMatter?.span.end ?? 0)) continue;
      dates++;
      const { start, end } = date.span;
      const around = `${text.slice(Math.max(0, start - 50), start)}[[${date.text}]]${text.slice(end, end + 30)}`;
      const collection = path
        .slice(corpus.length + 1)
        .split('/')
        .slice(0, 2)
        .join('/');
      const list = byCollection.get(collection) ?? [];
      byCollection.set(collection, list);
      list.push({
        ...labelOf(path, text, start, end),
        text: date.text,
        value: date.value,
        around: around.replace(/\s+/g, ' '),
      });
    }
  }
  const each = Math.ceil(count / byCollection.size);
  const order = (one: Found): string => digest(`sample:${one.document}:${String(one.offset)}`);
  const found = [...byCollection.values()].flatMap((list) =>
    [...list].sort((a, b) => (order(a) < order(b) ? -1 : 1)).slice(0, each),
  );
  return { found, sentences, dates };
}

if (process.argv[1]?.endsWith('sample.ts') === true) {
  const { found, sentences, dates } = sampleDates(Number(process.argv[2] ?? 320));
  console.log(`${String(sentences)} sentences, ${String(dates)} dates`);
  found.forEach((one, index) => {
    console.log(`${String(index)}\t${one.around}\t${one.value}`);
  });
}
