/** The exact titles of library entries in a note's running text: the seed's own way to cite. */
import type { Library, TitleMention } from '../library/model.ts';
import type { Block, Citation, Note, Prose } from '../note/model.ts';
import { Fact } from '../text/content.ts';

/** What a library met in a leaf, by its content, from one version of a note to the next. */
const known = new Fact<{ library: Library; mentions: readonly TitleMention[] }>();

function mentionsIn({ text, content }: Prose, library: Library): readonly TitleMention[] {
  const met = known.of(content, () => ({ library, mentions: library.findTitles(text) }));
  if (met.library !== library) {
    met.library = library;
    met.mentions = library.findTitles(text);
  }
  return met.mentions;
}

/** In document order of their blocks; never inside another citation, never the note's own title. */
export function titleCitations(note: Note, library: Library): Citation[] {
  const found: Citation[] = [];
  let next = 0;
  for (const block of note.blocks) {
    if (block.prose === undefined || block.prose.text.length < 8) continue;
    const mentions = mentionsIn(block.prose, library);
    if (mentions.length === 0) continue;
    for (const { span, entry } of mentions) {
      if (
        isWhole(block, span) &&
        (entry.kind === 'line' || (entry.kind === 'note' && block.kind === 'heading'))
      )
        continue;
      const source = block.prose.sourceSpan(span.start, span.end);
      while (next < note.citations.length && (note.citations[next]?.span.end ?? 0) <= source.start) next++;
      const beside = note.citations[next];
      if (beside !== undefined && beside.span.start < source.end) continue;
      found.push({
        type: 'title',
        id: entry.title,
        span: source,
        idSpan: source,
        block: block.index,
        sentence: sentenceAt(note, block, span.start),
      });
    }
  }
  return found;
}

/**
 * A heading that repeats a note's question cites nothing: it is that note, or a section about the same question. A line's title
 * alone on its line heads a page or points to the next one.
 */
const isWhole = (block: Block, span: { start: number; end: number }): boolean =>
  span.start === 0 && span.end >= (block.prose?.text.trimEnd().length ?? 0) - 1;

/** The sentence of a block that holds an offset of its prose. */
export function sentenceAt(note: Note, block: Block, offset: number): number | undefined {
  for (let index = block.sentences.first; index < block.sentences.last; index++)
    if ((note.sentences[index]?.prose.end ?? 0) > offset) return index;
  return block.sentences.last > block.sentences.first ? block.sentences.last - 1 : undefined;
}
