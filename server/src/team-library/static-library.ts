/** Reads a static export: a small shard, then a range of bytes; both are kept for a while, so that nothing is read twice in a row. */
import type { Entry, SearchHit } from '#core';
import { Vocabulary } from '#core/library/terms.ts';
import type { Answer, RemoteLibrary } from './port.ts';
import { receivedEntry } from './received-entry.ts';
import type { StaticFiles } from './static-files.ts';
import {
  listsShard,
  shardOf,
  STATIC_FORMAT,
  type Place,
  type StaticManifest,
  type WordList,
} from './static-format.ts';

/** Shards and entries kept; a shard is some kilobytes, an entry about two. */
const MOST_SHARDS = 200;
const MOST_ENTRIES = 2000;

export class StaticLibrary implements RemoteLibrary {
  readonly name: string;
  readonly isNear: boolean;
  readonly #files: StaticFiles;
  #manifest: Promise<Answer<StaticManifest>> | undefined;
  readonly #shards = new Map<string, Promise<Answer<Record<string, unknown>>>>();
  readonly #entries = new Map<number, Promise<Answer<Entry>>>();

  constructor(files: StaticFiles) {
    this.#files = files;
    this.name = files.name;
    this.isNear = files.isNear;
  }

  mayHold(): boolean {
    return true;
  }

  async find(identifiers: readonly string[]): Promise<Answer<ReadonlyMap<string, Entry>>> {
    const manifest = await this.#open();
    if (!manifest.ok) return manifest;
    const answers = await Promise.all(identifiers.map((each) => this.#findOne(each, manifest.value)));
    const found = new Map<string, Entry>();
    for (const [index, answer] of answers.entries()) {
      if (!answer.ok) return answer;
      if (answer.value) found.set(identifiers[index] ?? '', answer.value);
    }
    return { ok: true, value: found };
  }

  async search(query: string, top: number): Promise<Answer<readonly SearchHit[]>> {
    const manifest = await this.#open();
    if (!manifest.ok) return manifest;
    const vocabulary = new Vocabulary();
    const scan = vocabulary.scan(query, true);
    const words = new Map<string, string>();
    for (let i = 0; i < scan.count; i++) {
      const id = scan.ids[i] ?? -1;
      if (id >= 0) words.set(vocabulary.term(id), query.slice(scan.starts[i], scan.ends[i]));
    }
    const scores = new Map<number, { score: number; length: number; matched: string[] }>();
    for (const [word, written] of words) {
      const shard = await this.#shard('words', word, manifest.value);
      if (!shard.ok) return shard;
      const list = own<WordList>(shard.value, word);
      if (list === undefined) continue;
      const weight = Math.log(1 + (manifest.value.entries - list.entries + 0.5) / (list.entries + 0.5)) / 255;
      for (const [start, length, impact] of list.best) {
        const known = scores.get(start) ?? { score: 0, length, matched: [] };
        known.score += weight * impact;
        known.matched.push(written);
        scores.set(start, known);
      }
    }
    const best = [...scores].sort(([a, x], [b, y]) => y.score - x.score || a - b).slice(0, top);
    const entries = await Promise.all(best.map(([start, { length }]) => this.#entry([start, length])));
    const hits: SearchHit[] = [];
    for (const [index, entry] of entries.entries()) {
      if (!entry.ok) return entry;
      const [, { score, matched } = { score: 0, matched: [] }] = best[index] ?? [];
      hits.push({ entry: entry.value, score, matched });
    }
    return { ok: true, value: hits };
  }

  close(): void {
    this.#shards.clear();
    this.#entries.clear();
  }

  async #findOne(identifier: string, manifest: StaticManifest): Promise<Answer<Entry | undefined>> {
    const shard = await this.#shard('keys', identifier, manifest);
    if (!shard.ok) return shard;
    const place = own<Place>(shard.value, identifier);
    return place === undefined ? { ok: true, value: undefined } : this.#entry(place);
  }

  #open(): Promise<Answer<StaticManifest>> {
    this.#manifest ??= this.#json('library.json').then((answer): Answer<StaticManifest> => {
      // A passing fault must not last as long as the window.
      if (!answer.ok) {
        this.#manifest = undefined;
        return answer;
      }
      const manifest = answer.value as Partial<StaticManifest> | null | undefined;
      return manifest?.format === STATIC_FORMAT
        ? { ok: true, value: manifest as StaticManifest }
        : {
            ok: false,
            reason:
              'it holds no library exported by Inquiry; name the folder that “inquiry library export” wrote',
          };
    });
    return this.#manifest;
  }

  #shard(
    kind: 'keys' | 'words',
    name: string,
    manifest: StaticManifest,
  ): Promise<Answer<Record<string, unknown>>> {
    const shard = shardOf(name, manifest.shards);
    const path = `${kind}/${shard}.json`;
    return kept(this.#shards, path, MOST_SHARDS, async () => {
      const answer = await this.#json(path);
      if (!answer.ok) return answer;
      // An export writes no empty shards: one that it does not list means that nothing has this name.
      if (answer.value === undefined && listsShard(manifest.files?.[kind] ?? '', shard))
        return this.#lost(path);
      return { ok: true, value: (answer.value ?? {}) as Record<string, unknown> };
    });
  }

  /** What the manifest promises is not there. It may be an older export's: the next question reads it anew. */
  #lost(path: string): Answer<never> {
    this.#manifest = undefined;
    return {
      ok: false,
      reason: `its file “${path}” is missing; export it anew with “inquiry library export”`,
    };
  }

  #entry([start, length]: Place): Promise<Answer<Entry>> {
    return kept(this.#entries, start, MOST_ENTRIES, async () => {
      const answer = await this.#files.read('entries.jsonl', { start, length });
      if (!answer.ok) return answer;
      if (answer.value === undefined) return this.#lost('entries.jsonl');
      const entry = receivedEntry(parsed(answer.value), this.name);
      return entry
        ? { ok: true, value: entry }
        : { ok: false, reason: 'it was exported anew while it was read; try again' };
    });
  }

  async #json(path: string): Promise<Answer<unknown>> {
    const answer = await this.#files.read(path);
    if (!answer.ok || answer.value === undefined) return answer;
    const value = parsed(answer.value);
    return value === undefined
      ? { ok: false, reason: 'it answers with something else than JSON' }
      : { ok: true, value };
  }
}

/** The answer under way or given before; a failed one is forgotten. */
function kept<K, T>(
  cache: Map<K, Promise<Answer<T>>>,
  key: K,
  most: number,
  ask: () => Promise<Answer<T>>,
): Promise<Answer<T>> {
  const known = cache.get(key);
  if (known) return known;
  const asking = ask().then((answer) => {
    if (!answer.ok) cache.delete(key);
    return answer;
  });
  cache.set(key, asking);
  for (const oldest of cache.keys()) {
    if (cache.size <= most) break;
    cache.delete(oldest);
  }
  return asking;
}

/** A word may be "constructor". */
const own = <T>(shard: Record<string, unknown>, name: string): T | undefined =>
  Object.hasOwn(shard, name) ? (shard[name] as T) : undefined;

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
