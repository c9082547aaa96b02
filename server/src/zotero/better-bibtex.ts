/**
 * Citation keys from Better BibTeX, where Zotero has it, over its JSON-RPC: https://retorque.re/zotero-better-bibtex/exporting/json-rpc/
 * Its absence is no fault: the references are read all the same, only without keys.
 */
import type { ZoteroItem, ZoteroLibrary } from '#core';
import { USER_AGENT } from '../lookup/arxiv-client.ts';
import { get } from '../lookup/http.ts';
import type { ZoteroOptions } from './local-api.ts';

const KEYS_AT_ONCE = 1000;

export class BetterBibtex {
  readonly #options: ZoteroOptions;

  constructor(options: ZoteroOptions) {
    this.#options = options;
  }

  /** Citation keys by item key; undefined when Better BibTeX does not answer. */
  async citationKeys(
    library: ZoteroLibrary,
    items: readonly ZoteroItem[],
  ): Promise<ReadonlyMap<string, string> | undefined> {
    const prefix = await this.#prefixOf(library);
    if (prefix === undefined) return undefined;
    const keys = new Map<string, string>();
    for (let start = 0; start < items.length; start += KEYS_AT_ONCE) {
      const asked = items.slice(start, start + KEYS_AT_ONCE).map(({ key }) => prefix + key);
      const answer = await this.#call('item.citationkey', [asked]);
      if (!isRecord(answer)) return undefined;
      for (const [name, key] of Object.entries(answer))
        if (typeof key === 'string' && key !== '') keys.set(name.slice(prefix.length), key);
    }
    return keys;
  }

  /** Better BibTeX counts libraries as Zotero's database does, not as the API does: a group is found by its name. */
  async #prefixOf(library: ZoteroLibrary): Promise<string | undefined> {
    if (library.prefix.startsWith('users/'))
      return (await this.#call('api.ready', [])) === undefined ? undefined : '';
    const libraries = await this.#call('user.groups', []);
    if (!Array.isArray(libraries)) return undefined;
    const same = (libraries as readonly unknown[]).filter(
      (each) => isRecord(each) && each['name'] === library.name,
    ) as readonly { readonly id?: unknown }[];
    // Two of one name: rather no keys than another library's.
    return same.length === 1 && typeof same[0]?.id === 'number' ? `${String(same[0].id)}:` : undefined;
  }

  async #call(method: string, params: readonly unknown[]): Promise<unknown> {
    const answer = await get(`http://127.0.0.1:${String(this.#options.port)}/better-bibtex/json-rpc`, {
      userAgent: USER_AGENT,
      accept: 'application/json',
      direct: true,
      timeoutMilliseconds: this.#options.timeoutMilliseconds ?? 30_000,
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
      headers: { 'content-type': 'application/json' },
    });
    if (answer.kind === 'no-answer' || answer.status !== 200) return undefined;
    try {
      const reply: unknown = JSON.parse(answer.body);
      return isRecord(reply) && reply['error'] === undefined ? reply['result'] : undefined;
    } catch {
      // Garbage counts as no answer.
      return undefined;
    }
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
