/** What the editor's re-test queue asks the server, and the answers: parsed by zod on both sides, as in `protocol.ts`. */
import * as z from 'zod/mini';

/** Client to server: what wants re-testing in the notes of the workspace, unsaved changes included. */
export const queueRequest = 'inquiry/queue';

/** A claim by its note's URI and its first UTF-16 offset there. */
const claimPlaceSchema = z.object({ uri: z.string(), start: z.int() });
export type ClaimPlace = z.infer<typeof claimPlaceSchema>;

export const queueParamsSchema = z.object({
  /** Also what is not due yet. */
  upcoming: z.optional(z.boolean()),
  /** At most so many claims; all without it. */
  top: z.optional(z.int().check(z.minimum(1))),
  /** Only these claims, due or not. */
  chosen: z.optional(z.array(claimPlaceSchema)),
  /** Answers with a text too: a Markdown report, JSON, a calendar, or one prompt for all the claims. */
  format: z.optional(z.enum(['md', 'json', 'ics', 'prompt'])),
});
export type QueueParams = z.infer<typeof queueParamsSchema>;

/** A `QueueItem`, with its note's URI and without what only orders it. */
export const queuedClaimSchema = z.object({
  uri: z.string(),
  path: z.string(),
  /** UTF-16 offsets into the note; half open. */
  start: z.int(),
  end: z.int(),
  /** From 0. */
  line: z.int(),
  text: z.string(),
  evidence: z.string(),
  evidenceReason: z.string(),
  due: z.string(),
  overdue: z.boolean(),
  ageMonths: z.int(),
  horizonMonths: z.int(),
  leaning: z.int(),
  speed: z.string(),
  sources: z.array(z.string()),
  reasons: z.array(z.string()),
});
export type QueuedClaim = z.infer<typeof queuedClaimSchema>;

export const queueResultSchema = z.object({
  /** Most urgent first. */
  claims: z.array(queuedClaimSchema),
  /** Of the whole workspace, whatever was asked for. */
  total: z.int(),
  overdue: z.int(),
  text: z.optional(z.string()),
  /** One clear sentence for each note that could not be read. */
  unreadable: z.array(z.string()),
});
export type QueueResult = z.infer<typeof queueResultSchema>;

/** Client to server: ways to mark claims of an open note re-tested, those at an offset first. */
export const retestRequest = 'inquiry/retest';

export const retestParamsSchema = z.object({
  uri: z.string(),
  /** UTF-16 offset of the cursor. */
  offset: z.int(),
});
export type RetestParams = z.infer<typeof retestParamsSchema>;

export const retestResultSchema = z.object({
  choices: z.array(
    z.object({
      title: z.string(),
      edits: z.array(z.object({ start: z.int(), end: z.int(), newText: z.string() })),
    }),
  ),
});
export type RetestResult = z.infer<typeof retestResultSchema>;
