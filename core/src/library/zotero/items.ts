/**
 * Zotero's CSL-JSON, page by page, as library entries. An item's id names its place in Zotero; the citation key comes with
 * it, from Better BibTeX, or not at all. The common CSL reader does the rest, so that an item reads as in an exported file.
 */
import { entryOfCslItem } from '../csl-item.ts';
import type { FileChange } from '../library.ts';
import type { ZoteroLibrary } from './model.ts';

const ITEM_KEY = /^[A-Z0-9]{8}$/;

export interface ZoteroItem {
  /** Eight letters and digits, unique in its library; the citation key where the item tells nothing else. */
  readonly key: string;
  readonly item: Readonly<Record<string, unknown>>;
  /** As the item itself says: Zotero 8, or Better BibTeX's addition. */
  readonly citationKey?: string;
}

/** The items of one page; undefined when this is no such page. */
export function zoteroItems(body: string): readonly ZoteroItem[] | undefined {
  let parsed: unknown;
  try {
    parsed = JSON.parse(body);
  } catch {
    // No JSON: the caller says so, with what it asked for.
    return undefined;
  }
  // The local API gives a bare array, zotero.org's an object around it.
  const list: unknown = Array.isArray(parsed) ? parsed : isRecord(parsed) ? parsed['items'] : undefined;
  if (!Array.isArray(list)) return undefined;
  const items: ZoteroItem[] = [];
  for (const item of list as readonly unknown[]) {
    if (!isRecord(item)) return undefined;
    // "http://zotero.org/users/123/items/ABCD2345", "…/local/x/items/ABCD2345" or "123/ABCD2345".
    const key = /(?:^|\/)([A-Z0-9]{8})$/.exec(String(item['id'] ?? ''))?.[1];
    const citationKey = text(item['citation-key']) ?? text(item['citationKey']) ?? text(item['citekey']);
    if (key !== undefined) items.push({ key, item, ...(citationKey === undefined ? {} : { citationKey }) });
    // Some versions put the citation key in the id's place.
    else if (text(item['id']) !== undefined)
      items.push({ key: String(item['id']), item, citationKey: citationKey ?? String(item['id']) });
  }
  return items;
}

/** Where an item stands in Zotero; opening it selects the item there. One known by its citation key alone is found by that. */
export const zoteroAddress = ({ prefix }: Pick<ZoteroLibrary, 'prefix'>, key: string): string =>
  ITEM_KEY.test(key)
    ? `zotero://select/${prefix.startsWith('users/') ? 'library' : prefix}/items/${key}`
    : `zotero://select/items/@${encodeURIComponent(key)}`;

/**
 * Each item as a library file of its own, so that a changed item costs one. `citationKeys`: by item key, from Better BibTeX.
 * Items that can be no entry (no title, no author, no identifier) are left out: in Zotero they are drafts, and no fault.
 */
export function zoteroFiles(
  library: ZoteroLibrary,
  items: readonly ZoteroItem[],
  citationKeys: ReadonlyMap<string, string>,
): readonly FileChange[] {
  return items.flatMap(({ key, item, citationKey }) => {
    const path = zoteroAddress(library, key);
    const read = entryOfCslItem(
      { ...item, id: citationKeys.get(key) ?? citationKey ?? key },
      { path, line: 0 },
    );
    return 'entry' in read ? [{ path, entries: [read.entry] }] : [];
  });
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
