/** A note's counts, for the status bar. */
import { summaryOf } from '#core';
import type { Summary } from '#core/protocol.ts';
import type { Checked } from './workspace.ts';

export function statusOf(uri: string, { analysis, result }: Checked): Summary {
  const { claims, unsourced, toRetest } = summaryOf(analysis, result);
  return { uri, claims, unsourced, toRetest, problems: result.problems.length };
}
