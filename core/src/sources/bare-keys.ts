/**
 * "@vaswani showed …": a narrative key that by its writing may as well be a person's handle. It cites where the library holds
 * just this key, letter for letter, and is nothing at all where it does not.
 */
import { findBareKeys } from '../identifiers/index.ts';
import type { IdentifierMatch } from '../identifiers/model.ts';
import type { Library } from '../library/model.ts';
import type { Citation, Note } from '../note/model.ts';
import { Fact } from '../text/content.ts';
import { overlaps } from '../text/span.ts';
import { sentenceAt } from './titles.ts';

/** In a leaf, by its content: kept from one version of a note to the next. */
const known = new Fact<readonly IdentifierMatch[]>();

/** In document order of their blocks; never inside another citation. */
export function bareKeyCitations(note: Note, library: Library): Citation[] {
  if (!note.text.includes('@')) return [];
  const found: Citation[] = [];
  let next = 0;
  for (const block of note.blocks) {
    const { prose } = block;
    if (prose?.text.includes('@') !== true) continue;
    for (const match of known.of(prose.content, () => findBareKeys(prose.text))) {
      if (!holds(library, match.id) || prose.code.some((code) => overlaps(code, match.span))) continue;
      const span = prose.sourceSpan(match.span.start, match.span.end);
      if (note.text[span.start] === '\\') continue;
      while (next < note.citations.length && (note.citations[next]?.span.end ?? 0) <= span.start) next++;
      if ((note.citations[next]?.span.start ?? Infinity) < span.end) continue;
      found.push({
        ...match,
        span,
        idSpan: prose.sourceSpan(match.idSpan.start, match.idSpan.end),
        block: block.index,
        sentence: sentenceAt(note, block, match.span.start),
      });
    }
  }
  return found;
}

function holds(library: Library, key: string): boolean {
  const entry = library.byKey(key);
  return entry !== undefined && (entry.id === key || entry.keys?.includes(key) === true);
}
