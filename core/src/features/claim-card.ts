/** The card of a claim: why it is one, what stands behind it, how old that is. */
import type { Analysis, CoveringSource, SentenceAnalysis } from '../analysis.ts';
import { describeEvidence } from '../dates/describe.ts';
import { claimName } from '../claims/model.ts';
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
    sources(one.sources),
    describeEvidence(one.evidenceDate, one.perishability, analysis.today, analysis.settings),
  ].join('\n\n');
}

/** A calibrated score in words. */
function sureness(score: number, what: string): string {
  const likely =
    score >= 0.9 ? 'almost surely' : score >= 0.7 ? 'very likely' : score >= 0.5 ? 'likely' : 'perhaps';
  return `${likely} ${what} (${String(Math.round(score * 100))} in 100)`.replace(/^./, (first) =>
    what === 'it can be checked' ? first.toUpperCase() : first,
  );
}

function sources(covering: readonly CoveringSource[]): string {
  if (covering.length === 0) return 'No source in its sentence, list item or paragraph.';
  const named = covering.slice(0, 3).map(({ source, by }) => {
    const name = source.entry
      ? `“${plain(source.entry.title)}”`
      : source.type === 'arxiv'
        ? `arXiv:${source.id}`
        : plain(source.label ?? source.id);
    return `${name}${BY[by]}`;
  });
  const more = covering.length > 3 ? ` and ${String(covering.length - 3)} more` : '';
  return `Rests on ${named.join('; ')}${more}.`;
}
