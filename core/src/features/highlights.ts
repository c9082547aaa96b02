/** The same source wherever the note cites it, in whatever form. */
import type { Analysis, Source } from '../analysis.ts';
import type { Span } from '../text/span.ts';
import { citationsOf, citedAt } from './places.ts';
import { sourceAt } from './source-at.ts';

/** In document order; empty where nothing is cited. */
export function highlightsAt(analysis: Analysis, offset: number): readonly Span[] {
  const source = sourceAt(analysis, offset);
  if (!source) return [];
  const entry = citedAt(analysis, offset);
  if (entry) return citationsOf(analysis, entry.id);
  const isSame = ({ type, id }: Source): boolean => type === source.type && id === source.id;
  return analysis.sources.filter(isSame).map(({ idSpan }) => idSpan);
}
