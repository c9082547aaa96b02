/** The question at the cursor that a new line of inquiry may take up: an item under “Next lines”, or one of any list that asks. */
import { isNextHeading } from '../importer/page.ts';
import type { Block, Note, Sentence } from '../note/model.ts';
import { headingTextOf } from '../note/sections.ts';

/** Visible words; undefined where the cursor stands on no such item. */
export function questionAt(note: Note, offset: number): string | undefined {
  const item = note.blocks.findLast(
    ({ kind, span }) => kind === 'item' && span.start <= offset && offset <= span.end,
  );
  const leaf = item && note.blocks.find(({ parent, kind }) => parent === item.index && kind === 'paragraph');
  if (!leaf) return undefined;
  const sentences = sentencesOf(note, leaf);
  const isNext = isNextHeading(headingTextOf(note, leaf.index));
  // A list of sources may ask, too: its titles are questions that notes have answered.
  const asking = sentences.find(({ words, allLink }) => words.endsWith('?') && (isNext || !allLink));
  return asking?.words ?? (isNext ? sentences[0]?.words : undefined);
}

const sentencesOf = (note: Note, { sentences: { first, last } }: Block): readonly Sentence[] =>
  note.sentences.slice(first, last);
