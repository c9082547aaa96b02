/** CSL-YAML: what Pandoc and Better BibTeX write. A list of items, or one under `references`; a bad item is one fault. */
import { isMap, isSeq, LineCounter, parseDocument, type Node } from 'yaml';
import { settleAliases, yamlData } from '../../text/yaml-data.ts';
import { yamlReason } from '../../text/yaml-reason.ts';
import { entryOfCslItem } from '../csl-item.ts';
import type { Entry, LibraryFault } from '../model.ts';
import type { Reader } from './reader.ts';
import { impossibleDateOf } from './unread-dates.ts';

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
      const impossible = 'entry' in read ? impossibleDateOf(value) : undefined;
      if (impossible !== undefined) faults.push({ path, line, message: impossible });
    }
    return { entries, faults };
  },
};

/** The core schema reads no timestamps, so that "2025-03-18" stays as written. */
const AS_WRITTEN = { schema: 'core', prettyErrors: false, uniqueKeys: false } as const;

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
  const line = (offset: number): number => lines.linePos(offset).line - 1;
  const document = parseDocument(text, { ...AS_WRITTEN, lineCounter: lines });
  const [error] = document.errors;
  if (error) {
    const alone = eachAlone(path, text);
    if (alone) return alone;
    faults.push({
      path,
      line: line(error.pos[0]),
      message: `The file cannot be read as YAML from here on: ${yamlReason(document.errors, text)}.`,
    });
  }
  settleAliases(document);
  const root = document.contents;
  const list = isMap(root) ? (root.get('references', true) as Node | undefined) : root;
  if (!isSeq(list)) {
    // Many YAML files are no bibliography; only one that says it is owes a list.
    if (faults.length === 0 && isMap(root) && root.has('references'))
      faults.push({ path, line: 0, message: 'Under “references” a list of items is expected.' });
    return { items, faults: isMap(root) && !root.has('references') ? [] : faults };
  }
  for (const item of list.items as Node[])
    items.push({ value: yamlData(item, document), line: line(item.range?.[0] ?? 0) });
  return { items, faults };
}

/**
 * The items of a list with something wrong in it, parsed one by one: an error reaches as far as a parser makes of it, and so
 * costs its own item only. Undefined where no list of items shows by its dashes.
 */
function eachAlone(path: string, text: string): ReturnType<typeof yamlItems> | undefined {
  const rows = text.split(/\r\n|\n|\r/);
  const heading = rows.findIndex((row) => /^references:\s*(?:#.*)?$/.test(row));
  const dash = rows.slice(heading + 1).find((row) => !/^\s*(?:#|$)|^\uFEFF?---/.test(row)) ?? '';
  if (!/^ *-\s/.test(dash)) return undefined;
  const mark = `${/^ */.exec(dash)?.[0] ?? ''}- `;
  const starts = rows.flatMap((row, at) => (at > heading && row.startsWith(mark) ? [at] : []));
  const items: { value: unknown; line: number }[] = [];
  const faults: LibraryFault[] = [];
  for (const [index, start] of starts.entries()) {
    // A key at the margin, or the end of the document, is behind the list.
    const own = rows.slice(start, starts[index + 1]);
    const after = own.findIndex((row, at) => at > 0 && /^(?:[^\s#-]|---|\.\.\.)/.test(row));
    const alone = own.slice(0, after < 0 ? undefined : after).join('\n');
    const lines = new LineCounter();
    const item = parseDocument(alone, { ...AS_WRITTEN, lineCounter: lines });
    const [error] = item.errors;
    if (!error) settleAliases(item);
    const list = error || !isSeq(item.contents) ? undefined : (item.contents.items[0] as Node | undefined);
    if (list) items.push({ value: yamlData(list, item), line: start });
    else
      faults.push({
        path,
        // What is missed at the very end may be missing anywhere in the item.
        line: start + (error && error.pos[0] < alone.length - 1 ? lines.linePos(error.pos[0]).line - 1 : 0),
        message: `This item cannot be read as YAML: ${yamlReason(item.errors, alone)}. It was left out, the rest was read.`,
      });
  }
  return { items, faults };
}
