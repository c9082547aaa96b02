/**
 * What footnotes in place cite in their words, "^[See Smith 2019, p. 4.]": no part of the sentence, so that nothing else looks there.
 * One that names nothing in a form of its own is cited whole, as "[^a]" cites its text; whether that is a reference or a mere
 * remark is told where footnotes are read.
 */
import { findAuthorYears, findWikilinks, readWrittenReference } from '../identifiers/index.ts';
import type { IdentifierMatch } from '../identifiers/model.ts';
import { overlaps, type Span } from '../text/span.ts';

/** In content offsets; those that hold one of `strong`, an identifier or a link, are left to it. */
export function findInAsides(
  content: string,
  asides: readonly Span[],
  strong: readonly IdentifierMatch[],
): IdentifierMatch[] {
  const found: IdentifierMatch[] = [];
  for (const aside of asides) {
    if (strong.some(({ span }) => overlaps(span, aside))) continue;
    const start = aside.start + '^['.length;
    const text = content.slice(start, aside.end - 1);
    const matches = citedIn(text);
    if (matches.length === 0) {
      const inside = { start, end: aside.end - 1 };
      found.push({ type: 'footnote', id: text.trim(), span: { ...aside }, idSpan: inside });
    }
    for (const match of matches)
      found.push({ ...match, span: moved(match.span, start), idSpan: moved(match.idSpan, start) });
  }
  return found;
}

function citedIn(text: string): readonly IdentifierMatch[] {
  const links = findWikilinks(text);
  if (links.length > 0) return links;
  const written = readWrittenReference(text);
  if (written) return [{ type: 'author-year', id: written.id, span: written.span, idSpan: written.year }];
  // The footnote's brackets set the names apart as "(Smith 2019)" does.
  return findAuthorYears(`(${text.replace(/\.\s*$/, '')})`).map((match) => ({
    ...match,
    span: { start: Math.max(0, match.span.start - 1), end: Math.min(text.length, match.span.end - 1) },
    idSpan: moved(match.idSpan, -1),
  }));
}

const moved = ({ start, end }: Span, by: number): Span => ({ start: start + by, end: end + by });
