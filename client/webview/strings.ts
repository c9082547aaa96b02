/** Every sentence and label of the workbench, in one place, so that they can be read aloud and translated together. */
import type { DatedClaim } from '#core/prompt/messages.ts';

export const strings = {
  title: 'Research prompt',
  copy: 'Copy prompt',
  copied: 'Copied',
  opened: 'Opened as a document',
  openDocument: 'Open as document',
  save: 'Save as .prompt.md…',
  saved: 'Saved',
  chat: 'Send to chat',
  chatHint: 'Puts the prompt into the editor’s chat, unsent',
  sent: 'In the chat, unsent',
  verifyReply: 'Verify a reply…',
  verified: 'The reply was read',
  reset: 'Undo my edits',
  resetHint: 'Go back to the note’s own role, question and claims',
  goToNote: 'Show the note',
  role: 'Role',
  question: 'Question',
  askFor: 'Ask for',
  workOfTheLast: 'work of the last',
  months: 'months and',
  monthsLabel: 'Months to look back for newer work',
  length: 'Length',
  atMost: 'at most',
  anyLength: 'any',
  tokensUnit: 'tokens',
  tokensLabel: 'Tokens that the prompt may have at most; empty for any length',
  cutForLength: 'cut for length',
  newQuestions: 'questions',
  newQuestionsLabel: 'Number of new research questions',
  claims: 'Claims',
  noClaims: 'No dated claims in this note yet',
  noClaimsHint:
    'Write what the literature shows, one finding a sentence, and cite it: arXiv:2507.21509, a DOI, [@key] or a [[note]]. Each finding appears here with the date of its evidence.',
  anchors: 'Papers to verify',
  prompt: 'Prompt',
  includeAll: 'Include all',
  includeNone: 'Include none',
  goTo: 'Show in the note',
  claimText: 'Words of this claim',
  noDate: 'no date',
  noSource: 'no source',
  cut: 'Left out',
  starting: 'Reading the note …',
  updating: 'Updating …',
  noNote: 'No note is open',
  noNoteHint:
    'Open a Markdown note. Its question, its claims and their evidence become a prompt that asks a model to re-test them.',
  failed: 'The prompt could not be built',
  includeClaim: (text: string) => `Include the claim: ${text}`,
  includeAnchor: (title: string) => `Include the paper: ${title}`,
  goToClaim: (text: string) => `Show in the note: ${text}`,
  claimCount: (included: number, all: number) => `${String(included)} of ${String(all)}`,
  tokens: (count: number, isLonger: boolean) =>
    `about ${count.toLocaleString('en')} tokens${isLonger ? ', longer than you set' : ''}`,
} as const;

/** Of the box for the model's reply. */
export const replyStrings = {
  title: 'The model’s reply',
  hint: 'It is read on this machine against the note and your library. A report opens beside the note; what you take over is looked at first.',
  text: 'Paste the whole reply here',
  verify: 'Verify the reply',
  fromClipboard: 'Verify what is in the clipboard',
  close: 'Close',
} as const;

/** Of the evidence timeline. */
export const timelineStrings = {
  title: 'Evidence over time',
  due: 'perishable, to re-test',
  perishable: 'perishable, recent or re-tested',
  durable: 'durable',
  looked: 'looked at again',
  undated: 'no date',
  today: 'today',
  horizon: 'horizon',
  olderThanHorizon: 'older than the horizon',
  earlier: 'earlier',
  noSource: 'no source',
  asTable: 'As a table',
  columns: ['Evidence', 'Claim', 'Kind', 'Rests on'],
  hint: 'Point at a claim, or move among them with the arrow keys. Enter shows it in the note.',
  summary: ({ first, last, due, undated }: TimelineSummary): string =>
    [
      first === undefined ? '' : first === last ? first : `${first} to ${last ?? first}`,
      due === 0 ? '' : `${String(due)} to re-test`,
      undated === 0 ? '' : `${String(undated)} without a date`,
    ]
      .filter((part) => part !== '')
      .join(' · '),
  label: (summary: string, horizon: string) =>
    `Claims at the dates of their evidence, ${summary}. The horizon is ${horizon}. Arrow keys move among them; the same stands below as a table.`,
  when: ({ claim: { date }, looked }: TimelineClaim) =>
    `${date ?? 'no date'}${looked === undefined ? '' : `, looked at again ${looked.last.slice(0, 7)}`}`,
  kind: ({ perishable, due }: TimelineClaim) =>
    perishable ? (due ? 'perishable, to re-test' : 'perishable') : 'durable',
  source: ({ id, title }: { id: string; title?: string | undefined }) =>
    title === undefined || id.includes(title) ? id : `${id} ${title}`,
  mark: (claim: TimelineClaim, text: string) =>
    `${timelineStrings.when(claim)}, ${timelineStrings.kind(claim)}: ${text} ${
      claim.sources.length === 0
        ? 'No source.'
        : `Rests on ${claim.sources.map(timelineStrings.source).join('; ')}.`
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
  'unsourced-claim': 'no source',
  'undated-perishable': 'no date',
  'stale-date': 'old date',
  'stale-evidence': 're-test',
  'date-conflict': 'date disagrees',
  'malformed-arxiv-id': 'impossible ID',
  'unknown-source': 'unknown source',
  'misattributed-claim': 'misattributed',
  'figure-not-in-source': 'figure not in source',
  'superseded-source': 'newer version',
  'shared-evidence': 'shared evidence',
  'uncited-source': 'uncited',
};

/** Rules whose badges are drawn as warnings; the others are quiet. */
export const loudBadges: ReadonlySet<string> = new Set([
  'unsourced-claim',
  'date-conflict',
  'malformed-arxiv-id',
  'misattributed-claim',
]);
