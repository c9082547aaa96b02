/** What the editor shows besides problems, as plain data: hover cards, completions, links, choices. */
export { citationAt, citeChoices, type CiteChoice } from './cite.ts';
export { completionDocumentation, completionQueryAt, completionsAt } from './completions.ts';
export { foldedParts } from './folding.ts';
export { highlightsAt } from './highlights.ts';
export { hintsIn } from './hints.ts';
export { hoverAt } from './hover.ts';
export { countedPlaces, noteLenses } from './lenses.ts';
export { linkedNoteAt } from './linked-note.ts';
export { documentLinks } from './links.ts';
export { citationsOf, citedAt, descriptionsAt, mayCite } from './places.ts';
export { entryCard } from './entry-card.ts';
export { questionAt } from './question-at.ts';
export { retestChoices } from './retest.ts';
export { claimSymbols, entrySubtitle } from './symbols.ts';
