import { createServer as createHttp } from 'node:http';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { describeForeign, describeStatus, failureOf } from './failures.ts';
import { get, type HttpOptions } from './http.ts';

const servers: Server[] = [];
const sockets = new Set<Socket>();
beforeEach(() => {
  for (const name of ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY'])
    for (const each of [name, name.toLowerCase()]) vi.stubEnv(each, undefined);
});
afterEach(() => {
  vi.unstubAllEnvs();
  for (const socket of sockets) socket.destroy();
  for (const server of servers.splice(0)) server.close();
  sockets.clear();
});

/** "127.0.0.1:PORT" of a server that does as told with every connection. */
async function listening(server: Server): Promise<string> {
  servers.push(server);
  server.on('connection', (socket) => sockets.add(socket));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}
const raw = (each: (socket: Socket) => void): Promise<string> =>
  listening(
    createServer((socket) => {
      socket.on('error', () => undefined);
      each(socket);
    }),
  );

async function reasonOf(address: string, options: Partial<HttpOptions> = {}): Promise<string> {
  const answer = await get(address, { userAgent: 'test', accept: '*/*', ...options });
  return answer.kind === 'no-answer' ? answer.reason : `status ${String(answer.status)}`;
}

describe('a request that gets no answer says why, in words', () => {
  test('nobody listens, and asking again at once would not help', async () => {
    const answer = await get('http://127.0.0.1:9/', { userAgent: 'test', accept: '*/*' });
    expect(answer).toEqual({
      kind: 'no-answer',
      reason: 'nothing answers at 127.0.0.1:9; it may be down, or the address wrong',
      isLasting: true,
    });
  });

  test('the line breaks, before the answer or within it', async () => {
    const before = await raw((socket) => socket.destroy());
    const within = await raw((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf', () => socket.destroy());
    });
    for (const host of [before, within])
      expect(await reasonOf(`http://${host}/`)).toBe(`${host} broke the connection off`);
  });

  test('it never comes', async () => {
    const host = await raw(() => undefined);
    expect(await reasonOf(`http://${host}/`, { timeoutMilliseconds: 50 })).toBe(
      `${host} did not answer within 0.05 s`,
    );
  });

  test('another protocol is spoken there', async () => {
    const ssh = await raw((socket) => socket.end('SSH-2.0-x\r\n'));
    expect(await reasonOf(`http://${ssh}/`)).toBe(`${ssh} answers with something else than HTTP`);
    const plain = await listening(createHttp((_, response) => response.end('x')));
    expect(await reasonOf(`https://${plain}/`)).toBe(`${plain} does not speak https; is the address right?`);
  });

  test('it leads in circles, or to what is no web address', async () => {
    for (const location of ['/', 'ftp://127.0.0.1/', 'http://['])
      expect(
        await reasonOf(
          `http://${await listening(createHttp((_, response) => response.writeHead(302, { location }).end()))}/`,
        ),
      ).toContain('redirects without end or to an unsafe address');
  });

  test('a header that cannot be sent', async () => {
    expect(await reasonOf('http://127.0.0.1:9/', { headers: { authorization: 'ApiKey x\ny' } })).toContain(
      'the connection to 127.0.0.1:9 failed',
    );
  });

  test.each([
    ['ENOTFOUND', 'export.arxiv.org could not be found under this name; is this machine online?'],
    ['EAI_AGAIN', 'export.arxiv.org could not be found under this name; is this machine online?'],
    ['ENETUNREACH', 'no way leads to export.arxiv.org; is this machine online?'],
    ['ETIMEDOUT', 'export.arxiv.org did not answer in time'],
    [
      'CERT_HAS_EXPIRED',
      'the certificate of export.arxiv.org is out of date, or this machine’s clock is wrong',
    ],
    [
      'SELF_SIGNED_CERT_IN_CHAIN',
      'this machine does not trust the certificate of export.arxiv.org; where a network brings its own, name it in NODE_EXTRA_CA_CERTS',
    ],
  ])('%s', (code, reason) => {
    const error = Object.assign(new Error(`connect ${code} 192.0.2.1:443`), { code });
    expect(failureOf('export.arxiv.org', error).reason).toBe(reason);
    // As Node reports a host with an address of either kind.
    expect(failureOf('export.arxiv.org', new AggregateError([error, error])).reason).toBe(reason);
  });
});

describe('a proxy', () => {
  const answering = (line: string): Promise<string> =>
    raw((socket) => {
      socket.once('data', () => socket.end(`HTTP/1.1 ${line}\r\nContent-Length: 0\r\n\r\n`));
    });

  test('that is not there is named, not the host behind it', async () => {
    expect(await reasonOf('https://example.org/', { proxy: 'http://127.0.0.1:9' })).toBe(
      'nothing answers at the proxy 127.0.0.1:9; it may be down, or the address wrong',
    );
  });

  test('that wants a name says where to write it', async () => {
    const proxy = await answering('407 Proxy Authentication Required');
    expect(await reasonOf('https://example.org/', { proxy })).toBe(
      `the proxy ${proxy} wants a name and a password; write them into its address, as http://name:password@host:port`,
    );
  });

  test('that refuses with 404 is not the host saying “not found”', async () => {
    const proxy = await answering('404 Not Found');
    expect(await reasonOf('https://example.org/', { proxy })).toBe(
      `the proxy ${proxy} makes no connection to example.org (status 404)`,
    );
  });

  test('of a kind that is not spoken is said, without its password', async () => {
    vi.stubEnv('HTTPS_PROXY', 'socks5://ada:secret@proxy.example.org:1080');
    expect(await reasonOf('https://example.org/')).toBe(
      'the proxy socks5://proxy.example.org:1080 cannot be used; write it as http://host:port',
    );
    vi.stubEnv('HTTPS_PROXY', '127.0.0.1:9');
    expect(await reasonOf('https://example.org/')).toContain('the proxy 127.0.0.1:9');
  });

  test('is handed what is plain with its whole address, and its own name and password', async () => {
    const asked: string[] = [];
    const proxy = await listening(
      createHttp((request, response) => {
        const { host, authorization, 'proxy-authorization': own } = request.headers;
        asked.push([request.url, host, authorization, own].join(' | '));
        response.end('x');
      }),
    );
    const given = { proxy: `http://ada:s%40lt@${proxy}` };
    expect(await reasonOf('http://example.org:8080/a?b=c#d', given)).toBe('status 200');
    const secret = { ...given, headers: { authorization: 'Bearer key' } };
    expect(await reasonOf('http://example.org/', secret)).toBe('status 200');
    const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`;
    expect(asked).toEqual([
      `http://example.org:8080/a?b=c | example.org:8080 |  | ${basic('ada:s@lt')}`,
      `http://example.org/ | example.org | Bearer key | ${basic('ada:s@lt')}`,
    ]);
  });

  test('that wants a name says so of a plain address too', async () => {
    const proxy = await answering('407 Proxy Authentication Required');
    expect(await reasonOf('http://example.org/', { proxy })).toBe(
      `the proxy ${proxy} wants a name and a password; write them into its address, as http://name:password@host:port`,
    );
  });

  test('opens a tunnel for what is private', async () => {
    const tunnels: string[] = [];
    const proxy = createHttp();
    proxy.on('connect', (request, socket) => {
      tunnels.push(request.url ?? '');
      socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
    });
    const answer = await reasonOf('https://example.org/', { proxy: await listening(proxy) });
    expect(answer).toMatch(/^the proxy \S+ makes no connection to example\.org \(status 502\)$/);
    expect(tunnels).toEqual(['example.org:443']);
  });

  test('is passed by for the hosts of NO_PROXY', async () => {
    vi.stubEnv('HTTPS_PROXY', 'http://proxy.invalid:3128');
    vi.stubEnv('NO_PROXY', 'localhost, 127.0.0.1');
    expect(await reasonOf('https://127.0.0.1:9/')).toContain('nothing answers at 127.0.0.1:9');
  });
});

test('statuses and pages that are no answer', () => {
  expect(describeStatus('it', 403)).toBe('it refuses access (status 403)');
  expect(describeStatus('it', 502)).toBe('it has trouble of its own (status 502); try again later');
  expect(describeForeign('it', '\n<!DOCTYPE html><title>Sign in')).toContain(
    'sends a web page instead of data',
  );
  expect(describeForeign('it', '  ')).toBe('it sends nothing');
  expect(describeForeign('it', '<?xml version="1.0"?><feed/>')).toBeUndefined();
  expect(describeForeign('it', '{}')).toBeUndefined();
});
