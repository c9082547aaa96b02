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

/** Client to server: a line of inquiry that has its question, and what it begins from. */
export const newLineRequest = 'inquiry/newLine';

export const newLineParamsSchema = z.object({
  question: z.string().check(z.maxLength(10_000)),
  /** Ids of entries that it begins from; none unless given. */
  sources: z.optional(z.array(z.string())),
});
export type NewLineParams = z.infer<typeof newLineParamsSchema>;

export const newLineResultSchema = z.object({
  /** A file name. */
  name: z.string(),
  text: z.string(),
  /** UTF-16 offset into `text` of the sentence that says what the line explores. */
  framingAt: z.int(),
});
export type NewLineResult = z.infer<typeof newLineResultSchema>;

/** Client to server: a page of a line of inquiry as files; nothing is written. */
export const importPageRequest = 'inquiry/importPage';

export const importPageParamsSchema = z.object({
  /** The page's own, for what it may be; a name will do. */
  path: z.string(),
  text: z.string(),
});
export type ImportPageParams = z.infer<typeof importPageParamsSchema>;

export const importPageResultSchema = z.object({
  /** The line first, then its notes, then its papers; their paths are relative to a folder of the person's choice. Empty where the text is no page. */
  files: z.array(z.object({ path: z.string(), text: z.string() })),
  /** What could not be read, a sentence each, with its line from 0; why there are no files. */
  faults: z.array(z.object({ line: z.int(), message: z.string() })),
});
export type ImportPageResult = z.infer<typeof importPageResultSchema>;
