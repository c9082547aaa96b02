/** What views of the library show, as plain data: shelves, who cites, what may come next. */
export { citingClaims, entriesCited, type CitingClaim } from './citing-claims.ts';
export { nextLines, relatedEntries, unusedNotes, type NextLines, type RelatedEntry } from './next-lines.ts';
export { entryFilter, inShelfOrder } from './shelves.ts';
export { entryLinks, shortAuthors } from './entry-words.ts';
