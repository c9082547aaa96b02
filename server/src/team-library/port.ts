/**
 * A library that lies elsewhere: another team's static export, or a search index. Off unless configured, asked in the
 * background, never while somebody waits for a keystroke. What could not be asked is said, not passed off as "unknown".
 */
import type { Entry, SearchHit } from '#core';

export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string };

export interface RemoteLibrary {
  /** For messages: the address without its secrets. */
  readonly name: string;
  /** Entries by identifier, as `identifierOf` writes them; those it does not hold are absent. */
  find(identifiers: readonly string[]): Promise<Answer<ReadonlyMap<string, Entry>>>;
  search(query: string, top: number): Promise<Answer<readonly SearchHit[]>>;
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
