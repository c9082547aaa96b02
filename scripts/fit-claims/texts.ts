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
    const whole = examplesOfDocument('texts', name, text, citations);
    if (genreOf(name) !== 'note') return whole;
    const length = whole.filter(({ scored }) => scored).length;
    const times = Math.min(MOST_TIMES, Math.sqrt(USUAL_LENGTH / length));
    return [...whole, ...sectionsAlone(name, text, citations), ...sentencesAlone(whole)].map((row) => ({
      ...row,
      weight: times * row.weight,
    }));
  });
}

/** What stands under each heading, as if it were a note of its own: many notes are that short. */
function sectionsAlone(name: string, text: string, citations: readonly Cited[]): Example[] {
  const starts = parseNote(text).blocks.flatMap(({ kind, span }) => (kind === 'heading' ? [span.start] : []));
  const cuts = [0, ...starts.slice(1), text.length];
  if (cuts.length < 4) return [];
  return cuts.slice(0, -1).flatMap((from, at) => {
    const to = cuts[at + 1] ?? text.length;
    const own = citations.filter(({ offset }) => offset > from && offset <= to);
    return examplesOfDocument(
      'texts',
      name,
      text.slice(from, to),
      own.map(({ offset }) => ({ offset: offset - from })),
    )
      .filter(({ scored }) => scored)
      .map((row) => ({ ...row, offset: from + row.offset, weight: OF_A_SECTION, scored: false }));
  });
}

/** Each sentence as a note of nothing else. */
function sentencesAlone(rows: readonly Example[]): Example[] {
  return rows
    .filter(({ scored }) => scored)
    .flatMap((row) =>
      examplesOfDocument('texts', row.document, row.text, [])
        .slice(0, 1)
        .map((alone) => ({
          ...alone,
          label: row.label,
          offset: row.offset,
          weight: OF_A_SENTENCE,
          scored: false,
        })),
    );
}

/** Against 0.7 of the sentence in its whole note. */
const USUAL_LENGTH = 40;
const MOST_TIMES = 4;
const OF_A_SECTION = 0.3;
const OF_A_SENTENCE = 0.15;

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
function withoutMarks(marked: string): { text: string; citations: Cited[] } {
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
