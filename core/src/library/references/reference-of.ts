/** A library entry as a reference: as its own file has it where that can be read, else as much as the entry itself knows. */
import type { Entry } from '../model.ts';
import { cslItemOf } from '../writers/csl-item-of.ts';
import type { CitedWork } from './cited.ts';
import type { Reference } from './model.ts';

/** `written`: the references of the file that the entry came from. */
export function referenceOf({ id, entry }: CitedWork, written: readonly Reference[]): Reference {
  const own = findOwn(entry, written);
  const known = cslItemOf(entry);
  if (own === undefined) return { id, item: { ...known, id } };
  // What the file leaves out, another description of the same work may know.
  return {
    ...own,
    id,
    item: { ...own.item, ...without(known, [...CONTESTED, ...Object.keys(own.item)]), id },
  };
}

/** Facts that depend on each other: taken from one description alone. */
const CONTESTED = ['type', 'publisher', 'number', 'container-title', 'submitted', 'custom'];

function findOwn(entry: Entry, written: readonly Reference[]): Reference | undefined {
  const names = new Set(
    [entry.id, ...(entry.keys ?? []), entry.origin.path].map((name) => name.toLowerCase()),
  );
  return written.find(({ id }) => names.has(id.toLowerCase()));
}

const without = (
  item: Readonly<Record<string, unknown>>,
  names: readonly string[],
): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(item).filter(([name]) => !names.includes(name)));
