/** What “Verify a Model's Reply” asks the server, and the answer: parsed by zod on both sides, as in `protocol.ts`. */
import * as z from 'zod/mini';
import { promptParamsSchema } from '../protocol.ts';

/** Client to server: read a reply against the library and, where one asked, an open note. */
export const verifyReplyRequest = 'inquiry/verifyReply';

const editSchema = z.object({ start: z.int(), end: z.int(), newText: z.string() });

export const verifyReplyParamsSchema = z.object({
  reply: z.string(),
  /** Where no note asked: whose settings count. */
  folder: z.optional(z.string()),
  /** The note that asked, with what the person changed in its prompt. */
  note: z.optional(promptParamsSchema),
  /** Where in the note the reply itself was pasted: no claims of the note's own. */
  pasted: z.optional(z.object({ start: z.int(), end: z.int() })),
});
export type VerifyReplyParams = z.infer<typeof verifyReplyParamsSchema>;

export const verifyReplyResultSchema = z.object({
  /** The report, as Markdown. */
  report: z.string(),
  /** One sentence: what there is. */
  summary: z.string(),
  /** Marks for the claims that the reply says hold: edits of the note. */
  marks: z.array(z.object({ numbers: z.array(z.int()), text: z.string(), edits: z.array(editSchema) })),
  /** New notes of kind "line", one a question. */
  lines: z.array(z.object({ name: z.string(), title: z.string(), text: z.string() })),
  /** arXiv IDs and DOIs that the library does not hold, as a look-up takes them, with the titles that the reply gives. */
  unknown: z.array(z.object({ id: z.string(), said: z.optional(z.string()) })),
  /** Impossible identifiers, such as are another work's, and that it is no reply at all. */
  wrong: z.int(),
});
export type VerifyReplyResult = z.infer<typeof verifyReplyResultSchema>;
