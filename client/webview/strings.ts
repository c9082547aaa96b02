/** Every sentence and label of the workbench, in one place, so that they can be read aloud and translated together. */

export const strings = {
  title: 'Research prompt',
  copy: 'Copy prompt',
  copied: 'Copied',
  opened: 'Opened as a document',
  openDocument: 'Open as document',
  reset: 'Undo my edits',
  resetHint: 'Go back to the note’s own role, question and claims',
  goToNote: 'Show the note',
  role: 'Role',
  question: 'Question',
  askFor: 'Ask for',
  workOfTheLast: 'work of the last',
  months: 'months and',
  monthsLabel: 'Months to look back for newer work',
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
  tokens: (count: number) => `about ${count.toLocaleString('en')} tokens`,
} as const;

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
