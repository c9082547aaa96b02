/** Identifiers that look like arXiv's and cannot be: a month 13, a wrong number of digits, a month still to come. */
import type { Analysis, Source } from '../analysis.ts';
import { impossibleArxivId } from '../identifiers/index.ts';
import type { Entry } from '../library/model.ts';
import type { Finding, Fix, Rule } from './model.ts';

export const malformedArxivId: Rule = {
  id: 'malformed-arxiv-id',
  severity: 'error',
  *check(analysis): Iterable<Finding> {
    for (const source of analysis.sources) {
      if (source.type !== 'arxiv') continue;
      const reason = source.malformed ?? impossibleArxivId(source.id, analysis.today);
      if (reason === undefined) continue;
      yield {
        span: source.idSpan,
        message: `“${source.id}” cannot be an arXiv ID: ${reason}.`,
        fixes: () => nearestFixes(analysis, source),
        data: { id: source.id },
      };
    }
  },
};

/** IDs of the library one slip away: a digit changed, dropped, added, or two swapped. A choice, never made silently. */
function nearestFixes(analysis: Analysis, source: Source): readonly Fix[] {
  const near: Entry[] = [];
  for (const entry of analysis.library.entries())
    if (entry.arxiv !== undefined && isOneSlipAway(source.id, entry.arxiv)) near.push(entry);
  near.sort((a, b) => a.id.localeCompare(b.id, 'en'));
  const version = source.version !== undefined && source.version > 0 ? `v${String(source.version)}` : '';
  return near.slice(0, 3).map((entry) => ({
    title: `Change to ${entry.arxiv ?? ''}, “${entry.title}”${entry.date === undefined ? '' : ` (${entry.date.slice(0, 7)})`}`,
    safe: false,
    preferred: near.length === 1,
    edits: [{ span: source.idSpan, newText: `${entry.arxiv ?? ''}${version}` }],
  }));
}

export function isOneSlipAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1 || a === b) return false;
  let from = 0;
  while (from < a.length && a[from] === b[from]) from++;
  let endA = a.length;
  let endB = b.length;
  while (endA > from && endB > from && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  const [left, right] = [a.slice(from, endA), b.slice(from, endB)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
