/**
 * Every sentence and label of the workbench, in one place, so that they can be read aloud and translated together. Read once, when
 * this file is loaded: `translations.ts` must come first, or they are English.
 */
import * as l10n from '@vscode/l10n';
import type { DatedClaim } from '#core/prompt/messages.ts';

export const strings = {
  title: l10n.t('Research prompt'),
  copy: l10n.t('Copy prompt'),
  copied: l10n.t('Copied'),
  opened: l10n.t('Opened as a document'),
  openDocument: l10n.t('Open as document'),
  save: l10n.t('Save as .prompt.md…'),
  saved: l10n.t('Saved'),
  chat: l10n.t('Send to chat'),
  chatHint: l10n.t('Puts the prompt into the editor’s chat, unsent'),
  sent: l10n.t('In the chat, unsent'),
  verifyReply: l10n.t('Verify a reply…'),
  verified: l10n.t('The reply was read'),
  reset: l10n.t('Undo my edits'),
  resetHint: l10n.t('Go back to the note’s own role, question and claims'),
  goToNote: l10n.t('Show the note'),
  role: l10n.t('Role'),
  question: l10n.t('Question'),
  askFor: l10n.t('Ask for'),
  /** Two fields stand in it: the months at {0}, the questions at {1}. */
  asked: l10n.t('work of the last {0} months and {1} questions'),
  monthsLabel: l10n.t('Months to look back for newer work'),
  length: l10n.t('Length'),
  /** The field stands at {0}. */
  atMost: l10n.t('at most {0} tokens'),
  anyLength: l10n.t('any'),
  tokensLabel: l10n.t('Tokens that the prompt may have at most; empty for any length'),
  cutForLength: l10n.t('cut for length'),
  newQuestionsLabel: l10n.t('Number of new research questions'),
  claims: l10n.t('Claims'),
  noClaims: l10n.t('No dated claims in this note yet'),
  noClaimsHint: l10n.t(
    'Write what the literature shows, one finding a sentence, and cite it: arXiv:2507.21509, a DOI, [@key] or a [[note]]. Each finding appears here with the date of its evidence.',
  ),
  anchors: l10n.t('Papers to verify'),
  prompt: l10n.t('Prompt'),
  includeAll: l10n.t('Include all'),
  includeNone: l10n.t('Include none'),
  goTo: l10n.t('Show in the note'),
  claimText: l10n.t('Words of this claim'),
  noDate: l10n.t('no date'),
  noSource: l10n.t('no source'),
  cut: l10n.t('Left out'),
  starting: l10n.t('Reading the note …'),
  updating: l10n.t('Updating …'),
  noNote: l10n.t('No note is open'),
  noNoteHint: l10n.t(
    'Open a Markdown note. Its question, its claims and their evidence become a prompt that asks a model to re-test them.',
  ),
  failed: l10n.t('The prompt could not be built'),
  includeClaim: (text: string) => l10n.t('Include the claim: {0}', text),
  includeAnchor: (title: string) => l10n.t('Include the paper: {0}', title),
  goToClaim: (text: string) => l10n.t('Show in the note: {0}', text),
  claimCount: (included: number, all: number) => l10n.t('{0} of {1}', included, all),
  tokens: (count: number, isLonger: boolean) => {
    const number = count.toLocaleString(document.documentElement.lang);
    return isLonger
      ? l10n.t('about {0} tokens, longer than you set', number)
      : l10n.t('about {0} tokens', number);
  },
} as const;

/** Of the choice of a template. */
export const templateStrings = {
  label: l10n.t('Template'),
  builtIn: l10n.t('Built in'),
  own: l10n.t('Your own'),
  write: l10n.t('Write your own…'),
  writeHint: l10n.t('Begins as a copy of this one, in your folder of templates'),
  edit: l10n.t('Edit'),
  editHint: l10n.t('Opens the template; the prompt follows while you type'),
  goToFault: l10n.t('Show where'),
  faulty: l10n.t('There is no prompt until the template is mended or another is chosen.'),
  missing: (name: string) => l10n.t('{0} (missing)', name),
  names: {
    default: l10n.t('Default: re-test, contradict, ask'),
    short: l10n.t('Short: for small context windows'),
    contradictions: l10n.t('Contradictions only'),
    'deep-research': l10n.t('Deep-research brief'),
  },
} as const;

/** Of the box for the model's reply. */
export const replyStrings = {
  title: l10n.t('The model’s reply'),
  hint: l10n.t(
    'It is read on this machine against the note and your library. A report opens beside the note; what you take over is looked at first.',
  ),
  text: l10n.t('Paste the whole reply here'),
  verify: l10n.t('Verify the reply'),
  fromClipboard: l10n.t('Verify what is in the clipboard'),
  close: l10n.t('Close'),
} as const;

/** Of the evidence timeline. */
export const timelineStrings = {
  title: l10n.t('Evidence over time'),
  due: l10n.t('perishable, to re-test'),
  perishable: l10n.t('perishable, recent or re-tested'),
  durable: l10n.t('durable'),
  looked: l10n.t('looked at again'),
  undated: l10n.t('no date'),
  today: l10n.t('today'),
  horizon: l10n.t('horizon'),
  olderThanHorizon: l10n.t('older than the horizon'),
  earlier: l10n.t('earlier'),
  noSource: l10n.t('no source'),
  asTable: l10n.t('As a table'),
  columns: [l10n.t('Evidence'), l10n.t('Claim'), l10n.t('Kind'), l10n.t('Rests on')],
  hint: l10n.t('Point at a claim, or move among them with the arrow keys. Enter shows it in the note.'),
  summary: ({ first, last, due, undated }: TimelineSummary): string =>
    [
      first === undefined ? '' : first === last ? first : l10n.t('{0} to {1}', first, last ?? first),
      due === 0 ? '' : l10n.t('{0} to re-test', due),
      undated === 0 ? '' : l10n.t('{0} without a date', undated),
    ]
      .filter((part) => part !== '')
      .join(' · '),
  label: (summary: string, horizon: string) =>
    l10n.t(
      'Claims at the dates of their evidence, {0}. The horizon is {1}. Arrow keys move among them; the same stands below as a table.',
      summary,
      horizon,
    ),
  when: ({ claim: { date }, looked }: TimelineClaim) =>
    looked === undefined
      ? (date ?? l10n.t('no date'))
      : l10n.t('{0}, looked at again {1}', date ?? l10n.t('no date'), looked.last.slice(0, 7)),
  kind: ({ perishable, due }: TimelineClaim) =>
    perishable ? (due ? l10n.t('perishable, to re-test') : l10n.t('perishable')) : l10n.t('durable'),
  source: ({ id, title }: { id: string; title?: string | undefined }) =>
    title === undefined || id.includes(title) ? id : `${id} ${title}`,
  mark: (claim: TimelineClaim, text: string) =>
    `${timelineStrings.when(claim)}, ${timelineStrings.kind(claim)}: ${text} ${
      claim.sources.length === 0
        ? l10n.t('No source.')
        : l10n.t('Rests on {0}.', claim.sources.map(timelineStrings.source).join('; '))
    }`,
} as const;

interface TimelineSummary {
  readonly first: string | undefined;
  readonly last: string | undefined;
  readonly due: number;
  readonly undated: number;
}
type TimelineClaim = DatedClaim & { readonly claim: { readonly date?: string | undefined } };

/** What a badge says for each rule that can speak on a claim; other rules show their own names. */
export const badges: Readonly<Record<string, string>> = {
  'unsourced-claim': l10n.t('no source'),
  'undated-perishable': l10n.t('no date'),
  'stale-date': l10n.t('old date'),
  'stale-evidence': l10n.t('re-test'),
  'date-conflict': l10n.t('date disagrees'),
  'malformed-arxiv-id': l10n.t('impossible ID'),
  'unknown-source': l10n.t('unknown source'),
  'misattributed-claim': l10n.t('misattributed'),
  'figure-not-in-source': l10n.t('figure not in source'),
  'superseded-source': l10n.t('newer version'),
  'shared-evidence': l10n.t('shared evidence'),
  'uncited-source': l10n.t('uncited'),
};

/** Rules whose badges are drawn as warnings; the others are quiet. */
export const loudBadges: ReadonlySet<string> = new Set([
  'unsourced-claim',
  'date-conflict',
  'malformed-arxiv-id',
  'misattributed-claim',
]);
