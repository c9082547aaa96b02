/** Notes from text. Everything that rules and features know about a note's writing comes from here. */
export { readFrontMatter } from './front-matter.ts';
export { LeafCache } from './leaf-cache.ts';
export { parseNote, type ParseOptions } from './parse-note.ts';
export { splitSentences } from './sentences.ts';
