/** The workbench's evidence timeline, as server, client and page say it to each other: parsed by zod on arrival, as in `protocol.ts`. */
import * as z from 'zod/mini';

/** First and last day, "YYYY-MM-DD", both included: a month is a span, not a point. */
const daysSchema = z.object({ first: z.string(), last: z.string() });

const datedClaimSchema = z.object({
  /** Of the claim in the list. */
  key: z.string(),
  /** When its evidence is from; absent where nobody says. */
  evidence: z.optional(daysSchema),
  /** When somebody last looked at it again, where that came after its evidence. */
  looked: z.optional(daysSchema),
  /** Newer work can overturn it. */
  perishable: z.boolean(),
  /** Perishable, and neither its evidence nor a look at it is younger than the horizon. */
  due: z.boolean(),
  /** What it rests on; no title where the library holds none. */
  sources: z.array(z.object({ id: z.string(), title: z.optional(z.string()) })),
});

export const timelineSchema = z.object({
  /** "YYYY-MM-DD" */
  today: z.string(),
  /** Evidence from before this day is older than the horizon. */
  horizon: z.string(),
  /** Every claim of the workbench's list, oldest evidence first, those without a date last. */
  claims: z.array(datedClaimSchema),
});
export type Timeline = z.infer<typeof timelineSchema>;
export type DatedClaim = z.infer<typeof datedClaimSchema>;
