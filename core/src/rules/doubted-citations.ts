/**
 * The citations of a note that are likely wrong: each cited claim judged against the library, then in its place among the
 * others. Worked out once for an analysis, for the rules that speak of it.
 */
import type { Analysis } from '../analysis.ts';
import { attributionModel } from '../library/attribution-model.ts';
import { judgeCitation, type Judgement } from '../library/attribution.ts';
import { doubtsInPlace } from '../library/citation-runs.ts';
import type { Entry } from '../library/model.ts';
import { citedClaims, type CitedClaim } from './cited-claims.ts';
import { Once } from '../text/once.ts';
import { KeptVerdicts } from './kept-verdicts.ts';

export interface DoubtedCitation {
  readonly cited: CitedClaim;
  /** What matches better. */
  readonly better: Entry;
  readonly words: Judgement['words'];
  /** 0 to 1, at or above the model's threshold. */
  readonly doubt: number;
}

/** A sentence with more sources than this speaks of several things, each of which may have its own. */
const MOST_SOURCES = 3;

const known = new Once<Analysis, readonly DoubtedCitation[]>('doubted citations');

/** In document order. */
export function doubtedCitations(analysis: Analysis): readonly DoubtedCitation[] {
  return known.of(analysis, () => (analysis.library.size < 2 ? [] : find(analysis)));
}

function find(analysis: Analysis): DoubtedCitation[] {
  const citations = citedClaims(analysis)
    .filter((cited) => cited.entries.length <= MOST_SOURCES)
    .map((cited) => ({
      of: cited,
      judged: judge(analysis, cited),
      cited: cited.entries.map((entry) => entry.id),
      section: analysis.note.blocks[cited.sentence.sentence.block]?.heading,
    }));
  const elsewhere = new Set<string>();
  for (const { entry } of analysis.sources) if (entry && entry.kind !== 'line') elsewhere.add(entry.id);
  const doubts = doubtsInPlace(citations, { entries: analysis.library.size, elsewhere });
  return citations.flatMap(({ of, judged }, at): DoubtedCitation[] => {
    const doubt = doubts[at] ?? 0;
    return judged.better && doubt >= attributionModel.threshold
      ? [{ cited: of, better: judged.better, words: judged.words, doubt }]
      : [];
  });
}

const judgements = new KeptVerdicts<Judgement>();

function judge(analysis: Analysis, cited: CitedClaim): Judgement {
  const { library, note } = analysis;
  // Most notes bear no entry's title; then a letter typed into it leaves every judgement as it was.
  const title = note.title && library.byTitle(note.title.text) ? note.title.text : undefined;
  const others = nearby(analysis, cited);
  const { words, content } = cited.sentence.sentence;
  return judgements.of(content, library, [title, ...cited.entries, ...others], () =>
    judgeCitation(library, words, cited.entries, (entry) => entry.title === title || others.has(entry.id)),
  );
}

/** What the sentence rests on by its place (its item, its paragraph) is cited already, if not here. */
function nearby(analysis: Analysis, cited: CitedClaim): Set<string> {
  const ids = new Set<string>();
  for (const { source, by } of cited.sentence.sources) {
    if (by === 'sentence' || source.entry === undefined) continue;
    ids.add(source.entry.id);
    for (const foundation of analysis.library.foundations(source.entry)) ids.add(foundation.id);
    for (const note of analysis.library.restingOn(source.entry.id)) ids.add(note.id);
  }
  return ids;
}
