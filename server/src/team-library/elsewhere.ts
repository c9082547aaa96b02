/**
 * What libraries elsewhere have answered so far: each name is asked for once, of every library that may hold it, and kept for
 * the session. A library that fails is left in peace for a while. Knows no protocol and no files; see `open-library.ts`.
 */
import {
  ended,
  updateLibrary,
  type Entry,
  type FileChange,
  type Library,
  type SearchHit,
  type Source,
} from '#core';
import { identifierOf, identifiersOf, type RemoteLibrary } from './port.ts';

/** How long a library that could not be asked is not asked again. */
const PEACE_MILLISECONDS = 60_000;
/** Names asked for in one request. */
const BATCH = 200;

interface Asked {
  readonly library: RemoteLibrary;
  /** What it said of each name; undefined: it does not hold it. */
  readonly answers: Map<string, Entry | undefined>;
  readonly asking: Set<string>;
  failed: { readonly at: number; readonly reason: string } | undefined;
}

export type Standing = 'asked' | 'unreachable' | 'absent' | 'held';

export class Elsewhere {
  readonly #asked: readonly Asked[];
  readonly #now: () => number;
  /** Found by searching only: what a completion is resolved with. */
  readonly #met = new Map<string, Entry>();

  /** `now`: milliseconds since 1970. */
  constructor(libraries: readonly RemoteLibrary[], now: () => number) {
    this.#asked = libraries.map((library) => ({
      library,
      answers: new Map(),
      asking: new Set(),
      failed: undefined,
    }));
    this.#now = now;
  }

  get isEmpty(): boolean {
    return this.#asked.length === 0;
  }

  /** Whether all of them are on this disk. */
  get isNear(): boolean {
    return this.#asked.every(({ library }) => library.isNear);
  }

  /** One sentence for each library that could not be asked when last tried. */
  get faults(): readonly string[] {
    return this.#asked.flatMap(({ library, failed }) =>
      failed === undefined
        ? []
        : [
            `The library ${library.name} could not be asked: ${ended(failed.reason)} What only it holds stays unknown for now.`,
          ],
    );
  }

  /** What is known of a name; "asked" also when it is about to be. */
  standingOf(identifier: string): Standing {
    let standing: Standing = 'absent';
    for (const { library, answers, failed } of this.#asked) {
      if (!library.mayHold(identifier)) continue;
      if (answers.get(identifier) !== undefined) return 'held';
      if (answers.has(identifier)) continue;
      standing = failed === undefined ? 'asked' : standing === 'asked' ? 'asked' : 'unreachable';
    }
    return standing;
  }

  /** The same, as `Surroundings.elsewhere` has it: nothing to say of what is held. */
  unheldOf(identifier: string): Exclude<Standing, 'held'> | undefined {
    const standing = this.standingOf(identifier);
    return standing === 'held' ? undefined : standing;
  }

  /** Those of the names that some library has not answered to and may be asked for now. */
  unasked(identifiers: Iterable<string>): string[] {
    const wanted = new Set<string>();
    for (const identifier of identifiers)
      if (this.#asked.some((asked) => this.#wants(asked, identifier))) wanted.add(identifier);
    return [...wanted];
  }

  /** Asks each library for what it was not asked for yet; true when something was answered, or could not be. */
  async ask(identifiers: readonly string[]): Promise<boolean> {
    const news = await Promise.all(this.#asked.map((asked) => this.#askOne(asked, identifiers)));
    return news.includes(true);
  }

  /** Best of each library in turn; a library that fails adds nothing. Never rejects. */
  async search(query: string, top: number, isStale?: () => boolean): Promise<readonly SearchHit[]> {
    const answers = await Promise.all(
      this.#asked.map(async (asked) => {
        if (this.#isLeftInPeace(asked)) return [];
        const answer = await asked.library.search(query, top, isStale);
        if (answer.ok) return answer.value;
        asked.failed = { at: this.#now(), reason: answer.reason };
        return [];
      }),
    );
    const hits: SearchHit[] = [];
    const seen = new Set<string>();
    for (let rank = 0; rank < top; rank++)
      for (const answer of answers) {
        const hit = answer[rank];
        const name = hit && (hit.entry.arxiv ?? hit.entry.doi ?? hit.entry.id);
        if (hit === undefined || name === undefined || seen.has(name)) continue;
        seen.add(name);
        hits.push(hit);
      }
    if (this.#met.size > 2000) this.#met.clear();
    for (const { entry } of hits) this.#met.set(entry.id, entry);
    return hits.slice(0, top);
  }

  /** An entry that a search brought. */
  met(id: string): Entry | undefined {
    return this.#met.get(id);
  }

  /** All that was found by name, as files of a library. */
  files(): FileChange[] {
    return this.#asked.map(({ library, answers }) => {
      const entries = new Map<string, Entry>();
      for (const entry of answers.values()) if (entry) entries.set(entry.id, entry);
      return {
        path: library.name,
        entries: [...entries.values()].map((entry) => ({
          ...entry,
          // One path a library, whatever its entries say: a change of it replaces them all.
          origin: { path: library.name, line: 0, elsewhere: library.name },
        })),
      };
    });
  }

  close(): void {
    for (const { library } of this.#asked) library.close();
  }

  #isLeftInPeace({ failed }: Asked): boolean {
    return failed !== undefined && this.#now() - failed.at < PEACE_MILLISECONDS;
  }

  #wants(asked: Asked, identifier: string): boolean {
    return (
      asked.library.mayHold(identifier) &&
      !asked.answers.has(identifier) &&
      !asked.asking.has(identifier) &&
      !this.#isLeftInPeace(asked)
    );
  }

  async #askOne(asked: Asked, identifiers: readonly string[]): Promise<boolean> {
    const { library, answers, asking } = asked;
    const wanted = [...new Set(identifiers)].filter((identifier) => this.#wants(asked, identifier));
    for (let from = 0; from < wanted.length; from += BATCH) {
      const batch = wanted.slice(from, from + BATCH);
      for (const identifier of batch) asking.add(identifier);
      const answer = await library.find(batch);
      for (const identifier of batch) asking.delete(identifier);
      if (!answer.ok) {
        asked.failed = { at: this.#now(), reason: answer.reason };
        return true;
      }
      asked.failed = undefined;
      for (const identifier of batch) answers.set(identifier, answer.value.get(identifier));
      for (const entry of answer.value.values())
        for (const name of identifiersOf(entry)) if (!answers.has(name)) answers.set(name, entry);
    }
    return wanted.length > 0;
  }
}

/**
 * The names under which a note's sources may be found elsewhere: those that the library does not hold, and papers that it holds
 * without their day of submission and their versions.
 */
export function namesToAsk(sources: readonly Source[]): string[] {
  const names = new Set<string>();
  for (const source of sources) {
    const { entry } = source;
    if (source.malformed !== undefined) continue;
    if (entry === undefined) {
      const name = identifierOf(source);
      if (name !== undefined) names.add(name);
    } else if (entry.kind === 'paper' && (entry.dateIs !== 'submitted' || entry.versions === undefined)) {
      if (entry.arxiv !== undefined) names.add(`arxiv:${entry.arxiv}`);
      else if (entry.doi !== undefined) names.add(`doi:${entry.doi}`);
    }
  }
  return [...names];
}

/** What a search of libraries elsewhere brought, ranked among the library's own from now on. The library given stays as it is. */
export function withFound(library: Library, hits: readonly SearchHit[]): Library {
  if (hits.length === 0) return library;
  const entries = hits.map(({ entry }) => ({
    ...entry,
    origin: { ...entry.origin, path: FOUND },
  }));
  return updateLibrary(library, [{ path: FOUND, entries }]);
}

const FOUND = 'found elsewhere';
