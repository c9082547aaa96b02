/** The commands about references as a whole; evaluated when the first of them is used. */
export { exportBibliography } from './export-bibliography.ts';
export { importLibrary } from './import-library.ts';
export { refreshZotero } from './refresh-zotero.ts';
