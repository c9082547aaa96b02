/** What each citation of a note stands for, titles in running text included. */
export { isNotePath, isOutside, resolveSources } from './resolve.ts';
