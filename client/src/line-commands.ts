/** The commands that make lines of inquiry; evaluated when the first of them is used. */
export { newLine } from './new-line.ts';
