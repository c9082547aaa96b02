/** What the editor asks the server about references, and the answers: parsed by zod on both sides, as in `protocol.ts`. */
import * as z from 'zod/mini';

/** Client to server: what an open note cites, written out. */
export const exportRequest = 'inquiry/exportBibliography';

export const exportParamsSchema = z.object({
  uri: z.string(),
  format: z.enum(['bibtex', 'csl-json', 'bibliography']),
  /** Of a bibliography: a bundled style's name or a .csl file's path; without it the setting's. */
  style: z.optional(z.string()),
});
export type ExportParams = z.infer<typeof exportParamsSchema>;

export const exportResultSchema = z.object({
  /** Absent with `fault`. */
  text: z.optional(z.string()),
  works: z.int(),
  /** Cited, and not in the library. */
  missing: z.array(z.string()),
  /** Of a kind that the style does not print. */
  unprinted: z.array(z.string()),
  /** One sentence: why there is no text. */
  fault: z.optional(z.string()),
});
export type ExportResult = z.infer<typeof exportResultSchema>;

/** Client to server: the citation styles that come along. */
export const stylesRequest = 'inquiry/citationStyles';

export const stylesResultSchema = z.array(z.object({ name: z.string(), title: z.string() }));
export type StylesResult = z.infer<typeof stylesResultSchema>;

/** Client to server: the edit that takes references over into a file of the user's own. */
export const importRequest = 'inquiry/importReferences';

const fileSchema = z.object({ path: z.string(), text: z.string() });

export const importParamsSchema = z.object({
  /** A reference file as it is, or the Zotero that runs on this machine. */
  from: z.union([z.literal('zotero'), fileSchema]),
  /** The CSL-JSON or .bib file to add to, as the editor has it now. */
  to: fileSchema,
  /** Keys, as an answer's `added` names them, of the references to take; all without it. */
  only: z.optional(z.array(z.string())),
});
export type ImportParams = z.infer<typeof importParamsSchema>;

export const importResultSchema = z.object({
  /** Adds what is new; offsets into the text given. Absent when nothing is, or with `fault`. */
  edit: z.optional(z.object({ start: z.int(), end: z.int(), newText: z.string() })),
  added: z.array(z.object({ id: z.string(), title: z.string() })),
  present: z.int(),
  renamed: z.array(z.object({ from: z.string(), to: z.string() })),
  /** What could not be read of the source, a sentence each, with its line from 0. */
  faults: z.array(z.object({ line: z.int(), message: z.string() })),
  /** One sentence: why nothing can be imported. */
  fault: z.optional(z.string()),
});
export type ImportResult = z.infer<typeof importResultSchema>;
