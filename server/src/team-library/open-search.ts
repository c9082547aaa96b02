/**
 * A library in OpenSearch or Elasticsearch. Documents are entries as `inquiry library export` writes them, one each;
 * only the search API that both share is used: https://opensearch.org/docs/latest/api-reference/search/
 */
import type { Entry, SearchHit } from '#core';
import { USER_AGENT } from '../lookup/arxiv-client.ts';
import { describeForeign, describeStatus } from '../lookup/failures.ts';
import { get } from '../lookup/http.ts';
import { identifiersOf, type Answer, type RemoteLibrary } from './port.ts';
import { receivedEntry } from './received-entry.ts';

export interface OpenSearchOptions {
  /** "https://search.example.org/papers": the server and the index. */
  readonly address: string;
  /** The whole `Authorization` header, from the editor's secret storage; never from a settings file. */
  readonly authorization?: string;
  readonly proxy?: string;
}

export class OpenSearchLibrary implements RemoteLibrary {
  readonly name: string;
  readonly isNear = false;
  readonly #options: OpenSearchOptions;

  constructor(options: OpenSearchOptions) {
    this.#options = options;
    const url = new URL(options.address);
    this.name = `${url.host}${url.pathname.replace(/\/$/, '')}`;
  }

  mayHold(): boolean {
    return true;
  }

  close(): void {
    // Each request stands alone: there is nothing to close.
  }

  async find(identifiers: readonly string[]): Promise<Answer<ReadonlyMap<string, Entry>>> {
    if (identifiers.length === 0) return { ok: true, value: new Map() };
    const names = (kind: string): string[] =>
      identifiers.filter((one) => one.startsWith(`${kind}:`)).map((one) => one.slice(kind.length + 1));
    const should = [
      ...terms('arxiv', names('arxiv')),
      ...terms('doi', names('doi')),
      ...terms('id', names('key')),
      ...terms('keys', names('key')),
    ];
    const hits = await this.#search({
      size: identifiers.length * 2,
      query: { bool: { should, minimum_should_match: 1 } },
    });
    if (!hits.ok) return hits;
    const wanted = new Set(identifiers);
    const found = new Map<string, Entry>();
    for (const { entry } of hits.value)
      for (const identifier of identifiersOf(entry))
        if (wanted.has(identifier) && !found.has(identifier)) found.set(identifier, entry);
    return { ok: true, value: found };
  }

  search(query: string, top: number): Promise<Answer<readonly SearchHit[]>> {
    return this.#search({
      size: top,
      query: {
        multi_match: {
          query,
          type: 'most_fields',
          fields: ['title^3', 'text', 'keywords', 'authors.family'],
        },
      },
    });
  }

  async #search(body: unknown): Promise<Answer<readonly SearchHit[]>> {
    const { address, authorization, proxy } = this.#options;
    const answer = await get(`${address.replace(/\/$/, '')}/_search`, {
      userAgent: USER_AGENT,
      accept: 'application/json',
      body: JSON.stringify(body),
      headers: {
        'content-type': 'application/json',
        ...(authorization === undefined ? {} : { authorization }),
      },
      ...(proxy === undefined ? {} : { proxy }),
    });
    if (answer.kind === 'no-answer') return { ok: false, reason: answer.reason };
    if (answer.status === 401 || answer.status === 403)
      return {
        ok: false,
        reason: `it refuses access (status ${String(answer.status)}); INQUIRY_LIBRARY_AUTHORIZATION in the environment has to hold its whole Authorization header`,
      };
    if (answer.status === 404) return { ok: false, reason: 'there is no index of this name' };
    if (answer.status === 405 || answer.status === 501)
      return { ok: false, reason: 'it is no search index: it takes no searches by POST' };
    if (answer.status !== 200)
      return {
        ok: false,
        reason: `${describeStatus('it', answer.status)}${complaintOf(answer.body)}`,
      };
    return readHits(answer.body, this.name);
  }
}

const terms = (field: string, values: readonly string[]): unknown[] =>
  // Dynamic mapping gives text fields a `keyword` twin; an explicit mapping may have made the field itself one.
  values.length === 0 ? [] : [{ terms: { [`${field}.keyword`]: values } }, { terms: { [field]: values } }];

function readHits(body: string, name: string): Answer<readonly SearchHit[]> {
  let parsed: { hits?: { hits?: readonly { _score?: number | null; _source?: unknown }[] } } | null;
  try {
    parsed = JSON.parse(body) as typeof parsed;
  } catch {
    return {
      ok: false,
      reason: describeForeign('it', body) ?? 'it answers with something else than JSON',
    };
  }
  const hits = parsed?.hits?.hits;
  if (!Array.isArray(hits)) return { ok: false, reason: 'it does not answer as a search index does' };
  return {
    ok: true,
    value: hits.flatMap((hit: { _score?: number | null; _source?: unknown } | null) => {
      const entry = receivedEntry(hit?._source, name);
      return entry ? [{ entry, score: hit?._score ?? 0, matched: [] }] : [];
    }),
  };
}

/** The index's own words on what it could not do: https://www.elastic.co/guide/en/elasticsearch/reference/current/common-options.html */
function complaintOf(body: string): string {
  try {
    const { error } = JSON.parse(body) as { error?: { reason?: unknown } };
    return typeof error?.reason === 'string' ? `: ${error.reason.replace(/[.\s]+$/, '')}` : '';
  } catch {
    // No JSON: the status has to do.
    return '';
  }
}
