/** The library's public face: reading files, holding entries, looking them up, ranking them. */
export { createLibrary, updateLibrary, type FileChange } from './library.ts';
export { readLibraryFile } from './readers/index.ts';
export type { LibraryFile, ReadOptions } from './readers/reader.ts';
export { titleKey, titleSlug } from './titles.ts';
export * from './zotero/model.ts';
export * from './zotero/items.ts';
export * from './references/index.ts';
