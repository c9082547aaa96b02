/**
 * A library as static files that any web server or object store gives out. `entries.jsonl` holds an entry a line, in the
 * order of their ids; `keys/NN.json` says at which bytes an identifier's line stands; `words/NN.json` the best entries of
 * a word. A look-up reads one small shard and a range of bytes, whatever the library's size.
 */

export const STATIC_FORMAT = 'inquiry-static-library-1';

export interface StaticManifest {
  readonly format: typeof STATIC_FORMAT;
  readonly entries: number;
  readonly shards: number;
}

/** Whether the text of a `library.json` is that of an export, of this format's version or another. */
export function isExportManifest(text: string): boolean {
  try {
    const { format } = JSON.parse(text) as { readonly format?: unknown };
    return typeof format === 'string' && format.startsWith('inquiry-static-library-');
  } catch {
    // No JSON, or `null`: somebody else's file of that name.
    return false;
  }
}

/** Where a line stands in `entries.jsonl`: first byte and length, without its line end. */
export type Place = readonly [start: number, length: number];

/** A word's entry: its place, and its weight from 1 to 255. */
export type WordPlace = readonly [start: number, length: number, impact: number];

/** Words of a library: how many entries hold it, and the best of them. */
export interface WordList {
  readonly entries: number;
  readonly best: readonly WordPlace[];
}

/** More would make shards of common words large; whoever searches for a common word wants the best anyway. */
export const MOST_PLACES = 300;

/** Small libraries in one shard, large ones in at most 4096 (about 700 entries each for three million). */
export const shardCount = (entries: number): number =>
  Math.min(4096, 2 ** Math.ceil(Math.log2(Math.max(1, entries / 500))));

/** FNV-1a over UTF-16 units: the same in every host. */
export function shardOf(name: string, shards: number): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return ((hash >>> 0) % shards).toString(16).padStart(3, '0');
}
