/** An entry as data for an agent: as in a library's export, where a file lies on this disk is nobody's business. */
import type { Entry } from '#core';

export function entryAsData({ origin, ...entry }: Entry): Readonly<Record<string, unknown>> {
  return { ...entry, origin: { path: origin.path.split(/[\\/]/).pop() ?? '', line: origin.line } };
}
