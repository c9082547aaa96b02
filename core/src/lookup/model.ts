/**
 * Looking a paper up outside, on request only: what is asked, what can come back.
 * Reading the services' answers is here, in the pure engine; asking them is `server/src/lookup`.
 */
import type { Entry } from '../library/model.ts';

/** What a service knows of a work, as a library entry and what does not fit in one. */
export interface FoundWork {
  readonly entry: Entry;
  /** The authors' comment on arXiv: "12 pages, accepted at ACL 2025". */
  readonly comment?: string;
  readonly journalReference?: string;
  /** Why it was withdrawn, in the authors' or arXiv's words. */
  readonly withdrawn?: string;
}

/** A typed answer: a rate limit is never "not found". */
export type LookupAnswer =
  | {
      readonly status: 'ok';
      readonly work: FoundWork;
      /** When the service said so, "YYYY-MM-DDTHH:MM:SSZ". */
      readonly fetched: string;
      readonly cached: boolean;
    }
  /** The service answered, and holds no such work. */
  | { readonly status: 'not-found' }
  /** The service asked us to wait; nothing is known of the work. */
  | { readonly status: 'rate-limited'; readonly retryAfterSeconds: number }
  /** No answer: no network, a proxy that refuses, a time-out, a server error. `reason`: a part of a sentence. */
  | { readonly status: 'offline'; readonly reason: string }
  /** An answer that makes no sense. */
  | { readonly status: 'unreadable'; readonly reason: string };

/** One sentence for people. */
export function describeAnswer(id: string, answer: LookupAnswer): string {
  switch (answer.status) {
    case 'ok':
      return `${id} is “${answer.work.entry.title}”${answer.cached ? ` (as of ${answer.fetched.slice(0, 10)})` : ''}.${lost(answer.work)}`;
    case 'not-found':
      return `${id} was not found: the service answered and holds no such work.`;
    case 'rate-limited':
      return `${id} was not looked up: the service asks to wait ${inWords(answer.retryAfterSeconds)}. Try again then.`;
    case 'offline':
    case 'unreadable':
      return `${id} was not looked up: ${ended(answer.reason)} Nothing is known about it yet.`;
  }
}

/** A reason as the end of a sentence; it may be a question already. */
export const ended = (reason: string): string => (/[.?!]$/.test(reason) ? reason : `${reason}.`);

/** What a reader has to know before citing it. */
function lost({ entry, withdrawn }: FoundWork): string {
  if (entry.status === 'retracted') return ' It was retracted.';
  if (entry.status !== 'withdrawn') return '';
  const why = (withdrawn ?? '').replace(/[.\s]+$/, '');
  return why === '' ? ' It was withdrawn.' : ` It was withdrawn: “${why}”.`;
}

function inWords(seconds: number): string {
  if (seconds <= 120) return seconds === 1 ? 'a second' : `${String(seconds)} seconds`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes <= 120) return `${String(minutes)} minutes`;
  return `${String(Math.ceil(minutes / 60))} hours`;
}
