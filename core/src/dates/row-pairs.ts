/** A table's row with one source, and the cell that dates it: under "Submitted", or under "Date" in a table of claims or papers. */
import type { Analysis, Source } from '../analysis.ts';
import type { Note } from '../note/model.ts';
import { identityOf } from '../scope/evidence.ts';
import { contains, startingBefore, type Span } from '../text/span.ts';
import type { DateExpression } from './model.ts';
import { columnsHeaded, type Column } from './table-columns.ts';

const SUBMITTED =
  /^(?:(?:date |first )?(?:submitted|published|posted)(?: on)?|(?:publication|submission|arxiv|paper|source|evidence) (?:date|month|year)|date of (?:publication|submission)|evidence(?: from)?)$/i;
const DATED = /^(?:date|dated|month|year)$/i;
/** Beside other words, a date may be an event's, a model's, or the day of reading. */
const OF_CLAIMS_OR_PAPERS =
  /^(?:|#|no\.?|key|id|claims?|findings?|results?|takeaways?|statements?|summary|what it (?:shows|says|found)|sources?|papers?|titles?|works?|authors?|references?|ref\.?|citations?|arxiv(?: id)?|doi|links?|url|venue|notes?|remarks?|comments?|tags?|topics?|evidence|date|dated|month|year)$/i;

export interface DatedSource {
  readonly source: Source;
  readonly date: DateExpression;
}

/** `written` in the order of their places. */
export function* rowPairs(
  { note, sources }: Pick<Analysis, 'note' | 'sources'>,
  written: readonly DateExpression[],
): Iterable<DatedSource> {
  for (const column of columnsHeaded(note, (head) => SUBMITTED.test(head) || DATED.test(head))) {
    if (!datesItsSources(column)) continue;
    for (const cell of column.cells) {
      const row = cell.parent === undefined ? undefined : note.blocks[cell.parent];
      const date = written[startingBefore(written, cell.span.start)];
      if (!row || !date || !isAllOf(note, cell.span, date.span)) continue;
      const inRow = sourcesIn(sources, row.span);
      const source = inRow.find(({ type }) => type !== 'title');
      if (source && new Set(inRow.map(identityOf)).size === 1) yield { source, date };
    }
  }
}

function sourcesIn(sources: readonly Source[], row: Span): Source[] {
  const first = startingBefore(sources, row.start);
  const next = startingBefore(sources, row.end);
  return sources.slice(first, next).filter(({ type }) => type !== 'footnote' && type !== 'numeric');
}

const datesItsSources = ({ words, heads }: Column): boolean =>
  SUBMITTED.test(words) || heads.every((head) => OF_CLAIMS_OR_PAPERS.test(head));

const isAllOf = (note: Note, cell: Span, date: Span): boolean =>
  contains(cell, date) &&
  !/[\p{L}\p{N}]/u.test(note.text.slice(cell.start, date.start) + note.text.slice(date.end, cell.end));
