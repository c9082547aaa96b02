/**
 * Citations in front matter. `sources:` and its kin name sources in any form, a note's path or title included; in other values
 * only what can be nothing else counts.
 */
import { findArxivIds, findDois, findPandocKeys, findWikilinks } from '../identifiers/index.ts';
import type { IdentifierMatch } from '../identifiers/model.ts';
import type { Citation, FrontMatter } from './model.ts';
import { findBareUrls } from './bare-urls.ts';

/** Keys under which every value names a source. */
const SOURCE_KEYS = /^(?:sources?|papers?|references?|cites|based[-_]on|rests[-_]on)(?:\.\d+)?$/i;
/** Keys under which a value is the identifier itself. */
const IDENTIFIER_KEYS =
  /^(?:arxiv|arxiv[-_]id|eprint|doi|pdf|(?:(?:canonical|original|source|paper|article|page|abs)[-_]?)?(?:url|link))(?:\.\d+)?$/i;
/** What Zotero's and Obsidian's literature notes call the key of their work. */
const KEY_KEYS = /^(?:cite[-_]?key|citation[-_]?key|bib(?:tex)?[-_]?key)$/i;
/** Words, not references. */
const PROSE_KEYS =
  /^(?:title|summary|abstract|description|inquiry-ignore|aliases|alias|tags|keywords|id|key)(?:\.|$)/i;
const ARXIV_KEYS = /^(?:arxiv|arxiv[-_]id|eprint)(?:\.\d+)?$/i;

export function frontMatterCitations(text: string, frontMatter: FrontMatter): Citation[] {
  const citations: Citation[] = [];
  for (const [path, span] of frontMatter.spans) {
    if (PROSE_KEYS.test(path)) continue;
    const written = text.slice(span.start, span.end);
    const quoted = /^(["'])[\s\S]*\1$/.test(written) && written.length >= 2;
    const value = quoted ? written.slice(1, -1) : written;
    const at = span.start + (quoted ? 1 : 0);
    for (const match of matchesIn(value, path))
      citations.push({
        ...match,
        span: { start: at + match.span.start, end: at + match.span.end },
        idSpan: { start: at + match.idSpan.start, end: at + match.idSpan.end },
        block: undefined,
        sentence: undefined,
      });
  }
  return citations.sort((a, b) => a.span.start - b.span.start);
}

function matchesIn(value: string, path: string): readonly IdentifierMatch[] {
  const isSource = SOURCE_KEYS.test(path);
  const papers = [...findArxivIds(value), ...findDois(value)];
  if (papers.length > 0) return inOrder(papers);
  if (KEY_KEYS.test(path))
    return findPandocKeys(`[@${value.trim().replace(/^@/, '')}]`).length === 1 ? [declaredKey(value)] : [];
  if (ARXIV_KEYS.test(path)) {
    const prefixed = findArxivIds(`arXiv:${value}`);
    if (prefixed.length > 0) return prefixed.map((match) => moved(match, -6, value.length));
  }
  const links = findWikilinks(value);
  if (links.length > 0) return links;
  if (/^-?@/.test(value.trim()) || (isSource && value.includes('[@')))
    return value.includes('[')
      ? findPandocKeys(value)
      : findPandocKeys(`[${value}]`).map((match) => moved(match, -1, value.length));
  if (isSource || IDENTIFIER_KEYS.test(path)) {
    const urls = findBareUrls(value);
    if (urls.length > 0) return urls;
  }
  return isSource ? noteNamed(value) : [];
}

function declaredKey(value: string): IdentifierMatch & Pick<Citation, 'declared'> {
  const id = value.trim().replace(/^@/, '');
  const start = value.indexOf(id);
  const span = { start, end: start + id.length };
  return { type: 'key', id, span, idSpan: span, declared: true };
}

/** A note by its path, its file's name or its title. */
function noteNamed(value: string): readonly IdentifierMatch[] {
  const name = value.trim();
  if (name === '' || name.length > 300 || name.includes('\n')) return [];
  const start = value.indexOf(name);
  const span = { start, end: start + name.length };
  return [{ type: 'note', id: name, span, idSpan: span }];
}

const inOrder = (matches: readonly IdentifierMatch[]): IdentifierMatch[] =>
  [...matches].sort((a, b) => a.span.start - b.span.start);

function moved(match: IdentifierMatch, by: number, length: number): IdentifierMatch {
  const shift = (offset: number): number => Math.max(0, Math.min(length, offset + by));
  return {
    ...match,
    span: { start: shift(match.span.start), end: shift(match.span.end) },
    idSpan: { start: shift(match.idSpan.start), end: shift(match.idSpan.end) },
  };
}
