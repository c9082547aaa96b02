/** References with all that their file says of them: what an export writes and an import takes over. */

/** An item of CSL-JSON: https://docs.citationstyles.org/en/stable/specification.html#appendix-iv-variables */
export type CslItem = Readonly<Record<string, unknown>>;

export interface Reference {
  /** The key by which it is cited. */
  readonly id: string;
  /** As CSL-JSON; from CSL files as it stands there, unknown fields included. */
  readonly item: CslItem;
  /** Where it was written as BibTeX: its type and fields with their TeX, strings and parents filled in. */
  readonly bibtex?: { readonly type: string; readonly fields: ReadonlyMap<string, string> };
}
