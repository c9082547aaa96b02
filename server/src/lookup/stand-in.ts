/** A stand-in for a look-up service: a local server that replays scripted answers and counts what it was asked. For tests. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ScriptedAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Cut the connection instead of answering. */
  readonly hangUp?: boolean;
}

export interface StandIn {
  readonly address: string;
  /** Paths with queries, in order, and when each came (milliseconds since 1970). */
  readonly asked: readonly { readonly url: string; readonly at: number }[];
  /** The largest number of requests under way at once. */
  readonly mostAtOnce: () => number;
  close(): Promise<void>;
}

export async function standIn(
  answer: (request: IncomingMessage, count: number, body: string) => ScriptedAnswer,
  port = 0,
): Promise<StandIn> {
  const asked: { url: string; at: number }[] = [];
  let underWay = 0;
  let most = 0;
  const server = createServer((request, response) => {
    asked.push({ url: request.url ?? '', at: Date.now() });
    most = Math.max(most, ++underWay);
    const count = asked.length;
    const body: Buffer[] = [];
    request.on('data', (chunk: Buffer) => body.push(chunk));
    request.on('end', () => {
      const scripted = answer(request, count, Buffer.concat(body).toString('utf8'));
      if (scripted.hangUp === true) {
        underWay--;
        request.socket.destroy();
        return;
      }
      setTimeout(() => {
        underWay--;
        response.writeHead(scripted.status ?? 200, scripted.headers ?? {}).end(scripted.body ?? '');
      }, 5);
    });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    asked,
    mostAtOnce: () => most,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

/** A feed as arXiv's API writes it, for works made up by the tests. */
export function atomFeed(
  ...entries: readonly {
    id: string;
    title: string;
    comment?: string;
    summary?: string;
    published?: string;
    updated?: string;
  }[]
): string {
  const rows = entries.map(
    (entry) => `  <entry>
    <id>http://arxiv.org/abs/${entry.id}</id>
    <updated>${entry.updated ?? '2025-03-20T08:00:00Z'}</updated>
    <published>${entry.published ?? '2025-03-18T17:59:59Z'}</published>
    <title>${entry.title}</title>
    <summary>  ${entry.summary ?? 'We measure &lt;x&gt; &amp; y\n over time.'}\n</summary>
    <author><name>Ada Lovelace</name><arxiv:affiliation xmlns:arxiv="http://arxiv.org/schemas/atom">London</arxiv:affiliation></author>
    <author><name>Kate van der Berg</name></author>
    ${entry.comment === undefined ? '' : `<arxiv:comment xmlns:arxiv="http://arxiv.org/schemas/atom">${entry.comment}</arxiv:comment>`}
    <arxiv:journal_ref xmlns:arxiv="http://arxiv.org/schemas/atom">Journal of Examples 3 (2025) 1-12</arxiv:journal_ref>
    <arxiv:doi xmlns:arxiv="http://arxiv.org/schemas/atom">10.1000/Example.1</arxiv:doi>
    <link href="http://arxiv.org/abs/${entry.id}" rel="alternate" type="text/html"/>
    <arxiv:primary_category xmlns:arxiv="http://arxiv.org/schemas/atom" term="cs.CL" scheme="http://arxiv.org/schemas/atom"/>
    <category term="cs.CL" scheme="http://arxiv.org/schemas/atom"/>
  </entry>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
  <title type="html">ArXiv Query</title>
  <opensearch:totalResults xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">${String(entries.length)}</opensearch:totalResults>
${rows.join('\n')}
</feed>`;
}

export const atomError = (message: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>http://arxiv.org/api/errors#incorrect_id_format</id><title>Error</title><summary>${message}</summary></entry></feed>`;
