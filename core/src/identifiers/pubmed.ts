/**
 * Finds PubMed's numbers, "PMID: 12345678" and "PMC1234567", as links to what they stand for.
 * https://www.ncbi.nlm.nih.gov/pmc/pmctopmid/ turns one into the other.
 */
import type { IdentifierMatch } from './model.ts';

const NUMBER = /(?<![\p{L}\p{N}/=])(?:PMID:?\s?(\d{5,8})|(?:PMCID:?\s?)?PMC(\d{5,8}))(?![\p{L}\p{N}])/gu;

export function findPubMedIds(text: string): IdentifierMatch[] {
  if (!text.includes('PM')) return [];
  return [...text.matchAll(NUMBER)].map((found): IdentifierMatch => {
    const number = found[1] ?? found[2] ?? '';
    const end = found.index + found[0].length;
    return {
      type: 'link',
      id:
        found[1] === undefined
          ? `https://pmc.ncbi.nlm.nih.gov/articles/PMC${number}/`
          : `https://pubmed.ncbi.nlm.nih.gov/${number}/`,
      span: { start: found.index, end },
      idSpan: { start: end - number.length, end },
    };
  });
}
