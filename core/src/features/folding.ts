/** What folds beside headings and lists, which editors fold by themselves: the research prompt that a note holds. */
import type { Analysis } from '../analysis.ts';
import { isPromptPart } from '../prompt/body.ts';
import type { Span } from '../text/span.ts';

/** In document order. */
export const foldedParts = ({ note }: Analysis): readonly Span[] =>
  note.blocks.filter((block) => isPromptPart(note, block)).map(({ span }) => span);
