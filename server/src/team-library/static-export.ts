/** Writes a library as static files (`inquiry library export --out site/`). The same library gives the same bytes. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Vocabulary } from '#core/library/terms.ts';
import type { Entry } from '#core';
import { impactOf } from '../arxiv-index/format.ts';
import { draftFor, replaceBy } from './export-folder.ts';
import { identifiersOf } from './port.ts';
import {
  listOfShards,
  MOST_PLACES,
  shardCount,
  shardOf,
  STATIC_FORMAT,
  type Place,
  type StaticManifest,
  type WordPlace,
} from './static-format.ts';

/** Fills `folder` anew; readers of the old export keep what they have until all of the new one stands. Rejects where `folder` is no export. */
export async function exportStaticLibrary(entries: Iterable<Entry>, folder: string): Promise<StaticManifest> {
  const sorted = [...entries].sort((a, b) => (a.id < b.id ? -1 : 1));
  const shards = shardCount(sorted.length);
  const keys = new Map<string, Record<string, Place>>();
  const words = new Map<string, WordPlace[]>();
  const lines: string[] = [];
  let start = 0;
  const vocabulary = new Vocabulary();
  for (const { conflicts: _, ...entry } of sorted) {
    // Where a file lay on the exporter's disk is nobody else's business, nor is what the exporter's files disagree on.
    const line = JSON.stringify({
      ...entry,
      origin: { path: entry.origin.path.split(/[\\/]/).pop() ?? '', line: entry.origin.line },
    });
    const length = Buffer.byteLength(line);
    for (const identifier of identifiersOf(entry)) {
      const shard = shardOf(identifier, shards);
      const places = keys.get(shard) ?? {};
      places[identifier] ??= [start, length];
      keys.set(shard, places);
    }
    for (const [word, impact] of wordsOf(entry, vocabulary)) {
      const places = words.get(word);
      if (places) places.push([start, length, impact]);
      else words.set(word, [[start, length, impact]]);
    }
    lines.push(line);
    start += length + 1;
  }
  const lists = wordShards(words, shards);
  const manifest: StaticManifest = {
    format: STATIC_FORMAT,
    entries: sorted.length,
    shards,
    files: { keys: listOfShards(keys.keys()), words: listOfShards(lists.keys()) },
  };
  const draft = await draftFor(folder);
  await mkdir(join(draft, 'keys'), { recursive: true });
  await mkdir(join(draft, 'words'), { recursive: true });
  await writeFile(join(draft, 'entries.jsonl'), lines.map((line) => `${line}\n`).join(''));
  for (const [shard, places] of keys)
    await writeFile(
      join(draft, 'keys', `${shard}.json`),
      JSON.stringify(sortedByKey(Object.entries(places))),
    );
  for (const [shard, list] of lists)
    await writeFile(join(draft, 'words', `${shard}.json`), JSON.stringify(list));
  await writeFile(join(draft, 'library.json'), JSON.stringify(manifest));
  await replaceBy(draft, folder);
  return manifest;
}

function wordShards(
  words: ReadonlyMap<string, WordPlace[]>,
  shards: number,
): Map<string, Record<string, unknown>> {
  const lists = new Map<string, Record<string, unknown>>();
  for (const word of [...words.keys()].sort()) {
    const places = words.get(word) ?? [];
    const best = [...places].sort((a, b) => b[2] - a[2] || a[0] - b[0]).slice(0, MOST_PLACES);
    const shard = shardOf(word, shards);
    const list = lists.get(shard) ?? {};
    list[word] = { entries: places.length, best };
    lists.set(shard, list);
  }
  return lists;
}

function wordsOf(entry: Entry, vocabulary: Vocabulary): Map<string, number> {
  const counts = new Map<string, [title: number, text: number]>();
  const lengths = [
    entry.title,
    [entry.text ?? '', ...(entry.keywords ?? []), ...entry.authors.map((author) => author.family)].join(' '),
  ].map((text, field) => {
    const scan = vocabulary.scan(text, true);
    for (let i = 0; i < scan.count; i++) {
      const id = scan.ids[i] ?? -1;
      if (id < 0) continue;
      const word = vocabulary.term(id);
      const count = counts.get(word) ?? [0, 0];
      count[field as 0 | 1]++;
      counts.set(word, count);
    }
    return scan.count;
  });
  return new Map(
    [...counts].map(([word, [title, text]]) => [
      word,
      impactOf(title, text, lengths[0] ?? 0, lengths[1] ?? 0),
    ]),
  );
}

const sortedByKey = <T>(pairs: [string, T][]): Record<string, T> =>
  Object.fromEntries(pairs.sort(([a], [b]) => (a < b ? -1 : 1)));
