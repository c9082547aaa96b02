/** One request, with a proxy, a time-out, a size limit and a few redirects. Turns every way to fail into data. */
import http from 'node:http';
import https from 'node:https';
import { HttpsProxyAgent } from 'https-proxy-agent';

export interface HttpOptions {
  /** A proxy's URL; by default the environment's HTTPS_PROXY / HTTP_PROXY, unless NO_PROXY names the host. */
  readonly proxy?: string;
  readonly timeoutMilliseconds?: number;
  readonly userAgent: string;
  readonly accept: string;
  /** Sent by POST when present. */
  readonly body?: string;
  /** Further headers, lower case: `range`, `authorization`, `content-type`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** A service on this very machine: no proxy, and no redirect to anywhere else. */
  readonly direct?: boolean;
  /** Answers beyond this are given up; 8 MB unless told. */
  readonly mostBytes?: number;
}

export type HttpAnswer =
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly body: string;
      readonly retryAfter: string | undefined;
      /** Names in lower case; a header sent several times is joined by commas. */
      readonly headers: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'no-answer'; readonly reason: string };

const MOST_BYTES = 8 * 1024 * 1024;
const MOST_REDIRECTS = 3;

export async function get(address: string, options: HttpOptions, redirects = 0): Promise<HttpAnswer> {
  const url = new URL(address);
  const answer = await request(url, options);
  if (answer.kind === 'redirect') {
    const target = new URL(answer.location, url);
    // Never from https down to http: what was asked in private stays so. Nor to another host with a secret.
    if (
      redirects >= MOST_REDIRECTS ||
      (options.direct === true && target.host !== url.host) ||
      (url.protocol === 'https:' && target.protocol !== 'https:') ||
      (options.headers?.['authorization'] !== undefined && target.host !== url.host)
    )
      return { kind: 'no-answer', reason: `${url.host} redirects without end or to an unsafe address` };
    return get(target.href, options, redirects + 1);
  }
  return answer;
}

function request(
  url: URL,
  options: HttpOptions,
): Promise<HttpAnswer | { readonly kind: 'redirect'; readonly location: string }> {
  return new Promise((resolve) => {
    const proxy = options.direct === true ? undefined : (options.proxy ?? proxyFromEnvironment(url));
    const client = url.protocol === 'https:' ? https : http;
    const noAnswer = (reason: string): void => {
      resolve({ kind: 'no-answer', reason });
    };
    const outgoing = client.request(
      url,
      {
        method: options.body === undefined ? 'GET' : 'POST',
        headers: { ...options.headers, 'user-agent': options.userAgent, accept: options.accept },
        ...(proxy === undefined ? {} : { agent: new HttpsProxyAgent(proxy) }),
      },
      (incoming) => {
        const status = incoming.statusCode ?? 0;
        const location = incoming.headers.location;
        if (status >= 300 && status < 400 && location !== undefined) {
          incoming.resume();
          resolve({ kind: 'redirect', location });
          return;
        }
        const chunks: Buffer[] = [];
        let size = 0;
        const most = options.mostBytes ?? MOST_BYTES;
        incoming.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size > most) {
            noAnswer(`${url.host} sent more than ${String(Math.round(most / 1024 / 1024))} MB`);
            outgoing.destroy();
          } else chunks.push(chunk);
        });
        incoming.on('end', () => {
          resolve({
            kind: 'answer',
            status,
            body: Buffer.concat(chunks).toString('utf8'),
            retryAfter: incoming.headers['retry-after'],
            headers: plainHeaders(incoming.headers),
          });
        });
        incoming.on('error', (error) => {
          noAnswer(error.message);
        });
      },
    );
    const limit = options.timeoutMilliseconds ?? 20_000;
    // A deadline for the whole exchange: `timeout` alone restarts with every byte of a slow answer.
    const deadline = setTimeout(() => {
      noAnswer(`${url.host} did not answer within ${String(limit / 1000)} s`);
      outgoing.destroy();
    }, limit);
    outgoing.on('close', () => {
      clearTimeout(deadline);
      noAnswer(`${url.host} closed the connection`);
    });
    outgoing.end(options.body);
    outgoing.on('error', (error: NodeJS.ErrnoException) => {
      noAnswer(error.code === undefined ? error.message : `${url.host}: ${error.code}`);
    });
  });
}

function plainHeaders(headers: http.IncomingHttpHeaders): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}

function proxyFromEnvironment(url: URL): string | undefined {
  const environment = (name: string): string | undefined =>
    process.env[name] ?? process.env[name.toLowerCase()];
  const spared = (environment('NO_PROXY') ?? '').split(',').map((host) => host.trim().replace(/^\*?\./, ''));
  if (
    spared.some(
      (host) => host === '*' || (host !== '' && (url.hostname === host || url.hostname.endsWith(`.${host}`))),
    )
  )
    return undefined;
  const proxy = url.protocol === 'https:' ? environment('HTTPS_PROXY') : environment('HTTP_PROXY');
  return proxy === '' ? undefined : proxy;
}
