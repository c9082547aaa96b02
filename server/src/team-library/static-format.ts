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
  /** Which files of shards there are, as `listOfShards` writes it, so that a lost one is not taken for an empty one. Older exports lack it. */
  readonly files?: { readonly keys: string; readonly words: string };
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
  return shardName((hash >>> 0) % shards);
}

const shardName = (number: number): string => number.toString(16).padStart(3, '0');

/** Shards as ranges of their names, "000-03e,040": an export without a gap, as nearly all are, needs one. */
export function listOfShards(names: Iterable<string>): string {
  const ranges: [first: number, last: number][] = [];
  for (const number of [...names].map((name) => Number.parseInt(name, 16)).sort((a, b) => a - b)) {
    const open = ranges.at(-1);
    if (open?.[1] === number - 1) open[1] = number;
    else ranges.push([number, number]);
  }
  return ranges
    .map(([first, last]) => (first === last ? shardName(first) : `${shardName(first)}-${shardName(last)}`))
    .join(',');
}

/** Names are of one length, so that they stand in the order of their numbers. */
export const listsShard = (list: string, name: string): boolean =>
  list.split(',').some((range) => {
    const [first = '', last = first] = range.split('-');
    return first <= name && name <= last;
  });
