/**
 * Looks up what each citation of a note stands for, and finds the exact titles of library entries in its running text.
 * Knows what a citation means, not what it covers: that is `scope`'s business.
 */
import type { Source } from '../analysis.ts';
import type { Entry, Library } from '../library/model.ts';
import type { Citation, Note } from '../note/model.ts';
import { bareKeyCitations } from './bare-keys.ts';
import { citesInWords, footnoteTexts, type FootnoteTexts } from './footnotes.ts';
import { namesIndex } from './names.ts';
import { referenceLines, type ReferenceLines } from './reference-lines.ts';
import { tagCitations } from './tags.ts';
import { titleCitations } from './titles.ts';
import { citedInWords } from './written-works.ts';

/** In document order. */
export function resolveSources(note: Note, library: Library): Source[] {
  const marked = [
    ...note.citations,
    ...tagCitations(note),
    ...bareKeyCitations(note, library),
    ...titleCitations(note, library),
  ];
  const written = [...marked, ...citedInWords(note, marked)];
  if (written.length > note.citations.length) written.sort((a, b) => a.span.start - b.span.start);
  let footnotes: FootnoteTexts | undefined;
  let lines: ReferenceLines | undefined;
  const indirect: number[] = [];
  const sources: Source[] = written.map((citation, index) => {
    if (citation.type === 'footnote' || citation.type === 'numeric') indirect.push(index);
    return sourceOf(citation, entryOf(citation, library));
  });
  for (const index of indirect) {
    const source = sources[index];
    if (source === undefined) continue;
    if (source.type === 'footnote') {
      footnotes ??= footnoteTexts(note, sources);
      const text = footnotes.get(source.id);
      const holds = text?.sources ?? [];
      sources[index] = {
        ...source,
        entry: onlyEntry(holds),
        holds,
        isRemark: note.text.startsWith('^[', source.span.start)
          ? !citesInWords(source.id)
          : text === undefined || !text.isReference,
      };
    } else {
      lines ??= referenceLines(note, sources);
      const holds = lines.get(source.id) ?? [];
      sources[index] = { ...source, entry: onlyEntry(holds), holds };
    }
  }
  return sources;
}

/** Field by field, as citations are placed: spreading costs several times as much on Node 20. */
const sourceOf = (citation: Citation, entry: Entry | undefined): Source => ({
  type: citation.type,
  id: citation.id,
  span: citation.span,
  idSpan: citation.idSpan,
  version: citation.version,
  locator: citation.locator,
  label: citation.label,
  narrative: citation.narrative,
  declared: citation.declared,
  malformed: citation.malformed,
  block: citation.block,
  sentence: citation.sentence,
  entry,
});

function entryOf(citation: Citation, library: Library): Entry | undefined {
  if (citation.malformed !== undefined) return undefined;
  switch (citation.type) {
    case 'arxiv':
      return library.byArxiv(citation.id);
    case 'doi':
      return library.byDoi(citation.id);
    case 'key':
      return library.byKey(citation.id);
    case 'note':
      return library.byNote(citation.id);
    case 'title':
      return library.byTitle(citation.id);
    case 'link':
      return isOutside(citation.id)
        ? namesIndex(library).byUrl(citation.id)
        : isNotePath(citation.id)
          ? library.byNote(citation.id)
          : undefined;
    case 'author-year':
      return namesIndex(library).byAuthorYear(citation.id);
    default:
      return undefined;
  }
}

/** What a footnote stands for, when it stands for one thing. */
function onlyEntry(sources: readonly Source[]): Entry | undefined {
  const entries = new Set(sources.map((source) => source.entry).filter((entry) => entry !== undefined));
  return entries.size === 1 ? [...entries][0] : undefined;
}

export const isOutside = (target: string): boolean => /^(?:https?:)?\/\//i.test(target);
/** A path that could be a note's: it ends in ".md" or its kin, or in no extension at all. */
export const isNotePath = (target: string): boolean =>
  !/^[a-z][a-z0-9+.-]*:/i.test(target) &&
  !target.startsWith('#') &&
  /(?:^|\/)[^/.]+(?:\.(?:md|markdown|qmd|mdx))?$/i.test(target.replace(/[#?].*$/s, ''));
