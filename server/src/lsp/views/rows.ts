/** Rows of the views: what a list says of an entry, and where it leads. */
import { entryLinks, shortAuthors, type Entry } from '#core';
import type { ChildrenResult, EntryRow, Row } from '#core/views/messages.ts';
import type { Workspace } from '../workspace.ts';
import type { CitationIndex } from './citation-index.ts';

/** With who cites it, where an index is given: their number once they are counted, and the way to them. */
export function entryRow(entry: Entry, { runtime }: Workspace, index?: CitationIndex): EntryRow {
  const { id, kind, title, date, status, origin, arxiv, doi } = entry;
  const { page, pdf } = entryLinks(entry);
  const isInFile = origin.elsewhere === undefined && !origin.path.startsWith('zotero:');
  const citedBy = index?.isComplete === true ? index.countOf(id) : undefined;
  const identifier = kind === 'paper' ? (arxiv ?? doi) : undefined;
  return {
    kind: 'entry',
    id,
    entry: kind,
    title: title === '' ? id : title,
    authors: shortAuthors(entry),
    year: date?.slice(0, 4) ?? '',
    ...(status === undefined ? {} : { status }),
    ...(citedBy === undefined ? {} : { citedBy }),
    ...(isInFile ? { file: { uri: runtime.uriOf(origin.path), line: origin.line } } : {}),
    ...(page === undefined ? {} : { page }),
    ...(pdf === undefined ? {} : { pdf }),
    ...(identifier === undefined ? {} : { identifier }),
    // Until they are counted, who cites it is looked for when somebody opens the row.
    ...(index === undefined || citedBy === 0 ? {} : { opens: { of: 'entry', id } }),
  };
}

/** So many of them from a place on, and where the rest begins. */
export function page<T>(
  all: readonly T[],
  { from, count }: { readonly from: number; readonly count: number },
  rowOf: (one: T) => Row,
): ChildrenResult {
  const next = Math.min(from + count, all.length);
  return {
    rows: all.slice(from, next).map(rowOf),
    ...(next < all.length ? { next } : {}),
    left: all.length - next,
  };
}
