/** The labelled date expressions of real notes (document, offset, hash; no text), held against what the engine finds today. */
import { existsSync, readFileSync } from 'node:fs';
import { datesOfNote } from '#core/dates/index.ts';
import { parseNote } from '#core/note/index.ts';
import { corpus, corpusFiles, digest, today } from './sample.ts';

interface Label {
  readonly document: string;
  readonly offset: number;
  /** Of the words with 40 characters to each side. */
  readonly hash: string;
  readonly date: boolean;
}

export interface NoteLabels {
  readonly labelled: number;
  /** Labels whose document has changed since. */
  readonly stale: number;
  readonly right: number;
  readonly wrong: number;
  /** Over the sampled fifth of the corpus. */
  readonly sentences: number;
  readonly dates: number;
}

export function noteLabels(): NoteLabels | undefined {
  const path = new URL('./labels.jsonl', import.meta.url);
  if (!existsSync(path) || !existsSync(corpus)) return undefined;
  const labels = readFileSync(path, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Label);
  let stale = 0;
  let right = 0;
  let wrong = 0;
  for (const label of labels) {
    const file = `${corpus}/${label.document}`;
    const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
    const date = datesOfNote(parseNote(text), today).find(({ span }) => span.start === label.offset);
    const matches =
      date && digest(text.slice(Math.max(0, date.span.start - 40), date.span.end + 40)) === label.hash;
    if (text === '') stale++;
    else if (matches && label.date) right++;
    else if (matches) wrong++;
  }
  let sentences = 0;
  let dates = 0;
  for (const file of corpusFiles()) {
    if (parseInt(digest(`file:${file.slice(corpus.length)}`).slice(0, 4), 16) % 5 !== 0) continue;
    const note = parseNote(readFileSync(file, 'utf8'));
    const body = note.frontMatter?.span.end ?? 0;
    sentences += note.sentences.length;
    dates += datesOfNote(note, today).filter(({ span }) => span.start >= body).length;
  }
  return { labelled: labels.length, stale, right, wrong, sentences, dates };
}
