/** Looks a DOI up, on request only: Crossref, then DataCite, then OpenAlex, behind the same typed answers as arXiv. */
import { join } from 'node:path';
import { parseDoiAnswer, type DoiService } from '#core/lookup/doi-json.ts';
import type { LookupAnswer } from '#core/lookup/model.ts';
import { USER_AGENT, type LookupOptions, type LookupWish } from './arxiv-client.ts';
import { LookupCache } from './cache.ts';
import { describeForeign, describeStatus, isWebPage } from './failures.ts';
import { Gate } from './gate.ts';
import { patienceFromNow, type Patience } from './patience.ts';
import { ask } from './polite.ts';
import { machineRuntime, type LookupRuntime } from './runtime.ts';

export interface DoiLookupOptions extends Omit<LookupOptions, 'endpoint'> {
  /** Addresses up to the DOI; tests name their stand-in. */
  readonly endpoints?: Readonly<Record<DoiService, string>>;
}

const ENDPOINTS: Readonly<Record<DoiService, string>> = {
  crossref: 'https://api.crossref.org/works/',
  datacite: 'https://api.datacite.org/dois/',
  openalex: 'https://api.openalex.org/works/doi:',
};
/** The next one may answer at once: three silent ones take no longer than a person waits. */
const LONGEST_REQUEST = 9_000;
const ORDER: readonly DoiService[] = ['crossref', 'datacite', 'openalex'];

export class DoiClient {
  readonly #options: DoiLookupOptions;
  readonly #runtime: LookupRuntime;
  readonly #cache: LookupCache;
  readonly #gate: Gate;

  constructor(options: DoiLookupOptions) {
    this.#options = options;
    this.#runtime = options.runtime ?? machineRuntime;
    this.#cache = new LookupCache(join(options.folder, 'doi'));
    this.#gate = new Gate(join(options.folder, 'doi-turn'), options.pauseMilliseconds ?? 1000, this.#runtime);
  }

  /** "Not found" only when every service answered and none holds it; else the first reason why nothing is known. */
  async lookUp(doi: string, { refresh = false, signal }: LookupWish = {}): Promise<LookupAnswer> {
    const kept = refresh ? undefined : await this.#cache.find(doi);
    if (
      kept !== undefined &&
      this.#runtime.now() - Date.parse(kept.fetched) <= (this.#options.maxAgeDays ?? 30) * 86_400_000
    )
      return { status: 'ok', work: kept.work, fetched: kept.fetched, cached: true };
    let unknown: LookupAnswer | undefined;
    const patience = patienceFromNow(this.#runtime, signal);
    for (const service of ORDER) {
      const answer = await this.#ask(service, doi, patience);
      if (answer.status === 'ok') {
        await this.#cache.keep(doi, answer.fetched, answer.work);
        return answer;
      }
      if (answer.status !== 'not-found') unknown ??= answer;
    }
    return unknown ?? { status: 'not-found' };
  }

  async #ask(service: DoiService, doi: string, patience: Patience): Promise<LookupAnswer> {
    const address = (this.#options.endpoints ?? ENDPOINTS)[service] + encodeURIComponent(doi);
    const { host } = new URL(address);
    const proxy = this.#options.proxy === undefined ? {} : { proxy: this.#options.proxy };
    const answer = await ask(
      address,
      { userAgent: USER_AGENT, accept: 'application/json', timeoutMilliseconds: LONGEST_REQUEST, ...proxy },
      this.#gate,
      this.#runtime,
      patience,
    );
    if (answer.kind === 'rate-limited')
      return { status: 'rate-limited', retryAfterSeconds: answer.retryAfterSeconds };
    if (answer.kind === 'offline') return { status: 'offline', reason: answer.reason };
    if (answer.status === 404) {
      // OpenAlex says so with a web page; from the others that is a page of the network between, and no answer of theirs.
      return service !== 'openalex' && isWebPage(answer.body)
        ? { status: 'unreadable', reason: `${host} sends a web page instead of an answer` }
        : { status: 'not-found' };
    }
    if (answer.status !== 200) return { status: 'unreadable', reason: describeStatus(host, answer.status) };
    try {
      const work = parseDoiAnswer(service, doi, JSON.parse(answer.body));
      const fetched = new Date(this.#runtime.now()).toISOString().replace(/\.\d+Z$/, 'Z');
      return work === undefined
        ? { status: 'unreadable', reason: `${host} tells no title` }
        : { status: 'ok', work, fetched, cached: false };
    } catch {
      return {
        status: 'unreadable',
        reason: describeForeign(host, answer.body) ?? `${host} sends something else than JSON`,
      };
    }
  }
}
