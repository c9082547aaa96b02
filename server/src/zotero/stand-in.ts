/**
 * A stand-in for Zotero 7 with Better BibTeX: a local server that answers as the documented protocols say (paging by
 * `Link`, `Total-Results`, `Last-Modified-Version`, 403 when switched off, 404 for what it does not know). For tests.
 * https://www.zotero.org/support/dev/web_api/v3/basics, …/local_api; https://retorque.re/zotero-better-bibtex/exporting/json-rpc/
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ScriptedAnswer } from '../lookup/stand-in.ts';

export interface StandInItem {
  readonly key: string;
  /** "journalArticle", "attachment", "note" …; the item's fields as CSL-JSON, without id. */
  readonly itemType?: string;
  readonly csl: Readonly<Record<string, unknown>>;
  /** As Better BibTeX has it. */
  readonly citationKey?: string;
  /** ISO 8601; the order of edits. */
  readonly modified?: string;
}

export interface StandInGroup {
  readonly id: number;
  readonly name: string;
  items: StandInItem[];
}

/** Change it at will: the next request sees it. */
export interface ZoteroState {
  items: StandInItem[];
  groups: StandInGroup[];
  /** Counted up by a sync alone, as in Zotero. */
  version: number;
  /** Settings > Advanced > “Allow other applications …”. */
  allowed: boolean;
  betterBibtex: boolean;
  /** Answers instead of Zotero; undefined lets Zotero answer. */
  instead: (path: string) => ScriptedAnswer | undefined;
}

export interface ZoteroStandIn {
  readonly port: number;
  readonly state: ZoteroState;
  /** Methods and paths with queries, in order. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

export async function zoteroStandIn(given: Partial<ZoteroState> = {}, port = 0): Promise<ZoteroStandIn> {
  const state: ZoteroState = {
    items: [],
    groups: [],
    version: 0,
    allowed: true,
    betterBibtex: true,
    instead: () => undefined,
    ...given,
  };
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
      const scripted = state.instead(request.url ?? '');
      if (scripted?.hangUp === true) request.socket.destroy();
      else if (scripted)
        response.writeHead(scripted.status ?? 200, scripted.headers ?? {}).end(scripted.body ?? '');
      else answer(state, request, Buffer.concat(chunks).toString('utf8'), response);
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    state,
    asked,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

function answer(state: ZoteroState, request: IncomingMessage, body: string, response: ServerResponse): void {
  const url = new URL(request.url ?? '', `http://${request.headers.host ?? ''}`);
  const send = (status: number, text: string, headers: Record<string, string> = {}): void => {
    response
      .writeHead(status, { 'Content-Type': 'text/plain', 'X-Zotero-Version': '7.0.15', ...headers })
      .end(text);
  };
  // Zotero gives no answer at all to what looks like a web page's request.
  if (request.headers['user-agent']?.startsWith('Mozilla/') === true) return void request.socket.destroy();
  if (url.pathname === '/better-bibtex/json-rpc' && state.betterBibtex)
    return send(200, rpc(state, body), { 'Content-Type': 'application/json' });
  const place = /^\/api\/(users\/\d+|groups\/(\d+))\/(groups|items(?:\/top)?)$/.exec(url.pathname);
  if (!place) return send(404, 'No endpoint found\n');
  if (request.method !== 'GET') return send(400, 'Endpoint does not support method\n');
  if (!state.allowed) return send(403, 'Local API is not enabled');
  if (place[3] === 'groups')
    return send(
      200,
      JSON.stringify(state.groups.map(({ id, name }) => ({ id, version: 1, data: { id, name } }))),
      { 'Content-Type': 'application/json', 'Total-Results': String(state.groups.length) },
    );
  const items =
    place[2] === undefined ? state.items : state.groups.find(({ id }) => String(id) === place[2])?.items;
  if (!items) return send(404, 'Not found');
  sendItems(state, items, url, send, Number(request.headers['if-modified-since-version'] ?? 0));
}

function sendItems(
  state: ZoteroState,
  all: readonly StandInItem[],
  url: URL,
  send: (status: number, text: string, headers?: Record<string, string>) => void,
  since: number,
): void {
  const query = url.searchParams;
  const unwanted = new Set(query.getAll('itemType').map((type) => type.replace(/^-/, '')));
  const items = all.filter(({ itemType = 'journalArticle' }) => !unwanted.has(itemType));
  if (query.get('sort') === 'dateModified')
    items.sort((a, b) => (a.modified ?? '').localeCompare(b.modified ?? ''));
  if (query.get('direction') === 'desc') items.reverse();
  const start = Number(query.get('start') ?? 0);
  // The local API sends everything unless told how much.
  const limit = Number(query.get('limit') ?? 0) || items.length;
  const page = items.slice(start, start + limit);
  const next = new URLSearchParams(query);
  next.set('start', String(start + limit));
  const links = [
    `<${url.origin}${url.pathname}?${query.toString()}>; rel="last"`,
    ...(start + limit < items.length
      ? [`<${url.origin}${url.pathname}?${next.toString()}>; rel="next"`]
      : []),
    `<https://www.zotero.org${url.pathname.slice(4)}>; rel="alternate"`,
  ];
  const headers = {
    'Total-Results': String(items.length),
    Link: links.join(', '),
    'Last-Modified-Version': String(state.version),
    'Zotero-API-Version': '3',
  };
  if (since !== 0 && state.version <= since) return send(304, '', headers);
  if (query.get('format') === 'csljson')
    return send(
      200,
      JSON.stringify(
        page.map(({ key, csl }) => ({ id: `http://zotero.org/users/local/Xy9/items/${key}`, ...csl })),
      ),
      headers,
    );
  send(
    200,
    JSON.stringify(
      page.map(({ key, csl, itemType, modified }) => ({
        key,
        version: 0,
        data: { key, itemType: itemType ?? 'journalArticle', title: csl['title'], dateModified: modified },
      })),
    ),
    { ...headers, 'Content-Type': 'application/json' },
  );
}

/** Better BibTeX numbers the libraries of Zotero's database: 1 is the user's own. */
function rpc(state: ZoteroState, body: string): string {
  const {
    method,
    params = [],
    id,
  } = JSON.parse(body) as { method: string; params?: unknown[]; id?: unknown };
  const reply = (result: unknown): string => JSON.stringify({ jsonrpc: '2.0', result, id: id ?? null });
  const fail = (code: number, message: string): string =>
    JSON.stringify({ jsonrpc: '2.0', error: { code, message }, id: null });
  const found = (name: string): StandInItem | undefined => {
    const [library, key] = name.includes(':') ? name.split(':') : ['1', name];
    const items = library === '1' ? state.items : state.groups[Number(library) - 2]?.items;
    return items?.find((item) => item.key === key);
  };
  switch (method) {
    case 'api.ready':
      return reply({ betterbibtex: '7.0.20', zotero: '7.0.15' });
    case 'user.groups':
      return reply([
        { id: 1, name: 'My Library' },
        ...state.groups.map(({ name }, index) => ({ id: index + 2, name })),
      ]);
    case 'item.citationkey':
      return reply(
        Object.fromEntries((params[0] as string[]).map((name) => [name, found(name)?.citationKey ?? null])),
      );
    default:
      return fail(-32601, `Method not found: ${method}`);
  }
}
