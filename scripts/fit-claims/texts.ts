/**
 * Texts written for this purpose (`texts/`), in the manner of manuscripts, posts, chapters, articles and research notes, with `[@]`
 * where an author of the kind would cite, in notes where a reader would ask for a source (docs/claims.md).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { inputsOfNote } from '../../core/src/claims/context.ts';
import { parseNote } from '../../core/src/note/index.ts';
import { examplesOfDocument, type Cited, type Example } from './data.ts';

const FOLDER = new URL('texts/', import.meta.url).pathname;
const MARK = / ?\[@\]/g;

/** "note-07-retrieval.md" -> "note". */
export const genreOf = (document: string): string => document.split('-')[0] ?? '';

const names = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.md'))
  .sort();

/** For `needsSource`: a mark says yes. */
export function teachingTexts(): Example[] {
  return names.flatMap((name) => {
    const { text, citations } = withoutMarks(readFileSync(FOLDER + name, 'utf8'));
    return examplesOfDocument('texts', name, text, citations);
  });
}

export interface TextOfSentences {
  readonly document: string;
  /** Offsets into the text without its marks. */
  readonly sentences: readonly { readonly text: string; readonly offset: number }[];
}

/** Their prose sentences, in order. */
export function readTexts(): TextOfSentences[] {
  return names.map((document) => {
    const note = parseNote(withoutMarks(readFileSync(FOLDER + document, 'utf8')).text);
    const inputs = inputsOfNote(note);
    return {
      document,
      sentences: note.sentences
        .filter(({ index }) => inputs[index] !== null)
        .map(({ words, span }) => ({ text: words, offset: span.start })),
    };
  });
}

/** The text without its marks, and where they stood. */
export function withoutMarks(marked: string): { text: string; citations: Cited[] } {
  const citations: Cited[] = [];
  let text = '';
  let from = 0;
  for (const { index, 0: mark } of marked.matchAll(MARK)) {
    text += marked.slice(from, index);
    citations.push({ offset: text.length });
    from = index + mark.length;
  }
  return { text: text + marked.slice(from), citations };
}
