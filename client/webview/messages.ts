/**
 * What the workbench and the editor say to each other: declared once, parsed by zod on both sides on arrival.
 * Knows neither the DOM nor vscode. Ranges travel as UTF-16 offsets.
 */
import * as z from 'zod/mini';
import { timelineSchema } from '#core/prompt/messages.ts';

/** A person's changes to the prompt of one note; what is absent is as the note and the settings have it. */
export const editsSchema = z.object({
  role: z.optional(z.string()),
  question: z.optional(z.string()),
  horizonMonths: z.optional(z.int().check(z.minimum(1), z.maximum(1200))),
  questions: z.optional(z.int().check(z.minimum(1), z.maximum(10))),
  /** About how long the prompt may be; absent where any length will do. */
  tokens: z.optional(z.int().check(z.minimum(100), z.maximum(100_000))),
  /** Keys of the claims left out; absent until the person first chooses. */
  dropped: z.optional(z.array(z.string())),
  /** Ids of the anchors left out. */
  droppedAnchors: z.optional(z.array(z.string())),
  /** Claim texts rewritten by the person, by key. */
  edited: z.optional(z.record(z.string(), z.string())),
  /** The name of the template; absent where it is the one that the settings name. */
  template: z.optional(z.string()),
});
export type Edits = z.infer<typeof editsSchema>;

const claimSchema = z.object({
  key: z.string(),
  /** The note's own words. */
  text: z.string(),
  date: z.optional(z.string()),
  ids: z.array(z.string()),
  /** Rule names. */
  problems: z.array(z.string()),
  offset: z.int(),
  /** Whether the prompt beside it holds it. */
  included: z.boolean(),
});
export type WorkbenchClaim = z.infer<typeof claimSchema>;

const anchorSchema = z.object({
  id: z.string(),
  title: z.string(),
  date: z.optional(z.string()),
  gloss: z.string(),
  included: z.boolean(),
});
export type WorkbenchAnchor = z.infer<typeof anchorSchema>;

/** One note's prompt with everything that could stand in it. */
export const draftSchema = z.object({
  uri: z.string(),
  /** Whether the editor has a chat to send the prompt to. */
  canChat: z.boolean(),
  /** What to call the note: its title, else its file name. */
  name: z.string(),
  role: z.string(),
  question: z.string(),
  horizonMonths: z.int(),
  questions: z.int(),
  /** In the order of the note. */
  claims: z.array(claimSchema),
  anchors: z.array(anchorSchema),
  /** What was left out for length, and why. */
  cut: z.array(z.object({ text: z.string(), why: z.string() })),
  timeline: timelineSchema,
  /** About how long the text is. */
  tokens: z.int(),
  /** The rendered prompt; empty where the template cannot be used. */
  text: z.string(),
  templateFaults: z.array(z.object({ message: z.string(), line: z.int() })),
  /** The one that the settings name. */
  presetTemplate: z.string(),
  /** The person's own, by the names of their files. */
  ownTemplates: z.array(z.string()),
});
export type Done = Extract<ToWorkbench, { type: 'done' }>['what'];
export type Draft = z.infer<typeof draftSchema>;

/** Sent by the editor. */
export const toWorkbenchSchema = z.discriminatedUnion('type', [
  /** The prompt of the note, made with `edits`; they win over the workbench's own only when it has none for this note. */
  z.object({ type: z.literal('draft'), draft: draftSchema, edits: editsSchema }),
  z.object({ type: z.literal('no-note') }),
  z.object({ type: z.literal('failed'), message: z.string() }),
  /** A template was written for the note. */
  z.object({ type: z.literal('use-template'), uri: z.string(), name: z.string() }),
  /** A request was carried out. */
  z.object({ type: z.literal('done'), what: z.enum(['copied', 'opened', 'saved', 'sent', 'verified']) }),
]);
export type ToWorkbench = z.infer<typeof toWorkbenchSchema>;

/** Sent by the workbench. */
export const fromWorkbenchSchema = z.discriminatedUnion('type', [
  /** It can hear now; `uri` and `edits` are what it remembered across being hidden. */
  z.object({ type: z.literal('ready'), uri: z.optional(z.string()), edits: z.optional(editsSchema) }),
  z.object({ type: z.literal('edits'), uri: z.string(), edits: editsSchema }),
  z.object({ type: z.literal('copy') }),
  z.object({ type: z.literal('open-document') }),
  z.object({ type: z.literal('save') }),
  z.object({ type: z.literal('chat') }),
  /** Without a text, what is in the clipboard: only the editor may read that. */
  z.object({ type: z.literal('verify-reply'), uri: z.string(), text: z.optional(z.string()) }),
  z.object({ type: z.literal('go-to'), uri: z.string(), offset: z.int() }),
  z.object({ type: z.literal('open-note') }),
  /** The person's own that is chosen, at its first fault. */
  z.object({ type: z.literal('open-template') }),
  /** Write one's own, which begins as a copy of this one. */
  z.object({ type: z.literal('new-template'), copy: z.string() }),
]);
export type FromWorkbench = z.infer<typeof fromWorkbenchSchema>;
