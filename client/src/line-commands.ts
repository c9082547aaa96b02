/** The commands that make lines of inquiry; evaluated when the first of them is used. */
export { importLine } from './import-line.ts';
export { newLine } from './new-line.ts';
