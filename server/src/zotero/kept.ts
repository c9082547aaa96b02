/**
 * What was last read from Zotero, on disk: while Zotero is closed its references go on answering, and a start need not read
 * a library that has not changed. JSON lines, so that it is read in slices: a line for a library, then one for each item. A
 * damaged or foreign file is as good as none; one that cannot be written costs time alone.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import * as z from 'zod';
import type { ZoteroItem, ZoteroLibrary } from '#core';
import { writeWhole } from '../storage/write-file.ts';
import { inSlices } from './slices.ts';

export interface KeptLibrary {
  readonly library: ZoteroLibrary;
  readonly fingerprint: string;
  readonly items: readonly ZoteroItem[];
  /** From Better BibTeX, by item key; undefined where it did not answer. */
  readonly citationKeys: ReadonlyMap<string, string> | undefined;
}

const libraryLine = z.object({
  version: z.literal(1),
  library: z.object({ name: z.string(), prefix: z.string() }),
  fingerprint: z.string(),
  /** How many lines of items follow: a file that was cut short is told by it. */
  items: z.int(),
  hasCitationKeys: z.boolean(),
});
/** `better`: the key that Better BibTeX gave. */
const itemLine = z.object({
  key: z.string(),
  item: z.record(z.string(), z.unknown()),
  citationKey: z.optional(z.string()),
  better: z.optional(z.string()),
});

export async function readKept(path: string): Promise<readonly KeptLibrary[]> {
  const kept: (KeptLibrary & { items: ZoteroItem[]; citationKeys: Map<string, string> | undefined })[] = [];
  let left = 0;
  try {
    const text = await readFile(path, 'utf8');
    await inSlices(text.split('\n'), (line) => {
      if (line === '') return;
      if (left === 0) {
        const { library, fingerprint, items, hasCitationKeys } = libraryLine.parse(JSON.parse(line));
        left = items;
        kept.push({ library, fingerprint, items: [], citationKeys: hasCitationKeys ? new Map() : undefined });
        return;
      }
      left--;
      const { key, item, citationKey, better } = itemLine.parse(JSON.parse(line));
      const last = kept.at(-1);
      last?.items.push({ key, item, ...(citationKey === undefined ? {} : { citationKey }) });
      if (better !== undefined) last?.citationKeys?.set(key, better);
    });
  } catch {
    // Absent, damaged or of another version: a cache may forget.
    return [];
  }
  return left === 0 ? kept : [];
}

export async function writeKept(path: string, libraries: readonly KeptLibrary[]): Promise<void> {
  const lines: string[] = [];
  for (const { library, fingerprint, items, citationKeys } of libraries) {
    const head: z.input<typeof libraryLine> = {
      version: 1,
      library,
      fingerprint,
      items: items.length,
      hasCitationKeys: citationKeys !== undefined,
    };
    lines.push(JSON.stringify(head));
    await inSlices(items, (item) => {
      lines.push(JSON.stringify({ ...item, better: citationKeys?.get(item.key) }));
    });
  }
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeWhole(path, `${lines.join('\n')}\n`);
  } catch {
    // A full or read-only disk: Zotero is read again next time.
  }
}
