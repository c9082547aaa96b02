/**
 * Grammars of everything that names a source in text, one file each. All are linear in the text and know no library.
 * Matches of different grammars may overlap (an arXiv ID inside a link, a key that names a DOI): the wider one wins, and that
 * choice is the note parser's.
 */
export { arxivIdMonth, impossibleArxivId } from './arxiv-id.ts';
export { findArxivIds, parseArxivId, type ArxivId } from './arxiv.ts';
export { findAuthorYears } from './author-year.ts';
export { findChineseAuthorYears } from './author-year-chinese.ts';
export { findAuthorYearsInProse } from './author-year-prose.ts';
export { findGermanAuthorYears } from './author-year-german.ts';
export { findDois, mayHoldDoi } from './doi.ts';
export { findNumericCitations, raisedNumbers } from './numeric.ts';
export { findBareKeys, findPandocKeys } from './pandoc-key.ts';
export { findPubMedIds } from './pubmed.ts';
export { mayCarryNumber } from './raised.ts';
export { findUnpublished, mayHoldUnpublished } from './unpublished.ts';
export { findWikilinks } from './wikilink.ts';
export { firstFamily, readWrittenReference, type WrittenReference } from './written-reference.ts';
