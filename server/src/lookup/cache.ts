/** Answers kept on disk, one file an identifier, with the moment they were given. Written whole or not at all. */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FoundWork } from '#core/lookup/model.ts';

interface Kept {
  readonly version: 1;
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly fetched: string;
  readonly work: FoundWork;
}

export class LookupCache {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** Undefined when absent, damaged, or of another identifier. */
  async find(id: string): Promise<Kept | undefined> {
    try {
      const kept = JSON.parse(await readFile(this.#path(id), 'utf8')) as Partial<Kept>;
      return kept.version === 1 && kept.id === id && kept.work !== undefined && kept.fetched !== undefined
        ? (kept as Kept)
        : undefined;
    } catch {
      // Absent or damaged: a cache may forget. The next answer overwrites it.
      return undefined;
    }
  }

  async keep(id: string, fetched: string, work: FoundWork): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    const path = this.#path(id);
    const draft = `${path}.${String(process.pid)}.${Math.random().toString(36).slice(2)}`;
    await writeFile(draft, JSON.stringify({ version: 1, id, fetched, work } satisfies Kept));
    await rename(draft, path);
  }

  #path(id: string): string {
    const readable = id.replace(/[^\w.-]+/g, '_').slice(0, 60);
    return join(
      this.#folder,
      `${readable}-${createHash('sha256').update(id).digest('hex').slice(0, 12)}.json`,
    );
  }
}
