/** What the editor's own tools for agents ask the server: parsed by zod on both sides, as in `protocol.ts`. Each answer is words, whole. */
import * as z from 'zod/mini';

/** Client to server: check an open note by its own settings. */
export const checkNoteRequest = 'inquiry/checkNote';
export const checkNoteParamsSchema = z.object({
  uri: z.string(),
  /** How many problems to tell at most. */
  top: z.int(),
});
export type CheckNoteParams = z.infer<typeof checkNoteParamsSchema>;

/** Client to server: rank the library for one claim. */
export const suggestRequest = 'inquiry/suggest';
export const suggestParamsSchema = z.object({
  claim: z.string(),
  context: z.optional(z.string()),
  top: z.int(),
});
export type SuggestParams = z.infer<typeof suggestParamsSchema>;

/** Client to server: find a work of the library by any of its names. Nothing is asked but libraries. */
export const findWorkRequest = 'inquiry/findWork';
export const findWorkParamsSchema = z.object({ query: z.string() });
export type FindWorkParams = z.infer<typeof findWorkParamsSchema>;

export const toldSchema = z.object({ words: z.string() });
export type Told = z.infer<typeof toldSchema>;
