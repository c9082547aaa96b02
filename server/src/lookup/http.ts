/** One request, with a proxy, a time-out, a size limit and a few redirects. Turns every way to fail into data. */
import http from 'node:http';
import https from 'node:https';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { failureOf, type Failure } from './failures.ts';
import { proxyFor } from './proxy.ts';

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
  /** Breaks the exchange off at once. */
  readonly signal?: AbortSignal;
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
  | ({ readonly kind: 'no-answer' } & Failure);

const MOST_BYTES = 8 * 1024 * 1024;
const MOST_REDIRECTS = 3;

export async function get(address: string, options: HttpOptions, redirects = 0): Promise<HttpAnswer> {
  const url = new URL(address);
  const answer = await request(url, options).catch(
    // What cannot even be sent: a header with a line end in it, say.
    (error: unknown): HttpAnswer => ({
      kind: 'no-answer',
      ...failureOf(url.host, error instanceof Error ? error : new Error(String(error))),
    }),
  );
  if (answer.kind === 'redirect') {
    const target = URL.canParse(answer.location, url.href) ? new URL(answer.location, url) : undefined;
    // Never from https down to http: what was asked in private stays so. Nor to another host with a secret.
    if (
      target === undefined ||
      !/^https?:$/.test(target.protocol) ||
      redirects >= MOST_REDIRECTS ||
      (options.direct === true && target.host !== url.host) ||
      (url.protocol === 'https:' && target.protocol !== 'https:') ||
      (options.headers?.['authorization'] !== undefined && target.host !== url.host)
    )
      return {
        kind: 'no-answer',
        reason: `${url.host} redirects without end or to an unsafe address`,
        isLasting: true,
      };
    return get(target.href, options, redirects + 1);
  }
  return answer;
}

function request(
  url: URL,
  options: HttpOptions,
): Promise<HttpAnswer | { readonly kind: 'redirect'; readonly location: string }> {
  return new Promise((resolve) => {
    const noAnswer = (failure: Failure): void => {
      resolve({ kind: 'no-answer', ...failure });
    };
    const proxy = options.direct === true ? { kind: 'none' as const } : proxyFor(url, options.proxy);
    if (proxy.kind === 'fault') {
      noAnswer({ reason: proxy.reason, isLasting: true });
      return;
    }
    const { signal } = options;
    if (signal?.aborted === true) {
      noAnswer(stopped(url.host));
      return;
    }
    /** Whom the connection is made to, until the proxy has made one for us. */
    let peer = proxy.kind === 'none' ? url.host : `the proxy ${proxy.url.host}`;
    const outgoing = sent(
      url,
      proxy.kind === 'none' ? undefined : proxy.url,
      {
        method: options.body === undefined ? 'GET' : 'POST',
        headers: { ...options.headers, 'user-agent': options.userAgent, accept: options.accept },
        ...(signal === undefined ? {} : { signal }),
      },
      (incoming) => {
        const status = incoming.statusCode ?? 0;
        // Only proxies ask so: https://www.rfc-editor.org/rfc/rfc9110#name-407-proxy-authentication-re
        if (status === 407 && proxy.kind === 'proxy') {
          incoming.resume();
          noAnswer(wantsName(peer));
          return;
        }
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
            noAnswer({
              reason: `${url.host} sent more than ${String(Math.round(most / 1024 / 1024))} MB`,
              isLasting: true,
            });
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
          noAnswer(failureOf(url.host, error));
        });
      },
    );
    const limit = options.timeoutMilliseconds ?? 20_000;
    // A deadline for the whole exchange: `timeout` alone restarts with every byte of a slow answer.
    const deadline = setTimeout(() => {
      // Who says nothing for so long will not answer the next moment either.
      noAnswer({
        reason: `${peer} did not answer within ${String(Number((limit / 1000).toPrecision(2)))} s`,
        isLasting: true,
      });
      outgoing.destroy();
    }, limit);
    outgoing.on('close', () => {
      clearTimeout(deadline);
      noAnswer({ reason: `${peer} broke the connection off`, isLasting: false });
    });
    // Before the answer to the request proper comes the proxy's own: what it refuses, the host was never asked.
    outgoing.on('proxyConnect', ({ statusCode }: { readonly statusCode: number }) => {
      if (statusCode === 200) {
        peer = url.host;
        return;
      }
      noAnswer(
        statusCode === 407
          ? wantsName(peer)
          : {
              reason: `${peer} makes no connection to ${url.host} (status ${String(statusCode)})`,
              isLasting: statusCode < 500,
            },
      );
      outgoing.destroy();
    });
    outgoing.on('error', (error) => {
      noAnswer(signal?.aborted === true ? stopped(url.host) : failureOf(peer, error));
    });
    outgoing.end(options.body);
  });
}

const stopped = (host: string): Failure => ({ reason: `asking ${host} was stopped`, isLasting: true });

const wantsName = (proxy: string): Failure => ({
  reason: `${proxy} wants a name and a password; write them into its address, as http://name:password@host:port`,
  isLasting: true,
});

/**
 * What is private goes through a tunnel that the proxy opens; what is plain is handed to it with its whole address. Many proxies
 * open no tunnel to any port but 443: https://www.rfc-editor.org/rfc/rfc9112#name-absolute-form
 */
function sent(
  url: URL,
  proxy: URL | undefined,
  options: http.RequestOptions,
  onAnswer: (incoming: http.IncomingMessage) => void,
): http.ClientRequest {
  if (proxy === undefined) return (url.protocol === 'https:' ? https : http).request(url, options, onAnswer);
  if (url.protocol === 'https:')
    return https.request(url, { ...options, agent: new HttpsProxyAgent(proxy) }, onAnswer);
  return (proxy.protocol === 'https:' ? https : http).request(
    proxy,
    {
      ...options,
      path: `${url.origin}${url.pathname}${url.search}`,
      headers: { ...options.headers, host: url.host, ...authorizationAt('proxy-authorization', proxy) },
      // What the proxy's address says of a name and a password is for the proxy alone.
      auth: url.username === '' ? null : credentialsOf(url),
    },
    onAnswer,
  );
}

const credentialsOf = ({ username, password }: URL): string =>
  `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;

const authorizationAt = (header: string, url: URL): http.OutgoingHttpHeaders =>
  url.username === '' ? {} : { [header]: `Basic ${Buffer.from(credentialsOf(url)).toString('base64')}` };

function plainHeaders(headers: http.IncomingHttpHeaders): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}
