/** The card of a claim: why it is one, what stands behind it or whether something should, how old that is. */
import type { Analysis, CoveringSource, SentenceAnalysis, Source } from '../analysis.ts';
import { notAClaim, thresholds, type NotAClaim } from '../claims/index.ts';
import type { ClaimScore } from '../claims/model.ts';
import { describeEvidence } from '../dates/describe.ts';
import type { Note } from '../note/model.ts';
import { findDebt } from '../rules/fixes/citation-needed.ts';
import { Expectations, type Expectation } from '../rules/source-expected.ts';
import { asksForNoSource } from '../scope/exempt.ts';
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
  const { claim, sources } = one;
  if (claim === null) return '';
  const expectation = sources.length > 0 ? undefined : new Expectations(analysis).of(one, claim);
  return [
    // What the rule asks a source for is a claim to it, however it is put.
    whatItIs(claim, expectation === 'expected'),
    expectation === undefined
      ? restsOn(analysis.note, sources)
      : whatIsMissing(analysis, one, claim, expectation),
    describeEvidence(one.evidenceDate, one.perishability, analysis.today, analysis.settings),
  ].join('\n\n');
}

function whatItIs(claim: ClaimScore, isAsked: boolean): string {
  const name = isAsked || claim.claim >= thresholds('standard').claim ? 'A claim' : 'Perhaps a claim';
  const words = claim.reasons
    .slice(0, 3)
    .map((reason) => `“${plain(reason)}”`)
    .join(', ');
  const kind = claim.named;
  return `**${name}${kind === undefined ? '' : ` (${kind})`}**${words === '' ? ', judged by the whole sentence' : `: ${words}`}.`;
}

/** Of a claim that nothing covers. */
function whatIsMissing(
  { note, settings }: Analysis,
  { sentence }: SentenceAnalysis,
  claim: ClaimScore,
  expectation: Expectation,
): string {
  const debt = findDebt(note, sentence);
  if (debt) return `A source is owed: it is marked “${plain(debt.text)}”.`;
  switch (expectation) {
    case 'expected': {
      const isCell = note.blocks[sentence.block]?.kind === 'cell';
      return `A source is expected here, and there is none in its ${isCell ? 'row or before its table' : PLACES[settings['claims.scope']]}.`;
    }
    case 'own-work':
      return 'No source expected: it reads as the writer’s own work.';
    case 'colleague':
      return 'No source expected: it reads as what a colleague told you.';
    case 'names-site':
      return 'No source expected: it is about the site that it links.';
    case 'free-place':
      return FREE_PLACE;
    case 'unsure':
      return asksForNoSource(note)(sentence)
        ? FREE_PLACE
        : whyUnsure(sentence.words, claim, settings['claims.profile']);
  }
}

const FREE_PLACE = 'No source expected where it stands.';

const PLACES: Readonly<Record<Analysis['settings']['claims.scope'], string>> = {
  sentence: 'sentence',
  standard: 'sentence, list item or paragraph',
  paragraph: 'paragraph',
};

const READS_AS: Readonly<Record<NotAClaim, string>> = {
  question: 'a question',
  instruction: 'an instruction',
  plan: 'a plan',
  view: 'the writer’s own view or doing',
  definition: 'a definition',
  hypothetical: 'a supposition',
  pointer: 'a pointer to something else',
  thanks: 'thanks',
  metadata: 'a label or a setting',
  title: 'a title or a name',
};

/** From here on it is nearly as likely that a source is expected as that none is. */
const PERHAPS = 0.35;

function whyUnsure(words: string, { needsSource }: ClaimScore, profile: string): string {
  if (needsSource >= PERHAPS)
    return `Perhaps a source is expected; not surely enough to ask for one (profile \`${profile}\`).`;
  const reason = notAClaim(words);
  return `No source expected: ${reason ? `it reads as ${READS_AS[reason]}` : 'likely the writer’s own, or well known'}.`;
}

function restsOn(note: Note, covering: readonly CoveringSource[]): string {
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
