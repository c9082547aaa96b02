/**
 * The messages that Inquiry's server and its VS Code client say to each other beside LSP's own: declared once, parsed by zod
 * on arrival on both sides. Any other LSP client may leave them out. No VS Code types: URIs are strings, places UTF-16 offsets.
 */
// The client bundles this file: zod's small form keeps it, and so the start of the extension, light.
import * as z from 'zod/mini';
import { timelineSchema } from './prompt/messages.ts';

/** "2025", "2025-04" or "2025-04-18". */
const partialDateSchema = z.string();

export const promptClaimSchema = z.object({
  key: z.string(),
  text: z.string(),
  date: z.optional(partialDateSchema),
  ids: z.array(z.string()),
  problems: z.array(z.string()),
  offset: z.int(),
});

export const promptAnchorSchema = z.object({
  id: z.string(),
  title: z.string(),
  date: z.optional(partialDateSchema),
  gloss: z.string(),
});

/** Client to server: the research prompt of an open note. */
export const promptRequest = 'inquiry/prompt';

/** A person's changes; what is absent follows the note and its settings. Blank texts count as absent. */
export const promptParamsSchema = z.object({
  uri: z.string(),
  role: z.optional(z.string()),
  question: z.optional(z.string()),
  horizonMonths: z.optional(z.int().check(z.minimum(1), z.maximum(1200))),
  questions: z.optional(z.int().check(z.minimum(1), z.maximum(10))),
  /** About how long the prompt may be; what is worth least is cut, chosen by the person or not. */
  tokens: z.optional(z.int().check(z.minimum(100), z.maximum(100_000))),
  /** Keys of claims to leave out; when given, every other claim goes in, whatever `prompt.maxClaims` says. */
  dropped: z.optional(z.array(z.string())),
  /** Ids of anchors to leave out; when given, every other available anchor goes in. */
  droppedAnchors: z.optional(z.array(z.string())),
  /** Claim texts rewritten by the person, by key. */
  edited: z.optional(z.record(z.string(), z.string())),
  /** A built-in template by its name, or the person's own by the name and the text of its file. */
  template: z.optional(z.object({ name: z.string(), text: z.optional(z.string()) })),
});
export type PromptParams = z.infer<typeof promptParamsSchema>;

export const promptResultSchema = z.object({
  /** The note's title, else its file name. */
  name: z.string(),
  /** As the note and the settings alone have it. */
  role: z.string(),
  question: z.string(),
  horizonMonths: z.int(),
  questions: z.int(),
  /** Every claim and anchor that could stand in the prompt, in their order; `included` says which do. */
  claims: z.array(z.extend(promptClaimSchema, { included: z.boolean() })),
  anchors: z.array(z.extend(promptAnchorSchema, { included: z.boolean() })),
  cut: z.array(z.object({ text: z.string(), why: z.string() })),
  timeline: timelineSchema,
  /** About how long the text is. */
  tokens: z.int(),
  /** The prompt, rendered with the person's changes; empty where the template cannot be used. */
  text: z.string(),
  /** Why the template cannot be used; `line`, from 0, is where in its file. */
  templateFaults: z.array(z.object({ message: z.string(), line: z.int() })),
});
export type PromptResult = z.infer<typeof promptResultSchema>;

/** Server to client, after each check of an open note: what the status bar says of it. */
export const summaryNotification = 'inquiry/summary';

export const summarySchema = z.object({
  uri: z.string(),
  /** Sentences that are claims, those of them without a source, and those whose evidence wants re-testing. */
  claims: z.int(),
  unsourced: z.int(),
  toRetest: z.int(),
  /** Of every rule, and what could not be read; without hints, as the Problems view lists them. */
  problems: z.int(),
});
export type Summary = z.infer<typeof summarySchema>;

/** Client to server: where the claims of an open note stand. */
export const claimsRequest = 'inquiry/claims';

export const claimsParamsSchema = z.object({
  uri: z.string(),
  which: z.enum(['claims', 'unsourced']),
});
export type ClaimsParams = z.infer<typeof claimsParamsSchema>;

export const claimsResultSchema = z.object({
  /** UTF-16 offsets, half open; in document order. */
  places: z.array(z.object({ start: z.int(), end: z.int() })),
});
export type ClaimsResult = z.infer<typeof claimsResultSchema>;

/** Client to server: check every note of the workspace; the problems arrive as diagnostics. */
export const checkWorkspaceRequest = 'inquiry/checkWorkspace';

export const checkWorkspaceResultSchema = z.object({
  files: z.int(),
  claims: z.int(),
  /** Without hints, as the Problems view lists them. */
  problems: z.int(),
  /** One clear sentence for each file that could not be read. */
  unreadable: z.array(z.string()),
});
export type CheckWorkspaceResult = z.infer<typeof checkWorkspaceResultSchema>;

/** What our own client says in LSP's `initializationOptions`; other clients leave it out, and are offered no commands. */
export const initializationSchema = z.object({
  /** Where look-ups are cached, shared by all windows. */
  cacheFolder: z.string(),
  /** Whether the workspace is trusted: nothing but its own files is read in one that is not. */
  trusted: z.optional(z.boolean()),
});

/**
 * Server to client, in a browser only, where the server has no disk: the files of a workspace folder, without those that tools
 * keep for themselves.
 */
export const listFilesRequest = 'inquiry/listFiles';
export const listFilesParamsSchema = z.object({ folder: z.string() });
export const listFilesResultSchema = z.object({ uris: z.array(z.string()) });

/** Server to client, in a browser only: texts, in the order asked; null for what cannot be read. */
export const readFilesRequest = 'inquiry/readFiles';
export const readFilesParamsSchema = z.object({ uris: z.array(z.string()) });
export const readFilesResultSchema = z.object({ texts: z.array(z.nullable(z.string())) });

/** Client to server: the person trusts the workspace now. */
export const trustedNotification = 'inquiry/trusted';

/** Client to server, only when a person asks: read Zotero anew. */
export const refreshZoteroRequest = 'inquiry/refreshZotero';

export const refreshZoteroResultSchema = z.object({
  status: z.enum(['ok', 'off', 'not-running', 'refused', 'no-api', 'unreadable']),
  /** One sentence for people. */
  message: z.string(),
  /** References that are new, different or gone. */
  changed: z.int(),
});
export type RefreshZoteroResult = z.infer<typeof refreshZoteroResultSchema>;

/** Client to server, only when a person asks: look a paper up outside and, with `addTo`, make the edit that adds it. */
export const lookUpRequest = 'inquiry/lookUp';

export const lookUpParamsSchema = z.object({
  /** An arXiv ID or a DOI, in any form. */
  id: z.string().check(z.maxLength(500)),
  /** The CSL-JSON or .bib file to add to, as the editor has it now. */
  addTo: z.optional(z.object({ path: z.string(), text: z.string() })),
  /** Make a new note about the paper; one that the library holds is not asked for outside. */
  note: z.optional(z.boolean()),
});
export type LookUpParams = z.infer<typeof lookUpParamsSchema>;

export const lookUpResultSchema = z.object({
  status: z.enum(['ok', 'not-found', 'rate-limited', 'offline', 'unreadable', 'no-identifier']),
  /** One sentence for people. */
  message: z.string(),
  title: z.optional(z.string()),
  url: z.optional(z.string()),
  /** Adds the paper to the file; offsets into the text given. */
  edit: z.optional(z.object({ start: z.int(), end: z.int(), newText: z.string() })),
  /** A file name and a text for a new note. */
  note: z.optional(z.object({ name: z.string(), text: z.string() })),
  /** Why there is no such edit. */
  fault: z.optional(z.string()),
});
export type LookUpResult = z.infer<typeof lookUpResultSchema>;

/** Client to server: sources for the sentence at an offset of an open note, out of the whole library. */
export const citeRequest = 'inquiry/cite';

export const citeParamsSchema = z.object({
  uri: z.string(),
  /** UTF-16 offset of the cursor. */
  offset: z.int(),
  /** As typed so far; empty asks for what fits the sentence. */
  query: z.string().check(z.maxLength(500)),
});
export type CiteParams = z.infer<typeof citeParamsSchema>;

export const citeResultSchema = z.object({
  /** Best first. */
  choices: z.array(
    z.object({
      title: z.string(),
      detail: z.string(),
      about: z.string(),
      edits: z.array(z.object({ start: z.int(), end: z.int(), newText: z.string() })),
    }),
  ),
});
export type CiteResult = z.infer<typeof citeResultSchema>;

/** Client to server: the text of an issue about what is flagged at an offset of an open note. Nothing is sent anywhere. */
export const wrongFlagRequest = 'inquiry/wrongFlag';

export const wrongFlagParamsSchema = z.object({
  uri: z.string(),
  /** UTF-16 offset of the cursor. */
  offset: z.int(),
  /** The extension's. */
  version: z.string(),
});
export type WrongFlagParams = z.infer<typeof wrongFlagParamsSchema>;

export const wrongFlagResultSchema = z.object({
  /** Absent where nothing is flagged. */
  text: z.optional(z.string()),
});
export type WrongFlagResult = z.infer<typeof wrongFlagResultSchema>;
