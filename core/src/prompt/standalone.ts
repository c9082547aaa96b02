/** One sourced sentence put so that a stranger can look it up: its words without citation markers, its papers by what finds them. */
import type { Analysis, SentenceAnalysis, Source } from '../analysis.ts';
import { writtenName } from '../sources/written-name.ts';
import { contains } from '../text/span.ts';
import { claimTexts } from './claim-text.ts';
import { markOf, newest, withMarks, withoutOwnDate } from './claims.ts';
import { evidenceOf, unique } from './evidence.ts';
import type { Evidence } from './evidence.ts';

export interface StandaloneClaim {
  readonly text: string;
  /** "arXiv:2504.07912", "doi:10.…", an address, else authors and title; the note's own papers, not its notes. */
  readonly papers: readonly string[];
}

export function standaloneClaim(analysis: Analysis, one: SentenceAnalysis): StandaloneClaim {
  const { note, library } = analysis;
  const sources = one.sources.map(({ source }) => source);
  const evidence = (source: Source): Evidence[] =>
    evidenceOf(source, library).map((each) =>
      each.inText === true ? { ...each, id: writtenName(note.text, source) } : each,
    );
  const own = sources.filter(({ span }) => contains(one.sentence.span, span));
  const parts = claimTexts(note, one.sentence, own).map((part) => {
    const byGroup = part.groups.map((group) => unique(group.flatMap(evidence)));
    return { text: withMarks(part.text, byGroup), evidence: unique(byGroup.flat()) };
  });
  const papers = unique(sources.flatMap(evidence)).map(({ id }) => id);
  const text = parts
    .map(({ text, evidence }) =>
      parts.length === 1 || evidence.length === 0
        ? text
        : `${text.replace(/[.;,]$/, '')} (${markOf(
            newest(evidence),
            evidence.map(({ id }) => id),
          )}).`,
    )
    .join(' ');
  const plain = parts.length === 1 ? withoutOwnDate(text, one) : text;
  return { text: text === '' ? one.sentence.words : plain, papers };
}
