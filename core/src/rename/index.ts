/** Other names for works and notes: what can be renamed, and every place where the old name is written. */
export { keyPlaces } from '../library/key-places.ts';
export { keyEdits, keyFault } from './keys.ts';
export { NotePaths, stemOf } from './note-paths.ts';
export { mayLinkTo, noteNameEdits, noteNameFault, renamedPath } from './notes.ts';
export { renameTargetAt, type RenameTarget } from './target.ts';
export { fileNameFor, ownTitleEdits, titleEdits, titleFault } from './titles.ts';
