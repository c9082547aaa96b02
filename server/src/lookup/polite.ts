/** Asks a service politely: in turn, again after a pause that grows, as long as `Retry-After` says, and not for ever. */
import { describeStatus } from './failures.ts';
import { get, type HttpAnswer, type HttpOptions } from './http.ts';
import type { Gate } from './gate.ts';
import type { LookupRuntime } from './runtime.ts';

export type PoliteAnswer =
  | { readonly kind: 'answer'; readonly status: number; readonly body: string }
  | { readonly kind: 'rate-limited'; readonly retryAfterSeconds: number }
  | { readonly kind: 'offline'; readonly reason: string };

const TRIES = 3;
/** A person waits for this answer: a longer pause is handed back to them. */
const LONGEST_PAUSE_SECONDS = 30;

export async function ask(
  url: string,
  options: HttpOptions,
  gate: Gate,
  runtime: LookupRuntime,
): Promise<PoliteAnswer> {
  const closed = await gate.closedFor();
  if (closed > 0) return { kind: 'rate-limited', retryAfterSeconds: Math.ceil(closed / 1000) };
  for (let attempt = 1; ; attempt++) {
    const answer = await gate.pass(() => get(url, options));
    if (answer.kind === 'answer' && answer.status < 500 && answer.status !== 429) return answer;
    if (answer.kind === 'no-answer' && answer.isLasting) return { kind: 'offline', reason: answer.reason };
    const pause = pauseSeconds(answer, attempt, runtime);
    if (attempt < TRIES && pause <= LONGEST_PAUSE_SECONDS) {
      await runtime.sleep(pause * 1000);
      continue;
    }
    if (answer.kind === 'no-answer') return { kind: 'offline', reason: answer.reason };
    // 503 with Retry-After is how arXiv throttles; a bare 5xx is a fault of the server.
    if (answer.status === 429 || (answer.status === 503 && answer.retryAfter !== undefined)) {
      if (answer.retryAfter !== undefined) await gate.close(pause * 1000);
      return { kind: 'rate-limited', retryAfterSeconds: Math.ceil(pause) };
    }
    return { kind: 'offline', reason: describeStatus(new URL(url).host, answer.status) };
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
