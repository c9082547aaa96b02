/**
 * What was last read from Zotero, on disk: while Zotero is closed its references go on answering, and a start need not read
 * a library that has not changed. A damaged or foreign file is as good as none; one that cannot be written costs time alone.
 */
import { mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { ZoteroItem, ZoteroLibrary } from '#core';
import { writeWhole } from '../storage/write-file.ts';

export interface KeptLibrary {
  readonly library: ZoteroLibrary;
  readonly fingerprint: string;
  readonly items: readonly ZoteroItem[];
  /** From Better BibTeX, by item key; undefined where it did not answer. */
  readonly citationKeys: ReadonlyMap<string, string> | undefined;
}

const schema = z.object({
  version: z.literal(1),
  libraries: z.array(
    z.object({
      library: z.object({ name: z.string(), prefix: z.string() }),
      fingerprint: z.string(),
      items: z.array(
        z.object({
          key: z.string(),
          item: z.record(z.string(), z.unknown()),
          citationKey: z.string().optional(),
        }),
      ),
      citationKeys: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

export async function readKept(path: string): Promise<readonly KeptLibrary[]> {
  let raw: unknown;
  try {
    raw = JSON.parse(await readFile(path, 'utf8'));
  } catch {
    // Absent or damaged: a cache may forget.
    return [];
  }
  const kept = schema.safeParse(raw);
  if (!kept.success) return [];
  return kept.data.libraries.map(({ library, fingerprint, items, citationKeys }) => ({
    library,
    fingerprint,
    items: items.map(({ key, item, citationKey }) => ({
      key,
      item,
      ...(citationKey === undefined ? {} : { citationKey }),
    })),
    citationKeys: citationKeys && new Map(Object.entries(citationKeys)),
  }));
}

export async function writeKept(path: string, libraries: readonly KeptLibrary[]): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    const kept = libraries.map(({ citationKeys, ...rest }) => ({
      ...rest,
      ...(citationKeys === undefined ? {} : { citationKeys: Object.fromEntries(citationKeys) }),
    }));
    await writeWhole(path, JSON.stringify({ version: 1, libraries: kept }));
  } catch {
    // A full or read-only disk: Zotero is read again next time.
  }
}
