/** What the claim model says of one sentence, as data, and what it calls the kinds. */

export type ClaimKind =
  | 'statistic'
  | 'comparison'
  | 'finding'
  | 'attribution'
  | 'quotation'
  | 'superlative'
  | 'universal'
  | 'historical';

/** What kinds are called in messages; adjectives want their noun. */
const claimNames: Readonly<Record<ClaimKind, string>> = {
  statistic: 'a statistic',
  comparison: 'a comparison',
  finding: 'a finding',
  attribution: 'an attribution',
  quotation: 'a quotation',
  superlative: 'a superlative',
  universal: 'a universal claim',
  historical: 'a historical claim',
};

export interface ClaimScore {
  /** Calibrated probability, 0 to 1, that the sentence asserts something checkable, whoever found it. */
  readonly claim: number;
  /** Calibrated probability, 0 to 1, that an author would be expected to cite an outside source here. */
  readonly needsSource: number;
  /** By its signs, and `finding` where it shows none: what thresholds go by. Shown is `named`. */
  readonly kind: ClaimKind;
  /** Signs of its kind and of others, strongest first. Empty: the weights of plain words decided. */
  readonly signs: readonly string[];
  /** The words that decided, strongest first, as written and cut so that they can be quoted; at most five. */
  readonly reasons: readonly string[];
  /** The kind that the first of these words shows; undefined where they show none. */
  readonly named: ClaimKind | undefined;
}

/** "a comparison"; "a claim" where no word tells the kind. */
export const claimName = ({ named }: Pick<ClaimScore, 'named'>): string =>
  named === undefined ? 'a claim' : claimNames[named];

/** The kind where one must be given: seven in ten claims of real notes that show none are findings to their readers. */
export const kindOrFinding = ({ named }: Pick<ClaimScore, 'named'>): ClaimKind => named ?? 'finding';

/** One sentence with what stands around it. All text is visible prose: no markup, no citation markers. */
export interface ClaimInput {
  readonly text: string;
  readonly previous?: string;
  readonly next?: string;
  readonly block: 'paragraph' | 'item' | 'cell' | 'quote' | 'footnote' | 'definition' | 'callout';
  /** Visible text of the nearest heading above; empty at the top. */
  readonly heading: string;
  /** Where the sentence stands in its block and its note: 0 first, 1 last. */
  readonly positionInBlock: number;
  readonly positionInNote: number;
  readonly noteKind: 'note' | 'line' | 'paper' | 'document';
}
