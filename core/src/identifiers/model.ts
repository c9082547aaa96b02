/** One identifier met in a text, as data. Each grammar (`arxiv.ts`, `doi.ts`, …) finds its own kind. */
import type { Citation } from '../note/model.ts';

/** A citation by its writing alone, before its place in a note is known: spans are in the text that was searched. Never depends on today. */
export type IdentifierMatch = Omit<Citation, 'block' | 'sentence' | 'declared'>;
