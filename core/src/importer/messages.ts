/** What the editor asks the server about lines of inquiry, and the answers: parsed by zod on both sides, as in `protocol.ts`. */
import * as z from 'zod/mini';

/** Client to server: the question at an offset of an open note that a new line may take up. */
export const questionAtRequest = 'inquiry/questionAt';

export const questionAtParamsSchema = z.object({ uri: z.string(), offset: z.int() });
export type QuestionAtParams = z.infer<typeof questionAtParamsSchema>;

export const questionAtResultSchema = z.object({
  /** Absent where none stands. */
  question: z.optional(z.string()),
});
export type QuestionAtResult = z.infer<typeof questionAtResultSchema>;

/** Client to server: a line of inquiry that has its question only. */
export const newLineRequest = 'inquiry/newLine';

export const newLineParamsSchema = z.object({ question: z.string().check(z.maxLength(10_000)) });
export type NewLineParams = z.infer<typeof newLineParamsSchema>;

export const newLineResultSchema = z.object({
  /** A file name. */
  name: z.string(),
  text: z.string(),
  /** UTF-16 offset into `text` of the sentence that says what the line explores. */
  framingAt: z.int(),
});
export type NewLineResult = z.infer<typeof newLineResultSchema>;
