/**
 * Asks a service politely: in turn, again after a pause that grows, as long as `Retry-After` says. A person waits for the answer,
 * so all of it together takes half a minute at most.
 */
import { describeStatus } from './failures.ts';
import { get, type HttpAnswer, type HttpOptions } from './http.ts';
import type { Gate } from './gate.ts';
import type { Patience } from './patience.ts';
import type { LookupRuntime } from './runtime.ts';

export type PoliteAnswer =
  | { readonly kind: 'answer'; readonly status: number; readonly body: string }
  | { readonly kind: 'rate-limited'; readonly retryAfterSeconds: number }
  | { readonly kind: 'offline'; readonly reason: string };

const TRIES = 3;
const LONGEST_REQUEST = 20_000;

export async function ask(
  url: string,
  options: HttpOptions,
  gate: Gate,
  runtime: LookupRuntime,
  patience: Patience,
): Promise<PoliteAnswer> {
  const { host } = new URL(url);
  const { until, signal } = patience;
  const left = (): number => until - runtime.now();
  const request = (): Promise<HttpAnswer> =>
    get(url, {
      ...options,
      timeoutMilliseconds: Math.min(options.timeoutMilliseconds ?? LONGEST_REQUEST, left()),
      ...(signal === undefined ? {} : { signal }),
    });
  const closed = await gate.closedFor();
  if (closed > 0) return { kind: 'rate-limited', retryAfterSeconds: Math.ceil(closed / 1000) };
  for (let attempt = 1; ; attempt++) {
    const answer = await gate.pass(request, patience);
    if (answer === undefined)
      return {
        kind: 'offline',
        reason: `the turn to ask ${host} did not come in time; other windows are asking too`,
      };
    if (answer.kind === 'answer' && answer.status < 500 && answer.status !== 429) return answer;
    if (answer.kind === 'no-answer' && answer.isLasting) return { kind: 'offline', reason: answer.reason };
    const pause = pauseSeconds(answer, attempt, runtime);
    if (attempt < TRIES && pause * 1000 < left()) {
      await runtime.sleep(pause * 1000, signal);
      continue;
    }
    if (answer.kind === 'no-answer') return { kind: 'offline', reason: answer.reason };
    // 503 with Retry-After is how arXiv throttles; a bare 5xx is a fault of the server.
    if (answer.status === 429 || (answer.status === 503 && answer.retryAfter !== undefined)) {
      if (answer.retryAfter !== undefined) await gate.close(pause * 1000);
      return { kind: 'rate-limited', retryAfterSeconds: Math.ceil(pause) };
    }
    return { kind: 'offline', reason: describeStatus(host, answer.status) };
  }
}

/** `Retry-After` in seconds or as a date, else 3, 6, 12 … seconds with up to half of it added by chance. */
function pauseSeconds(answer: HttpAnswer, attempt: number, runtime: LookupRuntime): number {
  const header = answer.kind === 'answer' ? answer.retryAfter : undefined;
  if (header !== undefined) {
    if (/^\d+$/.test(header.trim())) return Number(header);
    const at = Date.parse(header);
    if (!Number.isNaN(at)) return Math.max(0, (at - runtime.now()) / 1000);
  }
  return 3 * 2 ** (attempt - 1) * (1 + runtime.random() / 2);
}
