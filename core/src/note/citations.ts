/**
 * Finds the citations of one leaf by their writing: links, wikilinks and footnote marks as the inline parser saw them, the rest
 * by the grammars of `core/src/identifiers`. One citation a place: the widest marker wins.
 */
import {
  findArxivIds,
  findAuthorYears,
  findAuthorYearsInProse,
  findChineseAuthorYears,
  findGermanAuthorYears,
  findDois,
  findNumericCitations,
  findPandocKeys,
  findPubMedIds,
  findUnpublished,
  findWikilinks,
  mayHoldDoi,
  mayHoldUnpublished,
} from '../identifiers/index.ts';
import type { IdentifierMatch } from '../identifiers/model.ts';
import type { Span } from '../text/span.ts';
import { findInAsides } from './asides.ts';
import { findBareUrls } from './bare-urls.ts';
import { addressCitation, linkCitation } from './links.ts';
import { contentEnd, contentStart } from './leaf-prose.ts';
import type { InlineLink, ReadProse } from './prose.ts';
import { findRaisedMarks } from './raised-marks.ts';

/** Citations in content offsets, in order, without overlaps (those of one numeric range share its span). */
export function findCitations(content: string, prose: ReadProse): readonly IdentifierMatch[] {
  const { links, wikilinks, footnotes, asides } = prose;
  const hasSign = SIGN.test(content) || mayHoldUnpublished(content);
  const isPlain =
    links.length === 0 && wikilinks.length === 0 && footnotes.length === 0 && asides.length === 0;
  if (!hasSign && isPlain) return NONE;
  const papers = hasSign && mayHoldIdentifier(content) ? findPapers(content, prose) : NONE;
  const found: IdentifierMatch[] = [...papers];
  for (const link of links) {
    const citation = linkCitation(content, link, prose.text, papers);
    if (citation) found.push(citation);
  }
  for (const link of wikilinks)
    for (const match of findWikilinks(content.slice(link.start, link.end)))
      found.push(moved(match, link.start));
  for (const note of footnotes)
    found.push({
      type: 'footnote',
      id: note.label,
      span: { start: note.start, end: note.end },
      idSpan: { start: note.start + 2, end: note.end - 1 },
    });
  if (content.includes('@') || content.includes('://') || content.includes('www.')) {
    // What a link with visible words leads to is said already; what a badge leads to says nothing.
    const plain = masked(
      content,
      prose.code,
      prose.math,
      prose.comments,
      prose.tags,
      prose.pictures,
      addresses(links),
    );
    // Not spread: a line may hold more of them than a call takes arguments.
    if (content.includes('@')) for (const key of findPandocKeys(plain)) found.push(key);
    for (const url of findBareUrls(plain)) found.push(addressCitation(url, papers));
  }
  if (asides.length > 0) found.push(...findInAsides(content, asides, found));
  if (prose.tags.length > 1) found.push(...findRaisedMarks(content, prose.tags, found));
  const strong = found.length;
  if (YEAR_OR_NUMBER.test(prose.text) || mayHoldUnpublished(prose.text)) found.push(...findInProse(prose));
  return found.length < 2 ? found : withoutOverlaps(found, strong);
}

const NONE: readonly IdentifierMatch[] = [];
const addresses = (links: readonly InlineLink[]): Span[] =>
  links.filter((link) => link.form === 'inline').map((link) => ({ start: link.labelEnd, end: link.end }));

/** Without one of these, no grammar finds anything. */
const SIGN = /[\d@¹²³⁴-⁹]|:\/\/|www\./;

/** IDs count inside code spans; in formulas and comments they are something else. */
function findPapers(content: string, prose: ReadProse): IdentifierMatch[] {
  const tags = prose.tags.filter(({ start }) => !/^<a\s/i.test(content.slice(start, start + 3)));
  const shown = masked(content, prose.math, prose.comments, prose.pictures, tags);
  const arxiv = findArxivIds(shown);
  const dois = mayHoldDoi(content) ? findDois(shown) : [];
  return dois.length === 0 || arxiv.length === 0
    ? [...arxiv, ...dois]
    : [...arxiv, ...dois].sort((a, b) => a.idSpan.start - b.idSpan.start);
}

const YEAR_OR_NUMBER = /(?:1[6-9]|20)\d\d|\[\d|\^\d|[¹²³⁴-⁹]|PM(?:ID|C)/;
const IDENTIFIER_SIGN = /[./]\d{3}/;
const mayHoldIdentifier = (content: string): boolean =>
  IDENTIFIER_SIGN.test(content) || mayHoldDoi(content) || /arxiv/i.test(content);

/** Author-year and numeric citations stand in the words, whatever markup runs through them. */
function findInProse(prose: ReadProse): IdentifierMatch[] {
  const { text, segments } = prose;
  const toContent = (span: Span): Span => ({
    start: contentStart(segments, text.length, span.start),
    end: contentEnd(segments, text.length, span.end),
  });
  return [
    ...findAuthorYears(text),
    ...findAuthorYearsInProse(text),
    ...findChineseAuthorYears(text),
    ...findGermanAuthorYears(text),
    ...findUnpublished(text),
    ...findNumericCitations(text),
    ...findPubMedIds(text),
  ]
    .map((match) => ({ ...match, span: toContent(match.span), idSpan: toContent(match.idSpan) }))
    .filter((match) => !touches(prose.code, match.span) && !touches(prose.math, match.span));
}

/** Whether any of the stretches, which stand in order, shares a character with the span. */
function touches(stretches: readonly Span[], span: Span): boolean {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.end ?? 0) > span.start) high = middle;
    else low = middle + 1;
  }
  const first = stretches[low];
  return first !== undefined && first.start < span.end;
}

const moved = (match: IdentifierMatch, by: number): IdentifierMatch => ({
  ...match,
  span: { start: match.span.start + by, end: match.span.end + by },
  idSpan: { start: match.idSpan.start + by, end: match.idSpan.end + by },
});

/** The content with these stretches blanked out, offsets kept. */
function masked(content: string, ...stretches: (readonly Span[])[]): string {
  if (stretches.every((spans) => spans.length === 0)) return content;
  const spans = stretches.flat();
  if (stretches.length > 1) spans.sort((a, b) => a.start - b.start);
  let result = '';
  let at = 0;
  for (const { start, end } of spans) {
    if (start < at) continue;
    result += content.slice(at, start) + ' '.repeat(end - start);
    at = end;
  }
  return result + content.slice(at);
}

/** The wider of two that overlap; but words that only look like authors and years never win over a real marker. */
function withoutOverlaps(found: readonly IdentifierMatch[], strong: number): readonly IdentifierMatch[] {
  const sorted = found.toSorted(inPlace);
  if (areApart(sorted)) return sorted;
  const order = found
    .map((match, index) => ({ match, weak: index >= strong }))
    .sort((a, b) => inPlace(a.match, b.match));
  const kept: typeof order = [];
  for (const candidate of order) {
    const last = kept.at(-1);
    if (!last || last.match.span.end <= candidate.match.span.start) kept.push(candidate);
    else if (sameMarker(last.match, candidate.match)) kept.push(candidate);
    else if (last.weak !== candidate.weak ? last.weak : width(candidate.match) > width(last.match)) {
      while (kept.length > 0 && (kept.at(-1)?.match.span.end ?? 0) > candidate.match.span.start) kept.pop();
      kept.push(candidate);
    }
  }
  return kept.map(({ match }) => match);
}

/** By their beginnings; of those that begin together, the widest first. */
const inPlace = (a: IdentifierMatch, b: IdentifierMatch): number =>
  a.span.start - b.span.start || b.span.end - a.span.end;

/** As nearly everywhere. */
const areApart = (sorted: readonly IdentifierMatch[]): boolean =>
  sorted.every((match, index) => index === 0 || (sorted[index - 1]?.span.end ?? 0) <= match.span.start);

/** The numbers of one range "[3–5]" share its place. */
const sameMarker = (a: IdentifierMatch, b: IdentifierMatch): boolean =>
  a.type === 'numeric' &&
  b.type === 'numeric' &&
  a.id !== b.id &&
  a.span.start === b.span.start &&
  a.span.end === b.span.end;

const width = (match: IdentifierMatch): number => match.span.end - match.span.start;
