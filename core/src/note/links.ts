/**
 * What a link cites, judged by where it leads: a paper on arXiv or by DOI, another note, or any other page or file.
 * Anchors in the same page, mail addresses and pictures cite nothing.
 */
import { findArxivIds, findDois, parseArxivId } from '../identifiers/index.ts';
import type { IdentifierMatch } from '../identifiers/model.ts';
import type { Span } from '../text/span.ts';
import type { InlineLink } from './prose.ts';

const SCHEME = /^[a-z][a-z0-9+.-]*:/i;
const OUTSIDE = /^(?:https?:)?\/\//i;
const NOTE_FILE = /\.(?:md|markdown|qmd|mdx|rmd)$/i;
const PICTURE = /\.(?:png|jpe?g|gif|svg|webp|avif|bmp|ico|mp4|webm|mov)(?:[?#]|$)/i;

/** `papers` are the identifiers found in the content, in order: those inside the address say where the link leads. */
export function linkCitation(
  content: string,
  link: InlineLink,
  prose: string,
  papers: readonly IdentifierMatch[],
): IdentifierMatch | undefined {
  const target = link.target.trim();
  const label = prose.slice(link.prose.start, link.prose.end).trim();
  if (target === '' || target.startsWith('#')) return undefined;
  const span = { start: link.start, end: link.end };
  const destination = destinationOf(content, link, target);
  const labelled = link.form === 'autolink' || label === '' ? {} : { label };
  const paper = link.form === 'reference' ? paperOf(target) : within(papers, destination);
  if (paper) {
    const idSpan = link.form === 'reference' ? destination : paper.idSpan;
    return { ...paper, span, idSpan, ...labelled };
  }
  // A badge: a picture that links somewhere.
  if (label === '') return undefined;
  if (OUTSIDE.test(target)) {
    const named = PICTURE.test(target) ? undefined : paperInLabel(label);
    if (named) return { ...named, span, idSpan: inLabel(content, link, named) ?? destination, ...labelled };
    return PICTURE.test(target)
      ? undefined
      : { type: 'link', id: target, span, idSpan: destination, ...labelled };
  }
  if (SCHEME.test(target) || PICTURE.test(target)) return undefined;
  const hash = target.indexOf('#');
  const path = decoded(hash === -1 ? target : target.slice(0, hash));
  const locator = hash === -1 ? '' : decoded(target.slice(hash + 1));
  return {
    type: NOTE_FILE.test(path) ? 'note' : 'link',
    id: path,
    span,
    idSpan: destination,
    ...(locator !== '' && { locator }),
    ...labelled,
  };
}

/** What an address written out in running text cites: the paper that it names, at a publisher or behind a tracker's query, else the page. */
export function addressCitation(url: IdentifierMatch, papers: readonly IdentifierMatch[]): IdentifierMatch {
  const paper = within(papers, url.span);
  return paper ? { ...paper, span: url.span } : url;
}

/** The paper that an address leads to. */
function paperOf(target: string): IdentifierMatch | undefined {
  if (!/\d{4}/.test(target)) return undefined;
  return parseArxivId(target) ? findArxivIds(target)[0] : findDois(target)[0];
}

function within(papers: readonly IdentifierMatch[], span: Span): IdentifierMatch | undefined {
  let low = 0;
  let high = papers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((papers[middle]?.idSpan.start ?? 0) < span.start) low = middle + 1;
    else high = middle;
  }
  const paper = papers[low];
  return paper && paper.idSpan.end <= span.end ? paper : undefined;
}

/** The one paper that a link's words name; undefined when they name none or several. */
function paperInLabel(label: string): IdentifierMatch | undefined {
  if (!/\d{4}/.test(label)) return undefined;
  const named = [...findArxivIds(label), ...(label.includes('10.') ? findDois(label) : [])];
  return named.length === 1 ? named[0] : undefined;
}

function inLabel(content: string, link: InlineLink, named: IdentifierMatch): Span | undefined {
  const length = named.idSpan.end - named.idSpan.start;
  // Within the link alone: a line may hold thousands of them.
  const within = content.slice(link.start, link.labelEnd + named.id.length).toLowerCase();
  const at = within.indexOf(named.id.toLowerCase());
  if (at === -1 || link.start + at >= link.labelEnd) return undefined;
  return { start: link.start + at, end: link.start + at + length };
}

/** Where the address stands inside the link; for `[text][label]` where its label does. */
function destinationOf(content: string, link: InlineLink, target: string): Span {
  if (link.form === 'autolink') return { start: link.start + 1, end: link.end - 1 };
  if (link.form !== 'reference') {
    const from = link.form === 'html' ? link.start : link.labelEnd;
    const at = content.slice(from, link.end + target.length).indexOf(target);
    if (at !== -1 && from + at < link.end) return { start: from + at, end: from + at + target.length };
  }
  if (link.form === 'reference' && link.end > link.labelEnd + 3)
    return { start: link.labelEnd + 2, end: link.end - 1 };
  return { start: link.start, end: link.end };
}

function decoded(path: string): string {
  if (!path.includes('%')) return path;
  try {
    return decodeURIComponent(path);
  } catch {
    // "100%.md" is a name, not an encoding.
    return path;
  }
}
