/** Claims with the library entries that their own text cites: what the rules on wrong and thin evidence go through. */
import type { Analysis, CoveringSource, SentenceAnalysis, Source } from '../analysis.ts';
import type { Entry } from '../library/model.ts';
import { Once } from '../text/once.ts';

export interface CitedClaim {
  readonly sentence: SentenceAnalysis;
  /** Citations in the sentence itself that resolve to papers or notes, in order. */
  readonly sources: readonly Source[];
  /** What they resolve to, each once. */
  readonly entries: readonly Entry[];
}

const known = new Once<Analysis, readonly CitedClaim[]>('cited claims');

/** In document order. Worked out once for an analysis: three rules ask. */
export function citedClaims(analysis: Analysis): readonly CitedClaim[] {
  return known.of(analysis, () => [...find(analysis)]);
}

function* find(analysis: Analysis): Iterable<CitedClaim> {
  for (const sentence of analysis.sentences) {
    // However little a sentence asserts, its citation says that the source is about it.
    if (sentence.claim === null || !sentence.sources.some(mayBeEvidence)) continue;
    const sources: Source[] = [];
    for (const { source, by } of sentence.sources) {
      if (by !== 'sentence') continue;
      if (isEvidence(source)) sources.push(source);
      for (const held of source.holds ?? []) if (isEvidence(held)) sources.push(held);
    }
    const entries = new Set<Entry>();
    for (const { entry } of sources) if (entry) entries.add(entry);
    if (entries.size > 0) yield { sentence, sources, entries: [...entries] };
  }
}

/** Most citations lead out of the library. */
const mayBeEvidence = ({ source, by }: CoveringSource): boolean =>
  by === 'sentence' && (source.entry !== undefined || source.holds !== undefined);

/** A line of inquiry brings sources together; it is none. */
const isEvidence = (source: Source): boolean => source.entry !== undefined && source.entry.kind !== 'line';

/** A title short enough for a message. */
export function shortTitle(title: string): string {
  return title.length <= 70 ? title : `${title.slice(0, 67).replace(/\s+\S*$/, '')}…`;
}
