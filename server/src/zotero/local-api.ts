/**
 * Asks the Zotero on this machine, over its local API: https://www.zotero.org/support/dev/web_api/v3/local_api
 * One request at a time, read only, loopback only. What the answers mean is `core/src/library/zotero`'s to say.
 */
import { zoteroItems, type ZoteroAnswer, type ZoteroItem, type ZoteroLibrary } from '#core';
import { USER_AGENT } from '../lookup/arxiv-client.ts';
import { isWebPage } from '../lookup/failures.ts';
import { get, type HttpAnswer } from '../lookup/http.ts';

export interface ZoteroOptions {
  readonly port: number;
  /** Zotero answers from memory, but reads its whole database before the first answer. */
  readonly timeoutMilliseconds?: number;
  /** Items asked for at once: large enough for few searches in Zotero, small enough not to hold it up. */
  readonly pageSize?: number;
}

/** Papers, books and the like: no attachments, no notes of their own. Repeated conditions all hold. */
const WORKS = 'itemType=-attachment&itemType=-note';
const MOST_BYTES = 64 * 1024 * 1024;
/** A library that grows while it is read is read again, but not for ever. */
const TRIES = 3;

type Answered = Extract<HttpAnswer, { readonly kind: 'answer' }>;

export class ZoteroLocalApi {
  readonly #options: ZoteroOptions;
  readonly #address: string;

  constructor(options: ZoteroOptions) {
    this.#options = options;
    this.#address = `http://127.0.0.1:${String(options.port)}/api/`;
  }

  /** My Library first, then the groups. */
  async libraries(): Promise<ZoteroAnswer<readonly ZoteroLibrary[]>> {
    const own: ZoteroLibrary = { name: 'My Library', prefix: 'users/0' };
    const answer = await this.#get('users/0/groups');
    if (answer.status !== 'ok') return answer;
    const groups = parsed(answer.value.body);
    if (!Array.isArray(groups)) return { status: 'unreadable', reason: 'the list of groups is no list' };
    const libraries = [own];
    for (const group of groups as readonly { id?: unknown; data?: { name?: unknown } }[])
      if (typeof group?.id === 'number')
        libraries.push({
          name: typeof group.data?.name === 'string' ? group.data.name : `group ${String(group.id)}`,
          prefix: `groups/${String(group.id)}`,
        });
    return { status: 'ok', value: libraries };
  }

  /**
   * Changes whenever the library does, for the price of one item. `Last-Modified-Version` alone would not do: it counts
   * what was synced with zotero.org, and stands still for edits that were not, or for ever where nobody syncs.
   */
  async fingerprint({ prefix }: ZoteroLibrary): Promise<ZoteroAnswer<string>> {
    const answer = await this.#get(`${prefix}/items/top?${WORKS}&sort=dateModified&direction=desc&limit=1`);
    if (answer.status !== 'ok') return answer;
    const { headers, body } = answer.value;
    const newest: unknown = parsed(body);
    if (!Array.isArray(newest)) return { status: 'unreadable', reason: 'the newest item is no list' };
    const [item] = newest as readonly {
      key?: unknown;
      version?: unknown;
      data?: { dateModified?: unknown };
    }[];
    return {
      status: 'ok',
      value: JSON.stringify([
        headers['last-modified-version'] ?? '',
        headers['total-results'] ?? '',
        item?.key,
        item?.version,
        item?.data?.dateModified,
      ]),
    };
  }

  /** Every work of a library, page after page, as one state of it. `stopped` is asked between pages. */
  async items(
    library: ZoteroLibrary,
    stopped: () => boolean = () => false,
  ): Promise<ZoteroAnswer<readonly ZoteroItem[]>> {
    for (let attempt = 1; ; attempt++) {
      const read = await this.#pages(library, stopped);
      if (read !== 'changed') return read;
      if (attempt === TRIES)
        return { status: 'unreadable', reason: `${library.name} changes faster than it can be read` };
    }
  }

  async #pages(
    { prefix }: ZoteroLibrary,
    stopped: () => boolean,
  ): Promise<ZoteroAnswer<readonly ZoteroItem[]> | 'changed'> {
    const limit = this.#options.pageSize ?? 200;
    let path: string | undefined =
      `${prefix}/items/top?${WORKS}&format=csljson&sort=dateAdded&direction=asc&limit=${String(limit)}`;
    const byKey = new Map<string, ZoteroItem>();
    let state: string | undefined;
    while (path !== undefined) {
      if (stopped()) return { status: 'not-running' };
      const answer: ZoteroAnswer<Answered> = await this.#get(path);
      if (answer.status !== 'ok') return answer;
      const { headers, body } = answer.value;
      const items = zoteroItems(body);
      if (items === undefined) return { status: 'unreadable', reason: 'no list of references came back' };
      const now = `${headers['last-modified-version'] ?? ''}/${headers['total-results'] ?? ''}`;
      state ??= now;
      if (now !== state) return 'changed';
      for (const item of items) byKey.set(item.key, item);
      const next = nextPage(headers['link'], this.#address);
      // A page that leads to itself would never end.
      if (next === path || (next !== undefined && items.length === 0))
        return { status: 'unreadable', reason: 'its pages have no end' };
      path = next;
    }
    return { status: 'ok', value: [...byKey.values()] };
  }

  async #get(path: string): Promise<ZoteroAnswer<Answered>> {
    const answer = await get(this.#address + path, {
      userAgent: USER_AGENT,
      accept: 'application/json',
      direct: true,
      mostBytes: MOST_BYTES,
      timeoutMilliseconds: this.#options.timeoutMilliseconds ?? 30_000,
      headers: { 'zotero-api-version': '3' },
    });
    if (answer.kind === 'no-answer') return { status: 'not-running' };
    switch (answer.status) {
      case 200:
        // Another program's page.
        if (isWebPage(answer.body)) return { status: 'no-api' };
        return { status: 'ok', value: answer };
      case 403:
        return { status: 'refused' };
      case 404:
        return { status: 'no-api' };
      case 501:
        return { status: 'unreadable', reason: 'it speaks another version of the API' };
      default:
        return { status: 'unreadable', reason: `it reports an error (status ${String(answer.status)})` };
    }
  }
}

/** The path behind rel="next", below "/api/". The host in it is of no account: only this address is ever asked. */
function nextPage(link: string | undefined, address: string): string | undefined {
  for (const [, target = '', rest = ''] of (link ?? '').matchAll(/<([^>]*)>([^<]*)/g)) {
    if (!/\brel="?next"?/.test(rest)) continue;
    try {
      const { pathname, search } = new URL(target, address);
      return pathname.startsWith('/api/') ? pathname.slice('/api/'.length) + search : undefined;
    } catch {
      // Not an address: then there is no next page that could be asked for.
      return undefined;
    }
  }
  return undefined;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    // No JSON: whoever asks finds that it is not what it should be, and says so.
    return undefined;
  }
}
