/** What a rename writes, document by document; how a client takes it is `convert.ts`'s. */
import type { Edit, Lines } from '#core';

export interface ChangedDocument {
  readonly uri: string;
  /** Undefined for what is not open. */
  readonly version: number | undefined;
  readonly lines: Lines;
  /** Apart from each other, in document order. */
  readonly edits: readonly Edit[];
}

export class Changes {
  renamed: { readonly oldUri: string; readonly newUri: string } | undefined;
  readonly #documents = new Map<string, ChangedDocument>();

  /** One place may be found in two ways: it is written once. */
  add({ uri, edits, ...document }: ChangedDocument): void {
    const known = this.#documents.get(uri)?.edits ?? [];
    const byPlace = new Map([...known, ...edits].map((edit) => [edit.span.start, edit]));
    const all = [...byPlace.values()].sort((a, b) => a.span.start - b.span.start);
    if (all.length > 0) this.#documents.set(uri, { uri, ...document, edits: all });
  }

  renameFile(oldUri: string, newUri: string): void {
    this.renamed = { oldUri, newUri };
  }

  get documents(): readonly ChangedDocument[] {
    return [...this.#documents.values()];
  }
}
