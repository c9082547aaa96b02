/**
 * Published results on the same sets, for reference: none is on the part that we measure, for these are development parts and theirs are
 * test parts or folds of everything. What could be read in its source is told from what is only remembered.
 */
import { say } from './output.ts';

interface Published {
  readonly name: string;
  /** F1 of the positive class, where that is what was published. */
  readonly f1?: string;
  /** Where it stands, and how far it compares. */
  readonly source: string;
}

const PUBLISHED: Readonly<Record<string, readonly Published[]>> = {
  'md-cite': [
    {
      name: 'CiteWorth: Longformer on paragraphs',
      source:
        'nothing on this set. The nearest, Wright and Augenstein, CiteWorth (arXiv:2105.10912): with the paragraph around it 5 points of F1 more than SciBERT on sentences alone, on another set (its abstract; its best F1, remembered as about 0.67, could not be looked up)',
    },
  ],
  'sciclaim-pubmed': [
    {
      name: 'transfer learning',
      f1: 'over 0.78',
      source:
        'Achakulvisut et al., arXiv:1907.00962: the first version’s abstract, as the set’s README quotes it; on its own test part',
    },
  ],
  sciark: [
    {
      name: 'BERT',
      f1: '0.700',
      source:
        'Fergadis et al., ArgMining 2021 (https://aclanthology.org/2021.argmining-1.10), abstract; ten folds of all 1,000 abstracts, nine tenths of them learnt from',
    },
  ],
  'clef-ct24-checkworthy': [
    {
      name: 'FactFinders, language models tuned on 22,501 sentences',
      f1: '0.802',
      source:
        'Li et al., CheckThat! 2024 (CEUR 3740, papers 24 and 47), on the gold test; remembered by the set’s README, not looked up',
    },
  ],
  scitweets: [
    {
      name: 'DS@GT at CheckThat! 2025, seventh place',
      source:
        'macro F1 0.861 over three questions, of which ours is one, with DeBERTaV3 at 0.838 (arXiv:2507.06205, abstract), on the lab’s hidden test: no figure for claims alone',
    },
  ],
};

/** Empty where none was published. */
export const publishedF1 = (set: string): string => PUBLISHED[set]?.find(({ f1 }) => f1)?.f1 ?? '';

/** Rows for the set's table, then where each figure stands. */
export function printPublished(set: string): void {
  const published = PUBLISHED[set] ?? [];
  for (const { name, f1 } of published) if (f1 !== undefined) say(`| published: ${name} | | | ${f1} | | | |`);
  for (const { name, source } of published) say(`\nPublished: ${name}: ${source}.`);
}
