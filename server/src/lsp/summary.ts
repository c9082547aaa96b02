/** A note's counts, for the status bar, and what of it the Problems view lists. */
import { summaryOf } from '#core';
import type { Summary } from '#core/protocol.ts';
import type { Checked } from './workspace.ts';

export function statusOf(uri: string, checked: Checked): Summary {
  const { analysis, result } = checked;
  const { claims, unsourced, toRetest } = summaryOf(analysis, result);
  return { uri, claims, unsourced, toRetest, problems: listedOf(checked) };
}

/** The Problems view lists no hints: with them, a count would be of more than it shows. */
export const listedOf = ({ analysis, result }: Omit<Checked, 'id'>): number =>
  analysis.note.faults.length + result.problems.filter(({ severity }) => severity !== 'hint').length;
