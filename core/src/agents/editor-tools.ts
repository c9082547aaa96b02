/**
 * The tools that the extension offers to the editor's own agents, by their names in `contributes.languageModelTools`, each with what
 * it takes. The manifest says the same to the model, held by `test/editor-tools.test.ts`; messages are worded for `argumentFault`.
 */
import * as z from 'zod/mini';
import { IS_EMPTY, LONGEST_CLAIM, numberWanted, textWanted, tooLong } from './argument-fault.ts';

const words = (most: number) =>
  z.string({ error: textWanted }).check(z.minLength(1, IS_EMPTY), z.maxLength(most, tooLong(most)));

function wholeNumber(least: number, most: number) {
  const error = numberWanted(least, most);
  return z.int({ error }).check(z.minimum(least, error), z.maximum(most, error));
}

/** From an open folder, or whole; without one, the note in front of the person is meant. */
const path = z.optional(words(4096));

export const editorTools = {
  inquiry_check_note: z.strictObject({ path, top: z._default(wholeNumber(1, 500), 50) }),
  inquiry_look_up: z.strictObject({ query: words(1000) }),
  inquiry_suggest_citations: z.strictObject({
    claim: words(LONGEST_CLAIM),
    context: z.optional(words(LONGEST_CLAIM)),
    top: z._default(wholeNumber(1, 50), 3),
  }),
  inquiry_research_prompt: z.strictObject({
    path,
    horizon_months: z.optional(wholeNumber(1, 1200)),
    questions: z.optional(wholeNumber(1, 10)),
    /** Built in, or a person's own by the name of its file, with or without its ending. */
    template: z.optional(words(256)),
  }),
};

export type EditorTool = keyof typeof editorTools;
