/** CSL-JSON: what Zotero, Better BibTeX, Pandoc and this product write. One entry an item; a bad item is one fault. */
import { entryOfCslItem } from '../csl-item.ts';
import type { Entry, LibraryFault } from '../model.ts';
import { jsonItems, type JsonItem } from './json-items.ts';
import type { Reader } from './reader.ts';
import { impossibleDateOf } from './unread-dates.ts';

export const cslJson: Reader = {
  name: 'CSL-JSON',
  extensions: ['.json', '.csljson'],
  recognises: (text) => /^\uFEFF?\s*[[{]/.test(text),
  read(path, text) {
    const entries: Entry[] = [];
    const faults: LibraryFault[] = [];
    const items = cslJsonItems(text);
    if (items === undefined) {
      const message =
        'This file holds no list of references; CSL-JSON is an array of items, or an object with "items".';
      return { entries, faults: text.trim() === '' ? [] : [{ path, line: 0, message }] };
    }
    for (const item of items) {
      if (item.fault !== undefined) {
        faults.push({ path, line: item.line, message: item.fault });
        continue;
      }
      const read = entryOfCslItem(item.value, { path, line: item.line });
      if ('entry' in read) entries.push(read.entry);
      else faults.push({ path, line: item.line, message: read.fault });
      const impossible = 'entry' in read ? impossibleDateOf(item.value) : undefined;
      if (impossible !== undefined) faults.push({ path, line: item.line, message: impossible });
    }
    return { entries, faults };
  },
};

/** Undefined where the text holds none. */
export const cslJsonItems = (text: string): JsonItem[] | undefined => jsonItems(text) ?? singleItem(text);

/** A file may hold one reference alone. */
function singleItem(text: string): JsonItem[] | undefined {
  try {
    const value = JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
    const item =
      value !== null && typeof value === 'object' && 'title' in value && ('id' in value || 'type' in value);
    return item ? [{ line: 0, start: text.indexOf('{'), value, fault: undefined }] : undefined;
  } catch {
    // Not JSON at all: the caller says so, once, for the file.
    return undefined;
  }
}
