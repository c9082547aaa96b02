/** Which citations count as evidence for a sentence, and which merely point somewhere. */
import type { CoveringSource, Source } from '../analysis.ts';

const PICTURE = /\.(?:png|jpe?g|gif|svg|webp|bmp|ico|avif|mp4|webm|mov)(?:[?#]|$)/i;
/** Files in the workspace that people cite: notes, papers, reports. Code and data only show where something is. */
const READABLE = /(?:^|\/)[^/.]+$|\.(?:md|markdown|qmd|mdx|pdf|html?|epub|docx?|tex|ipynb|txt|rst|org)$/i;

/** An outside link is a source; a picture, a place on the same page, a mail address or a file of code is none. */
export function countsAsEvidence(source: Source): boolean {
  if (source.type === 'footnote') return source.isRemark !== true;
  if (source.type === 'note') return source.id !== '';
  if (source.type !== 'link') return true;
  const target = source.id;
  if (target === '' || target.startsWith('#') || PICTURE.test(target)) return false;
  if (/^(?:https?:|ftp:)?\/\//i.test(target)) return true;
  if (/^[a-z][a-z0-9+.-]*:/i.test(target)) return false;
  return READABLE.test(target.replace(/[?#].*$/s, ''));
}

/** Two citations of one work have one identity, however they are written. */
export const identityOf = (source: Source): string => source.entry?.id ?? `${source.type}:${source.id}`;

/** More sources than this from one list item, row or section say nothing more about a sentence in it. */
const MOST = 24;

/** Adds `more` behind `list`, each source once, the nearest reason kept. */
export function extend(
  list: readonly CoveringSource[],
  more: readonly CoveringSource[],
): readonly CoveringSource[] {
  if (more.length === 0) return list;
  if (list.length === 0) return more;
  const all = [...list];
  for (const one of more) {
    if (all.length >= MOST + list.length) break;
    if (!all.some(({ source }) => source === one.source)) all.push(one);
  }
  return all;
}

export const covering = (sources: readonly Source[], by: CoveringSource['by']): readonly CoveringSource[] =>
  sources.length === 0 ? NONE : sources.slice(0, MOST).map((source) => ({ source, by }));

export const NONE: readonly never[] = [];
