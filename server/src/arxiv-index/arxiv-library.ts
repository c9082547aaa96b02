/** The index of arXiv as a library elsewhere: on this disk, so asked at once, yet never long enough to hold up a keystroke. */
import type { Entry, SearchHit } from '#core';
import type { Answer, RemoteLibrary } from '../team-library/port.ts';
import { ArxivIndex } from './arxiv-index.ts';

const NAME = 'the arXiv index';

export class ArxivLibrary implements RemoteLibrary {
  readonly name = NAME;
  readonly isNear = true;
  readonly #index: ArxivIndex;

  private constructor(index: ArxivIndex) {
    this.#index = index;
  }

  /** Rejects with one clear sentence when the file is not a whole index. */
  static async open(path: string): Promise<ArxivLibrary> {
    return new ArxivLibrary(await ArxivIndex.open(path));
  }

  mayHold(identifier: string): boolean {
    return identifier.startsWith('arxiv:') || identifier.startsWith('doi:10.48550/arxiv.');
  }

  find(identifiers: readonly string[]): Promise<Answer<ReadonlyMap<string, Entry>>> {
    return Promise.resolve(
      this.#answer(() => {
        const found = new Map<string, Entry>();
        for (const identifier of identifiers) {
          const entry = this.#index.byArxiv(identifier.replace(/^(?:arxiv:|doi:10\.48550\/arxiv\.)/, ''));
          if (entry) found.set(identifier, marked(entry));
        }
        return found;
      }),
    );
  }

  async search(query: string, top: number, isStale?: () => boolean): Promise<Answer<readonly SearchHit[]>> {
    try {
      const hits = await this.#index.searchInSteps(query, top, isStale);
      return { ok: true, value: hits.map((hit) => ({ ...hit, entry: marked(hit.entry) })) };
    } catch (error) {
      return { ok: false, reason: reasonOf(error) };
    }
  }

  close(): void {
    this.#index.close();
  }

  /** A file that is damaged, or on a disk that is gone, says so like any library that does not answer. */
  #answer<T>(work: () => T): Answer<T> {
    try {
      return { ok: true, value: work() };
    } catch (error) {
      return { ok: false, reason: reasonOf(error) };
    }
  }
}

const reasonOf = (error: unknown): string =>
  `${NAME} could not be read: ${error instanceof Error ? error.message : String(error)}`;

const marked = (entry: Entry): Entry => ({ ...entry, origin: { ...entry.origin, elsewhere: NAME } });
