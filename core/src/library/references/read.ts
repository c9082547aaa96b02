/** The references of a library file in any format with keys; Markdown and lists hold none beyond their entries. Never throws. */
import { bibtexEntries, type BibtexEntry } from '../readers/bibtex-entries.ts';
import { inherited, isContainer } from '../readers/bibtex.ts';
import { yamlItems } from '../readers/csl-yaml.ts';
import { jsonItems } from '../readers/json-items.ts';
import { risItems } from '../readers/ris.ts';
import { withDateParts } from '../csl-days.ts';
import { entryOfCslItem } from '../csl-item.ts';
import { cslOfBibtex } from './bibtex-to-csl.ts';
import type { CslItem, Reference } from './model.ts';

export function readReferences(path: string, text: string): readonly Reference[] {
  const extension = /\.[^./\\]+$/.exec(path)?.[0].toLowerCase() ?? '';
  if (extension === '.bib' || extension === '.bibtex') return ofBibtex(text);
  if (extension === '.json' || extension === '.csljson')
    return ofCsl((jsonItems(text) ?? []).flatMap(({ value }) => (value === undefined ? [] : [value])));
  if (extension === '.yaml' || extension === '.yml')
    return ofCsl(yamlItems(path, text).items.map(({ value }) => value));
  if (extension === '.ris') return ofCsl(risItems(path, text).items.map(({ value }) => value));
  return [];
}

/** Items that can be cited, each under the id that the reader gives it. */
export function ofCsl(items: readonly unknown[]): readonly Reference[] {
  return items.flatMap((item) => {
    const read = entryOfCslItem(item, { path: '', line: 0 });
    return 'entry' in read
      ? [{ id: read.entry.id, item: { ...withDateParts(item as CslItem), id: read.entry.id } }]
      : [];
  });
}

function ofBibtex(text: string): readonly Reference[] {
  const { entries } = bibtexEntries(text);
  const byKey = new Map<string, BibtexEntry>();
  for (const entry of entries)
    if (!byKey.has(entry.key.toLowerCase())) byKey.set(entry.key.toLowerCase(), entry);
  return [...byKey.values()]
    .filter((entry) => !isContainer(entry) && entry.key !== '')
    .map((entry) => {
      const field = (name: string): string | undefined => inherited(entry, name, byKey);
      const names = new Set(entry.fields.keys());
      for (const key of ['crossref', 'xdata'])
        for (const parent of (entry.fields.get(key) ?? '').split(','))
          for (const name of byKey.get(parent.trim().toLowerCase())?.fields.keys() ?? [])
            names.add(name === 'title' && key === 'crossref' ? 'booktitle' : name);
      const fields = new Map<string, string>();
      for (const name of names) {
        const value = name === 'crossref' || name === 'xdata' ? undefined : field(name);
        if (value !== undefined) fields.set(name, value);
      }
      return {
        id: entry.key,
        item: cslOfBibtex(entry.key, entry.type, field),
        bibtex: { type: entry.type, fields },
      };
    });
}
