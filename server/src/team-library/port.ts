/**
 * A library that lies elsewhere: another team's static export, a search index, an index of arXiv on this disk. Off unless
 * configured, asked in the background, never while somebody waits for a keystroke. What could not be asked is said, not passed
 * off as "unknown".
 */
import type { Entry, SearchHit } from '#core';

export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

export interface RemoteLibrary {
  /** For people: the address without its secrets, or what it is. */
  readonly name: string;
  /** True on this disk: asking costs little, so nothing is held back to ask for several things at once. */
  readonly isNear: boolean;
  /** Whether it could hold such a name at all; an index of arXiv knows no citation keys. */
  mayHold(identifier: string): boolean;
  /** Entries by identifier, as `identifierOf` writes them; those it does not hold are absent. */
  find(identifiers: readonly string[]): Promise<Answer<ReadonlyMap<string, Entry>>>;
  /** Best first. `isStale` turns true when nobody wants the answer any more. */
  search(query: string, top: number, isStale?: () => boolean): Promise<Answer<readonly SearchHit[]>>;
  close(): void;
}

/** Every name under which an entry is found: "arxiv:2511.00222", "doi:10.1000/x", "key:smith2020". */
export function identifiersOf(entry: Entry): string[] {
  return [
    ...(entry.arxiv === undefined ? [] : [`arxiv:${entry.arxiv.toLowerCase()}`]),
    ...(entry.doi === undefined ? [] : [`doi:${entry.doi.toLowerCase()}`]),
    ...[entry.id, ...(entry.keys ?? [])].map((key) => `key:${key.toLowerCase()}`),
  ];
}

/** The identifier of a citation; undefined where only a person can tell what it means. */
export function identifierOf(citation: { readonly type: string; readonly id: string }): string | undefined {
  return citation.type === 'arxiv' || citation.type === 'doi' || citation.type === 'key'
    ? `${citation.type}:${citation.id.toLowerCase()}`
    : undefined;
}
