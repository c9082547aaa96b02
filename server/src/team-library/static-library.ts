/** Reads a static export over HTTP: a small shard, then a range of bytes; both are kept for the session. */
import type { Entry, SearchHit } from '#core';
import { Vocabulary } from '#core/library/terms.ts';
import { USER_AGENT } from '../lookup/arxiv-client.ts';
import { get } from '../lookup/http.ts';
import type { Answer, RemoteLibrary } from './port.ts';
import { shardOf, STATIC_FORMAT, type Place, type StaticManifest, type WordList } from './static-format.ts';

export class StaticLibrary implements RemoteLibrary {
  readonly name: string;
  readonly #base: string;
  readonly #proxy: string | undefined;
  #manifest: Promise<Answer<StaticManifest>> | undefined;
  readonly #shards = new Map<string, Promise<Answer<Record<string, unknown>>>>();
  readonly #entries = new Map<number, Entry>();

  /** The address of the export's folder, with or without the last slash. */
  constructor(address: string, proxy?: string) {
    this.#base = address.endsWith('/') ? address : `${address}/`;
    this.#proxy = proxy;
    const url = new URL(this.#base);
    this.name = `${url.host}${url.pathname}`;
  }

  async find(identifiers: readonly string[]): Promise<Answer<ReadonlyMap<string, Entry>>> {
    const manifest = await this.#open();
    if (!manifest.ok) return manifest;
    const found = new Map<string, Entry>();
    for (const identifier of identifiers) {
      const shard = await this.#shard('keys', shardOf(identifier, manifest.value.shards));
      if (!shard.ok) return shard;
      const place = shard.value[identifier] as Place | undefined;
      if (place === undefined) continue;
      const entry = await this.#entry(place);
      if (!entry.ok) return entry;
      found.set(identifier, entry.value);
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
      const shard = await this.#shard('words', shardOf(word, manifest.value.shards));
      if (!shard.ok) return shard;
      const list = shard.value[word] as WordList | undefined;
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
    const hits: SearchHit[] = [];
    for (const [start, { score, length, matched }] of best) {
      const entry = await this.#entry([start, length]);
      if (!entry.ok) return entry;
      hits.push({ entry: entry.value, score, matched });
    }
    return { ok: true, value: hits };
  }

  #open(): Promise<Answer<StaticManifest>> {
    this.#manifest ??= this.#json('library.json').then((answer): Answer<StaticManifest> => {
      if (!answer.ok) {
        // A passing fault must not last as long as the window.
        this.#manifest = undefined;
        return answer;
      }
      const manifest = answer.value as Partial<StaticManifest> | undefined;
      return manifest?.format === STATIC_FORMAT
        ? { ok: true, value: manifest as StaticManifest }
        : { ok: false, reason: `${this.name} holds no library exported by Inquiry` };
    });
    return this.#manifest;
  }

  #shard(kind: 'keys' | 'words', shard: string): Promise<Answer<Record<string, unknown>>> {
    const path = `${kind}/${shard}.json`;
    const known = this.#shards.get(path);
    if (known) return known;
    // An export writes no empty shards: 404 means that nothing has this name.
    const loading = this.#json(path, {}).then((answer): Answer<Record<string, unknown>> => {
      if (!answer.ok) {
        this.#shards.delete(path);
        return answer;
      }
      return { ok: true, value: answer.value as Record<string, unknown> };
    });
    this.#shards.set(path, loading);
    return loading;
  }

  async #entry([start, length]: Place): Promise<Answer<Entry>> {
    const known = this.#entries.get(start);
    if (known) return { ok: true, value: known };
    const answer = await this.#get('entries.jsonl', {
      range: `bytes=${String(start)}-${String(start + length - 1)}`,
    });
    if (answer.kind !== 'answer' || (answer.status !== 206 && answer.status !== 200))
      return { ok: false, reason: reasonOf(answer) };
    // A server without ranges sends all of it.
    const line =
      answer.status === 206
        ? answer.body
        : Buffer.from(answer.body)
            .subarray(start, start + length)
            .toString('utf8');
    try {
      const entry = JSON.parse(line) as Entry;
      this.#entries.set(start, entry);
      return { ok: true, value: entry };
    } catch {
      return { ok: false, reason: `${this.name} was exported anew while it was read; try again` };
    }
  }

  async #json(path: string, absent?: unknown): Promise<Answer<unknown>> {
    const answer = await this.#get(path, {});
    if (answer.kind === 'answer' && answer.status === 404 && absent !== undefined)
      return { ok: true, value: absent };
    if (answer.kind !== 'answer' || answer.status !== 200) return { ok: false, reason: reasonOf(answer) };
    try {
      return { ok: true, value: JSON.parse(answer.body) as unknown };
    } catch {
      return { ok: false, reason: `${this.name} does not answer with JSON` };
    }
  }

  #get(path: string, headers: Readonly<Record<string, string>>): ReturnType<typeof get> {
    const proxy = this.#proxy === undefined ? {} : { proxy: this.#proxy };
    return get(this.#base + path, { userAgent: USER_AGENT, accept: 'application/json', headers, ...proxy });
  }
}

const reasonOf = (answer: Awaited<ReturnType<typeof get>>): string =>
  answer.kind === 'no-answer' ? answer.reason : `status ${String(answer.status)}`;
