/** How a note cites: found by counting, so that a fix writes what the author would have written. */
import type { Analysis } from '../../analysis.ts';
import type { Entry } from '../../library/model.ts';

export type CitationStyle =
  'arxiv-link' | 'arxiv' | 'key' | 'wikilink' | 'note-link' | 'title' | 'doi' | 'link';

/** The form most used in the note; `arxiv` where it cites nothing yet. */
export function citationStyle(analysis: Analysis): CitationStyle {
  const counts = new Map<CitationStyle, number>();
  for (const source of analysis.sources) {
    if (source.block === undefined) continue;
    const style = styleOf(
      source.type,
      analysis.note.text.slice(source.span.start, source.span.end),
      source.id,
    );
    if (style) counts.set(style, (counts.get(style) ?? 0) + 1);
  }
  let best: CitationStyle = /\.qmd$/i.test(analysis.surroundings?.path ?? '') ? 'key' : 'arxiv';
  let most = 0;
  for (const [style, count] of counts)
    if (count > most) {
      best = style;
      most = count;
    }
  return best;
}

function styleOf(type: string, written: string, id: string): CitationStyle | undefined {
  switch (type) {
    case 'arxiv':
      return written.startsWith('[') ? 'arxiv-link' : 'arxiv';
    case 'doi':
      return 'doi';
    case 'key':
      return 'key';
    case 'note':
      return 'wikilink';
    case 'title':
      return 'title';
    case 'link':
      return /^(?:https?:)?\/\//i.test(id) ? 'link' : 'note-link';
    default:
      return undefined;
  }
}

/** An entry as this note would cite it, with the blank before it; in the nearest style that the entry allows. */
export function citationOf(entry: Entry, style: CitationStyle, analysis: Analysis): string {
  const key = keyOf(entry);
  if (style === 'key' && key !== undefined) return ` [@${key}]`;
  if (entry.kind !== 'paper') {
    // A link to a note that is not among the user's files would lead nowhere; its exact title is a citation too.
    const isHere = analysis.surroundings?.hasNote?.(fileName(entry)) !== false;
    if (style === 'wikilink' && isHere) return ` [[${fileName(entry)}]]`;
    if (style === 'note-link' && isHere) return ` ([${entry.title}](${relative(entry, analysis)}))`;
    return style === 'title' ? ` ${entry.title}` : ` (${entry.title})`;
  }
  if (entry.arxiv !== undefined) {
    return style === 'arxiv-link' || style === 'link' || style === 'note-link'
      ? ` ([arXiv:${entry.arxiv}](https://arxiv.org/abs/${entry.arxiv}))`
      : ` (arXiv:${entry.arxiv})`;
  }
  if (entry.doi !== undefined)
    return style === 'doi' || style === 'arxiv'
      ? ` (doi:${entry.doi})`
      : ` ([doi:${entry.doi}](https://doi.org/${entry.doi}))`;
  if (entry.url !== undefined) return ` ([${entry.title}](${entry.url}))`;
  return key === undefined ? ` (“${entry.title}”)` : ` [@${key}]`;
}

/** The key that a bibliography gives a paper; notes in Markdown have none. */
function keyOf(entry: Entry): string | undefined {
  if (entry.kind !== 'paper') return undefined;
  const isKey = (id: string): boolean =>
    /^[\p{L}\p{N}_][\p{L}\p{N}_:.#$%&+?<>~/-]*$/u.test(id) && !id.includes('/');
  return isKey(entry.id) && !/\.(?:md|qmd)$/i.test(entry.origin.path) ? entry.id : entry.keys?.find(isKey);
}

const fileName = (entry: Entry): string => entry.id.replace(/^.*\//, '');

/** A link from this note's folder to the entry's file. */
function relative(entry: Entry, analysis: Analysis): string {
  const from = (analysis.surroundings?.path ?? '').split('/').slice(0, -1);
  const to = entry.origin.path.split('/');
  let shared = 0;
  while (shared < from.length && shared < to.length - 1 && from[shared] === to[shared]) shared++;
  const path = [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
  return path.replace(/ /g, '%20');
}
