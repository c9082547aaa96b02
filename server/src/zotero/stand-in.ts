/**
 * A stand-in for Zotero 7 with Better BibTeX: a local server that answers as the documented protocols say (paging by
 * `Link`, `Total-Results`, `Last-Modified-Version`, 403 when switched off, 404 for what it does not know). For tests.
 * https://www.zotero.org/support/dev/web_api/v3/basics, …/local_api; https://retorque.re/zotero-better-bibtex/exporting/json-rpc/
 */
import { standIn, type ScriptedAnswer } from '../lookup/stand-in.ts';

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
  const server = await standIn((request, _, body) => {
    asked.push(`${request.method ?? ''} ${request.url ?? ''}`);
    return state.instead(request.url ?? '') ?? answer(state, request, body);
  }, port);
  return { port: Number(new URL(server.address).port), state, asked, close: () => server.close() };
}

interface Asked {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

function answer(state: ZoteroState, { method, url = '', headers }: Asked, body: string): ScriptedAnswer {
  // Zotero gives no answer at all to what looks like a web page's request.
  if (String(headers['user-agent']).startsWith('Mozilla/')) return { hangUp: true };
  const asked = new URL(url, `http://${String(headers['host'])}`);
  if (asked.pathname === '/better-bibtex/json-rpc' && state.betterBibtex)
    return { headers: { 'Content-Type': 'application/json' }, body: rpc(state, body) };
  const place = /^\/api\/(users\/\d+|groups\/(\d+))\/(groups|items(?:\/top)?)$/.exec(asked.pathname);
  if (!place) return { status: 404, body: 'No endpoint found\n' };
  if (method !== 'GET') return { status: 400, body: 'Endpoint does not support method\n' };
  if (!state.allowed) return { status: 403, body: 'Local API is not enabled' };
  if (place[3] === 'groups')
    return {
      headers: { 'Content-Type': 'application/json', 'Total-Results': String(state.groups.length) },
      body: JSON.stringify(state.groups.map(({ id, name }) => ({ id, version: 1, data: { id, name } }))),
    };
  const items =
    place[2] === undefined ? state.items : state.groups.find(({ id }) => String(id) === place[2])?.items;
  return items
    ? listed(state, items, asked, Number(headers['if-modified-since-version'] ?? 0))
    : { status: 404, body: 'Not found' };
}

function listed(state: ZoteroState, all: readonly StandInItem[], url: URL, since: number): ScriptedAnswer {
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
  if (since !== 0 && state.version <= since) return { status: 304, headers };
  const rows: unknown[] =
    query.get('format') === 'csljson'
      ? page.map(({ key, csl }) => ({ id: `http://zotero.org/users/local/Xy9/items/${key}`, ...csl }))
      : page.map(({ key, csl, itemType = 'journalArticle', modified }) => ({
          key,
          version: 0,
          data: { key, itemType, title: csl['title'], dateModified: modified },
        }));
  return { headers, body: JSON.stringify(rows) };
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
