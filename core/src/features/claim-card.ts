/** The card of a claim: why it is one, what stands behind it, how old that is. */
import type { Analysis, CoveringSource, SentenceAnalysis, Source } from '../analysis.ts';
import { describeEvidence } from '../dates/describe.ts';
import { claimName } from '../claims/model.ts';
import type { Note } from '../note/model.ts';
import { writtenName } from '../sources/written-name.ts';
import { plain } from './words.ts';

const BY: Readonly<Record<CoveringSource['by'], string>> = {
  sentence: '',
  item: ' (for its list item)',
  'lead-in': ' (by the list around it)',
  paragraph: ' (in its paragraph)',
  row: ' (in its row)',
  quote: ' (the quote’s attribution)',
  footnote: ' (in the footnote)',
  section: ' (named by the section)',
  note: ' (named by the note)',
};

export function claimCard(analysis: Analysis, one: SentenceAnalysis): string {
  const { claim } = one;
  if (claim === null) return '';
  const words = claim.reasons
    .slice(0, 3)
    .map((reason) => `“${plain(reason)}”`)
    .join(', ');
  return [
    `**Claim**: ${claimName(claim)}${words === '' ? '' : ` (${words})`}.`,
    `${sureness(claim.claim, 'it can be checked')}; ${sureness(claim.needsSource, 'it wants a source')}.`,
    sources(analysis.note, one.sources),
    describeEvidence(one.evidenceDate, one.perishability, analysis.today, analysis.settings),
  ].join('\n\n');
}

/** A calibrated score in words. */
function sureness(score: number, what: string): string {
  const likely =
    score >= 0.9
      ? 'almost surely'
      : score >= 0.7
        ? 'very likely'
        : score >= 0.5
          ? 'likely'
          : score >= 0.2
            ? 'perhaps'
            : 'it is unlikely that';
  return `${likely} ${what} (${String(Math.round(score * 100))} in 100)`.replace(/^./, (first) =>
    what === 'it can be checked' ? first.toUpperCase() : first,
  );
}

function sources(note: Note, covering: readonly CoveringSource[]): string {
  if (covering.length === 0) return 'No source in its sentence, list item or paragraph.';
  // "Li et al. (2025), arXiv:2503.16527" is one work under two names: the nearest mention counts.
  const byWork = new Map<unknown, string>();
  for (const { source, by } of covering) {
    const work = source.entry ?? `${source.type}:${source.id}`;
    if (!byWork.has(work)) byWork.set(work, `${nameOf(note, source)}${BY[by]}`);
  }
  const named = [...byWork.values()];
  const more = named.length > 3 ? ` and ${String(named.length - 3)} more` : '';
  return `Rests on ${named.slice(0, 3).join('; ')}${more}.`;
}

function nameOf(note: Note, source: Source): string {
  if (source.entry) return `“${plain(source.entry.title)}”`;
  if (source.type === 'arxiv') return `arXiv:${source.id}`;
  return plain(source.type === 'author-year' ? writtenName(note.text, source) : (source.label ?? source.id));
}
