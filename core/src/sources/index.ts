/** What each citation of a note stands for, titles in running text included. */
export { entryNamed } from './named.ts';
export { isOwnEntry } from './own-entry.ts';
export { isNotePath, isOutside, resolveSources } from './resolve.ts';
export { isInReference } from './written-works.ts';
