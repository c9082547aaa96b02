/** Looks papers up on arXiv, on request only: many IDs in one request, cached, with typed answers. */
import { join } from 'node:path';
import { parseArxivAtom } from '#core/lookup/arxiv-atom.ts';
import type { LookupAnswer } from '#core/lookup/model.ts';
import { LookupCache } from './cache.ts';
import { describeForeign, describeStatus } from './failures.ts';
import { Gate } from './gate.ts';
import { patienceFromNow } from './patience.ts';
import { ask } from './polite.ts';
import { machineRuntime, type LookupRuntime } from './runtime.ts';

export interface LookupOptions {
  /** Shared by all windows: cached answers and the turn. */
  readonly folder: string;
  /** The API's address; tests name their stand-in. */
  readonly endpoint?: string;
  readonly proxy?: string;
  /** Cached answers older than this are asked for again. */
  readonly maxAgeDays?: number;
  readonly pauseMilliseconds?: number;
  readonly runtime?: LookupRuntime;
}

export interface LookupWish {
  /** Passes the cache by. */
  readonly refresh?: boolean;
  /** Stops the look-up at once. */
  readonly signal?: AbortSignal | undefined;
}

const ENDPOINT = 'https://export.arxiv.org/api/query';
/** Well below the API's limits, and short enough for a URL. */
const MOST_IDS = 50;
export const USER_AGENT = 'Inquiry (VS Code extension; https://github.com/inquiry-notes/inquiry)';

export class ArxivClient {
  readonly #options: LookupOptions;
  readonly #runtime: LookupRuntime;
  readonly #cache: LookupCache;
  readonly #gate: Gate;

  constructor(options: LookupOptions) {
    this.#options = options;
    this.#runtime = options.runtime ?? machineRuntime;
    this.#cache = new LookupCache(join(options.folder, 'arxiv'));
    this.#gate = new Gate(
      join(options.folder, 'arxiv-turn'),
      options.pauseMilliseconds ?? 3000,
      this.#runtime,
    );
  }

  /** Answers by ID (without version), one for each asked. */
  async lookUp(
    ids: readonly string[],
    { refresh = false, signal }: LookupWish = {},
  ): Promise<ReadonlyMap<string, LookupAnswer>> {
    const answers = new Map<string, LookupAnswer>();
    const missing: string[] = [];
    for (const id of new Set(ids)) {
      const kept = refresh ? undefined : await this.#cache.find(id);
      if (kept !== undefined && this.#isFresh(kept.fetched))
        answers.set(id, { status: 'ok', work: kept.work, fetched: kept.fetched, cached: true });
      else missing.push(id);
    }
    for (let start = 0; start < missing.length; start += MOST_IDS) {
      const batch = missing.slice(start, start + MOST_IDS);
      for (const [id, answer] of await this.#ask(batch, signal)) answers.set(id, answer);
    }
    return answers;
  }

  async #ask(ids: readonly string[], signal?: AbortSignal): Promise<ReadonlyMap<string, LookupAnswer>> {
    const url = new URL(this.#options.endpoint ?? ENDPOINT);
    url.searchParams.set('id_list', ids.join(','));
    url.searchParams.set('max_results', String(ids.length));
    const answer = await ask(
      url.href,
      {
        userAgent: USER_AGENT,
        accept: 'application/atom+xml',
        ...(this.#options.proxy === undefined ? {} : { proxy: this.#options.proxy }),
      },
      this.#gate,
      this.#runtime,
      patienceFromNow(this.#runtime, signal),
    );
    if (answer.kind === 'rate-limited')
      return same(ids, { status: 'rate-limited', retryAfterSeconds: answer.retryAfterSeconds });
    if (answer.kind === 'offline') return same(ids, { status: 'offline', reason: answer.reason });
    const atom = parseArxivAtom(answer.body);
    if (!atom.ok) {
      if (atom.kind === 'unreadable')
        return same(ids, {
          status: 'unreadable',
          reason:
            answer.status === 200
              ? (describeForeign(url.host, answer.body) ??
                `${url.host} sends something else than a list of papers`)
              : describeStatus(url.host, answer.status),
        });
      // One bad ID makes the API refuse the whole list: ask for each alone, so that it costs nobody else.
      if (atom.kind === 'refused' && ids.length > 1) {
        const each = new Map<string, LookupAnswer>();
        for (const id of ids) for (const [one, its] of await this.#ask([id], signal)) each.set(one, its);
        return each;
      }
      return same(ids, { status: 'not-found' });
    }
    if (answer.status !== 200)
      return same(ids, { status: 'unreadable', reason: describeStatus(url.host, answer.status) });
    const fetched = new Date(this.#runtime.now()).toISOString().replace(/\.\d+Z$/, 'Z');
    const answers = new Map<string, LookupAnswer>();
    for (const id of ids) {
      const work = atom.works.get(id);
      if (work !== undefined) await this.#cache.keep(id, fetched, work);
      answers.set(
        id,
        work !== undefined
          ? { status: 'ok', work, fetched, cached: false }
          : atom.isWhole
            ? { status: 'not-found' }
            : { status: 'unreadable', reason: `the answer of ${url.host} breaks off` },
      );
    }
    return answers;
  }

  #isFresh(fetched: string): boolean {
    const days = (this.#runtime.now() - Date.parse(fetched)) / 86_400_000;
    return days <= (this.#options.maxAgeDays ?? 30);
  }
}

const same = (ids: readonly string[], answer: LookupAnswer): ReadonlyMap<string, LookupAnswer> =>
  new Map(ids.map((id) => [id, answer]));
