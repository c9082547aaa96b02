/** CSL-YAML: what Pandoc and Better BibTeX write. A list of items, or one under `references`; a bad item is one fault. */
import { isMap, isSeq, LineCounter, parseDocument, type Node } from 'yaml';
import { entryOfCslItem } from '../csl-item.ts';
import type { Entry, LibraryFault } from '../model.ts';
import type { Reader } from './reader.ts';

export const cslYaml: Reader = {
  name: 'CSL-YAML',
  extensions: ['.yaml', '.yml'],
  recognises: (text) => /^(?:\uFEFF)?(?:---\s*\n)?(?:references:\s*\n\s*-|-\s+id:)/.test(text),
  read(path, text) {
    const entries: Entry[] = [];
    const { items, faults } = yamlItems(path, text);
    for (const { value, line } of items) {
      const read = entryOfCslItem(value, { path, line });
      if ('entry' in read) entries.push(read.entry);
      else faults.push({ path, line, message: read.fault });
    }
    return { entries, faults };
  },
};

/** The items as data, each with its line; a broken one is a fault. */
export function yamlItems(
  path: string,
  text: string,
): {
  readonly items: readonly { readonly value: unknown; readonly line: number }[];
  readonly faults: LibraryFault[];
} {
  const items: { value: unknown; line: number }[] = [];
  const faults: LibraryFault[] = [];
  const lines = new LineCounter();
  // The core schema reads no timestamps, so that "2025-03-18" stays as written.
  const document = parseDocument(text, {
    lineCounter: lines,
    schema: 'core',
    prettyErrors: false,
    uniqueKeys: false,
  });
  const lineAt = (offset: number): number => lines.linePos(offset).line - 1;
  const broken = document.errors.map((error) => error.pos[0]);
  for (const error of document.errors)
    faults.push({
      path,
      line: lineAt(error.pos[0]),
      message: `This is not valid YAML (${firstLine(error.message)}); the item was left out, the rest was read.`,
    });
  const root = document.contents;
  const list = isMap(root) ? (root.get('references', true) as Node | undefined) : root;
  if (!isSeq(list)) {
    // Many YAML files are no bibliography; only one that says it is owes a list.
    if (faults.length === 0 && isMap(root) && root.has('references'))
      faults.push({ path, line: 0, message: 'Under “references” a list of items is expected.' });
    return { items, faults: isMap(root) && !root.has('references') ? [] : faults };
  }
  for (const item of list.items as Node[]) {
    const [start, , end] = item.range ?? [0, 0, 0];
    if (broken.some((offset) => offset >= start && offset < end)) continue;
    items.push({ value: item.toJS(document), line: lineAt(start) });
  }
  return { items, faults };
}

const firstLine = (text: string): string => (text.split('\n')[0] ?? '').replace(/\.$/, '');
