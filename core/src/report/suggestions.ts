/** `inquiry suggest`: ranked entries for a claim, as data (the shape is a contract: PRODUCT, section 6) and for people. */
import type { SearchHit } from '../library/model.ts';

export interface SuggestionsReport {
  /** As it was asked with. */
  readonly id: string | number;
  /** `entry`: its own id, as its file gives it. */
  readonly results: readonly { readonly entry: string; readonly title: string; readonly score: number }[];
}

export const suggestionsReport = (
  id: SuggestionsReport['id'],
  hits: readonly SearchHit[],
): SuggestionsReport => ({
  id,
  results: hits.map(({ entry, score }) => ({
    entry: entry.id,
    title: entry.title,
    score: Math.round(score * 1e4) / 1e4,
  })),
});

export function prettySuggestions(claim: string, hits: readonly SearchHit[]): string {
  if (hits.length === 0) return `Nothing in the library comes near “${claim}”.\n`;
  const rows = hits.map(({ entry, matched }, index) => {
    const from = entry.origin.elsewhere === undefined ? '' : `  (from ${entry.origin.elsewhere})`;
    const words = matched.length === 0 ? '' : `\n     matched: ${matched.join(', ')}`;
    return `${String(index + 1).padStart(3)}. ${entry.title}${entry.date === undefined ? '' : ` (${entry.date.slice(0, 7)})`}  ${entry.id}${from}${words}`;
  });
  return `${rows.join('\n')}\n`;
}
