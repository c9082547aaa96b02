import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { describeAnswer } from '#core/lookup/model.ts';
import { ArxivClient } from './arxiv-client.ts';
import { DoiClient } from './doi-client.ts';
import type { LookupRuntime } from './runtime.ts';
import { atomError, atomFeed, standIn, type ScriptedAnswer, type StandIn } from './stand-in.ts';

let folder: string;
let server: StandIn | undefined;
let silent: Server | undefined;
/** When the silent host was asked. */
let asked: Promise<void>;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'inquiry-lookup-'));
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  silent?.close();
  silent = undefined;
  await rm(folder, { recursive: true });
});

/** A clock that a sleep moves, so that pauses cost the tests nothing. */
function fakeRuntime(start = Date.UTC(2026, 10, 23)): LookupRuntime & { readonly slept: number[] } {
  let now = start;
  const slept: number[] = [];
  return {
    slept,
    now: () => now,
    sleep: (milliseconds) => {
      slept.push(milliseconds);
      now += milliseconds;
      return Promise.resolve();
    },
    random: () => 0.5,
  };
}

async function arxiv(
  answer: (count: number, url: string) => ScriptedAnswer,
  runtime: LookupRuntime = fakeRuntime(),
): Promise<ArxivClient> {
  server = await standIn((request, count) => answer(count, decodeURIComponent(request.url ?? '')));
  return new ArxivClient({ folder, endpoint: `${server.address}/api/query`, runtime });
}

/** "127.0.0.1:PORT" of a host that takes every request and never answers. */
async function silence(): Promise<string> {
  const listening = createServer((socket) => socket.on('error', () => undefined));
  silent = listening;
  asked = new Promise((resolve) =>
    listening.once('connection', (socket) =>
      socket.once('data', () => {
        resolve();
      }),
    ),
  );
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  return `127.0.0.1:${String((listening.address() as AddressInfo).port)}`;
}

describe('arXiv', () => {
  test('many IDs go in one request and come back as entries', async () => {
    const client = await arxiv(() => ({
      body: atomFeed(
        { id: '2503.00001v3', title: 'A\n  Study' },
        { id: 'hep-th/9901001v1', title: 'Strings' },
      ),
    }));
    const answers = await client.lookUp(['2503.00001', 'hep-th/9901001', '2503.99999']);
    expect(server?.asked).toHaveLength(1);
    expect(answers.get('2503.99999')).toEqual({ status: 'not-found' });
    const answer = answers.get('2503.00001');
    expect(answer).toMatchObject({
      status: 'ok',
      cached: false,
      fetched: '2026-11-23T00:00:00Z',
      work: {
        journalReference: 'Journal of Examples 3 (2025) 1-12',
        entry: {
          id: 'arXiv:2503.00001',
          title: 'A Study',
          date: '2025-03-18',
          dateIs: 'submitted',
          doi: '10.1000/example.1',
          category: 'cs.CL',
          text: 'We measure <x> & y over time.',
          authors: [
            { family: 'Lovelace', given: 'Ada' },
            { family: 'van der Berg', given: 'Kate' },
          ],
          versions: [{ version: 1, date: '2025-03-18' }, { version: 2 }, { version: 3, date: '2025-03-20' }],
        },
      },
    });
  });

  test('a second look answers from the cache, until it is too old or a refresh is asked', async () => {
    const runtime = fakeRuntime();
    const client = await arxiv(() => ({ body: atomFeed({ id: '2503.00001v1', title: 'A Study' }) }), runtime);
    await client.lookUp(['2503.00001']);
    expect((await client.lookUp(['2503.00001'])).get('2503.00001')).toMatchObject({
      status: 'ok',
      cached: true,
    });
    expect(server?.asked).toHaveLength(1);
    await client.lookUp(['2503.00001'], { refresh: true });
    expect(server?.asked).toHaveLength(2);
    await runtime.sleep(31 * 86_400_000);
    await client.lookUp(['2503.00001']);
    expect(server?.asked).toHaveLength(3);
  });

  test('a damaged cache file is asked for again, not believed', async () => {
    const client = await arxiv(() => ({ body: atomFeed({ id: '2503.00001v1', title: 'A Study' }) }));
    await client.lookUp(['2503.00001']);
    for (const file of await readdir(join(folder, 'arxiv')))
      await writeFile(join(folder, 'arxiv', file), '{"version":1,"id"');
    expect((await client.lookUp(['2503.00001'])).get('2503.00001')).toMatchObject({
      status: 'ok',
      cached: false,
    });
  });

  test('withdrawn papers say so', async () => {
    const comment = 'This paper has been withdrawn by the authors due to an error in Lemma 2';
    const client = await arxiv(() => ({ body: atomFeed({ id: '2503.00001v2', title: 'A Study', comment }) }));
    const answer = (await client.lookUp(['2503.00001'])).get('2503.00001');
    expect(answer).toMatchObject({ work: { withdrawn: comment, entry: { status: 'withdrawn' } } });
    expect(answer && describeAnswer('arXiv:2503.00001', answer)).toBe(
      `arXiv:2503.00001 is “A Study”. It was withdrawn: “${comment}”.`,
    );
  });

  test('a rate limit is waited out when short and never called "not found"', async () => {
    const runtime = fakeRuntime();
    const client = await arxiv(
      (count) =>
        count === 1
          ? { status: 503, headers: { 'retry-after': '7' } }
          : { body: atomFeed({ id: '2503.00001v1', title: 'A Study' }) },
      runtime,
    );
    expect((await client.lookUp(['2503.00001'])).get('2503.00001')).toMatchObject({ status: 'ok' });
    expect(runtime.slept).toContain(7000);
  });

  test('a long rate limit is handed to the person', async () => {
    const client = await arxiv(() => ({ status: 429, headers: { 'retry-after': '120' } }));
    const answer = (await client.lookUp(['2503.00001'])).get('2503.00001');
    expect(answer).toEqual({ status: 'rate-limited', retryAfterSeconds: 120 });
    expect(server?.asked).toHaveLength(1);
    expect(answer && describeAnswer('arXiv:2503.00001', answer)).toBe(
      'arXiv:2503.00001 was not looked up: the service asks to wait 120 seconds. Try again then.',
    );
  });

  test('until the wait is over nobody asks again, in any window', async () => {
    const runtime = fakeRuntime();
    const client = await arxiv(
      (count) =>
        count === 1
          ? { status: 503, headers: { 'retry-after': '7200' } }
          : { body: atomFeed({ id: '2503.00001v1', title: 'A Study' }) },
      runtime,
    );
    await client.lookUp(['2503.00001']);
    const other = new ArxivClient({ folder, endpoint: `${server?.address ?? ''}/api/query`, runtime });
    const answer = (await other.lookUp(['2503.00002'])).get('2503.00002');
    expect(answer && describeAnswer('arXiv:2503.00002', answer)).toBe(
      'arXiv:2503.00002 was not looked up: the service asks to wait 120 minutes. Try again then.',
    );
    expect(server?.asked).toHaveLength(1);
    await runtime.sleep(7_200_000);
    expect((await other.lookUp(['2503.00001'])).get('2503.00001')).toMatchObject({ status: 'ok' });
  });

  test('a refusal says its status', async () => {
    const client = await arxiv(() => ({ status: 403, body: '<html>Forbidden</html>' }));
    const answer = (await client.lookUp(['2503.00001'])).get('2503.00001');
    expect(answer).toEqual({
      status: 'unreadable',
      reason: expect.stringMatching(/^127\.0\.0\.1:\d+ refuses access \(status 403\)$/) as string,
    });
  });

  test('429 without Retry-After backs off exponentially with jitter, three times at most', async () => {
    const runtime = fakeRuntime();
    const client = await arxiv(() => ({ status: 429 }), runtime);
    expect((await client.lookUp(['2503.00001'])).get('2503.00001')).toMatchObject({ status: 'rate-limited' });
    expect(server?.asked).toHaveLength(3);
    expect(runtime.slept.filter((pause) => pause === 3750 || pause === 7500)).toEqual([3750, 7500]);
  });

  test('a server error or a cut line is "no answer"', async () => {
    const client = await arxiv((count) => (count % 2 === 0 ? { status: 500 } : { hangUp: true }));
    expect((await client.lookUp(['2503.00001'])).get('2503.00001')).toMatchObject({ status: 'offline' });
  });

  test.each(['<html><body>Captive portal</body></html>', '', 'not xml <<<>', '{"error": 1}'])(
    'garbage is unreadable: %j',
    async (body) => {
      const client = await arxiv(() => ({ body }));
      expect((await client.lookUp(['2503.00001'])).get('2503.00001')).toMatchObject({ status: 'unreadable' });
    },
  );

  test('a feed that breaks off leaves what it lacks unknown, rather than not found', async () => {
    const whole = atomFeed(
      { id: '2503.00001v1', title: 'A Study' },
      { id: '2503.00002v1', title: 'Another' },
    );
    const client = await arxiv(() => ({ body: whole.slice(0, whole.indexOf('2503.00002v1')) }));
    const answers = await client.lookUp(['2503.00001', '2503.00002']);
    expect(answers.get('2503.00001')).toMatchObject({ status: 'ok' });
    expect(answers.get('2503.00002')).toMatchObject({ status: 'unreadable' });
  });

  test('without a network the person is told at once', async () => {
    const runtime = fakeRuntime();
    const client = new ArxivClient({ folder, endpoint: 'http://127.0.0.1:9/api/query', runtime });
    const answer = (await client.lookUp(['2503.00001'])).get('2503.00001');
    expect(answer && describeAnswer('arXiv:2503.00001', answer)).toBe(
      'arXiv:2503.00001 was not looked up: nothing answers at 127.0.0.1:9; it may be down, or the address wrong. Nothing is known about it yet.',
    );
    expect(runtime.slept).toEqual([]);
  });

  test('one refused ID costs the others nothing', async () => {
    const client = await arxiv((_, url) => ({
      body: url.includes('2503.1')
        ? atomError('incorrect id format for 2503.1')
        : atomFeed({ id: '2503.00001v1', title: 'A Study' }),
    }));
    const answers = await client.lookUp(['2503.1', '2503.00001']);
    expect(answers.get('2503.1')).toEqual({ status: 'not-found' });
    expect(answers.get('2503.00001')).toMatchObject({ status: 'ok' });
  });

  test('two windows take turns: three seconds apart, never at once', async () => {
    const feed = { body: atomFeed({ id: '2503.00001v1', title: 'A Study' }) };
    const first = await arxiv(() => feed, {
      now: () => Date.now(),
      sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
      random: Math.random,
    });
    const options = { folder, endpoint: `${server?.address ?? ''}/api/query`, pauseMilliseconds: 200 };
    const windows = [new ArxivClient(options), new ArxivClient(options)];
    await Promise.all(
      windows.flatMap((window) => [
        window.lookUp(['2503.00001'], { refresh: true }),
        window.lookUp(['2503.00001'], { refresh: true }),
      ]),
    );
    expect(first).toBeDefined();
    const times = (server?.asked ?? []).map((one) => one.at);
    expect(times).toHaveLength(4);
    expect(
      Math.min(...times.slice(1).map((time, index) => time - (times[index] ?? 0))),
    ).toBeGreaterThanOrEqual(190);
    expect(server?.mostAtOnce()).toBe(1);
  });

  test('who says nothing is asked once, and the wait has an end', async () => {
    const host = await silence();
    const runtime = fakeRuntime();
    // A clock in which the whole wait is a fraction of a second.
    let until = 0;
    const client = new ArxivClient({
      folder,
      endpoint: `http://${host}/api/query`,
      runtime: { ...runtime, now: () => (until === 0 ? (until = runtime.now()) : until + 29_900) },
    });
    const answer = (await client.lookUp(['2503.00001'])).get('2503.00001');
    expect(answer).toEqual({ status: 'offline', reason: `${host} did not answer within 0.1 s` });
  });

  test('a person who stops a look-up stops the request, and nobody waits for its turn', async () => {
    const host = await silence();
    const client = new ArxivClient({ folder, endpoint: `http://${host}/api/query`, runtime: fakeRuntime() });
    const stop = new AbortController();
    const stopped = client.lookUp(['2503.00001'], { signal: stop.signal });
    await asked;
    stop.abort();
    expect((await stopped).get('2503.00001')).toEqual({
      status: 'offline',
      reason: `asking ${host} was stopped`,
    });
    const other = await arxiv(() => ({ body: atomFeed({ id: '2503.00001v1', title: 'A Study' }) }));
    expect((await other.lookUp(['2503.00001'])).get('2503.00001')).toMatchObject({ status: 'ok' });
  });

  test('a turn that does not come while the person waits is said', async () => {
    await mkdir(join(folder, 'arxiv-turn'));
    await writeFile(join(folder, 'arxiv-turn', 'turn.lock'), '');
    const client = await arxiv(() => ({ body: '' }));
    expect((await client.lookUp(['2503.00001'])).get('2503.00001')).toEqual({
      status: 'offline',
      reason: expect.stringMatching(
        /^the turn to ask \S+ did not come in time; other windows are asking too$/,
      ) as string,
    });
    expect(server?.asked).toEqual([]);
  });
});

describe('DOI', () => {
  async function doi(
    answers: Readonly<Record<'crossref' | 'datacite' | 'openalex', ScriptedAnswer>>,
    runtime: LookupRuntime = fakeRuntime(),
  ): Promise<DoiClient> {
    server = await standIn((request) => answers[(request.url ?? '').split('/')[1] as keyof typeof answers]);
    const at = server.address;
    return new DoiClient({
      folder,
      runtime,
      endpoints: { crossref: `${at}/crossref/`, datacite: `${at}/datacite/`, openalex: `${at}/openalex/` },
    });
  }
  const none = { status: 404 };

  test('Crossref: names, partial dates, venue, abstract without tags', async () => {
    const client = await doi({
      crossref: {
        body: JSON.stringify({
          message: {
            title: ['On Examples'],
            author: [{ family: 'Curie', given: 'Marie' }, { name: 'The Group' }],
            issued: { 'date-parts': [[2024, 3]] },
            'container-title': ['Examples'],
            abstract: '<jats:p>We  try.</jats:p>',
          },
        }),
      },
      datacite: none,
      openalex: none,
    });
    expect(await client.lookUp('10.1000/x')).toMatchObject({
      status: 'ok',
      work: {
        entry: {
          title: 'On Examples',
          date: '2024-03',
          venue: 'Examples',
          text: 'We try.',
          authors: [{ family: 'Curie', given: 'Marie' }, { family: 'The Group' }],
        },
      },
    });
  });

  test('Crossref: a work that a retraction updates is retracted; the notice itself is not', async () => {
    const message = { title: ['T'], 'updated-by': [{ type: 'retraction', label: 'Retraction' }] };
    const client = await doi({
      crossref: { body: JSON.stringify({ message }) },
      datacite: none,
      openalex: none,
    });
    expect(await client.lookUp('10.1000/x')).toMatchObject({ work: { entry: { status: 'retracted' } } });
    const notice = { title: ['Retraction: T'], 'update-to': [{ type: 'retraction', DOI: '10.1000/x' }] };
    await server?.close();
    const other = await doi({
      crossref: { body: JSON.stringify({ message: notice }) },
      datacite: none,
      openalex: none,
    });
    const answer = await other.lookUp('10.1000/notice');
    expect(answer.status === 'ok' && answer.work.entry.status).toBe(undefined);
  });

  test('falls through to DataCite and OpenAlex', async () => {
    const client = await doi({
      crossref: none,
      datacite: {
        body: JSON.stringify({
          data: {
            attributes: {
              titles: [{ title: 'Data' }],
              creators: [{ familyName: 'Noether', givenName: 'Emmy' }],
              publicationYear: 2023,
              publisher: 'Zenodo',
            },
          },
        }),
      },
      openalex: none,
    });
    expect(await client.lookUp('10.5281/z')).toMatchObject({
      work: { entry: { title: 'Data', date: '2023', venue: 'Zenodo' } },
    });
    await server?.close();
    const last = await doi({
      crossref: none,
      datacite: none,
      openalex: {
        body: JSON.stringify({
          title: 'Open',
          publication_date: '2022-05-01',
          is_retracted: true,
          authorships: [{ author: { display_name: 'Alan Turing' } }],
        }),
      },
    });
    expect(await last.lookUp('10.1000/open')).toMatchObject({
      work: { entry: { title: 'Open', status: 'retracted', date: '2022-05-01' } },
    });
  });

  test('one service down and the others without it: not known, rather than not found', async () => {
    const runtime = fakeRuntime();
    const client = await doi(
      { crossref: { status: 429, headers: { 'retry-after': '90' } }, datacite: none, openalex: none },
      runtime,
    );
    expect(await client.lookUp('10.1000/x')).toEqual({ status: 'rate-limited', retryAfterSeconds: 90 });
    await server?.close();
    await runtime.sleep(90_000);
    const absent = await doi({ crossref: none, datacite: none, openalex: none }, runtime);
    expect(await absent.lookUp('10.1000/x')).toEqual({ status: 'not-found' });
  });
});
