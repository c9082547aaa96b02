/**
 * What the editor's views of the library ask the server, and the answers: parsed by zod on both sides, as in `protocol.ts`. A view
 * asks for the children of a row, so many from such a place on: nobody sends a whole library.
 */
import * as z from 'zod/mini';

/** Client to server: some children of a row. */
export const childrenRequest = 'inquiry/children';

const entryKindSchema = z.enum(['paper', 'note', 'line']);

/** Whose children are asked for. */
export const parentSchema = z.discriminatedUnion('of', [
  /** The library: its shelves. */
  z.object({ of: z.literal('library') }),
  z.object({ of: z.literal('shelf'), shelf: entryKindSchema }),
  /** An entry of the library: the sentences of the workspace that cite it. */
  z.object({ of: z.literal('entry'), id: z.string() }),
  /** An open note: what may come next. */
  z.object({ of: z.literal('next'), uri: z.string() }),
  /** An open note: lines and notes that share sources with it. */
  z.object({ of: z.literal('related'), uri: z.string() }),
  /** What one of those shares with the note. */
  z.object({ of: z.literal('shared'), uri: z.string(), id: z.string() }),
  /** An open note: the library's notes that no line uses. */
  z.object({ of: z.literal('unused'), uri: z.string() }),
]);
export type Parent = z.infer<typeof parentSchema>;

export const childrenParamsSchema = z.object({
  parent: parentSchema,
  /** Where to begin: 0, or `next` of the answer before. */
  from: z.int().check(z.minimum(0)),
  count: z.int().check(z.minimum(1), z.maximum(100_000)),
  /** Of shelves and their entries: every word of it is in what is shown. */
  filter: z.optional(z.string().check(z.maxLength(500))),
});
export type ChildrenParams = z.infer<typeof childrenParamsSchema>;

const groupRowSchema = z.object({
  kind: z.literal('group'),
  group: z.enum(['paper', 'note', 'line', 'related', 'unused']),
  total: z.int(),
  opens: parentSchema,
});

export const entryRowSchema = z.object({
  kind: z.literal('entry'),
  id: z.string(),
  entry: entryKindSchema,
  /** Never empty. */
  title: z.string(),
  /** "Chen et al."; empty when nobody is known. */
  authors: z.string(),
  /** "2025"; empty when it has no date. */
  year: z.string(),
  status: z.optional(z.enum(['withdrawn', 'retracted', 'superseded'])),
  /** How many notes of the workspace cite it; absent until they are counted. */
  citedBy: z.optional(z.int()),
  /** The file that describes it, and the line there from 0; absent where none does that an editor can open. */
  file: z.optional(z.object({ uri: z.string(), line: z.int() })),
  /** Its page: arXiv's abstract, the DOI's, or its own address. */
  page: z.optional(z.string()),
  pdf: z.optional(z.string()),
  /** An arXiv ID or a DOI. */
  identifier: z.optional(z.string()),
  /** Titles of works that it shares with the open note. */
  shares: z.optional(z.array(z.string())),
  /** Absent for what nobody cites. */
  opens: z.optional(parentSchema),
});
export type EntryRow = z.infer<typeof entryRowSchema>;

const claimRowSchema = z.object({
  kind: z.literal('claim'),
  uri: z.string(),
  /** From its folder, which is named where there are several. */
  path: z.string(),
  /** Of the citation, from 0; characters in UTF-16 units. */
  line: z.int(),
  character: z.int(),
  text: z.string(),
});
export type ClaimRow = z.infer<typeof claimRowSchema>;

export const rowSchema = z.discriminatedUnion('kind', [groupRowSchema, entryRowSchema, claimRowSchema]);
export type Row = z.infer<typeof rowSchema>;

export const childrenResultSchema = z.object({
  rows: z.array(rowSchema),
  /** Where the rest begins; absent when there is none. */
  next: z.optional(z.int()),
  /** How many children come after these; of an entry, notes that cite it. */
  left: z.int(),
  /** Of an open note: why nothing is related to it. */
  lacks: z.optional(z.enum(['sources', 'related'])),
});
export type ChildrenResult = z.infer<typeof childrenResultSchema>;

/** Server to client, without parameters: what the views show may be out of date. Sent to those that asked since it was last. */
export const viewsChangedNotification = 'inquiry/viewsChanged';

/** Client to server: what the library knows of an entry, in Markdown. */
export const entryCardRequest = 'inquiry/entryCard';
export const entryCardParamsSchema = z.object({ id: z.string() });
export type EntryCardParams = z.infer<typeof entryCardParamsSchema>;
export const entryCardResultSchema = z.object({ markdown: z.optional(z.string()) });
export type EntryCardResult = z.infer<typeof entryCardResultSchema>;

/** Client to server: an entry as a note cites. */
export const citationRequest = 'inquiry/citation';

export const citationParamsSchema = z.object({
  id: z.string(),
  /** An open note and the cursor in it; without, as one would in a note that cites nothing yet. */
  at: z.optional(z.object({ uri: z.string(), offset: z.int() })),
});
export type CitationParams = z.infer<typeof citationParamsSchema>;

export const citationResultSchema = z.object({
  /** Absent where the library no longer holds the entry. */
  text: z.optional(z.string()),
  /** What puts it at the cursor; empty without one. */
  edits: z.array(z.object({ start: z.int(), end: z.int(), newText: z.string() })),
});
export type CitationResult = z.infer<typeof citationResultSchema>;
