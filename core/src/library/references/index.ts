/** Exporting and importing references: what a note cites, what files hold, each format's writer. */
export { bibtexOfReference } from './bibtex.ts';
export { citedWorks, type CitedWork, type CitedWorks } from './cited.ts';
export { forCiteproc } from './for-citeproc.ts';
export { importReferences, type Import } from './import.ts';
export type { Reference } from './model.ts';
export { ofCsl, readReferences } from './read.ts';
export { referenceOf } from './reference-of.ts';
